"""Two who are married: “they”, after “who is her husband?” and “when did Quill marry?”."""

from __future__ import annotations

from collections.abc import Sequence

from index.follow_ups.clause import Clause
from index.named import Named
from index.verbs import verb

_SPOUSES = frozenset("husband wife spouse partner fiancé fiance fiancée fiancee boyfriend girlfriend".split())
_MARRYING = frozenset("marry divorce".split())
_THEIR_SPOUSE = {"f": "her husband", "m": "his wife"}


def couple(clause: Clause, answering: Sequence[Named]) -> str | None:
    """“Quill and Burrow”, “Quill and her husband”; None where a question asks about no such two.

    `answering`: whom the short answer names.
    """
    one, spouse = _owner_of_spouse(clause) or (_who_marries(clause), None)
    if one is None:
        return None
    named = [p.named for p in clause.phrases if p.named is not None and p.kind == "person"]
    others = (n for n in (*named, *answering) if n.kind == "person" and n.shown != one.shown)
    other = next((n.text for n in others), None) or _unnamed(one, spouse)
    return f"{one.text} and {other}" if other else None


def _owner_of_spouse(clause: Clause) -> tuple[Named, str] | None:
    """Quill, of “Quill's husband”."""
    for at in range(2, len(clause.tokens)):
        after = clause.tokens[at + 1].tag if at + 1 < len(clause.tokens) else ""
        if clause.lower[at] not in _SPOUSES or clause.tokens[at - 1].tag != "s" or after == "s":
            continue
        for first in range(at - 2, -1, -1):
            hit = clause.named_at(first)
            if hit is not None and hit[0] == at - 1 and hit[1].kind == "person":
                return hit[1], clause.lower[at]
    return None


def _who_marries(clause: Clause) -> Named | None:
    marrying = any((verb(w) or ("", ""))[0] in _MARRYING for w in clause.lower)
    return next((p.named for p in clause.phrases if p.kind == "person"), None) if marrying else None


def _unnamed(one: Named, spouse: str | None) -> str | None:
    theirs = _THEIR_SPOUSE.get(one.gender or "")
    return f"{theirs.split()[0]} {spouse}" if theirs and spouse else theirs
