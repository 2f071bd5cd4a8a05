"""The seam between retrieval and the answer: what a reader makes of a question and a passage."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of a passage; the higher the score (in logits), the likelier the answer."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """One passage read for one question."""

    spans: tuple[Span, ...]
    """Best first, at most ten."""
    null: float
    """The score, comparable to the spans', that the passage does not answer."""
    pieces: tuple[tuple[int, int], ...] = ()
    """Where the passage's pieces stand in it, in order."""
    relevances: tuple[float, ...] = ()
    """One a piece: how relevant to the question what it stands in is, whether it answers or not."""

    def relevance(self, start: int, end: int) -> float:
        """The mean of the pieces between two characters; 0 where there are none."""
        first = bisect_left(self.pieces, start, key=itemgetter(0))
        inside = self.relevances[first : bisect_right(self.pieces, end, key=itemgetter(1))]
        return sum(inside) / len(inside) if inside else 0.0


class Reader(Protocol):
    """Points at answers; writes none."""

    def read(self, question: str, title: str, passages: Sequence[str]) -> list[Reading]:
        """One reading a passage, in their order."""
        ...
