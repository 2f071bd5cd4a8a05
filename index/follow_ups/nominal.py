"""“Quill's proposal”: what somebody proposed or promised, as a thing that later questions may be about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.follow_ups.clause import Clause, Phrase
from index.follow_ups.costs import price
from index.follow_ups.referents import Referent, without_descriptor
from index.follow_ups.rephrase import filler_of
from index.verbs import verb

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
_LONGEST = 4
"""Words of who did it."""
_WEIGHT = 2.0
"""Less than a thing that the question or the answer names, more than what else the answer's sentence does."""
_LESS = 1.8
"""Of an amount: less than who it was."""
_WISHED = 1.4
"""Of what somebody wants to do: only what may be meant where people are for or against it."""
_TOLD = 2.8
"""“who proposed to wait a year”: the year is only a part of it."""


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
    noun = _NOUNS.get((verb(clause.lower[clause.verb]) or ("", ""))[0])
    if noun is None:
        return
    if clause.kind != "who":
        subject = None if clause.noun or (clause.kind != "what" and _has_object(clause)) else _subject(clause)
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
    plan = f"{clause.words(subject.first, subject.last)}'s plan"
    rest = clause.words(doing + 1, len(clause.tokens))
    if clause.lower[doing] == "do":  # “with the ferry”
        return " ".join(filter(None, (plan, re.sub(r"^(?:with|to|about) ", "for ", rest) if rest else "")))
    if doing + 1 < len(clause.tokens) and clause.tokens[doing + 1].tag != "p":
        return plan
    filler = filler_of(answer)
    whole = filler if filler is None or "," not in filler else None
    return " ".join(filter(None, (plan, clause.words(to, doing + 1), whole, rest)))


def _about(clause: Clause) -> str:
    """“on the bridge”, of “when does the council decide on the bridge”."""
    assert clause.verb is not None
    after = next((p for p in clause.phrases if p.first == clause.verb + 2), None)
    if after is None or after.kind == "time" or after.preposition not in ("on", "about"):
        return ""
    return clause.words(clause.verb + 1, clause.with_complement(after))


def _of(whose: str, noun: str, weight: float) -> Referent:
    text = f"{re.sub('^The ', 'the ', whose)}'s {noun}"
    return Referent("deed", text, text, weight)


def _has_object(clause: Clause) -> bool:
    """“did Quill offer a job”: the job, not the offer."""
    return any(not p.preposition and p.kind != "time" and p.first > (clause.verb or 0) for p in clause.phrases)


def _subject(clause: Clause) -> Phrase | None:
    """Who proposed: between auxiliary and verb."""
    assert clause.verb is not None
    if clause.subject_asked or clause.aux is None:
        return None
    after = [p for p in clause.phrases if p.first == clause.aux + 1 and p.last <= clause.verb]
    return next((p for p in after if p.named is not None or p.kind == "thing"), None)
