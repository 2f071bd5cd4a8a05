"""“when will that be decided?”, “who decides that?”: what is still open, as the last question asked it."""

from __future__ import annotations

import re

from index.follow_ups.clause import Clause
from index.follow_ups.lead import LEAD
from index.follow_ups.statement import parts

_DECIDED = re.compile(
    rf"{LEAD}(?P<asked>(?:when|how|where|by when) (?:will|is|would|does|has)) (?:that|this|it)"
    r"(?P<rest> (?:(?:going to |to |to be |be |being |get |been )*)(?:decided|settled|known|announced|determined|voted on|decided on))",
    re.IGNORECASE,
)
_DECIDING = re.compile(
    rf"{LEAD}(?P<asked>(?:who (?:decides|will decide|gets to decide|has to decide|is going to decide|is deciding)"
    r"|(?:when|how|where|by when) (?:will|do|does|would|must|can) (?:he|she|they|(?:the |his |her |their )?[\w’'-]+(?: [\w’'-]+)?) (?:have to )?decide))"
    r"(?: (?:(?:on|about) )?(?:that|this|it))?",
    re.IGNORECASE,
)
_OPEN = frozenset("will would could can may might should shall must".split())
"""What has been decided is no longer asked about so."""
_LONGEST = 14


def with_open_question(message: str, before: Clause) -> str:
    """“when will it be decided who will lead the council”, after “who will lead the council?”; the message where nothing is open."""
    text = message.strip(" ?.!")
    decided, deciding = _DECIDED.fullmatch(text), _DECIDING.fullmatch(text)
    asked = _indirect(before) if decided or deciding else None
    if asked is None:
        return message
    return f"{decided['asked']} it{decided['rest']} {asked}" if decided else f"{deciding['asked']} {asked}"  # type: ignore[index]


def _indirect(before: Clause) -> str | None:
    """“where Quill will live”, of “where will Quill live”; “whether …”, of what can be answered with yes or no."""
    if before.aux is None or before.lower[before.aux] not in _OPEN or len(before.tokens) > _LONGEST:
        return None
    if before.subject_asked:
        return before.text
    body = before if not before.wh else Clause(before.words(before.wh, len(before.tokens)), before.names)
    told = parts(body)
    if told is None:
        return None
    aux, subject, rest = told
    if body.verb is None and Clause(rest).tokens[0].tag == "p":
        return None  # “how high can the fine for the bridge be”: where the subject ends, is not told
    asked = before.words(0, before.wh) if before.wh else "whether"
    return f"{asked} {subject} {aux} {rest}"
