"""The reader's training loop: one pass over shifting shares, resumable, on CPU or GPU.

A second pass goes on from the network of the first, with negatives mined with it, and ends rounded as the file will be.
"""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, log_softmax, mse_loss, softplus

from .batches import Batches, Sequence, by_length, padded
from .export import largest_inputs
from .model import Network, pool_dropout
from .rounding import round_layers
from .teacher import Teacher


@dataclass(frozen=True, slots=True)
class Plan:
    """`minutes` or `steps` is the length of the run: where both are given, the number of steps counts."""

    minutes: float = 100.0
    steps: int = 0
    groups: int = 10
    rate: float = 1e-4
    second: bool = False  # a second pass: the shares of the sources stay those of the end
    rounded_from: float = 1.0  # the part of the run after which linear layers compute as the int8 file will
    warm_up: float = 0.04
    decay: float = 0.01
    shared: float = 0.5  # weight of the loss over all passages of a question
    refusal: float = 0.5  # weight of the loss on whether a question has an answer at all
    relevance: float = 0.5  # weight of the loss on how relevant the teacher finds a sentence
    seed: int = 7
    save_every: int = 150


def rate_at(progress: float, plan: Plan) -> float:
    """Linear warm-up, then linear to a hundredth of the peak."""
    if progress < plan.warm_up:
        return plan.rate * (progress + 1e-3) / plan.warm_up
    return plan.rate * max(0.01, 1 - (progress - plan.warm_up) / (1 - plan.warm_up))


def loss_of(
    groups: list[list[Sequence]], start: list[Tensor], end: list[Tensor], inside: list[Tensor], plan: Plan
) -> Tensor:
    """The sum of three, the last two weighted by the plan.

    - In each passage the cross-entropy of start and end, `[CLS]` standing for "no answer here".
    - Over all passages of a question together the same without `[CLS]` (Clark and Gardner 2018, "shared
      normalization"), so that scores of different passages compare.
    - For each question the binary cross-entropy of whether any of its passages answers, by spans against `[CLS]`: what
      a refusal rests on.

    `start`, `end`, `inside` hold one row a sequence, groups in order.
    """
    single, joint, refusal = [], [], []
    row = 0
    for group in groups:
        rows = range(row, row + len(group))
        row += len(group)
        for s, i in zip(group, rows, strict=True):
            allowed = inside[i].clone()
            allowed[0] = True
            for logits, target in ((start[i], s.start), (end[i], s.end)):
                single.append(-log_softmax(logits.masked_fill(~allowed, -1e4), 0)[target])
        margins = [torch.logsumexp(x[i][inside[i]], 0) - x[i][0] for x in (start, end) for i in rows]
        margin = torch.logsumexp(torch.stack([margins[k] + margins[k + len(group)] for k in range(len(group))]), 0)
        refusal.append(softplus(-margin if any(s.start for s in group) else margin))
        answered = [k for k, s in enumerate(group) if s.start]
        if len(group) > 1 and len(answered) == 1:
            k = answered[0]
            before = sum(int(inside[i].sum()) for i in rows[:k])
            for logits, target in ((start, group[k].start), (end, group[k].end)):
                pooled = torch.cat([logits[i][inside[i]] for i in rows])
                place = before + int(inside[rows[k]][:target].sum())
                joint.append(cross_entropy(pooled[None], torch.tensor([place], device=pooled.device)))
    loss = torch.stack(single).mean() + plan.refusal * torch.stack(refusal).mean()
    return loss + plan.shared * torch.stack(joint).sum() / (2 * len(groups)) if joint else loss


def distance_to(teacher: Teacher, sequences: list[Sequence], relevance: list[Tensor]) -> Tensor:
    """The mean squared difference of a sentence's relevance, the mean of its tokens', to what the teacher gives it."""
    judged = [(i, s.asked, *sentence) for i, s in enumerate(sequences) for sentence in s.sentences]
    given = torch.stack([relevance[i][first : last + 1].mean() for i, _, _, first, last in judged])
    wanted = torch.from_numpy(teacher.relevance([(asked, text) for _, asked, text, _, _ in judged]))
    return mse_loss(given, wanted.to(given.device))


