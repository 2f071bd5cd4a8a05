"""The subject of a question with its complement and its relative clause: “the families of the patients who died”."""

from __future__ import annotations

from dataclasses import replace

from index.follow_ups.clause import Clause, Phrase, is_plural
from index.follow_ups.referents import is_human, sort_of
from index.lexicon import verbs

_RELATIVE = ("who", "which", "that", "whose", "where")


def of_somebody(clause: Clause) -> Phrase | None:
    """What a person's name takes the place of in a question without names; None where that is nobody."""
    after = [p for p in clause.phrases if p.kind in ("thing", "things") and not p.asked]
    people = [p for p in after if is_human(clause.head(p)) and not is_plural(clause.head(p))]
    whole = whole_subject(clause)
    if whole is None:
        return next(iter([*reversed(people), *(p for p in after if is_human(clause.head(p)))]), None)
    head = next(p for p in after if p.first == whole.first)
    noun = clause.head(head)
    if is_human(noun) and not is_plural(noun):
        return whole
    # “when did the police arrest the driver”, “what is the job of the deputy”
    one = next((p for p in people if p.first >= whole.last and not p.preposition), None)
    owner = next((p for p in people if p.first < whole.last), None) if not is_plural(noun) else None
    if one or owner:
        return one or owner
    thing = sort_of(noun, head.kind) == "thing"
    said = clause.verb is not None and clause.lower[clause.verb] in verbs("say")
    if thing and said:  # what a report says of somebody
        return next((p for p in after if p.first > whole.last and is_human(clause.head(p))), None)
    if thing and clause.kind == "what" and clause.verb is None:
        return None
    return whole


def within_subject(clause: Clause, phrase: Phrase) -> Phrase | None:
    """The whole subject where the phrase is only a place or in a relative clause in it; None elsewhere."""
    whole = whole_subject(clause)
    if whole is None or not whole.first < phrase.first < whole.last:
        return None
    described = any(w in _RELATIVE for w in clause.lower[whole.first : whole.last])
    return whole if described or phrase.preposition not in ("", "of") else None


def whole_subject(clause: Clause) -> Phrase | None:
    """A common noun right after the auxiliary, up to the verb; None for a pronoun, a name, or what is asked for."""
    if clause.aux is None or clause.subject_asked:
        return None
    head = next((p for p in clause.phrases if p.first == clause.aux + 1), None)
    if head is None or head.kind not in ("thing", "things") or head.asked:
        return None
    last = clause.verb if clause.verb is not None and clause.verb >= head.last else clause.with_complement(head)
    while last > head.last and clause.tokens[last - 1].tag == "a" and clause.lower[last - 1] not in ("there", "here"):
        last -= 1
    if clause.verb is None and head.last < last == len(clause.tokens) and clause.kind in ("why", "yes_no"):
        last -= 1  # “why are the fans of the club angry”
    return replace(head, last=last)
