"""“what was she before?”: before the office that a question or the article gives somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.follow_ups.clause import Clause
from index.follow_ups.lead import LEAD
from index.follow_ups.main_verb import BE
from index.lexicon import is_role

_BEFORE = re.compile(
    rf"(?P<asked>{LEAD}what (?:(?:was|were) (?:he|she)|(?P<did>did (?:he|she) do)|(?P<job>was (?:his|her) job)))"
    r" (?:before|previously|before (?:that|then|this))\W*",
    re.IGNORECASE,
)
_NO_OFFICE = re.compile(
    r"(?:(?:an? |the )?(?:former|ex|then|late|retired|one-time)|his|her|its|their|my|our)\b", re.IGNORECASE
)
_LONGEST = 8
"""Words of an office that a question can hold."""


def asks_before(message: str) -> bool:
    """Whether a message asks what somebody was or did before."""
    return _BEFORE.fullmatch(message) is not None


def before_office(message: str, before: Clause, roles: Sequence[str]) -> str:
    """“what was he before becoming the mayor”, after “who is the mayor”; the message where no office is known.

    `roles`: what the article calls the one whom the message speaks of.
    """
    found = _BEFORE.fullmatch(message)
    if found is None:
        return message
    asked = _office_asked_for(before)
    # What somebody did before that is rather before what was done.
    held = () if found["did"] else (r for r in roles if _is_office(r) and not (found["job"] and _is_title(r)))
    office = asked or next(iter(held), None)
    return f"{found['asked']} before becoming {office}" if office else message


def _office_asked_for(before: Clause) -> str | None:
    """“the mayor of Thornby”, of “who is the mayor of Thornby”."""
    if before.kind != "who" or before.verb is not None or before.aux is None or before.lower[before.aux] not in BE:
        return None
    office = before.words(before.aux + 1, len(before.tokens))
    return office if _is_office(office) else None


def _is_title(role: str) -> bool:
    """“President”, as it stands before a name: with “job” before it, it is rather read as a part of the name."""
    return role[:1].isupper() and " " not in role


def _is_office(role: str) -> bool:
    said = re.split(r" (?:of|for|at|in|to|on) |, ", role)[0].split()
    return bool(said) and len(role.split()) <= _LONGEST and not _NO_OFFICE.match(role) and is_role(said[-1].lower())
