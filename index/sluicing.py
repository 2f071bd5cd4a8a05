"""Sluices: “did she say why?” asks whether she said why the thing happened that was spoken of before."""

from __future__ import annotations

import re

from index.clause import Clause
from index.statement import declarative

_SLUICE = re.compile(
    r"(?P<whether>(?:did|does|do|has|have|had|will|is|are) .+?) (?P<asked>since when|how long|why|when|where|how)", re.IGNORECASE
)  # fmt: skip
_TELLING = frozenset(
    "say says said know known explain explained mention mentioned tell told reveal revealed clear reported certain announce announced".split()
)


def sluiced(given: Clause, before: Clause, answer: str | None) -> str | None:
    """“did Quill say why Quill opened the bridge”; None for what is no sluice, or where nothing was stated."""
    found = _SLUICE.fullmatch(given.text)
    if found is None or not _TELLING & set(found["whether"].lower().split()[-2:]):
        return None
    stated = declarative(before, answer if before.subject_asked else None)
    return f"{found['whether']} {found['asked']} {stated}" if stated else None
