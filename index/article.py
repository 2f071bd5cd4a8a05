"""What an article is made of: title, paragraphs, sentences, and the citations that point into them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

Part = Literal["title", "deck", "byline", "body", "note"]

Place = int | Literal["title", "deck", "byline", "note"]
"""Where a paragraph stands: body paragraphs by number from 1, as a reader counts; the rest by name."""


_BYLINE_LEAD = re.compile(r"(?:[\w ]{0,20}\bby:?|authors?:|writers?:|byline:)\s+", re.IGNORECASE)


class ArticleError(ValueError):
    """A text that cannot be read as an article; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Characters `start` to `end` of one paragraph of one article. All that is ever shown is such a slice."""

    article: str
    """The article's name in its library."""
    place: Place
    start: int
    end: int

    @property
    def paragraph(self) -> int | None:
        """The number of the body paragraph; None in title, deck, byline and note."""
        return self.place if isinstance(self.place, int) else None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters `start` to `end` of its paragraph's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `text` has a blank for each line break of the file, so that offsets are the file's."""

    place: Place
    text: str
    sentences: tuple[Sentence, ...]
    offset: int | None
    """Where it starts in the article's text; None for front matter that is written with escapes."""

    @property
    def part(self) -> Part:
        """Title, deck, byline, body or note."""
        return "body" if isinstance(self.place, int) else self.place

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that holds the character at `position`, or the last one before it."""
        found = self.sentences[0]
        for sentence in self.sentences:
            if sentence.start > position:
                break
            found = sentence
        return found


@dataclass(frozen=True)
class Article:
    """A text read into its parts. `paragraphs` are in reading order, those of the body numbered from 1."""

    name: str
    """How the library calls it: the file's name without its ending."""
    text: str
    """The file's text: no byte order mark, line breaks as \\n."""
    paragraphs: tuple[Paragraph, ...]
    published: date | None = None
    source: str | None = None
    language: str | None = None

    @cached_property
    def _by_place(self) -> dict[Place, Paragraph]:
        return {p.place: p for p in self.paragraphs}

    @property
    def title(self) -> str:
        """The title; the name where the text has none."""
        return self._by_place["title"].text if "title" in self._by_place else self.name

    @property
    def byline(self) -> Paragraph | None:
        """Who wrote it, as the article says it."""
        return self._by_place.get("byline")

    @property
    def author(self) -> Citation | None:
        """The byline's first line without “By” or “Author:”."""
        if self.byline is None:
            return None
        text = self.byline.text
        lead = _BYLINE_LEAD.match(text)
        start = lead.end() if lead else 0
        gap = re.compile(r" {2,}").search(text, start)  # where the file's lines were apart
        return Citation(self.name, "byline", start, gap.start() if gap else len(text))

    @cached_property
    def body(self) -> tuple[Paragraph, ...]:
        """The numbered paragraphs: `body[0]` is ¶ 1."""
        return tuple(p for p in self.paragraphs if p.part == "body")

    def at(self, place: Place) -> Paragraph:
        """The paragraph there. Raises KeyError where there is none."""
        return self._by_place[place]

    def slice(self, citation: Citation) -> str:
        """The cited words. Raises ValueError for another article's citation."""
        if citation.article != self.name:
            raise ValueError(f"a citation of {citation.article!r} does not point into {self.name!r}")
        return self.at(citation.place).text[citation.start : citation.end]


def has_paragraphs(article: Article) -> bool:
    """Whether there is more to it than a headline."""
    texts = [p.text for p in article.body if any(c.isalnum() for c in p.text)]
    return len(texts) > 1 or any(re.search(r"[.!?…:;。！？]", t) or len(t.split()) > 30 for t in texts)
