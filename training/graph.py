"""An ONNX graph written node by node, so that each operation is the one that runs quickest."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from .rounding import WEIGHT_STEPS

CONTRIB = "com.microsoft"
"""Operations that onnxruntime adds to ONNX's own."""


class Graph:
    """Collects nodes and weights; every tensor is known by its name. `inputs` are int64, outputs float32, with the names of their axes."""

    def __init__(self, inputs: dict[str, list[str]]) -> None:
        self._inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, axes) for n, axes in inputs.items()]
        self._outputs: list[onnx.ValueInfoProto] = []
        self._nodes: list[onnx.NodeProto] = []
        self._weights: dict[str, onnx.TensorProto] = {}

    def weight(self, name: str, array: NDArray[np.generic]) -> str:
        """Stores an array; gives its name."""
        self._weights[name] = numpy_helper.from_array(np.ascontiguousarray(array), name)
        return name

    def add(self, operation: str, inputs: list[str], domain: str = "", **attributes: object) -> str:
        """Adds a node with one output; gives its name."""
        return self.split(operation, inputs, 1, domain, **attributes)[0]

    def split(self, operation: str, inputs: list[str], count: int, domain: str = "", **attributes: object) -> list[str]:
        """Adds a node with `count` outputs; gives their names."""
        outputs = [f"{operation}{len(self._nodes)}.{i}" for i in range(count)]
        self._nodes.append(helper.make_node(operation, inputs, outputs, domain=domain, **attributes))
        return outputs

    def linear(self, x: str, name: str, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
        """A product in float32; `weight` is (out, in)."""
        product = self.add("MatMul", [x, self.weight(f"{name}.weight", weight.T)])
        return self.add("Add", [product, self.weight(f"{name}.bias", bias)])

    def int8_linear(
        self, x: str, name: str, weight: NDArray[np.float32], bias: NDArray[np.float32], spread: NDArray[np.float32]
    ) -> str:
        """A product of int8 weights, one scale a column, and uint8 activations, scaled on the fly.

        Both are smoothed by `spread` first. Weights have seven bits: processors with AVX2 but not VNNI add two
        products in 16 bits, which eight bits overflow, silently. Kernels that do not overflow take a third longer there.
        """
        x = self.add("Mul", [x, self.weight(f"{name}.inverse", 1 / spread)])
        weight = weight * spread
        scale = np.maximum(np.abs(weight).max(1), 1e-8) / WEIGHT_STEPS
        rows = np.rint(weight / scale[:, None]).astype(np.int8)
        inputs = [
            x,
            self.weight(f"{name}.rows", rows.T),
            self.weight(f"{name}.scale", scale),
            self.weight("int8_zero", np.zeros((), np.int8)),
            self.weight(f"{name}.bias", bias),
        ]
        return self.add("DynamicQuantizeMatMul", inputs, CONTRIB)

    def output(self, operation: str, inputs: list[str], name: str, axes: list[str]) -> None:
        """Adds a node that gives an output of the whole."""
        self._nodes.append(helper.make_node(operation, inputs, [name]))
        self._outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, axes))

    def save(self, path: Path) -> None:
        """Writes the file."""
        weights = list(self._weights.values())
        graph = helper.make_graph(self._nodes, "reader", self._inputs, self._outputs, weights)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(CONTRIB, 1)]
        onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=9), str(path))
