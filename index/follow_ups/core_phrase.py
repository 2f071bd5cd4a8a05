"""A long answer as one would speak of it: “the shop in the capital”, of “a shop in the capital that sells old brushes”."""

from __future__ import annotations

import re

from index.follow_ups.alternatives import listed
from index.follow_ups.clause import is_plural
from index.tokens import tokenise
from index.verbs import verb

_CLAUSE = re.compile(r",? (?:that|which|who|whose|where|when|because|while|whereas|so that)\b.*", re.IGNORECASE)
_ASIDE = re.compile(r", (?:\d|(?:an?|the|some|about|nearly|almost|worth|valued|priced) ).*")
_DETERMINED = re.compile(
    r"(?:an?|the|its|his|her|their|\d+|[a-z]+teen|two|three|four|five|six|seven|eight|nine|ten) ", re.IGNORECASE
)
_LAST = re.compile(
    r" (?:on|in|at|from|with|for|near|by|to|of|under|behind|beside|inside|outside) (?!.* (?:on|in|at|from|with|for|near|by|to|of|under|behind|beside|inside|outside) ).*"
)
_SEVERAL = re.compile(
    r"(?:an? )(?:[a-z-]+ )?[a-z-]+ of (?P<several>(?:[\w-]+ ){0,2}[a-z-]+s)\b(?P<rest>.*)", re.IGNORECASE
)


def core(text: str, longest: int) -> str:
    """Without what a clause or an aside says of it: “Tromdal”, of “Tromdal, 110 kilometres to the south”.

    `longest`: words of a phrase from which nothing more is left out.
    """
    cut = _CLAUSE.sub("", text)
    if listed(cut):
        return cut
    cut = _ASIDE.sub("", cut)
    if "," in cut or " and " in cut:
        return cut  # more than one thing
    while len(cut.split()) > longest and _DETERMINED.match(cut) and _LAST.search(cut):
        cut = _LAST.sub("", cut)
    return cut


def several(text: str) -> str | None:
    """“the eleven genes”, of “a stretch of eleven genes”; None where it is one thing."""
    found = _SEVERAL.fullmatch(text)
    if found is None or not is_plural(found["several"].split()[-1].lower()):
        return None
    return f"the {found['several'].removeprefix('the ')}{found['rest']}"


def object_of(text: str, *, surely: bool) -> str | None:
    """“the old ward”, of “reopen the old ward”: what is to be done to something; None for another answer.

    `surely`: the first word is a verb, whether the list of verbs knows it or not.
    """
    tokens = tokenise(text)
    if len(tokens) < 3 or tokens[1].tag != "d":
        return None
    if not surely and (verb(tokens[0].lower) or ("", "past"))[1] not in ("base", "ing"):
        return None
    return text[tokens[1].start :]
