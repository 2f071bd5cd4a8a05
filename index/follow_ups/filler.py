"""Words of a message that ask for nothing: “then” of “how much do they want then?”."""

from __future__ import annotations

from index.follow_ups.clause import Clause
from index.verbs import verb

_PRESENT = frozenset("is are isn't aren't do does don't doesn't has have hasn't haven't can can't".split())
_COMING = frozenset("will would shall may might".split())


def without_then(message: str, before: str) -> str:
    """“how much do they want”, of “how much do they want then”: a time only of what is past, or after what is yet to come.

    `before`: the question asked last.
    """
    clause = Clause(message)
    end = len(clause.tokens) - 1
    if end < 3 or clause.lower[end] != "then" or clause.tokens[end - 1].tag in "pc":
        return message
    acting = verb(clause.lower[clause.verb]) if clause.verb is not None else None
    if clause.aux is not None:
        present = clause.lower[clause.aux] in _PRESENT and "been" not in clause.lower
    else:
        present = bool(clause.wh) and acting is not None and acting[1] in ("base", "s")
    happening = acting is not None and acting[0] == "happen"
    if not present or happening or not _COMING.isdisjoint(before.lower().split()):
        return message
    at = message.lower().rindex("then")
    return message[:at].rstrip(" ,") + message[at + len("then") :]
