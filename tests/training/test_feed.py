"""Batches as tensors: nothing is lost or moved on the way."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

torch = pytest.importorskip("torch", reason="the extra “training” is not installed")
pytest.importorskip("transformers", reason="the extra “training” is not installed")

from index.model_files import model_bytes  # noqa: E402
from training.batches import Group  # noqa: E402
from training.feed import as_tensors, cut  # noqa: E402
from training.negatives import Passage  # noqa: E402
from training.sequences import Encoder  # noqa: E402
from training.teacher import _moved  # noqa: E402

ENCODER = Encoder(Tokenizer.from_buffer(model_bytes("tokenizer.json")))
WORDS = "the old ferry crossed the fjord every morning until the council of Brekkvik sold it for scrap".split()


def group(random: Random) -> Group:
    found = Group("who sold the ferry?", taught=random.random())
    for _ in range(random.randint(1, 3)):
        text = " ".join(random.choices(WORDS, k=random.randint(3, 40)))
        gold = (0, len(text.split()[0])) if random.random() < 0.5 else None
        found.sequences.append(ENCODER("who sold ferry", "", Passage(text), gold))
        found.plain.append(ENCODER("Who sold the ferry?", "A ferry goes", Passage(text), gold))
        found.judged.extend((len(found.sequences) - 1, *s) for s in found.sequences[-1].sentences)
    return found


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 999), st.sampled_from([64, 200, 4096]))
def test_every_sequence_is_one_row(seed, chunk):
    random = Random(seed)
    groups = [group(random) for _ in range(random.randint(1, 4))]
    batch = as_tensors(groups, ENCODER, chunk)
    expected = sorted(
        (g, s.ids, s.first, s.passage, s.start, s.end) for g, of in enumerate(groups) for s in of.sequences
    )
    rows, gold = batch.rows, batch.gold
    found = sorted(
        (int(gold.group[i]), rows.ids[i, : rows.length[i]].tolist(), int(rows.first[i]), int(rows.passage[i]), int(gold.start[i]), int(gold.end[i]))
        for i in range(len(rows.ids))
    )  # fmt: skip
    assert found == expected
    assert gold.taught.tolist() == pytest.approx([g.taught for g in groups])
    for of, chunks in (
        (rows, batch.chunks),
        (batch.plain, batch.plain_chunks),
        (batch.judged.pairs, batch.judged.chunks),
    ):
        assert [i for low, high, _ in chunks for i in range(low, high)] == list(range(len(of.ids)))
        for low, high, width in chunks:
            assert width >= int(of.length[low:high].max())
            assert width <= of.ids.shape[1]


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 999))
def test_what_is_said_of_the_plain_passage_lands_on_the_same_tokens(seed):
    random = Random(seed)
    batch = as_tensors([group(random) for _ in range(3)], ENCODER, 4096)
    there = _moved(batch.plain.ids, batch.plain, batch.rows)  # the ids themselves in the place of logits
    assert torch.equal(there[batch.rows.inside], batch.rows.ids[batch.rows.inside])
    assert torch.equal(there[:, 0], batch.plain.ids[:, 0])


@settings(deadline=None, max_examples=15)
@given(st.integers(0, 999))
def test_what_the_judge_sees_stands_where_it_is_said_to(seed):
    random = Random(seed)
    groups = [group(random) for _ in range(3)]
    batch = as_tensors(groups, ENCODER, 4096)
    judged, rows = batch.judged, batch.rows
    assert len(judged.row) == sum(len(g.judged) for g in groups)
    for i, row in enumerate(judged.row.tolist()):
        text = judged.pairs.ids[i, judged.pairs.passage[i] : judged.pairs.length[i] - 1].tolist()
        assert rows.ids[row, judged.first[i] : judged.last[i] + 1].tolist() == text


@given(st.lists(st.integers(1, 288), min_size=1), st.integers(1, 3000))
def test_no_chunk_is_too_large_unless_it_is_one_row(lengths, tokens):
    for low, high, width in cut(lengths, tokens):
        assert high - low == 1 or (high - low) * width <= tokens
        assert width % 8 == 0
