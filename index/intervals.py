"""Stretches of a text that are something already: what is quoted, who is named."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from index.article import Article, Citation, Place


class Intervals:
    """Characters (start, end) that do not overlap, to be asked whether others do."""

    def __init__(self, intervals: Iterable[tuple[int, int]]) -> None:
        self.sorted = sorted(intervals)
        self._ends = [end for _, end in self.sorted]

    def meet(self, start: int, end: int) -> bool:
        """Whether any character from `start` to `end` lies in one of them."""
        at = bisect_left(self._ends, start + 1)
        return at < len(self.sorted) and self.sorted[at][0] < end

    def blanked(self, text: str) -> str:
        """The text with blanks in their place."""
        pieces, done = [], 0
        for start, end in self.sorted:
            pieces += [text[done:start], " " * (end - start)]
            done = end
        return "".join([*pieces, text[done:]])


def by_place(article: Article, citations: Iterable[Citation]) -> dict[Place, Intervals]:
    """The cited stretches of each paragraph, none for those that are not cited."""
    found: defaultdict[Place, list[tuple[int, int]]] = defaultdict(list)
    for citation in citations:
        found[citation.place].append((citation.start, citation.end))
    return {p.place: Intervals(found[p.place]) for p in article.paragraphs}
