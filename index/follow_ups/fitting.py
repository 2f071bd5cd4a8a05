"""How well something that was spoken of fits what a pronoun may stand for, by sort, name and number."""

from __future__ import annotations

from collections.abc import Sequence

from index.follow_ups.anaphora import Anaphor
from index.follow_ups.clause import Clause, is_plural
from index.follow_ups.costs import is_price
from index.follow_ups.occasions import EVENTS
from index.follow_ups.question_form import AUXILIARIES
from index.follow_ups.referents import Referent, Sort, is_human, is_name
from index.verbs import verb

FITTING: dict[str, dict[Sort, float]] = {
    "he": {"man": 0.0, "person": -0.4},
    "she": {"woman": 0.0, "person": -0.4},
    "they": {"group": 0.0, "things": 0.0, "person": -1.2, "man": -2.0, "woman": -2.0, "thing": -1.0, "place": -2.2},
    "those": {"things": 0.0, "group": -0.3, "thing": -0.6, "person": -1.2},
    "it": {"thing": 0.0, "group": -0.3, "place": -0.8, "things": -2.2, "deed": 0.4},
    "affair": {"thing": 0.0, "group": -0.3, "place": -0.8, "things": -2.2, "deed": 0.4, "event": 0.8},
    "contested": {"thing": 0.0, "group": -0.8, "place": -1.4, "things": -2.2, "deed": 2.0, "event": 0.8},
    "alleged": {"thing": 0.0, "things": -0.3, "deed": 0.4, "event": 0.8},
    "body": {"group": 0.0, "thing": 0.0, "place": -0.8, "things": -0.5},
    "there": {"place": 0.0, "thing": -1.6, "things": -1.8, "group": -1.8},
    "course": {"occasion": 0.0, "thing": 0.0, "deed": 0.0},
    "destination": {"thing": 0.0, "place": 0.0},
    "workplace": {"place": 0.0, "group": 0.0, "thing": -1.6},
    "place": {"place": 0.0, "thing": -1.0, "group": -1.0, "things": -1.5},
    "text": {"thing": 0.0},
    "then": {"time": -1.6, "moment": -1.7},
    "next": {"time": -1.6},
    "said": {"claim": 0.0},
    "event": {"event": 0.0},
    "happening": {"event": 0.0, "time": -0.5, "thing": -1.0},
    "amount": {"amount": 0.0},
    "one": {"thing": 0.0, "things": -0.3},
    "ones": {"things": 0.0, "thing": -0.5},
    "whoever": {"man": 0.0, "woman": 0.0, "person": 0.0, "group": -0.5, "thing": -2.0},
    "that": {"thing": 0.0, "things": -0.5, "group": -0.8, "place": -1.0, "deed": 0.8},
}
_WANTING = frozenset("need want plan know decide hope think believe intend agree refuse".split())
"""What only people and bodies do."""
_PROPOSED = frozenset("plan proposal bill law deal sale ban idea".split())
"""What people are for or against."""
_REFUSING = ("n't", "not")
_UNLIKE_A_BODY = 2.2
_UNWILLING = 2.9
_UNLIKE_A_PLACE = 1.2
_NEVER = 9.0
_HARDLY = 1.1
"""What something weighs less that hardly has an end."""
_GOING = 2.0
"""What a place weighs at least that was asked about."""
_HE_OR_SHE = 1.2
_DOER = 1.0
_ALLEGED = 3.0
"""What somebody is charged with gains, where it is asked whether that is admitted."""
_UNLIKE_ITS_OBJECT = 1.1
"""What a promise or an offer loses where it is asked what it cost: rather what was promised."""
_PRICED = 4.0
"""What a price gains, where something goes up or down."""
_NAMED_BESIDE_THEY = 0.5


def fit(
    anaphor: Anaphor, referent: Referent, known: Sequence[Referent], *, they: bool, wanting: float, both: bool = False
) -> float:
    """What the referent's weight gains or loses; its sort must be one of `FITTING[anaphor.pronoun]`.

    `they`: the message says “they” too; `wanting`: what a thing loses as the subject of its verb; `both`: “they … them”.
    """
    return (
        FITTING[anaphor.pronoun][referent.sort]
        - _unlikely(anaphor, referent, they, known)
        - _unwilling(anaphor, referent, max(wanting, _UNWILLING * both))
        - _DOER * (both and anaphor.case == "object" and referent.doer)
    )


