"""“Quill's proposal”: what somebody proposed or promised, as a thing that later questions may be about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.follow_ups.clause import Clause, Phrase
from index.follow_ups.costs import price
from index.follow_ups.main_verb import BE, BEING
from index.follow_ups.occasions import EVENTS
from index.follow_ups.owned import possessive
from index.follow_ups.referents import Referent, without_descriptor
from index.follow_ups.rephrase import filler_of
from index.verbs import is_participle, past, third, verb

_NOUNS = {
    "propose": "proposal", "suggest": "suggestion", "promise": "promise", "pledge": "pledge", "offer": "offer",
    "demand": "demand", "request": "request", "decide": "decision", "announce": "announcement", "plan": "plan",
    "recommend": "recommendation", "threaten": "threat", "predict": "prediction", "agree": "agreement", "vow": "vow",
    "discover": "discovery", "invent": "invention", "donate": "donation",
    "resign": "resignation", "apologise": "apology", "apologize": "apology", "apply": "application", "complain": "complaint",
}  # fmt: skip
_AMOUNTS = {"charge": "charge", "earn": "pay", "owe": "debt", "fine": "fine"}
_WISHING = frozenset("want hope intend plan aim wish".split())
_CLAUSES: tuple[list[str], ...] = ([], ["to"], ["that"])
"""What follows a verb whose object is no thing."""
_DESIRING = frozenset("want need ask expect require".split())
_WANTED = 1.8
"""Of what somebody wants, where the answer names no thing."""
_LONGEST = 4
"""Words of who did it."""
ACCUSATION = "accusation against "
"""Before whom it is against: that, nobody admits."""
_WEIGHT = 2.0
"""Less than a thing that the question or the answer names, more than what else the answer's sentence does."""
_LESS = 1.8
"""Of an amount: less than who it was."""
_WISHED = 1.4
"""Of what somebody wants to do: only what may be meant where people are for or against it."""
_TOLD = 2.8
"""“who proposed to wait a year”: the year is only a part of it."""


NOMINAL, NOUNS = frozenset(_NOUNS), frozenset(_NOUNS.values())


def is_of(referent: Referent, acting: str) -> bool:
    """“Quill's announcement”, where it is asked when she announced it."""
    noun = _NOUNS.get(acting)
    return noun is not None and referent.sort == "deed" and f"{referent.text} ".find(f" {noun} ") > 0


def of_deed(clause: Clause, answer: str | None, less: float) -> Iterator[Referent]:
    """“Quill's proposal”, of “what did Quill propose” and of “who proposed to wait”, answered with “Quill”; “the charge”, of “how much does it charge”."""
    if clause.verb is None:
        return
    yield from price(clause, less)
    if clause.lower[: clause.wh] == ["how", "much"]:
        wanting = clause.lower[clause.verb + 1 : clause.verb + 2] == ["to"] and clause.verb + 2 < len(clause.tokens)
        amount = _AMOUNTS.get((verb(clause.lower[clause.verb + 2 * wanting]) or ("", ""))[0])
        if amount is not None:
            yield Referent("deed", f"the {amount}", f"the {amount}", _LESS - less)
    wish = _wish(clause, answer)
    if wish is not None:
        yield Referent("deed", wish, wish, _WISHED - less)
        return
    wanted = _wanted(clause)
    if wanted is not None:
        yield Referent("deed", wanted, wanted, _WANTED - less)
        return
    accusation = _accusation(clause, answer)
    if accusation is not None:
        yield Referent("deed", accusation, accusation, _WISHED - less)
        return
    base = (verb(clause.lower[clause.verb]) or ("", ""))[0]
    alone = not _has_object(clause) and (clause.kind != "what" or clause.tokens[-1].tag == "p")
    noun = _NOUNS.get(base) or (base if base in EVENTS and alone else None)  # “why did the builders strike”
    if noun is None:
        return
    if clause.kind != "who":
        bare = clause.noun or (clause.kind != "what" and _has_object(clause))
        subject = None if bare else _subject(clause)
        if subject is not None:
            both = "and" in clause.lower[subject.last : clause.verb]
            noun = " ".join(filter(None, (noun, _about(clause))))
            yield _of(clause.words(subject.first, clause.verb if both else subject.last), noun, _WEIGHT - less)
    elif clause.subject_asked and answer is not None and clause.lower[clause.verb + 1 : clause.verb + 2] in _CLAUSES:
        doer = without_descriptor(answer.strip(' .,“”"'))
        if len(doer.split()) <= _LONGEST:
            yield _of(doer, noun, _TOLD - less)


