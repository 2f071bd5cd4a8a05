"""Batches as tensors, made by processes beside the one that trains."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from .batches import Batches, Group
from .losses import Gold
from .model import Chunks, Rows
from .sequences import Encoder, Sequence, padded


@dataclass(frozen=True, slots=True)
class Judged:
    """Sentences that the judge sees: as pairs with their questions, and where they stand."""

    pairs: Rows
    chunks: Chunks
    row: Tensor
    first: Tensor
    last: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows, longest first; `plain` are the same as a teacher reads them."""

    rows: Rows
    chunks: Chunks
    gold: Gold
    judged: Judged
    plain: Rows | None
    plain_chunks: Chunks


def as_tensors(groups: list[Group], encoder: Encoder, chunk: int) -> Batch:
    """One batch; a chunk has at most so many tokens, padding included."""
    order = [(g, i) for g, group in enumerate(groups) for i in range(len(group.sequences))]
    order.sort(key=lambda at: -len(groups[at[0]].sequences[at[1]].ids))
    row_of = {at: row for row, at in enumerate(order)}
    sequences = [groups[g].sequences[i] for g, i in order]
    plain = [groups[g].plain[i] for g, i in order if groups[g].plain]
    judged = [
        (encoder.pair(group.asked, text), row_of[g, i], first, last)
        for g, group in enumerate(groups)
        for i, text, first, last in group.judged
    ]
    judged.sort(key=lambda j: -len(j[0].ids))
    rows, chunks = in_rows(sequences, chunk)
    pairs, pair_chunks = in_rows([j[0] for j in judged], chunk)
    return Batch(
        rows,
        chunks,
        Gold(
            _tensor([s.start for s in sequences]),
            _tensor([s.end for s in sequences]),
            _tensor([g for g, _ in order]),
            torch.tensor([g.taught for g in groups]),
        ),
        Judged(pairs, pair_chunks, *(_tensor([int(j[n]) for j in judged]) for n in (1, 2, 3))),  # type: ignore[call-overload]
        *(in_rows(plain, chunk) if plain else (None, [])),
    )


def in_rows(sequences: list[Sequence], chunk: int) -> tuple[Rows, Chunks]:
    """Sequences as tensors, and their chunks."""
    chunks = cut([len(s.ids) for s in sequences], chunk)
    arrays = padded(sequences, max(width for _, _, width in chunks))
    return Rows(**{name: torch.from_numpy(array) for name, array in arrays.items()}), chunks


def cut(lengths: list[int], tokens: int) -> Chunks:
    """(from row, to row, longest) of chunks of at most so many tokens.

    Widths are multiples of eight, as a GPU's kernels like them.
    """
    chunks: Chunks = []
    begun = widest = 0
    for row, length in enumerate(lengths):
        width = max(widest, -(-length // 8) * 8)
        if row > begun and width * (row + 1 - begun) > tokens:
            chunks.append((begun, row, widest))
            begun, width = row, -(-length // 8) * 8
        widest = width
    return [*chunks, (begun, len(lengths), widest)]


def _tensor(values: list[int]) -> Tensor:
    return torch.from_numpy(np.array(values, dtype=np.int64))


class _Stream(IterableDataset[Batch]):
    """Every worker draws by itself, its own questions in its own order."""

    def __init__(self, make: Callable[[int], Batches], progress: Callable[[], float], seed: int, chunk: int) -> None:
        self.make, self.progress, self.seed, self.chunk = make, progress, seed, chunk

    def __iter__(self) -> Iterator[Batch]:
        info = get_worker_info()
        batches = self.make(self.seed * 1000 + (info.id if info else 0))
        step = 0
        while True:
            yield as_tensors(batches.batch(step, self.progress()), batches.encoder, self.chunk)
            step += 1


def workers_here() -> int:
    """Processes that make batches: all cores but those of the one that trains."""
    return max(0, (os.cpu_count() or 1) - 2)


class Feed:
    """Batches without end; `progress` is told to whoever draws them."""

    def __init__(self, make: Callable[[int], Batches], seed: int, chunk: int) -> None:
        """`make` makes the batches of a seed; `chunk` is how many tokens are run at once."""
        torch.multiprocessing.set_sharing_strategy("file_system")  # the other one runs out of file descriptors
        self._progress = multiprocessing.Value("d", 0.0)
        workers = workers_here()
        self._stream = _Stream(make, self._told, seed, chunk)
        self._loader = DataLoader(
            self._stream,
            batch_size=None,
            num_workers=workers,
            prefetch_factor=4 if workers else None,
            multiprocessing_context="fork" if workers else None,
        )

    def start(self, step: int) -> Iterator[Batch]:
        """Batches from `step` on: others than from any earlier one."""
        self._stream.seed += step
        return iter(self._loader)

    def _told(self) -> float:
        return float(self._progress.value)

    def tell(self, progress: float) -> None:
        """How far the run is, 0 to 1."""
        self._progress.value = progress


def moved(device: torch.device, rows: Rows) -> Rows:
    """Rows on the device."""
    return Rows(*(x.to(device, non_blocking=True) for x in (rows.ids, rows.first, rows.passage, rows.length)))


def on(device: torch.device, batch: Batch) -> Batch:
    """The batch with its tensors on the device."""
    gold, judged = batch.gold, batch.judged
    return Batch(
        moved(device, batch.rows),
        batch.chunks,
        Gold(*(x.to(device, non_blocking=True) for x in (gold.start, gold.end, gold.group, gold.taught))),
        Judged(
            moved(device, judged.pairs),
            judged.chunks,
            *(x.to(device, non_blocking=True) for x in (judged.row, judged.first, judged.last)),
        ),
        moved(device, batch.plain) if batch.plain else None,
        batch.plain_chunks,
    )
