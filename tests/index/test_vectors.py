"""The table that ships: near in meaning is near in space, whatever the text."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import model_files
from index.model_files import ModelUnavailableError, model_bytes
from index.vectors import StaticVectors


@pytest.fixture(scope="module")
def vectors():
    return StaticVectors.load()


@pytest.mark.parametrize(
    ("question", "answers", "does_not"),
    [
        (
            "who is the boss of the company",
            "Its chief executive, Maria Olsen, took over in May.",
            "The company sells bicycles in nine countries.",
        ),
        (
            "How many people died?",
            "At least 40 were killed when the ferry sank.",
            "The ferry left the harbour at dawn.",
        ),
        (
            "why was the match called off",
            "Heavy rain had flooded the pitch, so the referee postponed the game.",
            "The stadium holds 30,000 spectators.",
        ),
        (
            "what does the film cost to make",
            "The studio spent a budget of $90m on the movie.",
            "The movie opens in June with a famous cast.",
        ),
    ],
)
def test_a_question_lies_nearer_to_its_answer_in_other_words(vectors, question, answers, does_not):
    near, far = vectors.embed([answers, does_not], "text") @ vectors.embed([question], "question")[0]
    assert near > far


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=200), max_size=6))
def test_vectors_have_unit_length_or_are_zero(texts):
    shared = _shared()
    for side in ("question", "text"):
        found = shared.embed(texts, side)
        assert found.shape == (len(texts), shared.dimensions)
        assert found.dtype == np.float32
        lengths = np.linalg.norm(found, axis=1)
        assert np.all((np.abs(lengths - 1) < 1e-4) | (lengths == 0))


def test_a_text_has_the_same_vector_alone_and_among_many(vectors):
    texts = [f"The council voted on item {i}." for i in range(1500)]
    together = vectors.embed(texts, "text")
    for i in (0, 1023, 1024, 1499):
        assert np.allclose(together[i], vectors.embed([texts[i]], "text")[0], atol=1e-6)


def test_word_order_does_not_count_but_the_side_does(vectors):
    one, other = vectors.embed(["dog bites man", "man bites dog"], "text")
    assert np.allclose(one, other, atol=1e-6)
    assert not np.allclose(one, vectors.embed(["dog bites man"], "question")[0], atol=1e-3)


def test_the_table_is_small():
    assert len(model_bytes("vectors.npz")) <= 8_000_000


def test_a_missing_file_is_named(monkeypatch, tmp_path):
    (tmp_path / "models").mkdir()
    monkeypatch.setattr(model_files, "files", lambda _: tmp_path)
    with pytest.raises(ModelUnavailableError, match=r"vectors\.npz"):
        StaticVectors.load()


def _shared(kept: list[StaticVectors] = []) -> StaticVectors:  # noqa: B006 - hypothesis wants no fixture here
    if not kept:
        kept.append(StaticVectors.load())
    return kept[0]
