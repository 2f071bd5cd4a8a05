"""The training loop: of the reader, and of the teacher it learns from. Resumable, on CPU or GPU."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import mse_loss

from .feed import Feed, Judged, on
from .judge import Judge
from .losses import Soft, sentence_means, span_loss
from .model import Outputs, outputs, pool_dropout
from .rounding import largest_inputs, round_layers
from .teacher import Teacher


@dataclass(frozen=True, slots=True)
class Plan:
    """`minutes` or `steps` is the length of the run: where both are given, the number of steps counts."""

    minutes: float = 100.0
    steps: int = 0
    groups: int = 10
    rate: float = 1e-4
    rounded_from: float = 1.0  # the part of the run after which linear layers compute as the int8 file will
    warm_up: float = 0.04
    decay: float = 0.01
    shared: float = 0.5  # weight of the loss over all passages of a question
    refusal: float = 0.5  # weight of the loss on whether a question has an answer at all
    relevance: float = 0.5  # weight of the loss on how relevant the judge finds a sentence
    seed: int = 7
    save_every: float = 4.0  # minutes


def rate_at(progress: float, plan: Plan) -> float:
    """Linear warm-up, then linear to a hundredth of the peak."""
    if progress < plan.warm_up:
        return plan.rate * (progress + 1e-3) / plan.warm_up
    return plan.rate * max(0.01, 1 - (progress - plan.warm_up) / (1 - plan.warm_up))


def device_here() -> torch.device:
    """A GPU where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def train(net: nn.Module, feed: Feed, judge: Judge | None, teacher: Teacher | None, saved: Path, plan: Plan) -> None:
    """Trains `net` in place. Goes on from the checkpoint `saved` where an earlier run stopped, with other questions."""
    torch.manual_seed(plan.seed)
    device = device_here()
    # Without AVX-512 a processor emulates bfloat16, several times slower than it multiplies float32.
    halved = device.type == "cuda" or torch.backends.cpu.get_cpu_capability().startswith("AVX512")
    saved.parent.mkdir(parents=True, exist_ok=True)
    if device.type == "cpu":
        pool_dropout(net)
    net.to(device).train()
    named = [(n, p) for n, p in net.named_parameters() if p.requires_grad]
    plain = [p for n, p in named if n.endswith("bias") or "norm" in n.lower()]
    decayed = [p for n, p in named if not (n.endswith("bias") or "norm" in n.lower())]
    optimizer = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": plan.decay}, {"params": plain, "weight_decay": 0.0}],
        lr=plan.rate,
        betas=(0.9, 0.98),
        fused=True,
    )
    step, before, seen = 0, 0.0, 0
    if saved.exists():
        state = torch.load(saved, map_location=device, weights_only=True)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        step, before, seen = state["step"], state["seconds"], state["seen"]
        print(f"{saved.stem} resumed at step {step}", flush=True)
    log = saved.with_suffix(".log").open("a")
    print(json.dumps(asdict(plan)), file=log, flush=True)
    batches, rounded = feed.start(step), False
    sums = torch.zeros(2, device=device)
    began = kept = time.monotonic()
    while True:
        seconds = before + time.monotonic() - began
        progress = step / plan.steps if plan.steps else seconds / (60 * plan.minutes)
        if progress >= 1:
            break
        if progress >= plan.rounded_from and not rounded:
            round_layers(net.bert.encoder, largest_inputs(net, on(device, next(batches))))
            rounded = True
        feed.tell(progress)
        batch = on(device, next(batches))
        with torch.autocast(device.type, dtype=torch.bfloat16, enabled=halved):
            given = outputs(net, batch.rows, batch.chunks)
        said = teacher.soft(batch) if teacher else None
        loss = span_loss(given, batch.rows, batch.gold, said, plan.shared, plan.refusal)
        distance = _distance(given, said, batch.judged, judge)
        for g in optimizer.param_groups:
            g["lr"] = rate_at(progress, plan)
        (loss + plan.relevance * distance).backward()
        torch.nn.utils.clip_grad_norm_([p for _, p in named], 1.0)
        optimizer.step()
        optimizer.zero_grad()
        step, seen = step + 1, seen + len(batch.gold.start)
        sums += torch.stack([loss.detach(), distance.detach()])
        if step % 50 == 0:
            losses = [round(x / 50, 4) for x in sums.tolist()]
            sums.zero_()
            print(json.dumps({"step": step, "progress": round(progress, 4), "loss": losses[0], "relevance": losses[1], "sequences": seen, "seconds": round(seconds)}), file=log, flush=True)  # fmt: skip
        if time.monotonic() - kept > 60 * plan.save_every:
            _save(saved, net, optimizer, step, before + time.monotonic() - began, seen)
            kept = time.monotonic()
    _save(saved, net, optimizer, step, before + time.monotonic() - began, seen)
    net.eval()


def _distance(given: Outputs, said: Soft | None, judged: Judged, judge: Judge | None) -> Tensor:
    """The mean squared difference of sentences' relevance to what the judge gives them; without one, the teacher."""

    def means(relevance: Tensor) -> Tensor:
        return sentence_means(relevance, judged.row, judged.first, judged.last)

    if judge is not None:
        with torch.no_grad():
            wanted = judge(judged.pairs, judged.chunks)
    elif said is not None:
        wanted = means(said.relevance)
    else:
        return torch.zeros((), device=given.start.device)
    return mse_loss(means(given.relevance), wanted)


def _save(path: Path, net: nn.Module, optimizer: torch.optim.Optimizer, step: int, seconds: float, seen: int) -> None:
    state = {
        "net": net.state_dict(),
        "optimizer": optimizer.state_dict(),
        "step": step,
        "seconds": seconds,
        "seen": seen,
    }
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)
