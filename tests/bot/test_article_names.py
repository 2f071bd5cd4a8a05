"""Names of articles: whatever is typed becomes a name that can be read and told apart, or is refused in a sentence."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.article_names import MOST, name_from, name_of, taken
from bot.errors import UsageError


@given(st.text(max_size=250))
def test_whatever_is_typed_is_cleaned_or_refused(typed: str):
    try:
        name = name_of(typed)
    except UsageError:
        return
    assert 0 < len(name) <= MOST
    assert name == " ".join(name.split())
    assert all(unicodedata.category(c) not in ("Cc", "Cs") for c in name)
    assert all(unicodedata.bidirectional(c) not in ("RLO", "LRO", "RLE", "LRE", "RLI", "LRI", "FSI") for c in name)
    assert name_of(name) == name


@given(st.text(max_size=300), st.text(max_size=80))
def test_every_article_gets_a_name(title: str, file: str):
    name = name_from(title, file)
    assert name_of(name) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  The\tMill \n", "The Mill"),
        ("\u202eThe Mill\u202c", "The Mill"),
        ("e\u0301cole", "\u00e9cole"),
        ("مقالة", "مقالة"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚀 in space", "👩\u200d🚀 in space"),
        ("#1 hit", "#1 hit"),
    ],
)
def test_names_as_people_give_them(typed: str, name: str):
    assert name_of(typed) == name


@pytest.mark.parametrize("typed", ["", " ", "\u200f\u200e", "*", "–––", "#abcdefgh", "\u0000", "\ud83d", "x" * 101])
def test_names_that_are_none(typed: str):
    with pytest.raises(UsageError):
        name_of(typed)


def test_the_same_to_the_eye_is_the_same():
    assert taken("ÉCOLE", ["mill", "e\u0301cole"]) == "e\u0301cole"
    assert taken("Ｍｉｌｌ", ["mill"]) == "mill"
    assert taken("Mi\u200dll", ["mill"]) == "mill"
    assert taken("mills", ["mill"]) is None
