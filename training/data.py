"""Question sets as training takes them: articles and questions, with their gold spans by paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.question_sets import AskedQuestion, records

# An abbreviation or an initial before the full stop is no end of sentence.
_SENTENCE = re.compile(r"(?<![A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\bMrs\.)(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9$£€])")


@dataclass(slots=True)
class Question:
    """One question and every place in its article that answers it.

    `gold` maps a paragraph's place (from 0) to (start, end) characters there; empty means that
    nothing answers. `home` is the paragraph for which the question was written.
    """

    id: str
    text: str
    home: int
    gold: dict[int, list[tuple[int, int]]]
    style: str = ""
    ranked: list[int] = field(default_factory=list)  # the article's likeliest paragraphs, best first
    mined: bool = False  # whether a reader ranked them, rather than BM25
    also: tuple[str, ...] = ()  # the same question as others would ask it

    @property
    def answerable(self) -> bool:
        """Whether anything in the article answers."""
        return bool(self.gold)

    def as_asked(self, paragraphs: Sequence[str]) -> AskedQuestion:
        """As the benchmarks take it."""
        gold = tuple((place + 1, start, end) for place, spans in self.gold.items() for start, end in spans)
        answers = tuple(dict.fromkeys(paragraphs[n - 1][start:end] for n, start, end in gold))
        return AskedQuestion(self.id, self.text, self.home + 1, gold, answers, self.style)


@dataclass(slots=True)
class Article:
    """One article of a set: its paragraphs and what was asked about it."""

    title: str
    paragraphs: list[str]
    questions: list[Question]


def sentences(text: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence; together they cover `text` but for the space between."""
    cuts = [(m.start(), m.end()) for m in _SENTENCE.finditer(text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start + len(text[start:end].rstrip()) for start, end in cuts), len(text)]
    return list(zip(starts, ends, strict=True))


def read(path: Path) -> list[Article]:
    """The articles of one set. Titles that tell nothing (reviews, comments) become empty."""
    return [
        Article(
            "" if re.fullmatch(r"Amazon Reviews \d+|Filtered Reddit Comments", record.title) else record.title,
            list(record.paragraphs),
            [Question(q.id, q.text, q.paragraph - 1, _by_paragraph(q.gold), q.style) for q in record.questions],
        )
        for record in records(path)
    ]


def _by_paragraph(gold: tuple[tuple[int, int, int], ...]) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = {}
    for number, start, end in dict.fromkeys(gold):
        found.setdefault(number - 1, []).append((start, end))
    return found
