"""Who offers and who accepts: “they”, of “did they accept?” after “what did Norland Steel offer?”, is another."""

from __future__ import annotations

from index.follow_ups.clause import Clause
from index.follow_ups.main_verb import BEING
from index.follow_ups.referents import Referent
from index.verbs import verb

_PROPOSING = frozenset("offer demand request propose suggest recommend".split())
_ACCUSING = frozenset("accuse blame".split())
_ANSWERING = frozenset("accept reject refuse approve agree disagree reply respond turn-down".split())
_OWNING_UP = frozenset("admit deny".split())


def left_to_others(clause: Clause, referent: Referent) -> frozenset[str]:
    """The verbs, as `answering` gives them, that are not for the subject of a question about an offer or an accusation."""
    at, aux = clause.verb, clause.aux
    if at is None or aux is None or clause.subject_asked or not BEING.isdisjoint(clause.lower[:at]):
        return frozenset()
    base = (verb(clause.lower[at]) or ("", ""))[0]
    asking = base == "ask" and clause.lower[-1] == "for"
    if not asking and base not in _PROPOSING | _ACCUSING:
        return frozenset()
    subject = next((p for p in clause.phrases if p.first == aux + 1 and p.last <= at), None)
    if subject is None:
        return frozenset()
    named = subject.named.shown.lower() if subject.named is not None else None
    whole = f" {clause.words(subject.first, subject.last).lower()}"
    if referent.shown.lower() != named and not whole.endswith(f" {referent.text.lower()}"):
        return frozenset()
    return _ANSWERING | _OWNING_UP if base in _ACCUSING else _ANSWERING


def answering(clause: Clause) -> str:
    """“accept”, of “did they accept it?”, “turn-down”, of “why did she turn it down”; empty for another question."""
    at = clause.verb
    if at is None or clause.subject_asked:
        return ""
    base = (verb(clause.lower[at]) or ("", ""))[0]
    base = "turn-down" if base == "turn" and "down" in clause.lower[at + 1 :] else base
    return base if base in _ANSWERING | _OWNING_UP else ""
