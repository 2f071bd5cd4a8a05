"""The trained network as one int8 ONNX file, the rounding made small before it is done."""

from __future__ import annotations

import copy
import warnings
from collections.abc import Sequence as Several
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from .batches import Sequence, by_length, padded
from .model import Network
from .rounding import RoundedLinear, spread_of


class _Smooth(nn.Module):
    """A linear layer that divides its inputs by one number a channel and multiplies its weights by the same."""

    def __init__(self, linear: nn.Linear, spread: Tensor) -> None:
        super().__init__()
        self.inverse = nn.Parameter(1 / spread, requires_grad=False)
        self.linear = nn.Linear(linear.in_features, linear.out_features)
        self.linear.weight.data = linear.weight.detach() * spread
        self.linear.bias.data = linear.bias.detach()

    def forward(self, x: Tensor) -> Tensor:
        return self.linear(x * self.inverse)


class _Rows(nn.Module):
    """An embedding stored as int8 with a scale a row."""

    def __init__(self, embedding: nn.Embedding) -> None:
        super().__init__()
        rows = embedding.weight.detach()
        scale = rows.abs().amax(1, keepdim=True).clamp(min=1e-6) / 127
        self.register_buffer("rows", torch.round(rows / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].float() * self.scale[ids]  # type: ignore[index]


class _Plain(nn.Module):
    """The same network in plain operations, linear layers smoothed where `largest` names them."""

    def __init__(self, net: Network, largest: dict[str, Tensor], int8_rows: bool) -> None:
        super().__init__()
        bert = copy.deepcopy(net.bert)
        for name, module in list(bert.encoder.named_modules()):
            for child, linear in list(module.named_children()):
                full = f"{name}.{child}"
                if isinstance(linear, RoundedLinear):
                    setattr(module, child, _Smooth(linear, linear.spread))
                elif isinstance(linear, nn.Linear) and full in largest:
                    setattr(module, child, _Smooth(linear, spread_of(linear, largest[full])))
        self.embeddings, self.layers, self.span = bert.embeddings, bert.encoder.layer, net.span
        self.words = _Rows(bert.embeddings.word_embeddings) if int8_rows else bert.embeddings.word_embeddings
        self.heads = bert.config.num_attention_heads

    def forward(
        self, input_ids: Tensor, token_type_ids: Tensor, attention_mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        places = torch.arange(input_ids.shape[1], device=input_ids.device)[None]
        e = self.embeddings
        x = e.LayerNorm(self.words(input_ids) + e.position_embeddings(places) + e.token_type_embeddings(token_type_ids))
        bias = (1.0 - attention_mask[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            a = layer.attention
            q, k, v = (self._split(part(x)) for part in (a.self.query, a.self.key, a.self.value))
            weights = torch.softmax(q @ k.transpose(-1, -2) / (q.shape[-1] ** 0.5) + bias, dim=-1)
            mixed = (weights @ v).permute(0, 2, 1, 3).flatten(2)
            x = a.output.LayerNorm(a.output.dense(mixed) + x)
            x = layer.output.LayerNorm(layer.output.dense(nn.functional.gelu(layer.intermediate.dense(x))) + x)
        start, end, relevance = self.span(x).unbind(-1)
        return start, end, relevance

    def _split(self, x: Tensor) -> Tensor:
        return x.unflatten(-1, (self.heads, -1)).permute(0, 2, 1, 3)


def largest_inputs(net: Network, sequences: Several[Sequence]) -> dict[str, Tensor]:
    """For each linear layer of the encoder the largest size of each input channel over some sequences."""
    found: dict[str, Tensor] = {}
    hooks = []
    for name, module in net.bert.encoder.named_modules():
        if isinstance(module, nn.Linear):

            def note(_: nn.Module, inputs: tuple[Tensor], name: str = name) -> None:
                top = inputs[0].detach().abs().flatten(0, -2).amax(0)
                found[name] = torch.maximum(found[name], top) if name in found else top

            hooks.append(module.register_forward_pre_hook(note))
    net.float().eval().cpu()
    with torch.inference_mode():
        for chunk in by_length(list(sequences), 1):  # one at a time: padding would count
            arrays = {k: torch.from_numpy(v) for k, v in padded([sequences[i] for i in chunk]).items() if k != "inside"}
            net(**arrays)
    for hook in hooks:
        hook.remove()
    return {name: top.clone() for name, top in found.items()}


def to_onnx(net: Network, path: Path, largest: dict[str, Tensor] | None = None) -> None:
    """The network; batch and length are free. With `largest` made ready for int8, without it in float32 as trained."""
    plain = _Plain(net.float().eval().cpu(), largest or {}, int8_rows=largest is not None).eval()
    ids = torch.ones((2, 16), dtype=torch.long)
    names = ["input_ids", "token_type_ids", "attention_mask"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the older exporter says that a newer one exists
        torch.onnx.export(
            plain,
            (ids, torch.zeros_like(ids), ids),
            str(path),
            input_names=names,
            output_names=["start", "end", "relevance"],
            dynamic_axes={n: {0: "batch", 1: "length"} for n in [*names, "start", "end", "relevance"]},
            opset_version=17,
            dynamo=False,
        )


def to_int8(source: Path, target: Path) -> None:
    """Weights as int8, one scale a column; activations as uint8, scaled on the fly.

    `reduce_range` keeps weights to seven bits: processors with AVX2 but not VNNI add two products in 16 bits, which
    eight-bit weights overflow, silently.
    """
    prepared = source.with_suffix(".prepared.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared),
        str(target),
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )
    prepared.unlink()
