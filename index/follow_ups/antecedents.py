"""What the anaphors of a question stand for, and the question with that in their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.follow_ups.anaphora import Anaphor, anaphors
from index.follow_ups.beside_they import is_only_one
from index.follow_ups.clause import TEXTS, Clause, is_plural
from index.follow_ups.fitting import FITTING, fit, unwilling
from index.follow_ups.occasions import EVENTS
from index.follow_ups.referents import NOBODY, PREPOSITIONS, Referent, is_name
from index.follow_ups.support import Support
from index.lexicon import words
from index.named import Names
from index.verbs import MOVING, PARTICLES, PLURAL, SINGULAR, verb

_JOINTS = ("of", "on", "about")
_NEAR = 0.9
"""What one that the article speaks for may weigh less."""
_SOMEWHERE, _NOWHERE = 0.8, 2.0
_AROUND = PREPOSITIONS - {"to", "by", "since", "during", "on"}
_OWNING = {"he": "his", "she": "her", "it": "its", "they": "their"}
_CURRENCY = re.compile(r"^[£$€¥]|^\d.* (?:euros?|pounds?|dollars?|crowns|francs|guilders|yen)$")
_COUNTED = 1.0
"""What those who were counted gain, where a part of them is asked for."""
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
    both = {"subject", "object"} <= {a.case for a in found if a.pronoun == "they"}
    wanting = unwilling(clause)
    naming = "name" in clause.lower or (clause.kind == "who" and clause.verb is None)  # “who is she”, after “the mayor”
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
                + fit(anaphor, r, known, they=they, wanting=wanting, both=both)
                + _somewhere(anaphor, r, support)
                + _COUNTED * (bool(r.in_full) and _is_part(clause, anaphor)),
                -i,
                r,
            )
            for i, r in enumerate(common)
            if r.sort in FITTING[anaphor.pronoun]
            and not (
                beside
                and anaphor.pronoun == "they"
                and is_only_one(r, beside, known, given, done_to=anaphor.case == "object")
            )
            and (anaphor.pronoun != "text" or _is_text(r))
            and (anaphor.pronoun == "they" or r is not NOBODY)
            and not (
                priced and r.sort == "group" and not r.proper
            )  # what a council takes is asked for, not the council
            and not (naming and r.holder)
            and r.shown not in taken
            and r.text.lower() not in taken
        ]
        fitting.sort(key=lambda item: item[:2], reverse=True)
        if fitting and fitting[0][0] >= _LEAST:
            likely = [r for w, _, r in fitting[:4] if w >= fitting[0][0] - _NEAR]
            best = _in_full(_supported(clause, anaphor, likely, support), common)
            if best is NOBODY:
                continue
            chosen[anaphor.at] = (anaphor, best)
            by_pronoun.setdefault(anaphor.pronoun, best)
    if not chosen:
        return None
    return _replaced(clause, chosen)


def _is_part(clause: Clause, anaphor: Anaphor) -> bool:
    """“how many of them”, “which of them”."""
    return anaphor.pronoun in ("they", "those") and anaphor.at > 1 and clause.lower[anaphor.at - 1] == "of"


def _somewhere(anaphor: Anaphor, referent: Referent, support: Support) -> float:
    """What a thing gains, for “there”, that one can be in or at; what another loses: “her money”."""
    if anaphor.case != "where" or referent.sort not in ("thing", "things") or support.article is None:
        return 0.0
    head = referent.text.split()[-1].lower()
    if referent.preposition in _AROUND or (not referent.proper and (head in EVENTS or support.holds(head))):
        return _SOMEWHERE
    return 0.0 if is_name(referent) else -_NOWHERE


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
    if anaphor.pronoun not in ("he", "she", "they", "it", "that"):
        return best
    for other in likely[1:]:
        if anaphor.pronoun == "they" and not (other.proper and best.proper):
            continue  # those that were counted are spoken of, whatever else the article tells
        if other.text.split()[-1] != best.text.split()[-1] and (
            support.prefers(other.text, best.text, clause.text)
            or _alone_does(clause, anaphor, best, other, support)
            or _alone_is(clause, anaphor, best, other, support)
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


def _alone_is(clause: Clause, anaphor: Anaphor, best: Referent, other: Referent, support: Support) -> bool:
    """“who rented that”, “how long is it”: of one the article says so, and not of the other."""
    at = anaphor.at
    if anaphor.pronoun not in ("it", "that") or at + 1 < len(clause.tokens) or best.sort == "deed":
        return False
    if at == 3 and clause.lower[0] == "how" and clause.lower[2] in ("is", "was"):
        return support.measures(other.text, clause.lower[1]) and not support.measures(best.text, clause.lower[1])
    base = (verb(clause.lower[at - 1]) or ("", ""))[0] if clause.verb == at - 1 else ""
    owned = base in words("transitive") and clause.kind == "who" and clause.subject_asked
    return owned and support.does(other.text, base, person=False) and not support.does(best.text, base, person=False)


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
        before = [chosen[i] for i in chosen if i < at]
        if any(re.match(rf"{re.escape(referent.text)}['’]s ", r.text, re.IGNORECASE) for _, r in before):
            continue  # “how much did Quill's ferry cost her”
        text = _with_pronoun(text, before)
        pieces += [_agreeing(clause, anaphor, referent, done), text]
        done = token.end
        pairs.append((token.lower, shown))
    text = "".join([*pieces, clause.text[done:]])
    if clause.lower in (["how", "many", "are", "they"], ["how", "many", "were", "they"]):
        body, they = next(iter(chosen.values()))[1], pieces[-1]
        one = body.sort in ("group", "thing") and not is_plural(body.text.split()[-1].lower())
        text = (
            f"how many people {clause.lower[2]} in {they}"  # the team, the choir
            if one and not body.proper
            else f"how many {they.removeprefix('the ')} {clause.lower[2]} there"
        )
    return Resolved(text, tuple(dict.fromkeys(pairs)))


def _with_pronoun(text: str, before: Sequence[tuple[Anaphor, Referent]]) -> str:
    """“when she opened the bridge”, “her proposal”, after “how old was Quill”: nobody is named twice."""
    for anaphor, referent in before:
        for name in (referent.shown, referent.text):
            found = re.match(rf"(?:when |that )?(?P<who>{re.escape(name)})(?P<owns>['’]s)? ", text, re.IGNORECASE)
            if found and anaphor.pronoun in _OWNING:
                said = _OWNING[anaphor.pronoun] if found["owns"] else anaphor.pronoun
                return f"{text[: found.start('who')]}{said}{text[found.end() - 1 :]}"
    return text


def _agreeing(clause: Clause, anaphor: Anaphor, referent: Referent, done: int) -> str:
    """The words before an anaphor; an auxiliary right there agrees in number with what the anaphor stands for."""
    before = clause.text[done : clause.tokens[anaphor.at].start]
    if anaphor.at - 1 != clause.aux or anaphor.pronoun not in ("they", "those", "it", "that"):
        return before
    aux = clause.tokens[anaphor.at - 1]
    many = is_plural(referent.text.split()[-1].lower()) and anaphor.pronoun in ("they", "those")
    plural = referent.sort == "things" or " and " in referent.text or many
    other = (PLURAL if plural else SINGULAR).get(aux.lower)
    return f"{clause.text[done : aux.start]}{other} " if other and aux.start >= done else before


def _undated(text: str, names: Sequence[Names]) -> str:
    """“Quill resigned”, of “Quill resigned in 2017”: when it was need not be said again, and would be taken for when the next thing was."""
    event = Clause(text, names)
    last = event.phrases[-1] if event.phrases else None
    if last is None or last.kind != "time" or last.last != len(event.tokens):
        return text
    first = last.first - (event.lower[last.first - 1] in words("months"))
    first -= event.tokens[first - 1].tag == "p"
    return event.words(0, first) if first > 1 else text


def _fitted(clause: Clause, anaphor: Anaphor, referent: Referent) -> str:
    if anaphor.case == "possessive":
        return f"{referent.text}'s"
    if _is_part(clause, anaphor) and referent.in_full:
        return referent.in_full  # “how many of them were children”
    if anaphor.case == "noun":
        return referent.text.split()[-1]
    if anaphor.pronoun == "destination" and referent.sort == "place":
        return f"it to {referent.text}"
    if referent.sort == "amount" and verb(clause.lower[anaphor.at - 1]) and _CURRENCY.search(referent.text):
        return f"the {referent.text}"
    if anaphor.pronoun == "happening":
        return _undated(referent.text.removeprefix("that "), clause.names)  # “after Quill opened the bridge”
    governed = clause.tokens[anaphor.at - 1].tag == "p" and clause.lower[anaphor.at - 1] not in PARTICLES
    if referent.sort == "moment" or anaphor.case not in ("where", "when") or governed:
        return referent.text
    moving = anaphor.at - 1 - (clause.lower[anaphor.at - 1] in PARTICLES)
    going = moving > 0 and (verb(clause.lower[moving]) or ("", ""))[0] in MOVING
    preposition = "to" if going and anaphor.case == "where" else referent.preposition
    if preposition not in PREPOSITIONS or (preposition == "to" and not going):
        preposition = "at" if anaphor.case == "where" and referent.sort != "place" else "in"
    return f"{preposition} {referent.text}"
