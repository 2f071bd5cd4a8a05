"""Finds the passages that may answer: BM25 over passages, and what is near in meaning where vectors are at hand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from index.article import Article, Place
from index.bm25 import ParagraphIndex
from index.language import words
from index.passages import Passage, passages_of
from index.question import Question
from index.spelling import respelled
from index.vectors import StaticVectors

EMBEDDED_AHEAD = 5000
"""Up to so many passages all are embedded when the first question comes, half a millisecond each."""
RERANKED = 150
"""In a larger library so many of the best by BM25 are embedded for each question, and compared by meaning."""

_OUTSIDE = {"words": 0.5, "vectors": 2.0}
"""What a passage loses that is no body text: a title says little that the body does not say with its reasons."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question."""

    number: int
    """Its place among the retriever's passages."""
    passage: Passage
    bm25: float
    """BM25 score as a share of the best that any passage reached for the question, 0 to 1."""
    cosine: float
    """How near the nearest sentence of the passage is to the question, -1 to 1; 0 without vectors."""
    score: float
    """What hits are ranked by: with vectors in logits, without them the BM25 share."""


@lru_cache(maxsize=1)
def blend() -> dict[str, float]:
    """How much BM25, the passage's cosine and that of its nearest sentence weigh; fitted by `training.retrieval`."""
    text = resources.files("index").joinpath("models", "retrieval.json").read_text(encoding="utf-8")
    return {str(k): float(v) for k, v in json.loads(text).items()}


class Retriever:
    """Searches the passages of some articles.

    With `vectors`, the scores of BM25 and of the vectors are blended; without, BM25 ranks alone.
    """

    def __init__(self, articles: Sequence[Article], vectors: StaticVectors | None = None) -> None:
        self.passages = tuple(p for a in articles for p in passages_of(a))
        self.bm25 = ParagraphIndex([p.text for p in self.passages])
        self.vectors = vectors
        self._outside = np.array([p.paragraph.part in ("title", "deck", "byline") for p in self.passages], dtype=bool)
        self._rarest = max(self.bm25.idf.values(), default=1.0)

    def respelled(self, question: Question) -> Question:
        """The question with slips of spelling mended; as it is where no vectors tell what is an English word."""
        if self.vectors is None:
            return question
        return question.read(respelled(question.text, self.vocabulary, self.vectors.knows))

    @cached_property
    def vocabulary(self) -> dict[str, str]:
        """Every normalised word of the passages, and how it is written where it first stands."""
        found: dict[str, str] = {}
        for passage in self.passages:
            text = passage.text
            for word in words(text):
                found.setdefault(word.form, text[word.start : word.end].removesuffix("’s").removesuffix("'s"))
        return found

    def search(self, question: Question, count: int) -> list[Hit]:
        """The `count` best passages, best first; only the part that a question about the article itself asks for."""
        bm25 = self.bm25.get_scores(question.terms)
        numbers = self._numbers_in(question.about)
        if not len(numbers):
            return []
        if not self._ahead and len(numbers) > RERANKED:
            numbers = numbers[np.argsort(-bm25[numbers], kind="stable")[:RERANKED]]
        outside = self._outside[numbers]
        share = bm25[numbers] / max(float(bm25[numbers].max(where=~outside, initial=0.0)), 1e-9)
        share = np.minimum(share, 1.0)
        score, cosine = share - _OUTSIDE["words"] * outside, np.zeros_like(share)
        if self.vectors is not None:
            whole, cosine = self.cosines(question.read_as, numbers)
            weights = blend()
            score = (
                weights["bm25"] * bm25[numbers]
                + weights["passage"] * whole
                + weights["sentence"] * cosine
                - _OUTSIDE["vectors"] * outside
            )
        order = np.argsort(-score, kind="stable")[:count]
        return [
            Hit(int(numbers[i]), self.passages[numbers[i]], float(share[i]), float(cosine[i]), float(score[i]))
            for i in order
        ]

    def _numbers_in(self, place: Place | None) -> NDArray[np.int64]:
        """The numbers of the passages there; of all for None."""
        if place is None:
            return np.arange(len(self.passages))
        return np.flatnonzero([p.paragraph.place == place for p in self.passages])

    def cosines(self, question: str, numbers: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Of question and passage, and of question and the passage's nearest sentence; both of shape (numbers,)."""
        if self.vectors is None:
            raise ValueError("this retriever has no vectors")
        asked = self.vectors.embed([question], "question")[0]
        whole, sentences, owners = self._embedded if self._ahead else self._embed(numbers)
        nearest = np.full(len(whole), -1.0, dtype=np.float32)
        np.maximum.at(nearest, owners, sentences @ asked)
        near = whole @ asked
        return (near[numbers], nearest[numbers]) if self._ahead else (near, nearest)

    @property
    def _ahead(self) -> bool:
        return len(self.passages) <= EMBEDDED_AHEAD

    @cached_property
    def _embedded(self) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.int64]]:
        return self._embed(np.arange(len(self.passages)))

    def _embed(self, numbers: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.int64]]:
        """Vectors of passages and of their sentences, and for each sentence the place of its passage in `numbers`."""
        assert self.vectors is not None
        passages = [self.passages[i] for i in numbers]
        sentences = [(at, p.paragraph.text[s.start : s.end]) for at, p in enumerate(passages) for s in p.sentences]
        return (
            self.vectors.embed([p.text for p in passages], "text"),
            self.vectors.embed([s for _, s in sentences], "text"),
            np.array([at for at, _ in sentences], dtype=np.int64),
        )

    def weight(self, term: str) -> float:
        """The idf of a term; for one that no passage holds, that of the rarest."""
        return self.bm25.idf.get(term, self._rarest)