def _unlikely(anaphor: Anaphor, referent: Referent, they: bool, known: Sequence[Referent]) -> float:
    """“they” is a company, and hardly ever a stage or who was “she” before; “it” is no two, and beside “they” no company."""
    if anaphor.pronoun == "alleged":
        return -_ALLEGED if referent.alleged else _NEVER * _is_no_deed(referent, known)
    if anaphor.pronoun in ("affair", "contested") and referent.sort == "event":
        return _NEVER * (not referent.text.startswith("what "))
    if anaphor.pronoun == "contested" and referent.text.split()[-1].lower() in _PROPOSED:
        return -_UNLIKE_A_PLACE
    if anaphor.pronoun == "it" and referent.sort == "deed":
        return _UNLIKE_ITS_OBJECT * (anaphor.sense == "costing") - _PRICED * (
            anaphor.sense == "priced" and is_price(referent)
        )
    if anaphor.pronoun in ("it", "affair", "contested"):
        if referent.sort == "group" and (_are_several(referent) or _are_two(referent, known)):
            return _NEVER
        by_name = _NAMED_BESIDE_THEY * (they and is_name(referent))
        return _UNLIKE_A_BODY * (" and " in referent.text and referent.sort != "deed") + _DOER * referent.doer + by_name
    if anaphor.pronoun == "body":  # “its chair” is of no plan
        human = is_name(referent) or is_human(referent.text.split()[-1].lower())
        return _UNLIKE_A_BODY * (referent.sort in ("thing", "things") and not human)
    if anaphor.pronoun == "course":  # a company or a ferry is not over, while a strike is
        hardly = referent.sort != "occasion" and EVENTS.isdisjoint(referent.text.lower().split())
        return _HARDLY * hardly + _DOER * referent.doer
    if anaphor.pronoun == "destination":  # whoever makes a thing that was named is no traveller
        if referent.sort == "place":
            return _NEVER * (referent.weight < _GOING)
        return _NEVER * is_name(referent) - _DOER
    if anaphor.case == "where" and referent.sort == "group" and (" and " in referent.text or _are_several(referent)):
        return _NEVER
    if anaphor.sense == "peopled" and referent.sort == "place" and not is_name(referent):
        return _UNLIKE_A_PLACE
    if anaphor.pronoun == "workplace":
        return -_DOER * (referent.sort == "thing" and is_name(referent))
    if anaphor.pronoun != "they":
        return 0.0
    stage = referent.sort == "thing" and not is_name(referent)
    return _UNLIKE_A_BODY * stage + _HE_OR_SHE * referent.he_or_she


def _is_no_deed(referent: Referent, known: Sequence[Referent]) -> bool:
    """“that the ferry stops”, “Quill's trial”, “Norland Steel”: nothing that somebody did."""
    if referent.proper:
        return True
    if referent.sort not in ("event", "thing", "things"):
        return False
    people = {w.lower() for r in known if r.sort in ("man", "woman", "person") for w in (r.text, r.shown)}
    text = referent.text.lower()
    if referent.sort != "event":
        return any(text.startswith((f"{who}'s ", f"{who}’s ")) for who in people)
    doing = next((text.removeprefix(f"that {who} ") for who in people if text.startswith(f"that {who} ")), None)
    return doing is None or doing.split()[0] in AUXILIARIES


def unwilling(clause: Clause) -> float:
    """“how long did they need”, “what do they want”, “can't they just use nets”: what a thing loses that would do so."""
    if clause.lower[clause.aux or 0 :][1:3] == ["they", "just"] and clause.lower[clause.aux or 0].endswith(_REFUSING):
        return _NEVER  # those in charge, whoever they are
    return _UNWILLING * (clause.verb is not None and (verb(clause.lower[clause.verb]) or ("", ""))[0] in _WANTING)


def _unwilling(anaphor: Anaphor, referent: Referent, wanting: float) -> float:
    """What a thing loses that would want something: less than all, for where nobody is spoken of it must do."""
    subject = anaphor.pronoun == "they" and anaphor.case == "subject"
    thing = referent.sort == "things" and not is_name(referent) and not _is_willing(referent, wanting)
    return wanting * (subject and thing)


def _is_willing(referent: Referent, wanting: float) -> bool:
    """People; not those who were counted, where those in charge are meant."""
    return (referent.human and wanting < _NEVER) or is_human(referent.text.split()[-1].lower())


def _are_two(referent: Referent, known: Sequence[Referent]) -> bool:
    """“Quill and Burrow”: two people."""
    if " and " not in referent.text:
        return False
    people = {w.lower() for r in known if r.sort in ("man", "woman", "person") for w in (r.text, r.shown)}
    return any(part.lower() in people for part in referent.text.split(" and "))


def _are_several(referent: Referent) -> bool:
    """“older villagers”, who are no body."""
    head = referent.text.split()[-1]
    return head.islower() and is_plural(head)
