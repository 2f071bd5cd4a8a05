"""Token sequences as the reader sees them, and how several become one batch."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as Several
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from .data import sentences
from .negatives import Passage

QUESTION_PIECES, TITLE_CHARACTERS, ALL_PIECES = 48, 80, 288


@dataclass(frozen=True, slots=True)
class Sequence:
    """Token ids and types, the places of the gold span (0, 0: none), where the passage's tokens lie."""

    ids: list[int]
    first: int  # first token of the second segment
    passage: int  # first token of the passage itself
    start: int
    end: int
    sentences: tuple[tuple[str, int, int], ...] = ()  # the passage's: words, first and last token


class Encoder:
    """`[CLS] question [SEP] title . passage [SEP]`."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self.cls, self.sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")

    def __call__(self, question: str, title: str, passage: Passage, gold: tuple[int, int] | None) -> Sequence | None:
        """None where the gold span falls behind the last piece that fits."""
        q = self.tokenizer.encode(question, add_special_tokens=False).ids[:QUESTION_PIECES]
        t = self.tokenizer.encode(f"{title[:TITLE_CHARACTERS]} . ", add_special_tokens=False).ids if title else []
        p = self.tokenizer.encode(passage.text, add_special_tokens=False)
        first = len(q) + 2
        at = first + len(t)
        ids = [self.cls, *q, self.sep, *t, *p.ids][: ALL_PIECES - 1]
        ids.append(self.sep)
        start = end = 0
        if gold is not None:
            inside = [i for i, (s, e) in enumerate(p.offsets) if s < gold[1] and e > gold[0]]
            if not inside or at + inside[-1] >= len(ids) - 1:
                return None
            start, end = at + inside[0], at + inside[-1]
        return Sequence(ids, first, at, start, end, tuple(self._sentences(passage, p.offsets, at, len(ids) - 1)))

    def pair(self, question: str, text: str) -> Sequence:
        """`[CLS] question [SEP] text [SEP]`, as cross-encoders take it."""
        q = self.tokenizer.encode(question, add_special_tokens=False).ids[:QUESTION_PIECES]
        t = self.tokenizer.encode(text, add_special_tokens=False).ids[: ALL_PIECES - len(q) - 3]
        return Sequence([self.cls, *q, self.sep, *t, self.sep], len(q) + 2, len(q) + 2, 0, 0)

    def _sentences(
        self, passage: Passage, offsets: list[tuple[int, int]], at: int, stop: int
    ) -> Iterator[tuple[str, int, int]]:
        for low, high in sentences(passage.text):
            inside = [at + i for i, (s, e) in enumerate(offsets) if low <= s and e <= high]
            if inside and inside[-1] < stop:
                yield passage.text[low:high], inside[0], inside[-1]


def padded(sequences: Several[Sequence], width: int) -> dict[str, NDArray[np.int32]]:
    """`ids` (rows, `width`), and for each row `first`, `passage` and `length`."""
    ids = np.zeros((len(sequences), width), dtype=np.int32)
    for row, s in enumerate(sequences):
        ids[row, : len(s.ids)] = s.ids
    places = [(s.first, s.passage, len(s.ids)) for s in sequences]
    first, passage, length = np.array(places, dtype=np.int32).T.copy()
    return {"ids": ids, "first": first, "passage": passage, "length": length}
