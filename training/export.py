"""The trained network as one ONNX file: in float32, or in int8, the rounding made small before it is done.

Its inputs are ids and token types, (batch, length) without padding, and `kept`, the places whose numbers are wanted:
question and title take part in all layers, but what they come to in the last is never looked at.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto
from torch import Tensor, nn

from .graph import CONTRIB, Graph
from .model import Network
from .rounding import spreads

Array = NDArray[np.float32]


_FREE = ["batch", "length"]
_OUTPUTS = ("start", "end", "relevance")


class _Writer:
    """Writes a network's layers as nodes; its linear layers in int8 where it has the `spread` of their inputs."""

    def __init__(self, net: Network, spread: dict[str, Tensor] | None) -> None:
        self.graph = Graph({"input_ids": _FREE, "token_type_ids": _FREE, "kept": ["pieces"]})
        self.net, self.spread = net.float().eval().cpu(), spread

    def write(self, path: Path) -> None:
        """The whole network."""
        g, x = self.graph, self._embedded()
        layers = len(self.net.bert.encoder.layer)
        for number in range(layers):
            x = self._layer(x, number, last=number == layers - 1)
        span = g.linear(x, "span", _array(self.net.span.weight), _array(self.net.span.bias))
        for name, output in zip(_OUTPUTS, g.split("Split", [span], len(_OUTPUTS), axis=-1), strict=True):
            g.output("Squeeze", [output, g.weight("last", np.array([-1]))], name, ["batch", "pieces"])
        g.save(path)

    def _embedded(self) -> str:
        """Words as int8 with a scale a row."""
        g, e = self.graph, self.net.bert.embeddings
        words = _array(e.word_embeddings.weight)
        if self.spread is None:
            word = g.add("Gather", [g.weight("words.weight", words), "input_ids"])
        else:
            scale = np.maximum(np.abs(words).max(1, keepdims=True), 1e-6) / 127
            rows = g.add("Gather", [g.weight("words.rows", np.rint(words / scale).astype(np.int8)), "input_ids"])
            scales = g.add("Gather", [g.weight("words.scale", scale), "input_ids"])
            word = g.add("Mul", [g.add("Cast", [rows], to=TensorProto.FLOAT), scales])
        places = g.weight("embeddings.position_embeddings.weight", _array(e.position_embeddings.weight))
        first = g.weight("first", np.zeros(1, np.int64))
        place = g.add("Slice", [places, first, g.add("Shape", ["input_ids"], start=1, end=2), first])
        kinds = g.weight("embeddings.token_type_embeddings.weight", _array(e.token_type_embeddings.weight))
        kind = g.add("Gather", [kinds, "token_type_ids"])
        return self._normal(g.add("Add", [word, place]), kind, "embeddings.LayerNorm", e.LayerNorm)

    def _layer(self, x: str, number: int, last: bool) -> str:
        """Query, key and value are one product. The last layer gives only what is kept."""
        g, layer, name = self.graph, self.net.bert.encoder.layer[number], f"layers.{number}"
        of, output = layer.attention.self, layer.attention.output
        merged = self._linear(x, f"{name}.attention.self", "query", of.query, of.key, of.value)
        query, key, value = g.split("Split", [merged], 3, axis=-1)
        if last:
            query, x = (g.add("Gather", [y, "kept"], axis=1) for y in (query, x))
        mixed = g.add(
            "MultiHeadAttention", [query, key, value], CONTRIB, num_heads=self.net.bert.config.num_attention_heads
        )
        mixed = self._linear(mixed, f"{name}.attention.output.dense", "", output.dense)
        x = self._normal(mixed, x, f"{name}.attention.output.LayerNorm", output.LayerNorm)
        wide = self._linear(x, f"{name}.intermediate.dense", "", layer.intermediate.dense)
        # By a tanh: off by 0.0005 at most, far less than a rounding step.
        wide = g.add("FastGelu", [wide], CONTRIB)
        narrow = self._linear(wide, f"{name}.output.dense", "", layer.output.dense)
        return self._normal(narrow, x, f"{name}.output.LayerNorm", layer.output.LayerNorm)

    def _linear(self, x: str, name: str, first: str, *layers: nn.Linear) -> str:
        """Layers of one input as one product; `first` is what the first is called below `name`."""
        weight = np.concatenate([_array(layer.weight) for layer in layers])
        bias = np.concatenate([_array(layer.bias) for layer in layers])
        if self.spread is None:
            return self.graph.linear(x, name, weight, bias)
        within = f"{name}.{first}".rstrip(".").replace("layers", "layer", 1)
        return self.graph.int8_linear(x, name, weight, bias, _array(self.spread[within]))

    def _normal(self, x: str, y: str, name: str, norm: nn.LayerNorm) -> str:
        """The sum of both, normalised."""
        g = self.graph
        weight, bias = (g.weight(f"{name}.{n}", _array(p)) for n, p in norm.named_parameters())
        return g.add("LayerNormalization", [g.add("Add", [x, y]), weight, bias], axis=-1, epsilon=norm.eps)


def _array(tensor: Tensor) -> Array:
    return np.asarray(tensor.detach().cpu().numpy(), np.float32)


def to_onnx(net: Network, path: Path) -> None:
    """Writes the network in float32, as trained."""
    _Writer(net, None).write(path)


def to_int8(net: Network, path: Path, largest: dict[str, Tensor]) -> None:
    """Writes the network in int8, smoothed for inputs as large as `largest`, where it was not in training."""
    _Writer(net, spreads(net.bert.encoder, largest)).write(path)
