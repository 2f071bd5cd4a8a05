"""The reference implementation is the test: rank_bm25's own loop, given the same idf."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from index.bm25 import JointIndex, ParagraphIndex
from index.language import terms

TEXTS = st.lists(
    st.lists(st.sampled_from("tank leak river stone vote summit".split()), max_size=8).map(" ".join), max_size=8
)


@given(TEXTS, st.lists(st.sampled_from("tank leak river stone vote unknown".split()), max_size=5))
def test_scores_are_rank_bm25s(texts, query):
    index = ParagraphIndex(texts)
    wanted = [t for w in query for t in terms(w)]
    if not any(index.documents):
        assert not index.get_scores(wanted).any()
        return
    np.testing.assert_allclose(index.get_scores(wanted), BM25Okapi.get_scores(index, wanted), rtol=1e-5)


def test_idf_is_lucenes_and_never_negative():
    index = ParagraphIndex(["NATO met", "NATO said", "NATO left", "Rain fell"])
    assert index.idf["nato"] == pytest.approx(np.log(1 + 1.5 / 3.5))
    assert min(index.idf.values()) > 0
    assert index.idf["rain"] > index.idf["nato"]


def test_an_empty_corpus_finds_nothing():
    assert ParagraphIndex([]).best("anything", 3) == []
    assert ParagraphIndex(["", "the of"]).best("anything", 3) == []


def test_the_seed_by_its_own_words(seed):
    index = ParagraphIndex([p.text for p in seed.body])
    assert index.best("Who leaked the Pentagon documents?", 1)[0][0] == 7
    assert index.best("When was Ukraine promised membership?", 1)[0][0] == 2


@given(st.lists(TEXTS, max_size=4), st.lists(st.sampled_from("tank leak river stone vote unknown".split()), max_size=5))
def test_joint_scores_are_those_of_one_index(parts, query):
    wanted = [t for w in query for t in terms(w)]
    joint = JointIndex([ParagraphIndex(texts) for texts in parts])
    whole = ParagraphIndex([text for texts in parts for text in texts])
    np.testing.assert_allclose(joint.get_scores(wanted), whole.get_scores(wanted), rtol=1e-5)
    assert all(joint.idf(term) == pytest.approx(weight) for term, weight in whole.idf.items())
