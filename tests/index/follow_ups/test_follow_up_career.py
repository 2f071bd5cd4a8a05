"""“what was she before?”, “where did he go after?” and “where was she?”: before and after what, and when, on the article of test_follow_up.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.follow_ups.career import before_office
from index.follow_ups.clause import Clause
from index.follow_ups.follow_up import Turn, resolve
from index.follow_ups.left_out import with_time
from tests.index.follow_ups.bridge import LIBRARY, OPENED, turn

DEPUTY = turn("who is the deputy of the mayor", "Tom Burrow")
BEFORE = [
    (OPENED, "what was she before", "What was Quill before becoming Mayor?"),
    (OPENED, "and what was she before that?", "What was Quill before becoming Mayor?"),
    (OPENED, "what was her job before", "What was Quill's job before?"),
    (DEPUTY, "what was he before that", "What was Burrow before becoming the deputy of the mayor?"),
    (DEPUTY, "what did he do before that", "What did Burrow do before becoming the deputy of the mayor?"),
    (DEPUTY, "what was his job before", "What was Burrow's job before becoming the deputy of the mayor?"),
    # Before what was done; and what has no office.
    (OPENED, "what did she do before that", "What did Quill do before she opened the bridge?"),
    (turn("who is Burrow", "her deputy"), "what was he before", "What was Burrow before?"),
    (turn("how much was the bridge", "40 million euros"), "what was it before", "What was the bridge before?"),
]
MONDAY = turn("when did the bridge open", "Monday")
AFTER = [
    (OPENED, "where did she go after", "Where did Quill go after she opened the bridge?"),
    (OPENED, "and where did she go afterwards?", "Where did Quill go after she opened the bridge?"),
    (turn("what did Quill say about the flood"), "where did she go after", "Where did Quill go after?"),
    (MONDAY, "and where was he", "Where was Burrow when the bridge opened?"),
    (turn("why were the towers painted green"), "where was he?", "Where was Burrow when the towers were painted green?"),
    (turn("who is Burrow", "her deputy"), "where was he", "Where was Burrow?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "message", "question"), [*BEFORE, *AFTER])
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


@given(
    st.lists(st.sampled_from("what was he did she do before that where go after then ?".split()), max_size=7),
    st.sampled_from(["who is the mayor", "who opened the bridge", "why", ""]),
    st.lists(st.text(max_size=20), max_size=2),
)
def test_nothing_of_the_message_is_lost(words: list[str], asked: str, roles: list[str]) -> None:
    message, before = " ".join(words), Clause(asked)
    for whole in (before_office(message, before, roles), with_time(message, before)):
        assert whole == message or set(words) - {"that", "?", "afterwards"} <= set(whole.split())
