"""“score?”, “age?”, “job?”, “casualties?”, “women?”: one noun, and the question that it is short for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from index.follow_ups.clause import Clause, is_plural
from index.follow_ups.referents import Referent
from index.follow_ups.tense import is_past
from index.lexicon import is_role, words
from index.verbs import verb

_NOUN = re.compile(r"\W*(?:(?:and|so|ok|also)\b[\s,]*)?(?P<noun>[a-z][\w-]{2,})[ .]*(?P<asked>\?*)\W*")
_OF_PEOPLE = frozenset(
    "job role title position profession occupation rank nationality religion salary wage birthday birthplace hometown".split()
)
_OF_THINGS = frozenset("budget value size length height weight width depth speed capacity population score".split())
_OF_EITHER = frozenset("name names reaction response reply comment opinion motive plan plans goal purpose".split())
_JOINED = frozenset("party team club union".split())
_TIMES = frozenset("minute year month decade century season".split())
_ENDING = re.compile(r"(?:tion|ment|ence|ance|ness|ship|[ailr]ty)s?$|ies$|deaths?$")
"""Of nouns only."""
_OUTCOMES = frozenset("result outcome verdict turnout attendance winner".split())
_COSTS = frozenset("cost costs price".split())
_OWNING = {"man": "his", "woman": "her"}
_FOLLOWING = frozenset("successor predecessor replacement boss".split())


def noun_alone(message: str, before: Clause, known: Sequence[Referent], is_noun: Callable[[str], bool]) -> str:
    """“what was its score”, “how old is she”, “any casualties”; another message as it is.

    `is_noun`: whether the article has the word as a noun.
    """
    found = _NOUN.fullmatch(message)
    given = Clause(message, before.names)
    if found is None or len(given.tokens) != 1 or given.tokens[0].tag != "n" or given.named_at(0) is not None:
        return message
    noun, told = found["noun"], None
    if noun in before.lower:
        return message
    if noun in _TIMES and found["asked"]:
        return f"{'' if before.kind == 'when' else 'in '}which {noun}?"
    if noun in _JOINED and found["asked"]:
        return f"which {noun}?"
    if not message.lstrip().lower().startswith(("and", "so", "ok", "also")) or noun in _OF_PEOPLE | _OF_THINGS | {
        "age"
    }:
        told = _attribute(noun, before, known)
    form = (verb(noun) or ("", ""))[1]
    known_noun = noun in _OUTCOMES or (form == "" and bool(_ENDING.search(noun))) or is_noun(noun)
    elsewise = told is None and found["asked"] and found.start("noun") == 0
    if elsewise and form not in ("past", "ing"):
        told = _of_article(noun, before, known, known_noun)
    return told or message


def _attribute(noun: str, before: Clause, known: Sequence[Referent]) -> str | None:
    person = next((r for r in known if r.sort in ("man", "woman", "person")), None)
    things = [r for r in known if r.sort in ("thing", "things", "group")]
    common = (r for r in things if r.sort != "group" and not r.proper)
    thing = next(common, next(iter(things), None))
    first = next((r for r in known if r.sort in ("man", "woman", "person", "thing", "things", "group")), None)
    if noun == "age":
        return f"how old is {person.text}" if person is not None else None
    if noun in _COSTS:
        return f"how much {'did' if is_past(before) else 'does'} it cost" if thing is not None else None
    owner = person if noun in _OF_PEOPLE else thing if noun in _OF_THINGS else first if noun in _OF_EITHER else None
    if owner is None:
        return None
    be = "are" if is_plural(noun) else "was" if noun in _OF_THINGS and is_past(before) else "is"
    if owner is thing:
        return f"what {be} the {noun} of {owner.text}"
    return f"what {be} {_whose(owner)} {noun}"


def _of_article(noun: str, before: Clause, known: Sequence[Referent], is_noun: bool) -> str | None:
    if is_plural(noun):
        if before.lower[:2] == ["how", "many"]:
            return f"and {noun}?"
        return f"any {noun}" if is_role(noun) or is_noun else None
    person = next((r for r in known if r.sort in ("man", "woman", "person")), None)
    if noun in _FOLLOWING or noun in words("men") | words("women"):
        return f"who is {_whose(person)} {noun}" if person is not None else None
    if is_role(noun):
        return f"who is the {noun}"
    return f"what {'was' if is_past(before) else 'is'} the {noun}" if is_noun else None


def _whose(person: Referent) -> str:
    return _OWNING.get(person.sort) or f"{person.text}'s"
