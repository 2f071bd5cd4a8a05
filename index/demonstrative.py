"""“who's that guy?”, “what does that company do?”: a noun pointed at, as the pronoun that asks the same."""

from __future__ import annotations

import re

from index.verbs import verb

_POINTED = re.compile(
    r"\b(?:that|this) (?:(?P<man>guy|man|dude|bloke|gentleman|boy)|(?P<woman>woman|lady|girl)|(?P<body>company|firm|business|organisation|organization|bank|club|agency))(?P<owns>['’]s)?\b(?! (?:who|that|which)\b)",
    re.IGNORECASE,
)
_FORMS = {"man": ("he", "him", "his"), "woman": ("she", "her", "her"), "body": ("they", "them", "their")}
_BEFORE_OBJECT = frozenset("of to for with by from about at on in against behind".split())


def as_pronoun(message: str) -> str:
    """“who is he”, of “who is that guy”; the message as it is, where nothing is pointed at."""
    return _POINTED.sub(lambda found: _pronoun(found, message[: found.start()].split()), message)


def _pronoun(found: re.Match[str], before: list[str]) -> str:
    subject, other, possessive = _FORMS[str(found.lastgroup if found.lastgroup != "owns" else _kind(found))]
    if found["owns"]:
        return possessive
    word = before[-1].lower() if before else ""
    governed = word in _BEFORE_OBJECT or (verb(word) is not None and not re.fullmatch(r"(?:do|does|did|is|was|has|had|have|will|would|are|were)", word))  # fmt: skip
    return other if governed else subject


def _kind(found: re.Match[str]) -> str:
    return next(kind for kind in _FORMS if found[kind])
