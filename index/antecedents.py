"""What the anaphors of a question stand for, and the question with that in their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.anaphora import Anaphor, anaphors
from index.beside_they import is_only_one
from index.clause import TEXTS, Clause, is_plural
from index.occasions import EVENTS
from index.question_form import AUXILIARIES
from index.referents import PREPOSITIONS, Referent, Sort, is_human, is_name
from index.support import Support
from index.verbs import MOVING, PLURAL, SINGULAR, verb

_FITTING: dict[str, dict[Sort, float]] = {
    "he": {"man": 0.0, "person": -0.4},
    "she": {"woman": 0.0, "person": -0.4},
    "they": {"group": 0.0, "things": 0.0, "person": -1.2, "man": -2.0, "woman": -2.0, "thing": -1.0, "place": -2.2},
    "it": {"thing": 0.0, "group": -0.3, "place": -0.8, "things": -2.2, "deed": 0.4},
    "affair": {"thing": 0.0, "group": -0.3, "place": -0.8, "things": -2.2, "deed": 0.4, "event": 0.8},
    "contested": {"thing": 0.0, "group": -0.8, "place": -1.4, "things": -2.2, "deed": 2.0, "event": 0.8},
    "alleged": {"thing": 0.0, "things": -0.3, "deed": 0.4, "event": 0.8},
    "body": {"group": 0.0, "thing": 0.0, "place": -0.8},
    "there": {"place": 0.0, "thing": -1.6, "things": -1.8, "group": -1.8},
    "course": {"occasion": 0.0, "thing": 0.0, "deed": 0.0},
    "destination": {"thing": 0.0, "place": 0.0},
    "workplace": {"place": 0.0, "group": 0.0, "thing": -1.6},
    "place": {"place": 0.0, "thing": -1.0, "group": -1.0, "things": -1.5},
    "text": {"thing": 0.0},
    "then": {"time": -1.6},
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
_JOINTS = ("of", "on", "about")
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
_NAMED_BESIDE_THEY = 0.5
_NEAR = 0.9
"""What one that the article speaks for may weigh less."""
_LEAST = -0.5
"""What a referent must weigh to be taken."""


@dataclass(frozen=True)
class Resolved:
    """A question with its anaphors replaced, and each with what it was taken for."""

    text: str
    pairs: tuple[tuple[str, str], ...]


def resolve(clause: Clause, known: Sequence[Referent], support: Support) -> Resolved | None:
    """The question with what its anaphors stand for; None where there is none, or nothing that fits.

    Of two that grammar makes nearly as likely, the one is taken of which the article says what is asked.
    """
    chosen: dict[int, tuple[Anaphor, Referent]] = {}
    by_pronoun: dict[str, Referent] = {}
    found = list(anaphors(clause))
    # Of two different ones the object comes first: what is done to things seldom leaves open who does it.
    subjects = {a.pronoun for a in found if a.case == "subject" and a.pronoun in ("he", "she")}
    beside = {a.pronoun for a in found if a.pronoun in ("he", "she", "it")}
    they = any(a.pronoun == "they" for a in found)
    wanting = _is_wanting(clause)
    for anaphor in sorted(
        found,
        key=lambda a: (
            bool(beside) and a.pronoun == "they",  # whoever is left after “he” and “it”
            a.case != "object" or a.pronoun in subjects,
            a.case != "subject",
        ),
    ):
        if anaphor.pronoun in by_pronoun and not _parted(anaphor, chosen):
            chosen[anaphor.at] = (anaphor, by_pronoun[anaphor.pronoun])
            continue
        taken = {r.shown for _, r in chosen.values()} | _named_in(clause, anaphor)
        given = [r for a, r in chosen.values() if a.pronoun in beside]
        priced = clause.lower[: anaphor.at + 1] in (["how", "much", "is", "it"], ["how", "much", "was", "it"])
        common = [r for r in known if not r.proper and " of " not in r.text] if anaphor.case == "noun" else known
        fitting = [
            (
                r.weight
                + _FITTING[anaphor.pronoun][r.sort]
                - _unlikely(anaphor, r, they, known)
                - _unwilling(anaphor, r, wanting),
                -i,
                r,
            )
            for i, r in enumerate(common)
            if r.sort in _FITTING[anaphor.pronoun]
            and not (beside and anaphor.pronoun == "they" and is_only_one(r, beside, known, given))
            and (anaphor.pronoun != "text" or _is_text(r))
            and not (
                priced and r.sort == "group" and not r.proper
            )  # what a council takes is asked for, not the council
            and r.shown not in taken
            and r.text.lower() not in taken
        ]
        fitting.sort(key=lambda item: item[:2], reverse=True)
        if fitting and fitting[0][0] >= _LEAST:
            likely = [r for w, _, r in fitting[:4] if w >= fitting[0][0] - _NEAR]
            best = _in_full(_supported(clause, anaphor, likely, support), common)
            chosen[anaphor.at] = (anaphor, best)
            by_pronoun.setdefault(anaphor.pronoun, best)
    if not chosen:
        return None
    return _replaced(clause, chosen)


def _in_full(referent: Referent, known: Sequence[Referent]) -> Referent:
    """“the price of the bridge”, for “the price”, where that was said before and nothing since is of anything else."""
    if referent.proper or not referent.text.startswith("the "):
        return referent
    return next(
        (r for r in known if r.text.startswith(tuple(f"{referent.text} {joint} " for joint in _JOINTS))), referent
    )


def _is_text(referent: Referent) -> bool:
    """Something that can say something: “the report by the Audit Office”, “the rotten apples theory”."""
    return not referent.proper and any(w in TEXTS for w in referent.text.lower().split())


def _supported(clause: Clause, anaphor: Anaphor, likely: Sequence[Referent], support: Support) -> Referent:
    """The first, or one of the others that the article speaks for."""
    best = likely[0]
    if anaphor.pronoun not in ("he", "she", "they", "it"):
        return best
    for other in likely[1:]:
        if anaphor.pronoun == "they" and not (other.proper and best.proper):
            continue  # those that were counted are spoken of, whatever else the article tells
        if other.text.split()[-1] != best.text.split()[-1] and (
            support.prefers(other.text, best.text, clause.text) or _alone_does(clause, anaphor, best, other, support)
        ):
            best = other
    return best


def _alone_does(clause: Clause, anaphor: Anaphor, best: Referent, other: Referent, support: Support) -> bool:
    """“when does it close”, “did he resign”: of one the article says so, and not of the other."""
    at = clause.verb
    if anaphor.case != "subject" or at is None or at < anaphor.at or clause.subject_asked:
        return False
    if at + 1 < len(clause.tokens) and clause.tokens[at + 1].tag not in "pac":
        return False
    base, person = (verb(clause.lower[at]) or ("", ""))[0], anaphor.pronoun in ("he", "she")
    return support.does(other.text, base, person=person) and not support.does(best.text, base, person=person)


def _unlikely(anaphor: Anaphor, referent: Referent, they: bool, known: Sequence[Referent]) -> float:
    """“they” is a company, and hardly ever a stage or who was “she” before; “it” is no two, and beside “they” no company."""
    if anaphor.pronoun == "alleged":
        return -_ALLEGED if referent.alleged else _NEVER * _is_no_deed(referent, known)
    if anaphor.pronoun in ("affair", "contested") and referent.sort == "event":
        return _NEVER * (not referent.text.startswith("what "))
    if anaphor.pronoun == "contested" and referent.text.split()[-1].lower() in _PROPOSED:
        return -_UNLIKE_A_PLACE
    if anaphor.pronoun in ("it", "affair", "contested"):
        if referent.sort == "group" and _are_several(referent):
            return _NEVER
        by_name = _NAMED_BESIDE_THEY * (they and is_name(referent))
        return _UNLIKE_A_BODY * (" and " in referent.text and referent.sort != "deed") + _DOER * referent.doer + by_name
    if anaphor.pronoun == "body":  # “its chair” is of no plan
        return _UNLIKE_A_BODY * (referent.sort == "thing" and not referent.proper)
    if anaphor.pronoun == "course":  # a company or a ferry is not over, while a strike is
        return _HARDLY * (referent.sort != "occasion" and EVENTS.isdisjoint(referent.text.lower().split()))
    if anaphor.pronoun == "destination":  # whoever makes a thing that was named is no traveller
        if referent.sort == "place":
            return _NEVER * (referent.weight < _GOING)
        return _NEVER * is_name(referent) - _DOER
    if anaphor.case == "where" and referent.sort == "group" and (" and " in referent.text or _are_several(referent)):
        return _NEVER
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


def _is_wanting(clause: Clause) -> bool:
    """“how long did they need”, “what do they want”: what things do not."""
    return clause.verb is not None and (verb(clause.lower[clause.verb]) or ("", ""))[0] in _WANTING


def _unwilling(anaphor: Anaphor, referent: Referent, wanting: bool) -> float:
    """What a thing loses that would want something: less than all, for where nobody is spoken of it must do."""
    subject = wanting and anaphor.pronoun == "they" and anaphor.case == "subject"
    thing = referent.sort == "things" and not is_name(referent) and not is_human(referent.text.split()[-1].lower())
    return _UNWILLING * (subject and thing)


def _are_several(referent: Referent) -> bool:
    """“older villagers”, who are no body."""
    head = referent.text.split()[-1]
    return head.islower() and is_plural(head)


def _parted(anaphor: Anaphor, chosen: dict[int, tuple[Anaphor, Referent]]) -> bool:
    """“they hide them”: subject and object of one kind are two."""
    cases = {a.case for a, _ in chosen.values() if a.pronoun == anaphor.pronoun}
    return anaphor.case in ("subject", "object") and bool(cases & ({"subject", "object"} - {anaphor.case}))


def _named_in(clause: Clause, anaphor: Anaphor) -> set[str]:
    """What the message names itself: a pronoun beside it stands for another."""
    if anaphor.case == "possessive":
        return set()
    inside: set[str] = set()
    for phrase in clause.phrases:
        inside.add(clause.words(phrase.first, phrase.last).lower())
        if phrase.named is not None:
            inside.add(phrase.named.shown)
    return inside


def _replaced(clause: Clause, chosen: dict[int, tuple[Anaphor, Referent]]) -> Resolved:
    pieces, done, pairs = [], 0, []
    for at in sorted(chosen):
        anaphor, referent = chosen[at]
        token = clause.tokens[at]
        if anaphor.case == "possessive" and any(chosen[i][1] is referent for i in chosen if i < at):
            continue  # “what did Quill say about her deputy”
        if anaphor.case == "subject" and any(
            chosen[i][0].case == "subject" and chosen[i][1] is referent for i in chosen if i < at
        ):
            continue  # “what did Quill say when she opened it”
        text, shown = _fitted(clause, anaphor, referent), referent.shown
        pieces += [_agreeing(clause, anaphor, referent, done), text]
        done = token.end
        pairs.append((token.lower, shown))
    text = "".join([*pieces, clause.text[done:]])
    if clause.lower in (["how", "many", "are", "they"], ["how", "many", "were", "they"]):
        text = f"how many {pieces[-1]} {clause.lower[2]} there"
    return Resolved(text, tuple(dict.fromkeys(pairs)))


def _agreeing(clause: Clause, anaphor: Anaphor, referent: Referent, done: int) -> str:
    """The words before an anaphor; an auxiliary right there agrees in number with what the anaphor stands for."""
    before = clause.text[done : clause.tokens[anaphor.at].start]
    if anaphor.at - 1 != clause.aux or anaphor.pronoun not in ("they", "it", "that"):
        return before
    aux = clause.tokens[anaphor.at - 1]
    many = is_plural(referent.text.split()[-1].lower()) and anaphor.pronoun == "they"
    plural = referent.sort == "things" or " and " in referent.text or many
    other = (PLURAL if plural else SINGULAR).get(aux.lower)
    return f"{clause.text[done : aux.start]}{other} " if other and aux.start >= done else before


def _fitted(clause: Clause, anaphor: Anaphor, referent: Referent) -> str:
    if anaphor.case == "possessive":
        return f"{referent.text}'s"
    if anaphor.case == "noun":
        return referent.text.split()[-1]
    if anaphor.pronoun == "destination" and referent.sort == "place":
        return f"it to {referent.text}"
    if anaphor.pronoun == "happening":
        return referent.text.removeprefix("that ")  # “after Quill opened the bridge”
    if anaphor.case not in ("where", "when") or clause.tokens[anaphor.at - 1].tag == "p":
        return referent.text
    going = anaphor.at and (verb(clause.lower[anaphor.at - 1]) or ("", ""))[0] in MOVING
    preposition = "to" if going and anaphor.case == "where" else referent.preposition
    if preposition not in PREPOSITIONS or (preposition == "to" and not going):
        preposition = "at" if anaphor.case == "where" and referent.sort != "place" else "in"
    return f"{preposition} {referent.text}"
