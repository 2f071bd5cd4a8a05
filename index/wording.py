"""The words of texts, without case, accents and the shape of marks, and where they stand."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from index.article import Article, Citation, Place
from index.bm25 import ParagraphIndex
from index.quotes import Quote

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’ʼ`´‘][^\W_]+)*")
_APOSTROPHES = re.compile("[’ʼ`´‘]")
_DASHES = re.compile("[-‐‑‒–—―−]+")
_SILENT = re.compile(r"[\s\"'“”„‟‘’‚‛«»‹›`´*_~|\\>\u200b-\u200f\ufeff]+|\[[^\]]{0,3}\]")


@dataclass(frozen=True, slots=True)
class Word:
    """Characters `start` to `end` of a text, and what they are compared by."""

    start: int
    end: int
    form: str


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words between two characters; offsets are the text's."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(m.start(), m.end(), form_of(m[0])) for m in found]


@lru_cache(maxsize=65536)
def form_of(word: str) -> str:
    """Lower case, no accents, straight apostrophes, no separators of thousands."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("'", word).casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r",(?=\d{3})", "", plain) if plain[:1].isdigit() else plain


def punctuation(between: str) -> str:
    """What stands between two words, without blanks and quotation marks, dashes and ellipses in one shape."""
    return _SILENT.sub("", _DASHES.sub("-", between.replace("…", "...")))


@dataclass(frozen=True)
class Document:
    """Words that are read on end: a paragraph, or the parts of a broken quotation."""

    pieces: tuple[tuple[Place, tuple[Word, ...]], ...]

    @cached_property
    def words(self) -> tuple[tuple[Place, Word], ...]:
        """Each with the place of its paragraph."""
        return tuple((place, word) for place, words in self.pieces for word in words)

    @cached_property
    def forms(self) -> list[str]:
        """What its words are compared by."""
        return [word.form for _, word in self.words]

    @cached_property
    def joints(self) -> frozenset[int]:
        """The first words of its pieces: what stands before them is not part of what is said."""
        found, at = set(), 0
        for _, words in self.pieces:
            found.add(at)
            at += len(words)
        return frozenset(found)

    def cite(self, article: str, first: int, last: int) -> tuple[Citation, ...]:
        """Words `first` to `last` (exclusive): one citation a piece."""
        found, at = [], 0
        for place, words in self.pieces:
            here = words[max(0, first - at) : max(0, last - at)]
            if here:
                found.append(Citation(article, place, here[0].start, here[-1].end))
            at += len(words)
        return tuple(found)


class Wording:
    """All words of an article, to be searched for some that follow each other."""

    def __init__(self, article: Article, quotes: Sequence[Quote]) -> None:
        self.article = article
        self._quotes: dict[Place, list[Quote]] = {}
        for quote in quotes:
            for place in {part.place for part in quote.parts}:
                self._quotes.setdefault(place, []).append(quote)
        paragraphs = [Document(((p.place, tuple(words_of(p.text))),)) for p in article.paragraphs]
        broken = [Document(tuple(self._piece(part) for part in q.parts)) for q in quotes if len(q.parts) > 1]
        self.documents = tuple(paragraphs + broken)
        texts = [" " + " ".join(d.forms) + " " for d in self.documents]
        self._text = "\n".join(texts)
        self._starts: list[int] = []
        at = 0
        for text in texts:
            self._starts.append(at)
            at += len(text) + 1

    def _piece(self, part: Citation) -> tuple[Place, tuple[Word, ...]]:
        return part.place, tuple(words_of(self.article.at(part.place).text, part.start, part.end))

    def exact(self, forms: Sequence[str], most: int = 50) -> Iterator[tuple[Document, int]]:
        """The documents that hold these words in a row, and at which of their words; the first `most`."""
        wanted = " " + " ".join(forms) + " "
        at = self._text.find(wanted)
        while at >= 0 and most:
            number = bisect_right(self._starts, at) - 1
            yield self.documents[number], self._text.count(" ", self._starts[number], at)
            at = self._text.find(wanted, at + 1)
            most -= 1

    def words_at(self, place: Place, text: str) -> Citation | None:
        """The first words of one paragraph that are those of `text` in a row; None where they do not stand in it so."""
        wanted = [word.form for word in words_of(text)]
        document = next((d for d in self.documents if len(d.pieces) == 1 and d.pieces[0][0] == place), None)
        if not wanted or document is None:
            return None
        forms, length = document.forms, len(wanted)
        for first in range(len(forms) - length + 1):
            if forms[first : first + length] == wanted:
                return document.cite(self.article.name, first, first + length)[0]
        return None

    def quote_holding(self, passage: Sequence[Citation]) -> Quote | None:
        """The quotation that most of the passage stands in; None where most stands outside of any."""
        shares = [(_shared(quote, passage), quote) for quote in self._quotes.get(passage[0].place, ())]
        share, quote = max(shares, key=lambda found: found[0], default=(0, None))
        return quote if 2 * share > sum(c.end - c.start for c in passage) else None

    def likely(self, asked: str, count: int) -> list[tuple[float, Document]]:
        """The documents that share most of the rarer words, with their BM25 scores, best first."""
        return [(score, self.documents[number]) for number, score in self._index.best(asked, count)]

    @cached_property
    def _index(self) -> ParagraphIndex:
        return ParagraphIndex([" ".join(self._slices(d)) for d in self.documents])

    def _slices(self, document: Document) -> Iterator[str]:
        for place, words in document.pieces:
            if words:
                yield self.article.at(place).text[words[0].start : words[-1].end]


def _shared(quote: Quote, passage: Sequence[Citation]) -> int:
    """Characters that stand in both."""
    return sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in quote.parts for b in passage if a.place == b.place
    )
