"""“who's that guy?”, “how old is that one?”: what is pointed at, as the pronoun that asks the same."""

from __future__ import annotations

import re

from index.follow_ups.main_verb import BE
from index.follow_ups.question_form import AUXILIARIES
from index.lexicon import words
from index.verbs import verb

_POINTED = re.compile(
    r"\b(?:that|this) (?:(?P<man>guy|man|dude|bloke|gentleman|boy)|(?P<woman>woman|lady|girl)|(?P<body>company|firm|business|organisation|organization|bank|club|agency))(?P<owns>['’]s)?\b(?! (?:who|that|which)\b)",
    re.IGNORECASE,
)
_THAT_ONE = re.compile(r"\b(?:that|this) one\b(?P<stop>(?= *[,.?!]))?", re.IGNORECASE)
_FORMS = {"man": ("he", "him", "his"), "woman": ("she", "her", "her"), "body": ("they", "them", "their")}
_BEFORE_OBJECT = frozenset("of to for with by from about at on in against behind".split())


def as_pronoun(message: str) -> str:
    """“who is he”, of “who is that guy”; the message as it is, where nothing is pointed at."""
    message = _THAT_ONE.sub(lambda found: "it" if _is_whole(found, message) else found[0], message)
    return _POINTED.sub(lambda found: _pronoun(found, message[: found.start()].split()), message)


def _is_whole(found: re.Match[str], message: str) -> bool:
    """“how old is that one”, “does that one work well”; not “that one of hers”, “that one report”, “who is that one”."""
    before, after = message[: found.start()].lower().split(), message[found.end() :].lower().split()
    if not before or before == ["what", "about"] or before[-2:] in (["who", "is"], ["who", "was"]):
        return False
    following = after[0].strip(".,!?") if after else ""
    if not following or found["stop"]:
        return True
    if following in ("of", "who", "that", "which"):
        return False
    asked = before[-1] in AUXILIARIES  # what follows is said of it
    acting = following in AUXILIARIES or following in words("prepositions")
    judged = before[-1] in BE and len(after) < 4
    return acting or judged or (asked and verb(following) is not None)


def _pronoun(found: re.Match[str], before: list[str]) -> str:
    subject, other, possessive = _FORMS[str(found.lastgroup if found.lastgroup != "owns" else _kind(found))]
    if found["owns"]:
        return possessive
    word = before[-1].lower() if before else ""
    governed = word in _BEFORE_OBJECT or (verb(word) is not None and not re.fullmatch(r"(?:do|does|did|is|was|has|had|have|will|would|are|were)", word))  # fmt: skip
    return other if governed else subject


def _kind(found: re.Match[str]) -> str:
    return next(kind for kind in _FORMS if found[kind])
