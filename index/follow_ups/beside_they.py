"""“they” beside “he” or “it” in one message: more than one, and never who or what the other word stands for."""

from __future__ import annotations

from collections.abc import Sequence, Set

from index.follow_ups.referents import Referent, is_human, is_name

_ASKED_ABOUT = 2.0
"""What somebody weighs who was not only mentioned."""


def is_only_one(
    referent: Referent, beside: Set[str], known: Sequence[Referent], chosen: Sequence[Referent], *, done_to: bool
) -> bool:
    """Whether “they” cannot be this one. `beside`: “he”, “she” and “it” as far as the message has them; `chosen`: what they are.

    `done_to`: “them”, whom or what the other does something to.
    """
    where = {r.shown for r in known if r.sort == "place" and r.preposition}
    if referent.shown in where or (referent.sort == "thing" and not is_name(referent)):
        return True
    person = referent.sort in ("man", "woman", "person")
    if beside & {"he", "she"}:
        human = referent.human or is_human(referent.text.split()[-1].lower())
        if not done_to and referent.sort == "things" and not human:
            return True  # “did they catch him” is asked of people
        people = {r.shown for r in known if r.sort in ("man", "woman", "person")}
        with_them = any(r.text in referent.text.split(" and ") for r in chosen)
        return person or with_them or (referent.sort == "thing" and referent.shown in people)
    last = referent.text.split()[-1].lower()
    return (person and referent.weight < _ASKED_ABOUT) or any(r.text.split()[-1].lower() == last for r in chosen)
