import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.spelling import respelled

VOCABULARY = {
    "stoltenberg": "Stoltenberg",
    "zelensky": "Zelensky",
    "talks": "talks",
    "ukraine": "Ukraine",
    "membership": "membership",
    "president": "President",
}
ENGLISH = {"tanks", "what", "said", "about", "the", "who", "did", "resident"}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("what did stoltenburg say", "what did Stoltenberg say"),
        ("Zelenskyy's talks", "Zelensky talks"),
        ("the ukranie presidnet", "the Ukraine President"),
        ("how many tanks", "how many tanks"),
        ("the resident", "the resident"),
        ("membershp?", "membership?"),
        ("xq zz", "xq zz"),
        ("Macron", "Macron"),
    ],
)
def test_slips(typed, read):
    assert respelled(typed, VOCABULARY, ENGLISH.__contains__) == read


@given(st.text(max_size=100))
def test_what_is_known_stays(text):
    assert respelled(text, VOCABULARY, lambda _: True) == text
    assert respelled(text, {}, lambda _: False) == text
