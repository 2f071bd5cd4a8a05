"""What the anaphors of a question stand for, and the question with that in their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.follow_ups.anaphora import Anaphor, anaphors
from index.follow_ups.beside_they import is_only_one
from index.follow_ups.clause import TEXTS, Clause, is_plural
from index.follow_ups.costs import CURRENCY
from index.follow_ups.fitting import FITTING, fit, unwilling
from index.follow_ups.nominal import ACCUSATION, NOMINAL, is_of
from index.follow_ups.occasions import EVENTS
from index.follow_ups.owned import possessive
from index.follow_ups.proposals import answering
from index.follow_ups.referents import NOBODY, PREPOSITIONS, Referent, is_name
from index.follow_ups.support import Support
from index.lexicon import words
from index.named import Names
from index.verbs import MOVING, PARTICLES, PLURAL, SINGULAR, verb

_JOINTS = ("of", "on", "about")
_NEAR = 0.9
"""What one that the article speaks for may weigh less."""
_SOMEWHERE, _NOWHERE = 0.8, 2.0
_AT_IT = 0.2
"""What it gains beside, where the question itself has something at it."""
_AROUND = PREPOSITIONS - {"to", "by", "since", "during", "on"}
_OWNING = {"he": "his", "she": "her", "it": "its", "they": "their"}
_BEFORE_WHERE = re.compile(rf" (?:{'|'.join(sorted(PREPOSITIONS))}|of) ")
_LOCATED = re.compile(r" (?:in|at|on|near|by|opposite|beside) ")
"""In what something is called that is somewhere: “the shop in the capital”."""
_ANSWERED = 2.8
"""What a name weighs at least that was asked for: “which paper reported it”."""
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
    wanting, answer = unwilling(clause), answering(clause)
    whoever = _is_called(clause)
    acting = (verb(clause.lower[clause.verb]) or ("", ""))[0] if clause.verb is not None else ""
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
        if (whoever and anaphor.pronoun == "they") or _is_announced(clause, anaphor):
            continue
        taken = {r.shown for _, r in chosen.values()} | _named_in(clause, anaphor)
        given = [r for a, r in chosen.values() if a.pronoun in beside]
        priced = clause.lower[: anaphor.at + 1] in (["how", "much", "is", "it"], ["how", "much", "was", "it"])
        common = [r for r in known if not r.proper and " of " not in r.text] if anaphor.case == "noun" else known
        fitting = [
            (
                r.weight
                + fit(anaphor, r, known, they=they, wanting=wanting, both=both, answer=answer)
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
            and (anaphor.pronoun != "text" or _is_text(r) or (r.proper and r.weight >= _ANSWERED))
            and (anaphor.pronoun == "they" or r is not NOBODY)
            and not (r.sort == "thing" and anaphor.pronoun in ("he", "she") and not _is_heard(r, support))
            and not (_is_part(clause, anaphor) and r.sort in ("man", "woman"))
            and not (priced and r.sort == "group")  # what a council takes is asked for, not the council
            and not (naming and r.holder)
            and not (anaphor.pronoun == "workplace" and not _houses_work(r))
            and not is_of(r, acting)
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


def _is_called(clause: Clause) -> bool:
    """“what do they call it”: whoever speaks of it."""
    at = clause.verb
    return (
        clause.kind == "what" and at is not None and clause.lower[1:3] == ["do", "they"] and clause.lower[at] == "call"
    )


def _is_announced(clause: Clause, anaphor: Anaphor) -> bool:
    """“when did Quill announce that”: what it was stays open."""
    last = anaphor.pronoun == "that" and anaphor.at == len(clause.tokens) - 1 and clause.verb == anaphor.at - 1
    return last and clause.kind != "who" and (verb(clause.lower[anaphor.at - 1]) or ("", ""))[0] in NOMINAL


def _is_part(clause: Clause, anaphor: Anaphor) -> bool:
    """“how many of them”, “which of them”."""
    return anaphor.pronoun in ("they", "those") and anaphor.at > 1 and clause.lower[anaphor.at - 1] == "of"


def _somewhere(anaphor: Anaphor, referent: Referent, support: Support) -> float:
    """What a thing gains, for “there”, that one can be in or at; what another loses: “her money”."""
    if anaphor.case != "where" or referent.sort not in ("thing", "things") or support.article is None:
        return 0.0
    head = _BEFORE_WHERE.split(referent.text)[0].split()[-1].lower()
    if referent.preposition in _AROUND:
        return _SOMEWHERE + _AT_IT
    if not referent.proper and (head in EVENTS or support.holds(head) or _LOCATED.search(referent.text)):
        return _SOMEWHERE
    return 0.0 if is_name(referent) else -_NOWHERE


def _houses_work(referent: Referent) -> bool:
    """Not where somebody came from, nor “the fraud”, nor “protest”, of “in protest”."""
    if referent.preposition in ("from", "off"):
        return False
    if referent.sort == "thing" and not is_name(referent):
        determined = referent.text.split()[0].lower() in words("determiners")
        return determined and referent.preposition in _AROUND
    return True


def _is_heard(referent: Referent, support: Support) -> bool:
    """“Vell”, of “Vell said”: a name may be somebody's, whatever else tells of it."""
    return referent.proper and referent.weight > _ANSWERED - 0.5 and support.does(referent.text, "say", person=True)


