"""Sluices: “did she say why?” asks whether she said why the thing happened that was spoken of before, “did they find out?” whether they found out who did it."""

from __future__ import annotations

import re

from index.follow_ups.clause import Clause
from index.follow_ups.statement import declarative

_SLUICE = re.compile(
    r"(?P<whether>(?:did|does|do|has|have|had|will|is|are) .+?) (?P<asked>since when|how long|why|when|where|how)", re.IGNORECASE
)  # fmt: skip
_FOUND_OUT = re.compile(
    r"(?P<whether>(?:did|does|do|has|have|had|will|can|could) (?!you\b|we\b).+?) (?:solved? (?:it|that|this)"
    r"|(?:find|found|figured?|work(?:ed)?)(?: (?:it|that|this))? out(?: (?:it|that|this))?)(?: yet)?", re.IGNORECASE
)  # fmt: skip
_TELLING = frozenset(
    "say says said know known explain explained mention mentioned tell told reveal revealed clear reported certain announce announced".split()
)


def found_out(given: Clause, before: Clause) -> str | None:
    """“did the police find out who painted the towers”, of “did the police solve it?”; None for another message."""
    found = _FOUND_OUT.fullmatch(given.text)
    if found is None or before.verb is None or not before.wh:
        return None
    stated = None if before.subject_asked else declarative(before, None)
    asked = before.text if before.subject_asked else f"{before.words(0, before.wh)} {stated}" if stated else None
    whether = found["whether"]
    if before.kind == "who" and before.subject_asked:  # who did it need not find out
        whether = re.sub(r"^(?:has|have) they\b", "has anyone", whether, flags=re.IGNORECASE)
        whether = re.sub(r"\bthey\b", "anyone", whether, flags=re.IGNORECASE)
    having = given.lower[0] in ("has", "have", "had")
    return f"{whether} {'found' if having else 'find'} out {asked}" if asked else None


def sluiced(given: Clause, before: Clause, answer: str | None) -> str | None:
    """“did Quill say why Quill opened the bridge”; None for what is no sluice, or where nothing was stated."""
    found = _SLUICE.fullmatch(given.text)
    if found is None or not _TELLING & set(found["whether"].lower().split()[-2:]):
        return None
    stated = declarative(before, answer if before.subject_asked else None)
    return f"{found['whether']} {found['asked']} {stated}" if stated else None
