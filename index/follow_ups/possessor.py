"""“and Ann's?”, “and her mother's”, “and hers?”: another possessor in place of the one in the question before."""

from __future__ import annotations

from dataclasses import dataclass

from index.follow_ups.clause import Clause
from index.lexicon import words

POSSESSIVES = {"his": ("his", "him"), "hers": ("her", "her"), "theirs": ("their", "them")}
"""As they stand alone, before a noun, and after “of”."""
_GENDERS = {"his": "m", "her": "f"}
_OF_SOMEBODY = frozenset("his her their its my our your".split())


@dataclass(frozen=True)
class _Possessor:
    """Tokens `first` to `last` (exclusive), without an ending."""

    first: int
    last: int
    of: bool
    """After “of”, so without an ending."""
    of_another: bool
    """“Quill's father”, not “Quill”."""
    name: bool


def of_another(given: Clause, before: Clause) -> str | None:
    """“how old is Ann's boat”, for “and Ann's?” after “how old is Tom's boat”; None where nobody's is asked for."""
    whose = _alone(given)
    found = _possessors(before) if whose is not None else []
    if whose is None or not found:
        return None
    nested = given.lower[0] in _OF_SOMEBODY or "s" in [t.tag for t in given.tokens[:-1]]
    name = len(given.phrases) == 1 and (given.phrases[0].named is not None or given.text[:1].isupper())
    name = name or whose in POSSESSIVES
    one = max(found, key=lambda p: (2 * (p.of_another == nested) + (p.name == name), p.first))
    owner = _owner(before, one.first, one.last, given.lower[0]) if one.of_another else None
    if owner is not None:
        whose = f"{owner}'s {whose.split(' ', 1)[1]}"
    owning, alone = POSSESSIVES.get(whose, (f"{whose}'s", whose))
    ending = [t.tag for t in before.tokens[one.last : one.last + 1]] == ["s"]
    start, rest = before.words(0, one.first), before.words(one.last + ending, len(before.tokens))
    return " ".join(filter(None, (start, alone if one.of else owning, rest)))


def _owner(before: Clause, first: int, last: int, pronoun: str) -> str | None:
    """“Quill”, of “Quill's father” and of “quills father”, whom “her” in “her mother's” stands for; None where it may not."""
    hit = before.named_at(first)
    if pronoun not in _GENDERS or (hit is not None and hit[1].gender not in (None, "u", _GENDERS[pronoun])):
        return None
    end = next((i for i in range(first, last) if before.tokens[i].tag == "s"), None)
    if end is not None:
        return None if before.lower[first] in _OF_SOMEBODY else before.words(first, end)
    return before.words(first, last - 1)[:-1] if _is_unmarked(before, first, last) else None


def _alone(given: Clause) -> str | None:
    """“her mother”, of “her mother's” and of “her mothers”, where nothing follows, “quill”, of “quills”; “hers” as it is."""
    if not given.tokens:
        return None
    last = len(given.tokens) - 1
    unmarked = _name_in_s(given)
    if unmarked is not None:
        return unmarked
    if not last:
        return given.lower[0] if given.lower[0] in POSSESSIVES else None
    before = given.words(0, last)
    if any(t.tag in "pxrc" for t in given.tokens):
        return None
    if given.tokens[last].tag == "s":
        return before
    one = given.lower[last].removesuffix("s")
    kin = one != given.lower[last] and (one in words("men") or one in words("women"))
    return f"{before} {one}" if kin and given.lower[0] in _OF_SOMEBODY and last == 1 else None


def _name_in_s(given: Clause) -> str | None:
    """“quill”, of “quills”, where that is a name and “quills” is none."""
    hit = given.named_at(0) if given.lower[-1].endswith("s") else None
    if hit is None or hit[0] != len(given.tokens) or hit[1].text.lower().endswith("s"):
        return None
    return given.text[:-1]


def _possessors(before: Clause) -> list[_Possessor]:
    found = []
    for phrase in before.phrases:
        owned = [i for i in range(phrase.first, phrase.last) if before.tokens[i].tag == "s"]
        inner = before.lower[phrase.first] in _OF_SOMEBODY
        if inner and phrase.last > phrase.first + 1:
            found.append(_Possessor(phrase.first, phrase.first + 1, False, False, True))
        for at in owned:
            name = before.tokens[phrase.first].tag != "d" and not inner
            found.append(_Possessor(phrase.first, at, False, inner, name))
            inner = True
        if phrase.preposition == "of" and phrase.kind != "time" and not phrase.asked:
            inner = inner or _is_unmarked(before, phrase.first, phrase.last)
            found.append(_Possessor(phrase.first, phrase.last, True, inner, phrase.named is not None))
        if _is_unmarked(before, phrase.first, phrase.last):
            found.append(
                _Possessor(phrase.first, phrase.last - 1, False, False, before.tokens[phrase.first].tag != "d")
            )
    return found


def _is_unmarked(before: Clause, first: int, last: int) -> bool:
    """“the mayors husband”, “quills father”, as it is typed in a hurry."""
    kin = before.lower[last - 1] in words("men") | words("women")
    owner = before.lower[last - 2]
    return kin and last > first + 1 and owner.endswith("s") and not owner.endswith("ss") and owner not in _OF_SOMEBODY
