"""What has a beginning and an end: a strike, a trial, a match; what “when is it over” asks about."""

from __future__ import annotations

from collections.abc import Iterator

from index.follow_ups.clause import Clause, Phrase
from index.verbs import verb

EVENTS = frozenset(
    """storm fire flood crash accident attack explosion earthquake collapse riot strike match game trial hearing meeting talks war concert festival
    ceremony protest march rally siege summit race conference""".split()
)
_BEGUN = frozenset("begin start end finish hold stage continue".split())
"""Verbs whose object is an occasion."""
_COURSE = frozenset("begin start end finish last happen continue".split())


def is_course(clause: Clause, at: int) -> bool:
    """“when is it over”, “how long will it last”, “when does it start”: the “it” there is an occasion."""
    after = clause.lower[at + 1 :]
    if not after or at == 0:
        return False
    if after[0] == "over" or after[:2] in (
        ["be", "over"],
        ["going", "on"],
        ["go", "on"],
        ["take", "place"],
        ["taking", "place"],
    ):
        return len(after) < 4
    return (verb(after[0]) or ("", ""))[0] in _COURSE and (
        len(after) == 1 or (clause.tokens[at + 2].tag in "pa" and after[1] != "to")
    )


def occasions(text: str) -> Iterator[str]:
    """Those that a sentence names, as one speaks of them: “the four-day strike”."""
    clause = Clause(text)
    for phrase in clause.phrases:
        before = verb(clause.lower[phrase.first - 1]) if phrase.first else None
        begun = before is not None and before[0] in _BEGUN
        if phrase.kind != "time" and (is_occasion(clause, phrase) or begun):
            determined = clause.tokens[phrase.first].tag == "d" and phrase.first + 1 < phrase.last
            first = phrase.first + 1 if determined else phrase.last - 1  # “stand trial”
            yield f"the {clause.words(first, phrase.last)}"


def is_occasion(clause: Clause, phrase: Phrase) -> bool:
    """“the long trial”."""
    return clause.head(phrase) in EVENTS
