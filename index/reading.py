"""The seam between retrieval and the answer: what a reader makes of a question and a passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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


class Reader(Protocol):
    """Points at answers; writes none."""

    def read(self, question: str, title: str, passages: Sequence[str]) -> list[Reading]:
        """One reading a passage, in their order."""
        ...
