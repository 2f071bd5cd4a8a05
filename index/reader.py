"""The trained reader: for a question and a passage, the spans that may answer, and how likely none does.

A six-layer BERT with three numbers a token: start and end (Devlin et al. 2019, section 4.2 and 4.3), where a span scores
its start's number plus its end's and "no answer" the two numbers at `[CLS]`; and relevance, as a larger network judges
the token's sentence. `training/` makes the weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
_BATCH_PIECES = 1024  # padded pieces run at a time: more gains nothing on one thread


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
        """One reading a passage, in their order. Passages of like length are run together, so that padding costs little."""
        head = self._pieces(question)[:QUESTION_PIECES]
        about = self._pieces(f"{title[:TITLE_CHARACTERS]} . ") if title else []
        encoded = self._tokenizer.encode_batch(list(passages), add_special_tokens=False)
        room = ALL_PIECES - len(head) - len(about) - 3
        lengths = [min(len(e.ids), room) for e in encoded]
        readings: list[Reading | None] = [None] * len(passages)
        first = 2 + len(head)
        at = first + len(about)
        for rows in _chunks(lengths, at + 1):
            ids = np.zeros((len(rows), at + 1 + max(lengths[i] for i in rows)), dtype=np.int64)
            types, mask = np.zeros_like(ids), np.zeros_like(ids)
            for row, i in enumerate(rows):
                end = at + lengths[i]
                ids[row, : end + 1] = [self._cls, *head, self._sep, *about, *encoded[i].ids[: lengths[i]], self._sep]
                types[row, first : end + 1] = 1
                mask[row, : end + 1] = 1
            start, end_logits, relevance = self._session.run(
                ["start", "end", "relevance"], {"input_ids": ids, "token_type_ids": types, "attention_mask": mask}
            )
            for row, i in enumerate(rows):
                null = float(start[row, 0] + end_logits[row, 0])
                inside = slice(at, at + lengths[i])
                readings[i] = Reading(
                    best_spans(start[row, inside], end_logits[row, inside], encoded[i]),
                    null,
                    tuple(encoded[i].offsets[: lengths[i]]),
                    tuple(relevance[row, inside].tolist()),
                )
        return [r for r in readings if r is not None]

    def _pieces(self, text: str) -> list[int]:
        return list(self._tokenizer.encode(text, add_special_tokens=False).ids)


def _chunks(lengths: Sequence[int], overhead: int) -> Iterator[list[int]]:
    """Places in chunks of like length, longest first, each at most `_BATCH_PIECES` with padding."""
    chunk: list[int] = []
    for i in sorted(range(len(lengths)), key=lambda i: -lengths[i]):
        if chunk and (len(chunk) + 1) * (lengths[chunk[0]] + overhead) > _BATCH_PIECES:
            yield chunk
            chunk = []
        chunk.append(i)
    if chunk:
        yield chunk


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
    begun: set[int] = set()
    ended: set[int] = set()
    offsets = encoded.offsets
    for k in np.argsort(-found, axis=None, kind="stable"):
        row, column = divmod(int(k), len(ends))
        i, j = int(starts[row]), int(ends[column])
        if found[row, column] == -np.inf:
            break
        if i in begun or j in ended:
            continue
        begun.add(i)
        ended.add(j)
        spans.append(Span(offsets[i][0], offsets[j][1], float(found[row, column])))
        if len(spans) == SPANS:
            break
    return tuple(spans)
