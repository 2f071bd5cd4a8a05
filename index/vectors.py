"""A table of word-piece vectors: what is near in meaning when the words differ.

One row a word piece, taken from a sentence encoder and trained so that a question lies near the sentence that answers
it (`training/vectors.py`). A text is the weighted sum of its pieces' rows. There is no model to run.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from index.model_files import ModelUnavailableError, model_bytes, word_pieces

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Side = Literal["question", "text"]
_CHUNK = 1024  # texts embedded at a time, so that a large library needs no large scratch array


class StaticVectors:
    """Embeds texts by table look-up.

    `table` holds int8 rows, (pieces, dimensions); `weights` one float32 a piece for each side: how much a piece counts,
    times what undoes the row's rounding to int8.

    >>> vectors = StaticVectors.load()
    >>> question = vectors.embed(["Who runs the alliance?"], "question")
    >>> near = vectors.embed(["NATO chief Jens Stoltenberg", "It rained."], "text") @ question[0]
    >>> bool(near[0] > near[1])
    True
    """

    def __init__(self, table: NDArray[np.int8], weights: dict[Side, NDArray[np.float32]], tokenizer: Tokenizer) -> None:
        if any(len(w) != len(table) for w in weights.values()):
            raise ValueError("a weight for every row of the table is needed")
        self.table, self.weights, self._tokenizer = table, weights, tokenizer

    @classmethod
    def load(cls) -> StaticVectors:
        """The table that comes with the package. Raises ModelUnavailableError where it or its tokenizer is missing."""
        stored = np.load(io.BytesIO(model_bytes("vectors.npz")))
        weights: dict[Side, NDArray[np.float32]] = {
            "question": stored["question"].astype(np.float32),
            "text": stored["text"].astype(np.float32),
        }
        tokenizer = word_pieces()
        if tokenizer.get_vocab_size() != len(stored["table"]):
            raise ModelUnavailableError(
                "vectors.npz and tokenizer.json do not belong together: install article-bot again"
            )
        return cls(stored["table"], weights, tokenizer)

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has."""
        return int(self.table.shape[1])

    def knows(self, word: str) -> bool:
        """Whether a lower-case word is common enough in English to be a piece of its own."""
        return self._tokenizer.token_to_id(word) is not None

    def embed(self, texts: Sequence[str], side: Side) -> NDArray[np.float32]:
        """Vectors of unit length, float32 (texts, dimensions); all zeros for a text without words."""
        out = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for at in range(0, len(texts), _CHUNK):
            self._embed(texts[at : at + _CHUNK], self.weights[side], out[at : at + _CHUNK])
        return out

    def _embed(self, texts: Sequence[str], weights: NDArray[np.float32], out: NDArray[np.float32]) -> None:
        pieces = [e.ids for e in self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)]
        filled = [i for i, ids in enumerate(pieces) if ids]
        if not filled:
            return
        ids = np.concatenate([np.asarray(pieces[i], dtype=np.int64) for i in filled])
        starts = np.cumsum([0, *(len(pieces[i]) for i in filled[:-1])])
        rows = self.table[ids].astype(np.float32) * weights[ids, None]
        sums = np.add.reduceat(rows, starts, axis=0)
        lengths = np.sqrt(np.einsum("ij,ij->i", sums, sums))[:, None]
        out[filled] = np.divide(sums, lengths, out=np.zeros_like(sums), where=lengths > 0)
