"""Passages: what is searched and read. A paragraph, or whole sentences of a long one."""

from __future__ import annotations

from dataclasses import dataclass

from index.article import Article, Paragraph, Sentence

MAX_WORDS = 90


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters `start` to `end` of a paragraph: whole sentences, at most `MAX_WORDS` words unless one is longer."""

    article: Article
    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """The passage's words."""
        return self.paragraph.text[self.start : self.end]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences; their offsets are the paragraph's."""
        return tuple(s for s in self.paragraph.sentences if self.start <= s.start and s.end <= self.end)


def passages_of(article: Article, max_words: int = MAX_WORDS) -> tuple[Passage, ...]:
    """The passages of all paragraphs, title, deck, byline and note among them, in reading order."""
    return tuple(Passage(article, p, a, b) for p in article.paragraphs for a, b in split_paragraph(p, max_words))


def split_paragraph(paragraph: Paragraph, max_words: int = MAX_WORDS) -> list[tuple[int, int]]:
    """Cuts a paragraph into as few stretches of whole sentences as fit, of about equal length."""
    counts = [paragraph.text.count(" ", s.start, s.end) + 1 for s in paragraph.sentences]
    total = sum(counts)
    if total <= max_words:
        return [(0, len(paragraph.text))] if paragraph.text.strip() else []
    target = total / -(-total // max_words)
    stretches: list[tuple[int, int]] = []
    begin, held = 0, 0
    for i, count in enumerate(counts):
        if held and (held + count > max_words or held + count / 2 > target):
            stretches.append((paragraph.sentences[begin].start, paragraph.sentences[i - 1].end))
            begin, held = i, 0
        held += count
    stretches.append((paragraph.sentences[begin].start, paragraph.sentences[-1].end))
    return stretches
