"""Slips of the finger in the little words that grammar is read by: “befor”, “aftr”, “hwo”, “untill”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from index.follow_ups.question_form import AUXILIARIES, QUESTION_WORDS
from index.lexicon import words

_LITTLE = (
    QUESTION_WORDS
    | AUXILIARIES
    | words("prepositions")
    | words("conjunctions")
    | frozenset(
        "they them their there then that this these those many much long often more most other else still again people happen happened".split()
    )
)
_SHORTEST = 3
_WORD = re.compile(r"(?<![\w'’-])[a-z]+(?![\w'’-])")


def respelt(message: str, known: Callable[[str], bool]) -> str:
    """The message with “before” for “befor”: two letters swapped, one left out or one too many, in words that are not `known`."""
    return _WORD.sub(lambda found: _respelt(found[0], known), message)


def _respelt(word: str, known: Callable[[str], bool]) -> str:
    if len(word) < _SHORTEST or word in _LITTLE or known(word):
        return word
    swapped = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1))
    # The first letter is seldom wrong.
    left_out = (w for w in _LITTLE if len(w) == len(word) + 1 and w[0] == word[0] and word in _shorter(w))
    for likely in (swapped, left_out, _shorter(word)):
        found = {w for w in likely if w in _LITTLE and len(w) >= _SHORTEST}
        if found:
            return found.pop() if len(found) == 1 else word
    return word


def _shorter(word: str) -> Iterable[str]:
    """The word without one of its letters but the first."""
    return {word[:i] + word[i + 1 :] for i in range(1, len(word))}
