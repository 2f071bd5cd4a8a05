"""“why then?”, “why that year?”: why it was so at the time that the turn before told."""

from __future__ import annotations

import re

from index.article import Citation
from index.follow_ups.lead import LEAD
from index.follow_ups.short_answer import preposition_before
from index.follow_ups.turns import Turn
from index.library import Library
from index.spans import spans_of_kind

_WHY_THEN = re.compile(
    LEAD + r"why (?:only )?(?:then|(?:(?:in|on|at) )?that (?:year|day|date|month|week|time))\W*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b\d{4}\b")
_OF_TIME = ("in", "on", "at", "since", "until", "after", "before", "during")


def told_when(whole: str, message: str, turn: Turn, library: Library) -> str:
    """“why did Quill open the bridge on Monday”, of “why did Quill open the bridge”, where the message points at the time."""
    told = _time(turn, library) if _WHY_THEN.fullmatch(message) else None
    if told is None or told.lower().split(" ", 1)[-1] in whole.lower():
        return whole
    return f"{whole} {told}"


def _time(turn: Turn, library: Library) -> str | None:
    answer = turn.answer
    if answer.verdict != "answered" or answer.sentence is None or answer.sentence.article not in library.names:
        return None
    cited = answer.span or answer.sentence  # what somebody did is no time
    text = library.text(cited)
    found = [(a, b) for a, b in spans_of_kind("when", text) if not text[b : b + 1].isalnum()]
    found = [(a, b) for a, b in found if _YEAR.search(text[a:b])] or found
    if len(found) != 1:
        return None  # which of them is meant
    start, end = found[0]
    told = Citation(cited.article, cited.place, cited.start + start, cited.start + end)
    joint = preposition_before(library, told, told.start)
    return f"{joint} {library.text(told)}" if joint in _OF_TIME else library.text(told)
