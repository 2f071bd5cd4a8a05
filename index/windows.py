"""What the reader reads: a passage found, and as many of its neighbours as fit.

News sets a paragraph for a sentence or two, and “he” stands in one, the name in the one before. So a short passage is
read together with what stands around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from index.passages import Passage


@dataclass(frozen=True)
class Window:
    """Neighbouring passages of one article, in reading order, a blank between them."""

    first: int
    """The number of its first passage."""
    passages: tuple[Passage, ...]

    @cached_property
    def text(self) -> str:
        """What is read."""
        return " ".join(p.text for p in self.passages)

    def locate(self, start: int, end: int) -> tuple[int, Passage, int, int] | None:
        """The passage (its number and itself) that holds characters `start` to `end` of the text, and where they
        stand in its paragraph.

        None where they run from one passage into the next.
        """
        at = 0
        for number, passage in enumerate(self.passages, self.first):
            length = passage.end - passage.start
            if at <= start and end <= at + length:
                return number, passage, passage.start + start - at, passage.start + end - at
            at += length + 1
        return None


def windows_around(
    passages: Sequence[Passage],
    found: Sequence[tuple[int, float]],
    count: int,
    max_words: int,
    budget: int | None = None,
) -> list[Window]:
    """At most `count` windows of at most `max_words` words around the best passages, none read twice.

    A passage that is longer stands alone. No window is begun once `budget` words are to be read.
    `passages` are all of the library in reading order, `found` numbers of them with their scores, best first.
    """
    taken: set[int] = set()
    windows: list[Window] = []
    planned = 0
    for number, _ in found:
        if len(windows) == count or (budget is not None and planned >= budget):
            break
        if number in taken:
            continue
        span = _grown(passages, number, taken, max_words)
        taken.update(span)
        planned += sum(_words(passages[i]) for i in span)
        windows.append(Window(span.start, tuple(passages[i] for i in span)))
    return windows


def _grown(passages: Sequence[Passage], number: int, taken: set[int], max_words: int) -> range:
    """Grows by what stands before, then by what stands behind, in turns."""
    first = last = number
    words = _words(passages[number])
    sides = [-1, 1]
    while sides:
        side = sides.pop(0)
        neighbour = first - 1 if side < 0 else last + 1
        if (
            not 0 <= neighbour < len(passages)
            or neighbour in taken
            or not _joins(passages[neighbour], passages[number])
        ):
            continue
        words += _words(passages[neighbour])
        if words > max_words:
            words -= _words(passages[neighbour])
            continue
        first, last = min(first, neighbour), max(last, neighbour)
        sides.append(side)
    return range(first, last + 1)


def _joins(one: Passage, other: Passage) -> bool:
    return one.article is other.article and (one.paragraph.part == "body") == (other.paragraph.part == "body")


def _words(passage: Passage) -> int:
    return passage.text.count(" ") + 1