def run(
    net: Network, sequences: list[Sequence], tokens: int, device: torch.device
) -> tuple[list[Tensor], list[Tensor], list[Tensor], list[Tensor]]:
    """Start and end logits, the passage's places and relevance of each sequence, cut to its chunk's length."""
    start: list[Tensor] = [torch.empty(0)] * len(sequences)
    end, inside, relevance = list(start), list(start), list(start)
    for chunk in by_length(sequences, tokens):
        arrays = {k: torch.from_numpy(v).to(device) for k, v in padded([sequences[i] for i in chunk]).items()}
        mask = arrays.pop("inside").bool()
        s, e, r = net(**arrays)
        for row, i in enumerate(chunk):
            start[i], end[i], inside[i], relevance[i] = s[row], e[row], mask[row], r[row]
    return start, end, inside, relevance


def train(net: Network, batches: Batches, saved: Path, plan: Plan) -> Network:
    """Trains `net` in place. Goes on from the checkpoint `saved` where an earlier run stopped."""
    torch.manual_seed(plan.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    # Without AVX-512 a processor emulates bfloat16, several times slower than it multiplies float32.
    halved = device.type == "cuda" or torch.backends.cpu.get_cpu_capability().startswith("AVX512")
    saved.parent.mkdir(parents=True, exist_ok=True)
    pool_dropout(net)
    net.to(device).train()
    named = [(n, p) for n, p in net.named_parameters() if p.requires_grad]
    plain = [p for n, p in named if n.endswith("bias") or "LayerNorm" in n]
    decayed = [p for n, p in named if not (n.endswith("bias") or "LayerNorm" in n)]
    teacher = Teacher.load()
    optimizer = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": plan.decay}, {"params": plain, "weight_decay": 0.0}],
        lr=plan.rate,
        betas=(0.9, 0.98),
        fused=True,
    )
    step, before, seen, tokens = 0, 0.0, 0, 0
    if saved.exists():
        state = torch.load(saved, map_location=device, weights_only=True)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["rng"].cpu())
        batches.resume(state["draws"])
        step, before, seen, tokens = state["step"], state["seconds"], state["seen"], state["tokens"]
        print(f"resumed at step {step}", flush=True)
    began, log, average, apart = time.monotonic(), saved.with_suffix(".log").open("a"), 0.0, 0.0
    print(json.dumps(asdict(plan)), file=log, flush=True)
    rounded = False
    while True:
        seconds = before + time.monotonic() - began
        progress = step / plan.steps if plan.steps else seconds / (60 * plan.minutes)
        if progress >= 1:
            break
        if progress >= plan.rounded_from and not rounded:
            _round(net, batches, device)
            rounded = True
        groups = batches.batch(step, 1.0 if plan.second else progress)
        sequences = [s for g in groups for s in g]
        with torch.autocast(device.type, dtype=torch.bfloat16, enabled=halved):
            start, end, inside, relevance = run(net, sequences, 2048 if device.type == "cpu" else 32768, device)
        loss = loss_of(groups, start, end, inside, plan)
        distance = distance_to(teacher, sequences, relevance)
        loss = loss + plan.relevance * distance
        for g in optimizer.param_groups:
            g["lr"] = rate_at(progress, plan)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for _, p in named], 1.0)
        optimizer.step()
        optimizer.zero_grad()
        step, seen, tokens = step + 1, seen + len(sequences), tokens + sum(len(s.ids) for s in sequences)
        average = loss.item() if not average else 0.98 * average + 0.02 * loss.item()
        apart = distance.item() if not apart else 0.98 * apart + 0.02 * distance.item()
        if step % 25 == 0:
            print(
                f"step {step} progress {progress:.3f} loss {average:.3f} relevance {apart:.3f} sequences {seen} tokens {tokens} seconds {seconds:.0f}",
                file=log,
                flush=True,
            )
        if step % plan.save_every == 0:
            _save(saved, net, optimizer, batches, step, before + time.monotonic() - began, seen, tokens)
    _save(saved, net, optimizer, batches, step, before + time.monotonic() - began, seen, tokens)
    return net.eval()


def _round(net: Network, batches: Batches, device: torch.device) -> None:
    round_layers(net.bert.encoder, largest_inputs(net, batches.samples()))
    net.to(device).train()
    print("linear layers compute in int8 from here on", flush=True)


def _save(
    path: Path,
    net: Network,
    optimizer: torch.optim.Optimizer,
    batches: Batches,
    step: int,
    seconds: float,
    seen: int,
    tokens: int,
) -> None:
    state = {
        "net": net.state_dict(),
        "optimizer": optimizer.state_dict(),
        "rng": torch.get_rng_state(),
        "draws": batches.state(),
        "step": step,
        "seconds": seconds,
        "seen": seen,
        "tokens": tokens,
    }
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)
