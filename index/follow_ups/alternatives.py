"""“the first one”, “and the other one?”, “the latter”: one of the things that an answer or a question lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LIST = re.compile(r"(?P<first>[^,;]+(?:, [^,;]+)*?),? (?:and|or) (?P<last>[^,;]+)")
_ONE_OF = re.compile(
    r"\bthe (?:(?P<which>first|second|third|last|other) (?:one|1)\b|(?P<paired>former|latter)\b"
    r"|(?P<alone>first|second|third|last|other)(?=$|[?.!,]| (?:do|does|did|is|are|was|were|will|would|has|have|had|can|could)\b))",
    re.IGNORECASE,
)
_PLACES = {"first": 0, "former": 0, "second": 1, "third": 2, "last": -1, "latter": -1}
_LONGEST = 5
"""Words of a thing in a list."""


def listed(text: str) -> list[str]:
    """The things of “AZ Fly and AZ Services”; none where the text is no list of short phrases."""
    found = _LIST.fullmatch(text.strip(' .,;“”"'))
    if found is None:
        return []
    things = [*found["first"].split(", "), found["last"]]
    short = all(
        0 < len(t.split()) <= _LONGEST and not re.search(r"\b(?:and|or|that|which|who|but)\b", t) for t in things
    )
    return things if short else []


def chosen(message: str, lists: Sequence[Sequence[str]], before: str) -> tuple[str, str, str] | None:
    """The message with the thing that it means, the words for it, and the thing. `lists`: latest first; `before`: the question asked last.

    “the other one” is the one of two that was not asked about.
    """
    found = _ONE_OF.search(message)
    if found is None:
        return None
    which = (found["which"] or found["paired"] or found["alone"]).lower()
    for things in lists:
        if which == "other":
            rest = [t for t in things if t.lower() not in before.lower()]
            if len(things) != 2 or len(rest) != 1:
                continue
            thing = rest[0]
        else:
            place = _PLACES[which]
            if place >= len(things):
                continue
            thing = things[place]
        return message[: found.start()] + thing + message[found.end() :], found[0], thing
    return None
