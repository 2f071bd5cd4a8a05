"""BM25 over texts: rank_bm25's BM25Okapi with Lucene's idf, scored by postings instead of a loop over all texts."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from index.language import terms


class ParagraphIndex(BM25Okapi):  # type: ignore[misc]  # rank_bm25 has no types
    """Scores texts (paragraphs, passages, sentences, quotes) for a query.

    Okapi BM25 (Robertson and Zaragoza 2009, *The Probabilistic Relevance Framework*, §3), k1 = 1.5, b = 0.75, with the
    idf of Lucene, ln(1 + (N - df + 0.5) / (df + 0.5)): never negative, where rank_bm25 would lift what is in more than
    half of the texts to a share of the average idf. In a short article those are the names that people ask for.

    >>> index = ParagraphIndex(["The cat sat.", "Dogs bark at cats.", "Rain fell."])
    >>> [i for i, score in index.best("a barking dog", 2)]
    [1]
    """

    def __init__(self, texts: Sequence[str], k1: float = 1.5, b: float = 0.75) -> None:
        self.documents = [terms(t) for t in texts]
        self.idf: dict[str, float] = {}
        self.doc_freqs: list[dict[str, int]]
        self.doc_len: list[int]
        if self.documents:
            super().__init__(self.documents, k1=k1, b=b)
        else:  # BM25Okapi divides by the number of texts
            self.k1, self.b, self.corpus_size, self.avgdl, self.doc_freqs, self.doc_len = k1, b, 0, 0.0, [], []
        self._postings = self._weigh()

    def _calc_idf(self, nd: dict[str, int]) -> None:
        """Called by BM25Okapi with the number of texts that hold each term."""
        self.idf = {t: math.log(1 + (self.corpus_size - df + 0.5) / (df + 0.5)) for t, df in nd.items()}

    def _weigh(self) -> dict[str, tuple[NDArray[np.int32], NDArray[np.float32]]]:
        """For each term the texts that hold it, and what it adds to their scores."""
        places: dict[str, list[int]] = {}
        counts: dict[str, list[int]] = {}
        for number, frequencies in enumerate(self.doc_freqs):
            for term, count in frequencies.items():
                places.setdefault(term, []).append(number)
                counts.setdefault(term, []).append(count)
        lengths = np.asarray(self.doc_len, dtype=np.float32)
        norm = self.k1 * (1 - self.b + self.b * lengths / (self.avgdl or 1.0))
        postings = {}
        for term, where in places.items():
            at = np.asarray(where, dtype=np.int32)
            tf = np.asarray(counts[term], dtype=np.float32)
            postings[term] = (at, (self.idf[term] * tf * (self.k1 + 1) / (tf + norm[at])).astype(np.float32))
        return postings

    def get_scores(self, query: Sequence[str]) -> NDArray[np.float32]:
        """Scores of all texts, shape (texts,), for the terms of a query; a term that comes twice counts twice."""
        scores = np.zeros(self.corpus_size, dtype=np.float32)
        for term in query:
            posting = self._postings.get(term)
            if posting is not None:
                scores[posting[0]] += posting[1]
        return scores

    def best(self, query: str, count: int) -> list[tuple[int, float]]:
        """The `count` best texts for a query as (number from 0, score), best first, none without a common term."""
        scores = self.get_scores(terms(query))
        top = np.argsort(-scores, kind="stable")[:count]
        return [(int(i), float(scores[i])) for i in top if scores[i] > 0]
