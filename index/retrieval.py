"""Finds the passages that may answer: BM25 over passages, and what is near in meaning where vectors are at hand."""

from __future__ import annotations

import json
from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from index.article import Article, Place
from index.bm25 import JointIndex
from index.passages import Passage
from index.question import Question
from index.segments import Embedded, Segment, embed
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
    """Searches the passages of some segments as one collection; of articles of one name only those of the first.

    With `vectors`, the scores of BM25 and of the vectors are blended; without, BM25 ranks alone.
    """

    def __init__(self, segments: Sequence[Segment], vectors: StaticVectors | None = None) -> None:
        self.segments = tuple(segments)
        self.passages = tuple(p for s in self.segments for p in s.passages)
        self.bm25 = JointIndex([s.bm25 for s in self.segments])
        self.vectors = vectors
        self._outside = np.array([p.paragraph.part in ("title", "deck", "byline") for p in self.passages], dtype=bool)
        self._searched = _first_of_their_name(self.segments)

    @classmethod
    def of(cls, articles: Sequence[Article], vectors: StaticVectors | None = None) -> Retriever:
        """Of articles that are in no segment yet."""
        return cls([Segment(articles)], vectors)

    def respelled(self, question: Question) -> Question:
        """The question with slips of spelling mended; as it is where no vectors tell what is an English word."""
        if self.vectors is None:
            return question
        return question.read(respelled(question.text, self.vocabulary, self.vectors.knows))

    @property
    def vocabulary(self) -> Mapping[str, str]:
        """Every normalised word of the passages, and how it is written where it first stands."""
        found = [s.vocabulary for s in self.segments]
        return found[0] if len(found) == 1 else ChainMap(*found)

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
            return self._searched
        return np.array([n for n in self._searched if self.passages[n].paragraph.place == place], dtype=np.int64)

    def cosines(self, question: str, numbers: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Of question and passage, and of question and the passage's nearest sentence; both of shape (numbers,)."""
        if self.vectors is None:
            raise ValueError("this retriever has no vectors")
        asked = self.vectors.embed([question], "question")[0]
        if not self._ahead:
            return _nearness(embed([self.passages[i] for i in numbers], self.vectors), asked)
        near = [_nearness(s.embedded(self.vectors), asked) for s in self.segments]
        return np.concatenate([w for w, _ in near])[numbers], np.concatenate([n for _, n in near])[numbers]

    def sentence_vectors(self, number: int) -> NDArray[np.float32]:
        """Of a passage's sentences, (sentences, dimensions). Raises ValueError without vectors."""
        if self.vectors is None:
            raise ValueError("this retriever has no vectors")
        if not self._ahead:
            return embed([self.passages[number]], self.vectors)[1]
        for segment in self.segments:
            if number < len(segment.passages):
                break
            number -= len(segment.passages)
        _, sentences, owners = segment.embedded(self.vectors)
        first, last = np.searchsorted(owners, [number, number + 1])
        return sentences[first:last]

    @property
    def _ahead(self) -> bool:
        return len(self.passages) <= EMBEDDED_AHEAD

    def weight(self, term: str) -> float:
        """The idf of a term; for one that no passage holds, that of the rarest."""
        return self.bm25.idf(term)


def _nearness(embedded: Embedded, asked: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Cosines of what was asked and each passage, and each passage's nearest sentence."""
    whole, sentences, owners = embedded
    nearest = np.full(len(whole), -1.0, dtype=np.float32)
    np.maximum.at(nearest, owners, sentences @ asked)
    return whole @ asked, nearest


def _first_of_their_name(segments: Sequence[Segment]) -> NDArray[np.int64]:
    """The numbers of all passages but those of an article that a segment before has one of the same name of."""
    numbers: list[NDArray[np.int64]] = []
    seen: set[str] = set()
    at = 0
    for segment in segments:
        here = np.arange(at, at + len(segment.passages))
        hidden = seen & segment.articles.keys()
        if hidden:
            here = here[[p.article.name not in hidden for p in segment.passages]]
        numbers.append(here)
        seen |= segment.articles.keys()
        at += len(segment.passages)
    return np.concatenate(numbers) if numbers else np.zeros(0, dtype=np.int64)
