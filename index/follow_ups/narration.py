"""“and then?”: what came next, after what the last question and its answer say."""

from __future__ import annotations

import re

from index.follow_ups.clause import Clause
from index.follow_ups.lead import LEAD
from index.follow_ups.statement import declarative
from index.verbs import verb

_NEXT = re.compile(
    LEAD + r"(?:then|then what|what then|what next|next|after that|what (?:happened|happens|came|comes|did they do) (?:then|next|afterwards|after(?: (?:that|this|it))?)"
    r"|what (?:did|does) (?:he|she|they|it) do (?:then|next|afterwards|after(?: (?:that|this|it))?))[\s?.!]*",
    re.IGNORECASE,
)  # fmt: skip


def continued(message: str, before: Clause, answer: str | None) -> str | None:
    """“what happened after Quill opened the bridge”; None for another message, or where nothing is told to go on from."""
    if not _NEXT.fullmatch(message) or (before.kind == "when" and "happen" in message.lower()):
        return None  # “what happens then”, where a time was told
    doing = before.verb is not None and before.kind == "what" and verb(before.lower[before.verb]) == ("do", "base")
    if doing:
        return _after(before)
    stated = declarative(before, answer if before.subject_asked else None)
    if stated is None:
        return None
    happening = "happened" if _is_past(before) else "happens"
    return f"what {happening} after {stated}"


def _is_past(clause: Clause) -> bool:
    if clause.aux is not None:
        return clause.lower[clause.aux] in ("did", "was", "were", "had", "didn't", "wasn't", "weren't")
    found = verb(clause.lower[clause.verb]) if clause.verb is not None else None
    return found is not None and found[1] == "past"


def _after(before: Clause) -> str:
    """“what did Quill do after the flood”, of “what did Quill do in the flood”; else “… do next”."""
    last = next((p for p in reversed(before.phrases) if p.last == len(before.tokens)), None)
    if (
        last is not None
        and last.preposition in ("in", "during", "at", "on", "after", "before")
        and last.kind not in ("person", "place")
    ):
        return f"{before.words(0, last.first - 1)} after {before.words(last.first, last.last)}"  # fmt: skip
    return f"{before.text} next"