def _wish(clause: Clause, answer: str | None) -> str | None:
    """“Quill's plan to paint the towers”, of “what does Quill want to paint” and “the towers”; None for another question."""
    assert clause.verb is not None
    to, doing = clause.verb + 1, clause.verb + 2
    wishing = (verb(clause.lower[clause.verb]) or ("", ""))[0] in _WISHING
    subject = _subject(clause) if wishing and clause.kind == "what" and not clause.noun else None
    if subject is None or clause.lower[to : doing + 1][:1] != ["to"] or doing >= len(clause.tokens):
        return None
    plan = f"{possessive(clause.words(subject.first, subject.last))} plan"
    rest = clause.words(doing + 1, len(clause.tokens))
    if clause.lower[doing] == "do":  # “with the ferry”
        return " ".join(filter(None, (plan, re.sub(r"^(?:with|to|about) ", "for ", rest) if rest else "")))
    if doing + 1 < len(clause.tokens) and clause.tokens[doing + 1].tag != "p":
        return plan
    filler = filler_of(answer)
    whole = filler if filler is None or "," not in filler else None
    return " ".join(filter(None, (plan, clause.words(to, doing + 1), whole, rest)))


def _wanted(clause: Clause) -> str | None:
    """“what Quill wants from the council”, of “what does Quill want from the council”; None for another question."""
    assert clause.verb is not None
    base = clause.lower[clause.verb]
    if clause.lower[:1] != ["what"] or clause.wh != 1 or clause.aux is None or base not in _DESIRING:
        return None
    aux = clause.lower[clause.aux]
    form = {"did": past(base), "does": third(base), "do": base}.get(aux)
    who = clause.words(clause.aux + 1, clause.verb)
    if form is None or not who or clause.lower[clause.verb + 1 : clause.verb + 2] == ["to"]:
        return None
    return " ".join(filter(None, ("what", who, form, clause.words(clause.verb + 1, len(clause.tokens)))))


def _accusation(clause: Clause, answer: str | None) -> str | None:
    """“the accusation against Quill”, of “what is Quill accused of”; of others who accuse her, theirs, and of what she may have done."""
    assert clause.verb is not None
    found = verb(clause.lower[clause.verb])
    if found is None or found[0] != "accuse" or clause.aux is None or clause.subject_asked:
        return None
    passive = clause.lower[clause.aux] in BE and found[1] == "past"
    first = clause.aux + 1 if passive else clause.verb + 1
    whom = next((p for p in clause.phrases if p.first == first and p.kind != "time"), None)
    who = None if passive else _subject(clause)
    if whom is None:
        return None
    told = filler_of(answer) or ""
    doing = f" of {told}" if told and (verb(told.split()[0].lower()) or ("", ""))[1] == "ing" else ""
    whose = possessive(clause.words(who.first, who.last)) if who is not None else "the"
    return f"{whose} {ACCUSATION}{clause.words(whom.first, whom.last)}{doing}"


def _about(clause: Clause) -> str:
    """“on the bridge”, of “when does the council decide on the bridge”."""
    assert clause.verb is not None
    after = next((p for p in clause.phrases if p.first == clause.verb + 2), None)
    if after is None or after.kind == "time" or after.preposition not in ("on", "about"):
        return ""
    return clause.words(clause.verb + 1, clause.with_complement(after))


def _of(whose: str, noun: str, weight: float) -> Referent:
    text = f"{possessive(re.sub('^The ', 'the ', whose))} {noun}"
    return Referent("deed", text, text, weight)


def _has_object(clause: Clause) -> bool:
    """“did Quill offer a job”: the job, not the offer."""
    return any(not p.preposition and p.kind != "time" and p.first > (clause.verb or 0) for p in clause.phrases)


def _subject(clause: Clause) -> Phrase | None:
    """Who proposed: between auxiliary and verb."""
    assert clause.verb is not None
    done_to = is_participle(clause.lower[clause.verb]) and not clause.lower[clause.verb].endswith("ing")
    if clause.subject_asked or clause.aux is None or (done_to and not BEING.isdisjoint(clause.lower[: clause.verb])):
        return None  # what Quill was offered is no offer of hers
    after = [p for p in clause.phrases if p.first == clause.aux + 1 and p.last <= clause.verb]
    return next((p for p in after if p.named is not None or p.kind in ("thing", "things")), None)
