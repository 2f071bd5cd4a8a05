import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.calibration import Calibration

MADE = Calibration(
    -1.0, {"a": 2.0, "b": -1.0}, {"strict": 0.6, "balanced": 0.4, "eager": 0.1}, {"sure": 0.8, "likely": 0.5}
)
NUMBERS = st.floats(-1e6, 1e6)


@given(NUMBERS, NUMBERS)
def test_a_probability_that_rises_with_its_features(a, b):
    p = MADE.probability({"a": a, "b": b})
    assert 0 <= p <= 1
    assert MADE.probability({"a": a + 1, "b": b}) >= p >= MADE.probability({"a": a, "b": b + 1})


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
