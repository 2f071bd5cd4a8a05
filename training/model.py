"""The reader's network: a BERT encoder, three numbers a token: start, end, and how relevant its sentence is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel


class Network(nn.Module):
    """`forward` gives start and end logits and relevance, float32, each (batch, length)."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__()
        self.bert = BertModel(config, add_pooling_layer=False)
        self.span = nn.Linear(config.hidden_size, 3)

    @classmethod
    def from_base(cls, folder: Path) -> Network:
        """The network on a pretrained encoder; the span layer starts small."""
        config = BertConfig.from_pretrained(folder)
        config.attention_probs_dropout_prob = 0.0  # lets the fused attention kernel run
        config._attn_implementation = "sdpa"
        net = cls(config)
        net.bert = BertModel.from_pretrained(folder, config=config, add_pooling_layer=False, attn_implementation="sdpa")
        nn.init.normal_(net.span.weight, std=0.02)
        nn.init.zeros_(net.span.bias)
        # Rare words would move without their neighbours; a third of the memory traffic goes with it.
        net.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        return net

    def forward(
        self, input_ids: Tensor, token_type_ids: Tensor, attention_mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Start and end logits and relevance, each (batch, length)."""
        states = self.bert(
            input_ids=input_ids, token_type_ids=token_type_ids, attention_mask=attention_mask
        ).last_hidden_state
        start, end, relevance = self.span(states).float().unbind(-1)
        return start, end, relevance


Chunks = list[tuple[int, int, int]]
"""(From row, to row, longest) of rows that are run at once."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Token sequences on the device: ids (rows, longest), first token of the second segment, of the passage, length."""

    ids: Tensor
    first: Tensor
    passage: Tensor
    length: Tensor

    def inputs(self, rows: slice, width: int) -> tuple[Tensor, Tensor, Tensor]:
        """Ids, token types and attention mask of some rows, cut to `width`."""
        places = torch.arange(width, device=self.ids.device)[None]
        mask = places < self.length[rows, None]
        types = (places >= self.first[rows, None]) & mask
        return self.ids[rows, :width].long(), types.long(), mask.long()

    @property
    def inside(self) -> Tensor:
        """Which places are the passage's, (rows, longest)."""
        places = torch.arange(self.ids.shape[1], device=self.ids.device)[None]
        return (places >= self.passage[:, None]) & (places < self.length[:, None] - 1)


@dataclass(frozen=True, slots=True)
class Outputs:
    """What a network gives for `Rows`: start and end logits and relevance, each (rows, longest), zero beyond a row."""

    start: Tensor
    end: Tensor
    relevance: Tensor


def outputs(net: nn.Module, rows: Rows, chunks: Chunks) -> Outputs:
    """Runs `net` chunk by chunk, so that little is padded."""
    shape = rows.ids.shape
    parts: list[tuple[Tensor, ...]] = []
    for low, high, width in chunks:
        given = net(*rows.inputs(slice(low, high), width))
        parts.append(tuple(nn.functional.pad(x, (0, shape[1] - width)) for x in given))
    start, end, relevance = (torch.cat(x) for x in zip(*parts, strict=True))
    return Outputs(start, end, relevance)


class PooledDropout(nn.Module):
    """Dropout whose masks are windows, at random offsets, of one pool drawn once.

    PyTorch draws Bernoulli numbers on one core, one by one: a fifth of a step on a CPU.
    """

    size = 1 << 23

    def __init__(self, p: float) -> None:
        super().__init__()
        pool = (torch.rand(self.size) >= p).float() / (1 - p)
        self.pools = {torch.float32: pool, torch.bfloat16: pool.to(torch.bfloat16)}

    def forward(self, x: Tensor) -> Tensor:
        """`x` with a tenth of its numbers dropped, while training."""
        if not self.training:
            return x
        n = x.numel()
        if n > self.size or x.dtype not in self.pools:
            return nn.functional.dropout(x, 0.1)
        at = int(torch.randint(0, self.size - n + 1, ()))
        return x * self.pools[x.dtype][at : at + n].view_as(x)


def pool_dropout(net: nn.Module, p: float = 0.1) -> None:
    """Replace every dropout of `net` that drops anything."""
    shared = PooledDropout(p)
    for module in list(net.modules()):
        for name, child in module.named_children():
            if isinstance(child, nn.Dropout) and child.p > 0:
                setattr(module, name, shared)
