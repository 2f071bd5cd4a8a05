"""Finds the passages that may answer: BM25 over passages, and what is near in meaning where vectors are at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.article import Article
from index.bm25 import ParagraphIndex
from index.passages import Passage, passages_of
from index.question import Question


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question."""

    passage: Passage
    bm25: float
    """BM25 score as a share of the best that any passage reached for the question, 0 to 1."""
    score: float
    """What hits are ranked by; higher is better."""


class Retriever:
    """Searches the passages of some articles."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.passages = tuple(p for a in articles for p in passages_of(a))
        self.bm25 = ParagraphIndex([p.text for p in self.passages])
        self._rarest = max(self.bm25.idf.values(), default=1.0)

    def search(self, question: Question, count: int) -> list[Hit]:
        """The `count` best passages, best first. Only what is about the article itself is looked for outside the body."""
        wanted = self._parts(question)
        scores = self.bm25.get_scores(question.terms)
        found = [(float(scores[i]), i) for i, p in enumerate(self.passages) if p.paragraph.part in wanted]
        found.sort(key=lambda f: (-f[0], f[1]))
        best = max(found[0][0], 1e-9) if found else 1.0
        return [Hit(self.passages[i], s / best, s / best) for s, i in found[:count]]

    def _parts(self, question: Question) -> frozenset[str]:
        return frozenset({question.about}) if isinstance(question.about, str) else frozenset({"body", "note"})

    def weight(self, term: str) -> float:
        """The idf of a term; for one that no passage holds, that of the rarest."""
        return self.bm25.idf.get(term, self._rarest)