def _in_full(referent: Referent, known: Sequence[Referent]) -> Referent:
    """“the price of the bridge”, for “the price”, where that was said before and nothing since is of anything else."""
    if referent.proper or not referent.text.startswith("the "):
        return referent
    return next(
        (
            r
            for r in known
            if r.sort != "told" and r.text.startswith(tuple(f"{referent.text} {joint} " for joint in _JOINTS))
        ),
        referent,
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
        end, start = token.end, at
        if clause.lower[max(0, at - 2) : at] == ["one", "of"] and referent.sort == "thing":
            start = at - 2  # “what does one of those cost”, of a car
        elif clause.lower[max(0, at - 2) : at] == ["one", "of"] and text.islower() and " " not in text:
            text = f"the {text}"
        owned = next((p for p in clause.phrases if p.first == at), None)
        if anaphor.case == "possessive" and " who " in referent.text and owned is not None:
            # “the daughter of the person who built the bridge”
            text = f"the {clause.words(at + 1, owned.last)} of {referent.text}"
            end = clause.tokens[owned.last - 1].end
        before = [chosen[i] for i in chosen if i < at]
        if any(re.match(rf"{re.escape(referent.text)}['’]s ", r.text, re.IGNORECASE) for _, r in before):
            continue  # “how much did Quill's ferry cost her”
        text = _without_doer(text, before) if referent.sort == "told" else _with_pronoun(text, before)
        lead = clause.text[done : clause.tokens[start].start] if start < at else ""
        pieces += [lead or _agreeing(clause, anaphor, referent, done), text]
        done = end
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


def _without_doer(text: str, before: Sequence[tuple[Anaphor, Referent]]) -> str:
    """“opening the bridge”, of “Quill opening the bridge”, where it is asked what Quill says to that."""
    names = [n for a, r in before if a.case == "subject" for n in (r.shown, r.text, r.shown.split()[-1])]
    own = next((n for n in names if text.lower().startswith(f"{n.lower()} ")), "")
    return text[len(own) :].lstrip()


def _with_pronoun(text: str, before: Sequence[tuple[Anaphor, Referent]]) -> str:
    """“when she opened the bridge”, “her proposal”, after “how old was Quill”: nobody is named twice."""
    for anaphor, referent in before:
        for name in (referent.shown, referent.text):
            found = re.match(rf"(?:when |that |what )?(?P<who>{re.escape(name)})(?P<owns>['’]s)? ", text, re.IGNORECASE)
            if found and anaphor.pronoun in _OWNING:
                said = _OWNING[anaphor.pronoun] if found["owns"] else anaphor.pronoun
                return f"{text[: found.start('who')]}{said}{text[found.end() - 1 :]}"
    return text


def _agreeing(clause: Clause, anaphor: Anaphor, referent: Referent, done: int) -> str:
    """The words before an anaphor; an auxiliary right there agrees in number with what the anaphor stands for."""
    before = clause.text[done : clause.tokens[anaphor.at].start]
    if (
        anaphor.case == "possessive"
        or anaphor.at - 1 != clause.aux
        or anaphor.pronoun not in ("they", "those", "it", "that")
    ):
        return before
    aux = clause.tokens[anaphor.at - 1]
    head = referent.text.split(" of ")[0].split()[-1].lower()  # “the Association of Consumers”
    many = is_plural(head) and anaphor.pronoun in ("they", "those")
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


def _single(noun: str) -> str:
    """“son”, of “sons”; an irregular plural as it is."""
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun.removesuffix("es" if noun.endswith(("ches", "shes", "xes", "sses")) else "s")


def _fitted(clause: Clause, anaphor: Anaphor, referent: Referent) -> str:
    if anaphor.case == "possessive":
        return possessive(referent.text)
    if _is_part(clause, anaphor) and referent.in_full:
        return referent.in_full  # “how many of them were children”
    if _is_part(clause, anaphor) and referent.sort == "person":
        return re.sub("^the person ", "the people ", referent.text)  # “was one of them hurt”
    if anaphor.case == "noun":
        head = referent.text.split()[-1]
        return _single(head) if anaphor.pronoun == "one" and is_plural(head.lower()) else head
    if anaphor.pronoun == "destination" and referent.sort == "place":
        return f"it to {referent.text}"
    paid = anaphor.pronoun in ("sum", "answered") or verb(clause.lower[anaphor.at - 1])
    if referent.sort == "amount" and paid and CURRENCY.search(referent.text):
        return f"the {referent.text}"
    if ACCUSATION in referent.text:  # “what does Quill say to the accusation”
        accusation, whom, doing = re.split(r" against | of ", f"{referent.text} of ", maxsplit=2)
        if whom.lower() in clause.text.lower():
            return " of ".join(filter(None, (accusation, doing.removesuffix(" of ").strip())))
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
