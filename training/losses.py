"""What a network's outputs are held against: the gold spans, and where there is a teacher, what it says."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, log_softmax, one_hot

from .model import Outputs, Rows

NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Gold:
    """For each row its span's first and last token (0, 0: none) and its group; for each group the teacher's part, 0 to 1.

    A group is a question with its passages. Where the part is 1, only the teacher says what answers.
    """

    start: Tensor
    end: Tensor
    group: Tensor
    taught: Tensor

    @property
    def answered(self) -> Tensor:
        """For each group whether a row of it answers, float."""
        return torch.zeros_like(self.taught).scatter_reduce(0, self.group, (self.start > 0).float(), "amax")


@dataclass(frozen=True, slots=True)
class Soft:
    """What a teacher says, in the reader's places: start and end in a row (with `[CLS]`) and over a group (without).

    All (rows, longest), as is relevance; and for each group the probability that it is answered.
    """

    row: tuple[Tensor, Tensor]
    group: tuple[Tensor, Tensor]
    answered: Tensor
    relevance: Tensor


def group_lse(values: Tensor, group: Tensor, groups: int) -> Tensor:
    """Log-sum-exp of each group's rows, (groups,)."""
    top = torch.full((groups,), NEVER, device=values.device).scatter_reduce(0, group, values.detach(), "amax")
    sums = torch.zeros(groups, device=values.device).index_add(0, group, (values - top[group]).exp())
    return sums.log() + top


def margins(given: Outputs, inside: Tensor, group: Tensor, groups: int) -> Tensor:
    """For each group the logit of its being answered: all its spans against all its "no answer"."""
    rows = torch.stack([torch.logsumexp(x.masked_fill(~inside, NEVER), 1) - x[:, 0] for x in (given.start, given.end)])
    return group_lse(rows.sum(0), group, groups)


def row_shares(logits: Tensor, inside: Tensor) -> Tensor:
    """Log shares of each row's passage and its `[CLS]`, (rows, longest)."""
    allowed = inside.clone()
    allowed[:, 0] = True
    return log_softmax(logits.masked_fill(~allowed, NEVER), 1)


def group_shares(logits: Tensor, inside: Tensor, group: Tensor, groups: int) -> Tensor:
    """Log shares of all passages of each group together, without `[CLS]`, (rows, longest)."""
    pooled = logits.masked_fill(~inside, NEVER)
    return pooled - group_lse(torch.logsumexp(pooled, 1), group, groups)[group, None]


def soft(given: Outputs, inside: Tensor, group: Tensor, groups: int) -> Soft:
    """Outputs as targets."""
    return Soft(
        row=(row_shares(given.start, inside).exp(), row_shares(given.end, inside).exp()),
        group=(
            group_shares(given.start, inside, group, groups).exp(),
            group_shares(given.end, inside, group, groups).exp(),
        ),
        answered=torch.sigmoid(margins(given, inside, group, groups)),
        relevance=given.relevance,
    )


def span_loss(given: Outputs, rows: Rows, gold: Gold, teacher: Soft | None, shared: float, refusal: float) -> Tensor:
    """The sum of three, the last two weighted.

    - In each row the cross-entropy of start and end, `[CLS]` standing for "no answer here".
    - Over all rows of a question the same without `[CLS]` (Clark and Gardner 2018, "shared normalization"), so that
      scores of different passages compare.
    - For each question the binary cross-entropy of whether any of its rows answers, by spans against `[CLS]`: what a
      refusal rests on.

    With a teacher the targets are in part its own, the rest gold (Hinton, Vinyals and Dean 2015, *Distilling the
    Knowledge in a Neural Network*).
    """
    inside, groups, width = rows.inside, len(gold.taught), rows.ids.shape[1]
    share = gold.taught if teacher else torch.zeros_like(gold.taught)
    of_row = share[gold.group, None]
    per_group = torch.zeros_like(gold.taught).index_add(0, gold.group, (gold.start > 0).float()).clamp(min=1)
    answered = gold.answered
    single = torch.zeros((), device=inside.device)
    joint = torch.zeros((), device=inside.device)
    for side, (logits, target) in enumerate(((given.start, gold.start), (given.end, gold.end))):
        hard = one_hot(target.long(), width).float()
        row = hard if teacher is None else torch.lerp(hard, teacher.row[side], of_row)
        single = single - (row * row_shares(logits, inside)).sum(1).mean() / 2
        log_share = group_shares(logits, inside, gold.group, groups)
        over = hard * (target > 0).float()[:, None] / per_group[gold.group, None]
        if teacher is not None:
            over = torch.lerp(over, teacher.group[side] * teacher.answered[gold.group, None], of_row)
        joint = joint - (over * log_share.masked_fill(~inside, 0.0)).sum() / (2 * groups)
    there = answered if teacher is None else torch.lerp(answered, teacher.answered, share)
    refused = binary_cross_entropy_with_logits(margins(given, inside, gold.group, groups), there)
    return single + shared * joint + refusal * refused


def sentence_means(relevance: Tensor, row: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """The mean relevance of some sentences' tokens: of `row`, from `first` to `last`."""
    sums = torch.nn.functional.pad(relevance.cumsum(1), (1, 0))
    return (sums[row, last + 1] - sums[row, first]) / (last + 1 - first)
