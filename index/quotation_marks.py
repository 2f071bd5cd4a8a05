"""Stretches between quotation marks, in any house style, found in one pass over the characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Family = Literal["double", "apostrophes", "single", "guillemets"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of a paragraph: what stands between two marks, the marks left out."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    """The same with its marks."""
    closed: bool
    """False where the paragraph ends before the closing mark."""


_MARK = re.compile("''|’’|``|´´|[“”„‟\"〝〞＂«»‘’‚‛'`´‹›]")
_MARKUP = re.compile(r"<[a-zA-Z/][^<>]{0,500}>")
_STRONG = frozenset(".,?!…—–-;:)")
_ELISION = re.compile(r"['‘’](?:tis|twas|em|til|cause|bout|round|n|cuz|\d\ds?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: Family
    opens: bool
    closes: bool
    straight: bool


def find_stretches(texts: Sequence[str]) -> tuple[tuple[Stretch, ...], ...]:
    """The outermost quotations of each paragraph; nested ones belong to what holds them.

    Single marks count where the article uses no double ones, or where they stand outside of the double ones
    as plain pairs. An opening mark without its fellow holds to the end of its paragraph.
    """
    marks = [_marks(text) for text in texts]
    leading = _leading(marks)
    return tuple(tuple(_stretches(text, found, leading)) for text, found in zip(texts, marks, strict=True))


def _leading(paragraphs: Sequence[Sequence[_Mark]]) -> Family:
    """The family of marks that this article sets its quotations in."""
    counts = Counter(mark.family for marks in paragraphs for mark in marks if mark.opens)
    if counts["apostrophes"] > counts["double"]:
        return "apostrophes"
    if counts["single"] > 2 * (counts["double"] + counts["guillemets"] + counts["apostrophes"]):
        return "single"
    return "guillemets" if counts["guillemets"] > counts["double"] else "double"


def _marks(text: str) -> list[_Mark]:
    markup = [m.span() for m in _MARKUP.finditer(text)] if "<" in text else []
    found = []
    for match in _MARK.finditer(text):
        while markup and markup[0][1] <= match.start():
            markup.pop(0)
        if not markup or match.start() < markup[0][0]:
            found.append(_read(text, match))
    return found


def _read(text: str, match: re.Match[str]) -> _Mark:
    """What a mark is and may do, by the characters beside it."""
    mark, start, end = match.group(), match.start(), match.end()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    opening = not before.isalnum() and before not in ".,?!…%" and not after.isspace() and after not in ",;:?!)"
    closing = not before.isspace() and not (opening and after.isalnum())
    double = mark in ('"', "＂", "''", "´´")
    if double and not opening and before.isspace() == after.isspace() and (after.isspace() or after.isalnum()):
        # A blank was lost, or one is too many: it closes what is open, or else opens.
        opening = closing = True
    if mark in ("''", "``", "´´"):
        return _Mark(start, end, "apostrophes", mark == "``" or opening, mark != "``" and closing, False)
    if mark in "«»‹›":
        return _Mark(start, end, "guillemets", mark in "«‹", mark in "»›", False)
    if mark == "’’" or mark in '“”„‟"〝〞＂':
        if mark in '"＂':
            return _Mark(start, end, "double", opening, closing, True)
        # A mark turned the wrong way round is read by its place.
        wrong = before.isalnum() or before in ".,?!…" if mark in "“„‟〝" else before.isspace() and after.isalnum()
        opens = (mark in "“„‟〝") != (wrong and (after.isspace() or mark not in "“„‟〝" or after in ".,;:?!)"))
        return _Mark(start, end, "double", opens, not opens, False)
    elided = _ELISION.match(text, start) is not None
    opens = mark != "’" and opening and not elided
    return _Mark(start, end, "single", opens, not opens and _closes_single(text, start, end), mark in "'`´")


def _closes_single(text: str, start: int, end: int) -> bool:
    """A right single mark that is no apostrophe."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isspace() or after.isalnum():
        return False
    if before in _STRONG or after in '.,;:?!)—–"”':
        return True
    if text[start - 2 : start] == "in":
        return False
    return before not in "sS" or not re.match(r"\s+[a-z]", text[end : end + 3])


def _stretches(text: str, marks: Sequence[_Mark], leading: Family) -> Iterator[Stretch]:
    closers = _closers(marks)
    position = 0
    while position < len(marks):
        mark = marks[position]
        closer = closers.get(position)
        if closer is None and mark.opens and mark.family == leading:
            closer = _given_up(text, marks, position)
            end = outer_end = marks[closer].start if closer is not None else len(text)
            following = closer if closer is not None else len(marks)
            closed = False
        elif closer is not None and _counts(mark, marks[closer], leading):
            end, outer_end, following, closed = marks[closer].start, marks[closer].end, closer + 1, True
        else:
            position += 1
            continue
        if text[mark.end : end].strip():
            yield Stretch(mark.end, end, mark.start, outer_end, closed)
        position = following


def _counts(mark: _Mark, closer: _Mark, leading: Family) -> bool:
    """Single marks beside double ones are believed when they stand close."""
    return mark.family == leading or mark.family != "single" or closer.start - mark.end <= 300


def _given_up(text: str, marks: Sequence[_Mark], position: int) -> int | None:
    """Where a quotation that is never closed ends: at the next one that starts a sentence, or with the paragraph."""
    for following in range(position + 1, len(marks)):
        mark = marks[following]
        if mark.opens and mark.family == marks[position].family:
            # Inside of a sentence, the new one is nested.
            before = mark.start
            while before > marks[position].end and text[before - 1].isspace():
                before -= 1
            return following if text[before - 1] in ".?!" else None
    return None


def _closers(marks: Sequence[_Mark]) -> dict[int, int]:
    """Pairs of marks, matched like brackets, each family for itself; single marks do not nest."""
    pairs: dict[int, int] = {}
    open_marks: dict[Family, list[int]] = {"double": [], "apostrophes": [], "guillemets": [], "single": []}
    for position, mark in enumerate(marks):
        stack = open_marks[mark.family]
        if mark.closes and stack:
            pairs[stack.pop()] = position
        elif mark.opens:
            if mark.family == "single":
                stack.clear()
            stack.append(position)
    return pairs
