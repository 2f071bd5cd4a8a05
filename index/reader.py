"""The trained reader: for a question and a passage, the spans that may answer, and how likely none does.

A six-layer BERT with three numbers a token: start and end (Devlin et al. 2019, section 4.2 and 4.3), where a span scores
its start's number plus its end's and "no answer" the two numbers at `[CLS]`; and relevance, as a larger network judges
the token's sentence. `training/` makes the weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.model_files import ModelUnavailableError, model_bytes, word_pieces
from index.reading import Reading, Span

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

QUESTION_PIECES, TITLE_CHARACTERS, ALL_PIECES = 48, 80, 288
SPAN_PIECES = 30
SPANS = 10


class TrainedReader:
    """Reads passages with onnxruntime on one thread; safe to share between threads.

    >>> reader = TrainedReader.load()
    >>> passage = "The bridge was built by Ada Lund in 1921."
    >>> best = reader.read("Who built the bridge?", "A bridge", [passage])[0].spans[0]
    >>> passage[best.start:best.end]
    'Ada Lund'
    """

    def __init__(self, session: Any, tokenizer: Tokenizer) -> None:  # noqa: ANN401 - onnxruntime has no types
        self._session, self._tokenizer = session, tokenizer
        self._pieces = lru_cache(maxsize=64)(self._encoded)  # a question and a title come once a window
        self._cls, self._sep = (int(tokenizer.token_to_id(t) or 0) for t in ("[CLS]", "[SEP]"))

    @classmethod
    def load(cls, weights: Path | None = None) -> TrainedReader:
        """The reader of the file `weights`, by default the one that comes with the package.

        Raises ModelUnavailableError where a file of the package or onnxruntime is missing.
        """
        try:
            import onnxruntime
        except ImportError as error:
            raise ModelUnavailableError("the package onnxruntime is not installed: pip install onnxruntime") from error
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            network = weights.read_bytes() if weights else model_bytes("reader.onnx")
            session = onnxruntime.InferenceSession(network, options, ["CPUExecutionProvider"])
        except (RuntimeError, ValueError) as error:
            raise ModelUnavailableError(f"this host's onnxruntime cannot load the reader: {error}") from error
        return cls(session, word_pieces())

    def read(self, question: str, title: str, passages: Sequence[str]) -> list[Reading]:
        """One reading a passage, in their order; run one by one, as on one thread a batch gains nothing and pads."""
        head = [self._cls, *self._pieces(question)[:QUESTION_PIECES], self._sep]
        about = self._pieces(f"{title[:TITLE_CHARACTERS]} . ") if title else ()
        return [self._reading(head, about, self._tokenizer.encode(p, add_special_tokens=False)) for p in passages]

    def _reading(self, head: Sequence[int], about: Sequence[int], passage: Encoding) -> Reading:
        at = len(head) + len(about)
        length = min(len(passage.ids), ALL_PIECES - at - 1)
        ids = np.array([[*head, *about, *passage.ids[:length], self._sep]], dtype=np.int64)
        types = np.zeros_like(ids)
        types[:, len(head) :] = 1
        kept = np.array([0, *range(at, at + length)], dtype=np.int64)
        outputs = self._session.run(
            ["start", "end", "relevance"], {"input_ids": ids, "token_type_ids": types, "kept": kept}
        )
        start, end, relevance = (o[0] for o in outputs)
        return Reading(
            best_spans(start[1:], end[1:], passage),
            float(start[0] + end[0]),
            tuple(passage.offsets[:length]),
            tuple(relevance[1:].tolist()),
        )

    def _encoded(self, text: str) -> tuple[int, ...]:
        return tuple(self._tokenizer.encode(text, add_special_tokens=False).ids)


def best_spans(start: NDArray[np.float32], end: NDArray[np.float32], encoded: Encoding) -> tuple[Span, ...]:
    """The best spans by start plus end, at most `SPAN_PIECES` long, none of them one of the better ones again.

    Two spans are the same answer where they begin or end at the same piece: "Jens Stoltenberg" and "NATO chief Jens
    Stoltenberg". No pieces give no spans.
    """
    # Only the likeliest starts and ends can make one of the few best spans.
    starts, ends = np.argsort(-start)[: 3 * SPANS], np.argsort(-end)[: 3 * SPANS]
    length = ends[None, :] - starts[:, None]
    found = np.where((length >= 0) & (length < SPAN_PIECES), start[starts][:, None] + end[ends][None, :], -np.inf)
    spans: list[Span] = []
    offsets = encoded.offsets
    while found.size and len(spans) < SPANS:
        row, column = divmod(int(found.argmax()), len(ends))
        score = float(found[row, column])
        if score == -np.inf:
            break
        found[row], found[:, column] = -np.inf, -np.inf
        spans.append(Span(offsets[starts[row]][0], offsets[ends[column]][1], score))
    return tuple(spans)
