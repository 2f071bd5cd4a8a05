"""The network of an int8 file, so that a pass can go on from the weights that ship."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from .model import Network

Arrays = dict[str, NDArray[np.generic]]


def read_back(path: Path, base: Path) -> Network:
    """The network of `path`, a file that `export.to_int8` wrote: its rounded weights as float32.

    Raises ValueError for a file with other layers than the base has.
    """
    graph = onnx.load(str(path)).graph
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    state = _merged(arrays) if "layers.0.attention.self.rows" in arrays else _apart(graph, arrays)
    state["bert.embeddings.word_embeddings.weight"] = arrays["words.rows"].astype(np.float32) * arrays["words.scale"]
    net = Network.from_base(base)
    missing, unknown = net.load_state_dict({n: torch.from_numpy(a.copy()) for n, a in state.items()}, strict=False)
    if missing or unknown:
        raise ValueError(f"{path} does not fit the base: missing {missing}, unknown {unknown}")
    return net


def _merged(arrays: Arrays) -> Arrays:
    """The state of a file whose layers have one product for query, key and value."""
    state: Arrays = {}
    for full, array in arrays.items():
        name, _, kind = full.rpartition(".")
        inside = name.replace("layers.", "bert.encoder.layer.")
        if kind == "rows" and name != "words":
            weight = (array * arrays[f"{name}.scale"] * arrays[f"{name}.inverse"][:, None]).T
            parts = [f".{p}" for p in ("query", "key", "value")] if name.endswith(".self") else [""]
            for part, w, b in zip(
                parts, np.split(weight, len(parts)), np.split(arrays[f"{name}.bias"], len(parts)), strict=True
            ):
                state |= {f"{inside}{part}.weight": w, f"{inside}{part}.bias": b}
        elif name == "span":
            state[full] = array.T
        elif name.startswith("embeddings."):
            state[f"bert.{full}"] = array
        elif name.endswith("LayerNorm"):
            state[f"{inside}.{kind}"] = array
    return state


def _apart(graph: onnx.GraphProto, arrays: Arrays) -> Arrays:
    """The state of an older file, quantized after it was written: each layer has its own product."""
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
    products = whole_weights(graph, arrays)
    for linear in [*linears, "span"]:
        weight = products[linear]
        name = linear if linear == "span" else f"bert.encoder.{linear.replace('layers', 'layer', 1)}"
        if linear != "span":
            weight = weight * arrays[f"{linear}.inverse"][:, None]
            state[f"{name}.bias"] = arrays[f"{linear}.linear.bias"]
        state[f"{name}.weight"] = weight.T
    return state


def whole_weights(graph: onnx.GraphProto, arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The weights of each int8 product as float32, by its layer's name: they have lost theirs, but each product has a bias
    added to it that has kept its own."""
    users = {name: node for node in graph.node for name in node.input}
    found = {}
    for product in (node for node in graph.node if node.op_type == "MatMulInteger"):
        node = product
        while (bias := next((i for i in node.input if i.endswith(".bias")), None)) is None:
            node = users[node.output[0]]  # what becomes of it: a cast, a scale, then the bias
        name = product.input[1].removesuffix("_quantized")
        steps = arrays[f"{name}_quantized"].astype(np.float32) - arrays[f"{name}_zero_point"].astype(np.float32)
        found[bias.removesuffix(".bias").removesuffix(".linear")] = steps * arrays[f"{name}_scale"]
    return found
