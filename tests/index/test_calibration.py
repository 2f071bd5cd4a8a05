import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.calibration import Calibration, Logistic

CUTS = {"strict": 0.6, "balanced": 0.4, "eager": 0.1}, {"sure": 0.8, "likely": 0.5}
ONE = Logistic(0.0, {"score": 1.0})
MADE = Calibration(Logistic(-1.0, {"a": 2.0, "b": -1.0}), None, ONE, *CUTS)
BOTH = Calibration(Logistic(0.0, {"a": 1.0}), Logistic(0.0, {"gap": 1.0}), Logistic(0.5, {"score": 0.5}), *CUTS)
NUMBERS = st.floats(-1e6, 1e6)


@given(NUMBERS, NUMBERS)
def test_a_probability_that_rises_with_its_features(a, b):
    p = MADE.probability({"a": a, "b": b})
    assert 0 <= p <= 1
    assert MADE.probability({"a": a + 1, "b": b}) >= p >= MADE.probability({"a": a, "b": b + 1})


@given(st.floats(-20, 20), st.floats(-5, 5), st.floats(0.1, 5))
def test_a_wider_gap_counts_the_more_the_surer_an_answer_is(a, gap, more):
    def gained(a):
        return BOTH.score({"a": a, "gap": gap + more}) - BOTH.score({"a": a, "gap": gap})

    assert BOTH.probability({"a": a, "gap": gap + more}) >= BOTH.probability({"a": a, "gap": gap})
    assert gained(a + 1) >= gained(a) - 1e-9
    assert gained(-8) < more / 1000


def test_no_features_no_probability():
    assert MADE.probability({}) == 0
    with pytest.raises(KeyError):
        MADE.probability({"a": 1.0})


def test_words():
    assert [MADE.word(p) for p in (0.9, 0.8, 0.6, 0.2)] == ["sure", "sure", "likely", "unsure"]


@pytest.mark.parametrize("name", ["plain", "reader"])
def test_what_is_shipped_is_whole(name):
    shipped = Calibration.load(name)
    assert 0 < shipped.refusal["eager"] < shipped.refusal["balanced"] < shipped.refusal["strict"] < 1
    assert shipped.sureness["likely"] < shipped.sureness["sure"]
