"""Slips of the finger in little words, which any list would miss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.follow_ups.follow_up import resolve
from index.follow_ups.slips import respelt
from tests.index.follow_ups.test_follow_up import LIBRARY, OPENED

ENGLISH = frozenset("it cost did she open bridge the here wall form on".split())
SLIPS = [
    ("befor that", "before that"),
    ("untill when", "until when"),
    ("wher did she open it", "where did she open it"),
    ("hwo coud she open it", "hwo could she open it"),  # how, or who
    ("what happend aftr that", "what happened after that"),
    ("becuase of the bridge", "because of the bridge"),
    ("logn befor the bridge", "long before the bridge"),
    ("did thye open it", "did they open it"),
    ("here is the wall", "here is the wall"),
    ("form on the bridge", "form on the bridge"),
    ("who is Ther", "who is Ther"),  # a name
    ("the wlal", "the wlal"),  # no little word
]


@pytest.mark.parametrize(("typed", "meant"), SLIPS)
def test_little_words(typed, meant):
    assert respelt(typed, ENGLISH.__contains__) == meant


def test_without_a_list_of_english_words_only_those_known_by_heart_are_put_right():
    assert resolve("how much wil it cost", [OPENED], LIBRARY).question == "How much will the bridge cost?"


@given(st.text(max_size=60))
def test_any_text_keeps_its_words(text):
    assert len(respelt(text, ENGLISH.__contains__).split()) == len(text.split())
