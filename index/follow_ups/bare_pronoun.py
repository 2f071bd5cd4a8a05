"""“and her?”, “what about them?”: a pronoun alone, in place of what the last question asked about."""

from __future__ import annotations

import re

from index.follow_ups.clause import Clause, Phrase

PRONOUN_ALONE = re.compile(
    r"\W*(?:(?:and|but|so|ok|okay|or|what about|how about|what of)\b[\s,]*)+(?P<pronoun>he|him|she|her|they|them)[\s?.!]*",
    re.IGNORECASE,
)
_FORMS = {
    "he": ("he", "him", "his"), "him": ("he", "him", "his"),
    "she": ("she", "her", "her"), "her": ("she", "her", "her"),
    "they": ("they", "them", "their"), "them": ("they", "them", "their"),
}  # fmt: skip


def with_pronoun(message: str, before: Clause) -> str | None:
    """“how much did she raise”, for “and her?” after “how much did Burrow raise”; None for another message."""
    found = PRONOUN_ALONE.fullmatch(message)
    target = _person(before) if found else None
    if found is None or target is None:
        return None
    subject, other, possessive = _FORMS[found["pronoun"].lower()]
    after = target.last
    if before.tokens[target.last - 1].tag == "s" or before.lower[after : after + 1] == ["'s"]:
        form, after = possessive, after + (before.lower[after : after + 1] == ["'s"])
    else:
        form = subject if before.aux is not None and target.first == before.aux + 1 else other
    start, rest = before.words(0, target.first), before.words(after, len(before.tokens))
    return " ".join(filter(None, (start, form, rest)))


def _person(before: Clause) -> Phrase | None:
    """Its subject, where that is a person or another name; else the last person."""
    named = [p for p in before.phrases if p.kind in ("person", "name") and not p.asked]
    subject = [p for p in named if before.aux is not None and p.first == before.aux + 1]
    people = [p for p in named if p.kind == "person"]
    return next(iter([*subject, *reversed(people), *named]), None)
