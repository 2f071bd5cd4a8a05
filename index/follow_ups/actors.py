"""“and the liberals?” after “how many seats did the Greens win”: others who did it, not others that were counted."""

from __future__ import annotations

from collections.abc import Callable

from index.follow_ups.clause import Clause, Phrase, is_plural
from index.follow_ups.referents import is_human, sort_of
from index.lexicon import words

_SHARES = frozenset("percentage percent proportion share number amount part".split())
_ALIKE = 0.3
"""How near in meaning two things are that may be counted in the same question."""


def other_actor(clause: Clause, given: Clause, phrase: Phrase, near: Callable[[str, str], float]) -> Phrase | None:
    """The subject of a question of how many, where the given words are rather another of its kind than of what is counted.

    Also who says so: “and the police?” after “how many came according to the organisers”.
    """
    if phrase.preposition or phrase.kind == "time":
        return None
    head = given.lower[phrase.last - 1]
    acting = phrase.named is not None or is_human(head) or _is_body(head, phrase)
    told = next((p for p in clause.phrases if clause.lower[max(p.first - 2, 0) : p.first] == ["according", "to"]), None)
    if told is not None:
        return told if acting else None
    asked, subject = _counted(clause), _subject(clause)
    if asked is None or subject is None:
        return None
    counted = clause.lower[asked.last - 1]
    if phrase.named is not None or _is_body(head, phrase):
        return subject
    if acting and is_human(counted):
        return None
    if given.tokens[phrase.first].tag != "d":  # “conservatives?”, but “nurses?” of who has beds
        having = clause.verb is None or clause.lower[clause.verb] in ("have", "own", "need", "employ")
        return subject if is_human(head) and not having else None
    if not is_plural(head):
        return subject if acting else None
    return subject if acting or near(counted, head) < _ALIKE else None


def according_to(given: Clause, before: Clause) -> str | None:
    """“how many came according to the police”, for “and according to the police?”; None for another message."""
    phrase = given.phrases[-1] if given.phrases else None
    if (
        given.lower[:2] != ["according", "to"]
        or phrase is None
        or (phrase.first, phrase.last) != (2, len(given.tokens))
    ):
        return None
    end = next((i for i, w in enumerate(before.lower) if w == "according"), len(before.tokens))
    return f"{before.words(0, end)} {given.text}"


def is_uncountable(clause: Clause, given: Clause, phrase: Phrase) -> bool:
    """“and the dividend?” after “how many shares did the council get”: neither counted nor one who gets something."""
    asked, subject = _counted(clause), _subject(clause)
    if clause.lower[:2] != ["how", "many"] or asked is None or subject is None or phrase.preposition:
        return False
    head = given.lower[phrase.last - 1]
    acting = is_human(head) or _is_body(head, phrase) or phrase.named is not None
    one = phrase.kind == "thing" and given.lower[phrase.first] == "the" and not is_plural(head) and head != "one"
    others = [p for p in clause.phrases if p not in (asked, subject) and p.kind != "time"]
    return one and not acting and not others


def _counted(clause: Clause) -> Phrase | None:
    asked = next((p for p in clause.phrases if p.asked), None)
    share = asked is not None and clause.lower[asked.last - 1] in _SHARES
    return asked if clause.kind == "how" or share else None


def _subject(clause: Clause) -> Phrase | None:
    """A person, a company, a council; a place too: “how many bridges does Hartwell have”."""
    if clause.aux is None or clause.subject_asked:
        return None
    subject = next((p for p in clause.phrases if p.first == clause.aux + 1 and not p.asked), None)
    if subject is None:
        return None
    head = clause.head(subject)
    named = subject.named is not None or (subject.kind == "thing" and clause.tokens[subject.first].tag == "n")
    return subject if named or is_human(head) or _is_body(head, subject) else None


def _is_body(head: str, phrase: Phrase) -> bool:
    return head in words("bodies") or sort_of(head, phrase.kind) == "group"
