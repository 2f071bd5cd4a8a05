"""Questions that ask the same in other words, found together: near-duplicates by their index terms."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.question import Kind, Question, understand

_ALIKE = 0.75
"""Of the terms of two questions together, the share that both have (Jaccard 1901)."""
_CONTAINED = 0.6
"""The same where all terms of the one are in the other: “Who is the mayor?” and “Who is the mayor of Rome?” are not."""
_SLIP = 0.83
"""Likeness of two spellings of a term: one slip in six letters, two in twelve."""
_SHORTEST = 6

_SAME_KIND: dict[Kind, Kind] = {"how_many": "what"}
"""“What did it cost?” asks what “How much did it cost?” asks."""
_NEGATIONS = frozenset({"not", "no", "never", "without"})


@dataclass(frozen=True, slots=True)
class _Key:
    kind: Kind
    negated: bool
    terms: frozenset[str]

    def alike(self, other: _Key) -> float:
        """Share of terms in common with one of the same kind; 0 where the two do not ask the same."""
        both = len(self.terms & other.terms)
        share = both / len(self.terms | other.terms)
        enough = _CONTAINED if both == min(len(self.terms), len(other.terms)) else _ALIKE
        return share if share >= enough else 0.0

    def of(self, term: str) -> _Key:
        """One term of it, in a question of this kind."""
        return _Key(self.kind, self.negated, frozenset({term}))


def group_alike(questions: Sequence[str]) -> list[list[int]]:
    """The questions' numbers in groups, each led by the first of it; what comes earlier leads.

    A question joins the leader that it is most like, so put those that are asked most first.
    """
    keys = _keys(questions)
    groups: list[list[int]] = []
    led_by: dict[_Key, int] = {}
    leaders: list[_Key] = []
    with_term: dict[_Key, list[int]] = {}
    for number, key in enumerate(keys):
        group = led_by.get(key)
        if group is None:
            near = {i for places in _rarest([with_term.get(key.of(term), ()) for term in key.terms]) for i in places}
            best, at = max(((leaders[i].alike(key), -i) for i in near), default=(0.0, 0))
            group = -at if best else None
        if group is None:
            group = len(groups)
            groups.append([])
            leaders.append(key)
            for term in key.terms:
                with_term.setdefault(key.of(term), []).append(group)
        led_by.setdefault(key, group)
        groups[group].append(number)
    return groups


def _rarest(lists: list[Sequence[int]]) -> list[Sequence[int]]:
    """The shortest of the lists, as many as one that shares enough of them must be on one of (Chaudhuri 2006)."""
    needed = math.ceil(_CONTAINED * len(lists))
    return sorted(lists, key=len)[: len(lists) - needed + 1]


@lru_cache(maxsize=4096)
def _read(question: str) -> Question:
    """The same questions are grouped again after each change to them."""
    return understand(question)


def _keys(questions: Sequence[str]) -> list[_Key]:
    read = [_read(question) for question in questions]
    counted = Counter(term for question in read for term in question.terms)
    spelt = _spellings(counted)
    keys = []
    for question, text in zip(read, questions, strict=True):
        # A question of stop words alone is like one of the same words only.
        terms = frozenset(spelt[t] for t in question.terms) or frozenset(text.casefold().split())
        keys.append(_Key(_SAME_KIND.get(question.kind, question.kind), not _NEGATIONS.isdisjoint(terms), terms))
    return keys


def _spellings(counted: Counter[str]) -> dict[str, str]:
    """For each term the one that it is a slip of: itself, or one that is used more often."""
    kept: dict[str, list[str]] = {}
    spelt: dict[str, str] = {}
    for term, _ in counted.most_common():
        if len(term) < _SHORTEST or not term.isalpha():
            spelt[term] = term
            continue
        known = kept.setdefault(term[0], [])
        near = process.extractOne(term, known, scorer=OSA.normalized_similarity, score_cutoff=_SLIP)
        spelt[term] = near[0] if near else term
        if near is None:
            known.append(term)
    return spelt
