"""The loss of a batch against the same, question by question."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

torch = pytest.importorskip("torch", reason="the extra “training” is not installed")
pytest.importorskip("transformers", reason="the extra “training” is not installed")

from torch.nn.functional import cross_entropy, log_softmax, softplus  # noqa: E402

from training.losses import Gold, group_lse, sentence_means, soft, span_loss  # noqa: E402
from training.model import Outputs, Rows  # noqa: E402

WIDTH = 24


@st.composite
def batches(draw):
    """Rows of one to four questions, at most one row of each answering; outputs by a seed."""
    shapes, groups, spans = [], [], []
    for group in range(draw(st.integers(1, 4))):
        rows = draw(st.integers(1, 3))
        answering = draw(st.integers(-1, rows - 1))
        for row in range(rows):
            first = draw(st.integers(2, 6))
            passage = first + draw(st.integers(0, 3))
            length = draw(st.integers(passage + 3, WIDTH))
            inside = st.integers(passage, length - 2)
            shapes.append((first, passage, length))
            groups.append(group)
            spans.append(sorted((draw(inside), draw(inside))) if row == answering else [0, 0])
    torch.manual_seed(draw(st.integers(0, 999)))
    first, passage, length = torch.tensor(shapes).T
    rows = Rows(torch.zeros((len(shapes), WIDTH), dtype=torch.int32), first, passage, length)
    start, end = torch.tensor(spans).T
    gold = Gold(start, end, torch.tensor(groups), torch.zeros(groups[-1] + 1))
    return Outputs(*(3 * torch.randn(3, len(shapes), WIDTH))), rows, gold


def one_by_one(given, rows, gold):
    """(Single, shared, refusal) as the docstring of `span_loss` tells them."""
    inside, groups = rows.inside, len(gold.taught)
    single, shared, refusal = [], [], []
    for i in range(len(gold.start)):
        allowed = inside[i].clone()
        allowed[0] = True
        for logits, target in ((given.start[i], gold.start[i]), (given.end[i], gold.end[i])):
            single.append(-log_softmax(logits.masked_fill(~allowed, -1e4), 0)[target])
    for group in range(groups):
        mine = [i for i in range(len(gold.start)) if gold.group[i] == group]
        margins = [sum(torch.logsumexp(x[i][inside[i]], 0) - x[i][0] for x in (given.start, given.end)) for i in mine]
        margin = torch.logsumexp(torch.stack(margins), 0)
        answering = [i for i in mine if gold.start[i] > 0]
        refusal.append(softplus(-margin if answering else margin))
        for i in answering:
            before = sum(int(inside[j].sum()) for j in mine if j < i)
            for logits, target in ((given.start, gold.start[i]), (given.end, gold.end[i])):
                pooled = torch.cat([logits[j][inside[j]] for j in mine])
                shared.append(cross_entropy(pooled[None], (before + inside[i][:target].sum())[None]))
    return torch.stack(single).mean(), sum(shared) / (2 * groups), torch.stack(refusal).mean()


@settings(deadline=None, max_examples=15)
@given(batches())
def test_it_is_what_it_is_question_by_question(batch):
    single, shared, refusal = one_by_one(*batch)
    expected = single + 0.25 * shared + 0.75 * refusal
    torch.testing.assert_close(span_loss(*batch, None, 0.25, 0.75), torch.as_tensor(expected))


@settings(deadline=None, max_examples=15)
@given(batches())
def test_a_teacher_s_shares_add_up(batch):
    given, rows, gold = batch
    said = soft(given, rows.inside, gold.group, len(gold.taught))
    for row, over in zip(said.row, said.group, strict=True):
        torch.testing.assert_close(row.sum(1), torch.ones(len(row)))
        per_group = torch.zeros(len(gold.taught)).index_add(0, gold.group, over.sum(1))
        torch.testing.assert_close(per_group, torch.ones(len(gold.taught)))
        assert not over[~rows.inside].any()


@settings(deadline=None, max_examples=15)
@given(batches())
def test_nothing_is_to_learn_from_a_teacher_who_says_the_same(batch):
    given, rows, gold = batch
    said = soft(given, rows.inside, gold.group, len(gold.taught))
    taught = Gold(gold.start, gold.end, gold.group, torch.ones_like(gold.taught))
    start, end = (x.clone().requires_grad_() for x in (given.start, given.end))
    span_loss(Outputs(start, end, given.relevance), rows, taught, said, 0.5, 0.5).backward()
    for x in (start, end):
        torch.testing.assert_close(x.grad, torch.zeros_like(x), atol=1e-6, rtol=0)


@settings(deadline=None, max_examples=15)
@given(batches())
def test_gold_counts_where_it_is_asked_and_only_there(batch):
    given, rows, gold = batch
    said = soft(Outputs(*(-x for x in (given.start, given.end, given.relevance))), rows.inside, gold.group, len(gold.taught))  # fmt: skip
    hard = span_loss(given, rows, gold, None, 0.5, 0.5)
    torch.testing.assert_close(span_loss(given, rows, gold, said, 0.5, 0.5), hard)
    taught = Gold(gold.start, gold.end, gold.group, torch.ones_like(gold.taught))
    other = Gold(torch.zeros_like(gold.start), torch.zeros_like(gold.end), gold.group, torch.ones_like(gold.taught))
    torch.testing.assert_close(
        span_loss(given, rows, taught, said, 0.5, 0.5), span_loss(given, rows, other, said, 0.5, 0.5)
    )


@given(st.lists(st.tuples(st.floats(-50, 50), st.integers(0, 3)), min_size=1))
def test_log_sum_exp_of_groups(pairs):
    values, group = torch.tensor([v for v, _ in pairs]), torch.tensor([g for _, g in pairs])
    found = group_lse(values, group, 4)
    for g in set(group.tolist()):
        torch.testing.assert_close(found[g], torch.logsumexp(values[group == g], 0))


def test_a_sentence_is_as_relevant_as_its_tokens_on_average():
    relevance = torch.tensor([[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]])
    found = sentence_means(relevance, torch.tensor([0, 1]), torch.tensor([1, 0]), torch.tensor([2, 3]))
    torch.testing.assert_close(found, torch.tensor([2.5, 6.5]))
