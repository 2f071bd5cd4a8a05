"""Linear layers that compute as the int8 file will, so that training makes up for the rounding.

Straight-through estimation as in Jacob et al. 2018, *Quantization and Training of Neural Networks for Efficient
Integer-Arithmetic-Only Inference*: rounded forwards, as if not rounded backwards.
"""

from __future__ import annotations

import re

import torch
from torch import Tensor, nn

from .feed import Batch
from .model import Network

ALPHA = 0.75  # how much of the spread moves from activations into weights
WEIGHT_STEPS = 64  # seven bits and a sign: see `graph.Graph.int8_linear`
_SHARED = re.compile(r"(query|key|value)$")


def spread_of(weight: Tensor, largest: Tensor) -> Tensor:
    """What each input channel is divided by, and its weights multiplied by, before either is rounded.

    A few channels of BERT are far larger than the rest, and one int8 scale for all would round the rest away (Xiao et
    al. 2023, *SmoothQuant*). `largest` holds the largest size of each input channel; `weight` is (out, in).
    """
    return largest.clamp(min=1e-3) ** ALPHA / weight.detach().abs().amax(0).clamp(min=1e-3) ** (1 - ALPHA)


def spreads(encoder: nn.Module, largest: dict[str, Tensor]) -> dict[str, Tensor]:
    """The spread of each linear layer that `largest` names; a layer that rounds already keeps its own.

    Query, key and value share one, as the file computes them as one product.
    """
    linears = {n: m for n, m in encoder.named_modules() if isinstance(m, nn.Linear) and n in largest}
    alike: dict[str, list[str]] = {}
    for name in linears:
        alike.setdefault(_SHARED.sub("", name), []).append(name)
    found: dict[str, Tensor] = {}
    for names in alike.values():
        first = linears[names[0]]
        weight = torch.cat([linears[n].weight for n in names])
        spread = first.spread if isinstance(first, RoundedLinear) else spread_of(weight, largest[names[0]].to(weight))
        found |= dict.fromkeys(names, spread)
    return found


class RoundedLinear(nn.Linear):
    """Shares the parameters of `linear`, so that an optimizer goes on with them."""

    spread: Tensor

    def __init__(self, linear: nn.Linear, spread: Tensor) -> None:
        super().__init__(linear.in_features, linear.out_features, device="meta")
        self.weight, self.bias = linear.weight, linear.bias
        self.register_buffer("spread", spread, persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        """As onnxruntime's dynamic quantization: activations uint8 with one scale, weights with one a column."""
        weight = self.weight * self.spread
        scale = weight.detach().abs().amax(1).clamp(min=1e-8) / WEIGHT_STEPS
        zero = torch.zeros_like(scale, dtype=torch.int32)
        weight = torch.fake_quantize_per_channel_affine(weight, scale, zero, 0, -WEIGHT_STEPS, WEIGHT_STEPS)
        return nn.functional.linear(_rounded(x.float() / self.spread), weight, self.bias)


def _rounded(x: Tensor) -> Tensor:
    low, high = torch.aminmax(x.detach())
    low, high = low.clamp(max=0.0), high.clamp(min=0.0)
    step = ((high - low) / 255).clamp(min=1e-8)
    return torch.fake_quantize_per_tensor_affine(x, step, (-low / step).round().to(torch.int32), 0, 255)


@torch.no_grad()
def largest_inputs(net: Network, batch: Batch) -> dict[str, Tensor]:
    """For each linear layer of the encoder the largest size of each input channel over the tokens of a batch."""
    found: dict[str, Tensor] = {}
    hooks = []
    mask = torch.empty(0)
    for name, module in net.bert.encoder.named_modules():
        if isinstance(module, nn.Linear):

            def note(_: nn.Module, inputs: tuple[Tensor], name: str = name) -> None:
                top = inputs[0].detach()[mask].abs().amax(0).float()
                found[name] = torch.maximum(found[name], top) if name in found else top

            hooks.append(module.register_forward_pre_hook(note))
    training = net.training
    net.eval()
    for low, high, width in batch.chunks:
        inputs = batch.rows.inputs(slice(low, high), width)
        mask = inputs[2].bool()
        net(*inputs)
    for hook in hooks:
        hook.remove()
    net.train(training)
    return found


def round_layers(net: nn.Module, largest: dict[str, Tensor]) -> None:
    """Makes every linear layer of `net` that `largest` names a rounded one."""
    found = spreads(net, largest)
    for name, module in list(net.named_modules()):
        for child, linear in list(module.named_children()):
            full = f"{name}.{child}" if name else child
            if type(linear) is nn.Linear and full in found:
                setattr(module, child, RoundedLinear(linear, found[full]))
