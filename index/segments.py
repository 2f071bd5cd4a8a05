"""What is indexed once and searched in many collections: some articles' passages, their terms, words and vectors."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.article import Article
from index.bm25 import ParagraphIndex
from index.language import words
from index.passages import Passage, passages_of
from index.vectors import StaticVectors

Embedded = tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.int64]]
"""Vectors of passages and of their sentences, and for each sentence the place of its passage among them."""


class Segment:
    """The index of some articles; each part of it is made when first asked for, and kept."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = {a.name: a for a in articles}
        self._alone: dict[str, Segment] = {}
        self._embedded: dict[StaticVectors, Embedded] = {}

    def alone(self, name: str) -> Segment:
        """That of one of the articles. Raises KeyError."""
        if len(self.articles) == 1 and name in self.articles:
            return self
        if name not in self._alone:
            self._alone[name] = Segment([self.articles[name]])
        return self._alone[name]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Article by article, in reading order."""
        return tuple(p for a in self.articles.values() for p in passages_of(a))

    @cached_property
    def bm25(self) -> ParagraphIndex:
        """Of the passages."""
        return ParagraphIndex([p.text for p in self.passages])

    @cached_property
    def vocabulary(self) -> dict[str, str]:
        """Every normalised word of the passages, and how it is written where it first stands."""
        found: dict[str, str] = {}
        for passage in self.passages:
            text = passage.text
            for word in words(text):
                found.setdefault(word.form, text[word.start : word.end].removesuffix("’s").removesuffix("'s"))
        return found

    def embedded(self, vectors: StaticVectors) -> Embedded:
        """The vectors of all passages."""
        if vectors not in self._embedded:
            self._embedded[vectors] = embed(self.passages, vectors)
        return self._embedded[vectors]


def embed(passages: Sequence[Passage], vectors: StaticVectors) -> Embedded:
    """The vectors of the passages and of their sentences."""
    sentences = [(at, p.paragraph.text[s.start : s.end]) for at, p in enumerate(passages) for s in p.sentences]
    return (
        vectors.embed([p.text for p in passages], "text"),
        vectors.embed([s for _, s in sentences], "text"),
        np.array([at for at, _ in sentences], dtype=np.int64),
    )
