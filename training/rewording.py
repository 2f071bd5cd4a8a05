"""Questions with some of their words replaced by words near in meaning: more questions than people wrote.

As the data augmentation of Jiao et al. 2020, *TinyBERT: Distilling BERT for Natural Language Understanding*. Whether such
a question is still answered, and by what, only a teacher can say.
"""

from __future__ import annotations

import re
from random import Random

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from .negatives import STOP

NEAREST = 8
REPLACED = 0.35


class Neighbours:
    """The nearest whole words of each whole word, by the cosine of two rows of a table."""

    def __init__(self, tokenizer: Tokenizer, rows: NDArray[np.float32]) -> None:
        """`rows`: one a word piece, any width."""
        pieces = [(w, i) for w, i in tokenizer.get_vocab().items() if w.isalpha() and w.isascii() and len(w) > 2]
        self._words = [w for w, _ in sorted(pieces)]
        self._places = {w: n for n, w in enumerate(self._words)}
        table = rows[[i for _, i in sorted(pieces)]]
        table = table / np.linalg.norm(table, axis=1, keepdims=True)
        found = []
        for low in range(0, len(table), 2048):
            near = table[low : low + 2048] @ table.T
            near[np.arange(len(near)), np.arange(low, low + len(near))] = -1
            found.append(np.argpartition(-near, NEAREST, axis=1)[:, :NEAREST])
        self._nearest = np.concatenate(found).astype(np.int32)

    def near(self, word: str) -> list[str]:
        """Words near a lower-case one, in no order; none where it is not in the table."""
        place = self._places.get(word)
        return [] if place is None else [self._words[n] for n in self._nearest[place]]


def reworded(question: str, neighbours: Neighbours, random: Random) -> str:
    """`question` with about a third of its words that are neither names nor among the commonest replaced."""

    def other(found: re.Match[str]) -> str:
        word = found[0]
        if word in STOP or random.random() >= REPLACED:
            return word
        return random.choice(neighbours.near(word) or [word])

    return re.sub(r"(?<![\w'’-])[a-z]{3,}(?![\w'’-])", other, question)
