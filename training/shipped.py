"""The network of an int8 file, so that a pass can go on from the weights that ship."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .model import Network


def read_back(path: Path, base: Path) -> Network:
    """The network of `path`, a file that `export.to_int8` wrote: its rounded weights as float32.

    Raises ValueError for a file with other layers than the base has.
    """
    graph = onnx.load(str(path)).graph
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    linears = [
        f"layers.{layer}.{part}"
        for layer in range(1 + max(int(n.split(".")[1]) for n in arrays if n.startswith("layers.")))
        for part in (
            "attention.self.query",
            "attention.self.key",
            "attention.self.value",
            "attention.output.dense",
            "intermediate.dense",
            "output.dense",
        )
    ]
    state = {
        f"bert.encoder.{n.replace('layers', 'layer', 1)}"
        if n.startswith("layers.")
        else f"bert.{n}"
        if n.startswith("embeddings.")
        else n: a
        for n, a in arrays.items()
        if n.startswith(("layers.", "embeddings.", "span.")) and not n.endswith(".inverse") and ".linear." not in n
    }
    order = _by_bias(graph)
    for linear in [*linears, "span"]:
        weight = _whole(arrays, order[linear])
        name = linear if linear == "span" else f"bert.encoder.{linear.replace('layers', 'layer', 1)}"
        if linear != "span":
            weight = weight * arrays[f"{linear}.inverse"][:, None]
            state[f"{name}.bias"] = arrays[f"{linear}.linear.bias"]
        state[f"{name}.weight"] = weight.T
    state["bert.embeddings.word_embeddings.weight"] = arrays["words.rows"].astype(np.float32) * arrays["words.scale"]
    net = Network.from_base(base)
    missing, unknown = net.load_state_dict({n: torch.from_numpy(a.copy()) for n, a in state.items()}, strict=False)
    if missing or unknown:
        raise ValueError(f"{path} does not fit the base: missing {missing}, unknown {unknown}")
    return net


def _whole(arrays: dict[str, np.ndarray], name: str) -> np.ndarray:
    steps = arrays[f"{name}_quantized"].astype(np.float32) - arrays[f"{name}_zero_point"].astype(np.float32)
    return steps * arrays[f"{name}_scale"]


def _by_bias(graph: onnx.GraphProto) -> dict[str, str]:
    """The weights by layer: they have lost their names, but each product has a bias added to it that has kept its own."""
    users = {name: node for node in graph.node for name in node.input}
    found = {}
    for product in (node for node in graph.node if node.op_type == "MatMulInteger"):
        node = product
        while (bias := next((i for i in node.input if i.endswith(".bias")), None)) is None:
            node = users[node.output[0]]  # what becomes of it: a cast, a scale, then the bias
        found[bias.removesuffix(".bias").removesuffix(".linear")] = product.input[1].removesuffix("_quantized")
    return found
