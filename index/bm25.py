"""BM25 over texts: rank_bm25's BM25Okapi with Lucene's idf, scored by postings instead of a loop over all texts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cached_property

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
        self._postings = self._post()

    def _calc_idf(self, nd: dict[str, int]) -> None:
        """Called by BM25Okapi with the number of texts that hold each term."""
        self.idf = {t: idf(df, self.corpus_size) for t, df in nd.items()}

    def _post(self) -> dict[str, tuple[NDArray[np.int32], NDArray[np.float32]]]:
        """For each term the texts that hold it, and how often they do."""
        places: dict[str, list[int]] = {}
        counts: dict[str, list[int]] = {}
        for number, frequencies in enumerate(self.doc_freqs):
            for term, count in frequencies.items():
                places.setdefault(term, []).append(number)
                counts.setdefault(term, []).append(count)
        return {
            term: (np.asarray(where, dtype=np.int32), np.asarray(counts[term], dtype=np.float32))
            for term, where in places.items()
        }

    def frequency(self, term: str) -> int:
        """How many texts hold the term."""
        posting = self._postings.get(term)
        return 0 if posting is None else len(posting[0])

    def norms(self, average: float) -> NDArray[np.float32]:
        """What the length of each text weighs against its counts, where texts have `average` terms."""
        lengths = np.asarray(self.doc_len, dtype=np.float32)
        return np.asarray(self.k1 * (1 - self.b + self.b * lengths / (average or 1.0)), dtype=np.float32)

    @cached_property
    def _own_norms(self) -> NDArray[np.float32]:
        return self.norms(self.avgdl)

    def scores(self, weighed: Iterable[tuple[str, float]], norms: NDArray[np.float32]) -> NDArray[np.float32]:
        """Scores of all texts, shape (texts,), for terms with their idf, given the norms of the texts."""
        scores = np.zeros(self.corpus_size, dtype=np.float32)
        for term, weight in weighed:
            posting = self._postings.get(term)
            if posting is not None:
                at, tf = posting
                scores[at] += (weight * tf * (self.k1 + 1) / (tf + norms[at])).astype(np.float32)
        return scores

    def get_scores(self, query: Sequence[str]) -> NDArray[np.float32]:
        """Scores of all texts, shape (texts,), for the terms of a query; a term that comes twice counts twice."""
        return self.scores([(t, self.idf[t]) for t in query if t in self.idf], self._own_norms)

    def best(self, query: str, count: int) -> list[tuple[int, float]]:
        """The `count` best texts for a query as (number from 0, score), best first, none without a common term."""
        scores = self.get_scores(terms(query))
        top = np.argsort(-scores, kind="stable")[:count]
        return [(int(i), float(scores[i])) for i in top if scores[i] > 0]


class JointIndex:
    """Several indexes searched as one: the scores are those of one index over all their texts, in the indexes' order.

    What an index holds is counts; what depends on the whole collection (idf, the average length) is reckoned here. So
    collections that have parts in common share these (as the segments of a Lucene index are searched).

    >>> cats, dogs = ParagraphIndex(["The cat sat."]), ParagraphIndex(["Dogs bark at cats.", "Rain fell."])
    >>> joint = JointIndex([cats, dogs]).get_scores(terms("a barking dog"))
    >>> whole = ParagraphIndex(["The cat sat.", "Dogs bark at cats.", "Rain fell."]).get_scores(terms("a barking dog"))
    >>> bool((joint == whole).all())
    True
    """

    def __init__(self, parts: Sequence[ParagraphIndex]) -> None:
        self.parts = tuple(parts)
        self.corpus_size = sum(p.corpus_size for p in self.parts)
        average = sum(sum(p.doc_len) for p in self.parts) / max(self.corpus_size, 1)
        self._norms = [p.norms(average) for p in self.parts]

    def frequency(self, term: str) -> int:
        """How many texts hold the term."""
        return sum(p.frequency(term) for p in self.parts)

    def idf(self, term: str) -> float:
        """That of the rarest for a term that no text holds."""
        return idf(max(self.frequency(term), 1), self.corpus_size)

    def get_scores(self, query: Sequence[str]) -> NDArray[np.float32]:
        """Scores of all texts, shape (texts,), for the terms of a query; a term that comes twice counts twice."""
        weighed = [(term, self.idf(term)) for term in query]
        scores = [p.scores(weighed, norms) for p, norms in zip(self.parts, self._norms, strict=True)]
        return np.concatenate(scores) if scores else np.zeros(0, dtype=np.float32)


def idf(frequency: int, texts: int) -> float:
    """Lucene's, of a term that so many of the texts hold."""
    return math.log(1 + (texts - frequency + 0.5) / (frequency + 0.5))
