import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language import terms, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ukraine’s", "ukraine"), ("Ukraine's", "Ukraine"), ("leaked", "leaks"), ("bought", "buy"), ("women", "woman"),
        ("U.S.", "USA"), ("the US", "the U.S."), ("the us", "USA"), ("10,000", "10000"), ("10%", "ten percent"),
        ("café", "cafe"), ("multi-year", "multi year"), ("ﬁnance", "finance"), ("won't", "not"), ("O’Brien", "O'Brien"),
    ],
)  # fmt: skip
def test_the_same_term(one, other):
    assert terms(one) == terms(other) != []


@pytest.mark.parametrize("word", ["not", "no", "first", "last", "before", "after", "more", "most", "only", "against"])
def test_words_that_bear_a_question_stay(word):
    assert terms(word)


def test_us_the_pronoun_says_nothing():
    assert terms("tell us") == []


@given(st.text(max_size=200))
def test_words_lie_in_order_and_have_forms(text):
    found = list(words(text))
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(w.form and w.start < w.end for w in found)
    assert terms(text) == terms(text)
