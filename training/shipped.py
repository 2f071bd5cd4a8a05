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
    arrays = {i.name: numpy_helper.to_array(i) for i in onnx.load(str(path)).graph.initializer}
    state = _state(arrays)
    state["bert.embeddings.word_embeddings.weight"] = arrays["words.rows"].astype(np.float32) * arrays["words.scale"]
    net = Network.from_base(base)
    missing, unknown = net.load_state_dict({n: torch.from_numpy(a.copy()) for n, a in state.items()}, strict=False)
    if missing or unknown:
        raise ValueError(f"{path} does not fit the base: missing {missing}, unknown {unknown}")
    return net


def _state(arrays: Arrays) -> Arrays:
    """The network's weights by their names there; query, key and value are one product in the file."""
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
