"""The trained network as one int8 ONNX file."""

from __future__ import annotations

import warnings
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from .model import Network


class _Plain(nn.Module):
    """The same network in the few operations that onnxruntime fuses: masked softmax attention, whole-batch shapes."""

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net
        self.heads = net.bert.config.num_attention_heads

    def forward(self, input_ids: Tensor, token_type_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor]:
        e = self.net.bert.embeddings
        places = torch.arange(input_ids.shape[1], device=input_ids.device)[None]
        x = e.word_embeddings(input_ids) + e.position_embeddings(places) + e.token_type_embeddings(token_type_ids)
        x = e.LayerNorm(x)
        bias = (1.0 - attention_mask[:, None, None, :].float()) * -1e4
        for layer in self.net.bert.encoder.layer:
            a = layer.attention
            q, k, v = (self._split(part(x)) for part in (a.self.query, a.self.key, a.self.value))
            weights = torch.softmax(q @ k.transpose(-1, -2) / (q.shape[-1] ** 0.5) + bias, dim=-1)
            mixed = (weights @ v).permute(0, 2, 1, 3).flatten(2)
            x = a.output.LayerNorm(a.output.dense(mixed) + x)
            x = layer.output.LayerNorm(layer.output.dense(nn.functional.gelu(layer.intermediate.dense(x))) + x)
        start, end = self.net.span(x).unbind(-1)
        return start, end

    def _split(self, x: Tensor) -> Tensor:
        return x.unflatten(-1, (self.heads, -1)).permute(0, 2, 1, 3)


def to_onnx(net: Network, path: Path) -> None:
    """The network in float32; batch and length are free."""
    plain = _Plain(net.float().eval().cpu())
    ids = torch.ones((2, 16), dtype=torch.long)
    names = ["input_ids", "token_type_ids", "attention_mask"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the older exporter says that a newer one exists
        torch.onnx.export(plain, (ids, torch.zeros_like(ids), ids), str(path), input_names=names, output_names=["start", "end"],
                          dynamic_axes={n: {0: "batch", 1: "length"} for n in [*names, "start", "end"]},
                          opset_version=17, dynamo=False)


def to_int8(source: Path, target: Path) -> None:
    """Weights as int8, one scale a column, activations as uint8 on the fly; embeddings as int8 too.

    `reduce_range` keeps weights to seven bits: processors with AVX2 but not VNNI add two products in 16 bits, which
    eight-bit weights overflow, silently.
    """
    prepared = source.with_suffix(".prepared.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(str(prepared), str(target), op_types_to_quantize=["MatMul", "Gather"], per_channel=True,
                     reduce_range=True, weight_type=QuantType.QInt8)
    prepared.unlink()
