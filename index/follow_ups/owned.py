"""“Washington's aid”, of “its aid”: what somebody owns, said with its owner."""

from __future__ import annotations

from index.follow_ups.clause import Clause, Phrase
from index.lexicon import is_role, words

_OWNERS = frozenset("its his her their".split())


def with_owner(text: str, clause: Clause, before: int | None = None) -> str:
    """A noun phrase whose first word is “its” or “her”, with the owner's name in place of that; another as it is.

    `clause`: the question whose subject owns it; `before`: its token there, None for a phrase of the answer.
    """
    word, _, rest = text.partition(" ")
    if word.lower() not in _OWNERS or not rest:
        return text
    owner = next(
        (
            p
            for p in clause.phrases
            if (before is None or p.last <= before)
            and not (p.asked or p.preposition)
            and _fits(clause, p, word.lower())
        ),
        None,
    )
    if owner is None:
        return text
    name = (
        owner.named.text
        if owner.named is not None and owner.kind == "person"
        else clause.words(owner.first, owner.last)
    )
    return f"{name}'s {rest}"


def _fits(clause: Clause, phrase: Phrase, word: str) -> bool:
    if phrase.kind == "time" or clause.lower[phrase.first] in _OWNERS:
        return False
    head = clause.lower[phrase.last - 1]
    human = phrase.kind == "person" or (is_role(head) and head not in words("bodies"))
    if word == "their":
        return True
    if word == "its":
        return not human and phrase.kind != "things"
    gender = phrase.named.gender if phrase.named is not None else None
    return human and gender != ("f" if word == "his" else "m")
