"""Slips of spelling forgiven, against the article's own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.language import words

_SHORTEST = 4


def respelled(question: str, vocabulary: Mapping[str, str], known: Callable[[str], bool]) -> str:
    """The question with words that neither the article nor English has put as the article's nearest word.

    `vocabulary` maps normalised words of the article to the way it writes them; `known` tells English words: “tanks”
    is no slip for “talks”. One slip is forgiven in four or five letters, two in six and more (Damerau 1964: the
    optimal string alignment distance, which counts swapped neighbours once).
    """
    out, at = [], 0
    for word in words(question):
        if len(word.form) < _SHORTEST or not word.form.isalpha() or word.form in vocabulary or known(word.form):
            continue
        near = process.extractOne(
            word.form,
            vocabulary.keys(),
            scorer=OSA.distance,
            score_cutoff=1 if len(word.form) < 6 else 2,
        )
        if near is None or near[0][0] != word.form[0] or len(near[0]) < _SHORTEST:
            continue
        out += [question[at : word.start], vocabulary[near[0]]]
        at = word.end
    return "".join([*out, question[at:]])
