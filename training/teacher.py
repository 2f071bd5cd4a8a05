"""The teacher: a network that says what the reader should say.

With a GPU a larger one, trained on the same questions: it is sure where one can be, says what else might be meant, and is
asked about questions that nobody has marked. Without one, the reader as it was before: what it could it is not to lose
while it learns from other questions (Li and Hoiem 2016, *Learning without Forgetting*).
"""

from __future__ import annotations

import torch
from torch import Tensor

from .feed import Batch
from .losses import Soft, soft
from .model import Chunks, Network, Outputs, Rows, outputs
from .mpnet import MPNet


class Teacher:
    """Reads, and no longer learns."""

    def __init__(self, net: MPNet | Network) -> None:
        """Halves its precision where there is a GPU."""
        self._net = net.eval().requires_grad_(False)
        if net.span.weight.is_cuda:
            net.bfloat16()

    def soft(self, batch: Batch) -> Soft:
        """What it says of a batch on the device, in the places of its rows."""
        assert batch.plain is not None, "batches for a reader with a teacher come plain too"
        said = self.read(batch.plain, batch.plain_chunks)
        return soft(
            Outputs(*(_moved(x, batch.plain, batch.rows) for x in (said.start, said.end, said.relevance))),
            batch.rows.inside,
            batch.gold.group,
            len(batch.gold.taught),
        )

    @torch.no_grad()
    def read(self, rows: Rows, chunks: Chunks) -> Outputs:
        """Its outputs."""
        return outputs(self._net, rows, chunks)


def _moved(said: Tensor, plain: Rows, rows: Rows) -> Tensor:
    """Numbers at the tokens of `plain`, put at the same passage's tokens in `rows`; `[CLS]` stays first."""
    places = torch.arange(rows.ids.shape[1], device=said.device)[None]
    source = (places - rows.passage[:, None] + plain.passage[:, None]).clamp(0, said.shape[1] - 1)
    source[:, 0] = 0
    return said.gather(1, source.long())
