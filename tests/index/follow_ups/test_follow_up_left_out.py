"""What a follow-up leaves out, on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.clause import Clause
from index.follow_ups.follow_up import resolve
from index.follow_ups.left_out import with_money, with_object
from tests.index.follow_ups.bridge import LIBRARY, turn

OWNED = turn("how long did Tom Burrow own the ferry", "nine years")
PAID = turn("how much did Norland Steel pay for the bridge", "40 million euros")
EARLIER = turn("how many workers were hired in 2024", "300")

FOLLOW_UPS = [
    (OWNED, "why did he sell", "Why did Tom Burrow sell the ferry?"),
    (OWNED, "did he repair?", "Did Tom Burrow repair the ferry?"),
    (OWNED, "who bought", "Who bought the ferry?"),
    (PAID, "and where did the money come from", "And where did the money that Norland Steel paid for the bridge come from?"),
    (EARLIER, "and last year?", "How many workers were hired last year?"),
    (EARLIER, "and in 2023?", "How many workers were hired in 2023?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "typed", "asked"), FOLLOW_UPS, ids=[t for _, t, _ in FOLLOW_UPS])
def test_it_is_filled_in(before, typed, asked):
    assert resolve(typed, [before], LIBRARY).question == asked


RAISED = turn("how much did Quill raise", "40 million euros")
WHEN = turn("when?", "Monday", "When did Quill raise 40 million euros?")
BUILT = turn("who built the bridge", "Norland Steel")


@pytest.mark.parametrize(
    ("turns", "typed", "asked"),
    [
        ([RAISED], "whats it for", "What is the money that Quill raised for?"),
        ([RAISED, WHEN], "what is it for?", "What is the money that Quill raised for?"),
        ([RAISED, WHEN], "what was the money spent on", "What was the money that Quill raised spent on?"),
        ([turn("how much has the council promised")], "what will it be used for", "What will the money that the council has promised be used for?"),
        ([turn("how much money was promised for rebuilding", "40 million euros")], "when do they hand it out", "When do they hand out the money that was promised for rebuilding?"),
        ([turn("how much did Quill lend", "40 million euros")], "who gives it back?", "Who gives back the money that Quill lent?"),
        ([RAISED, BUILT], "what is it for", "What is the bridge for?"),
    ],
)  # fmt: skip
def test_money_is_spoken_of_until_something_else_is(turns, typed, asked):
    assert resolve(typed, turns, LIBRARY).question == asked


@pytest.mark.parametrize(
    "message",
    ["why did he sell the ferry?", "when was it sold", "did they vote on the ban", "how much did they sell", "has she resigned", "why the ban", "who is the buyer", ""],
)  # fmt: skip
def test_a_verb_that_has_its_object_or_needs_none_stays(message):
    assert with_object(message) == message


@pytest.mark.parametrize(
    ("message", "before"),
    [
        ("where is the money that he raised", "how much did Burrow raise"),
        ("where is the money", "who opened the bridge"),
        ("where is the money", "how much did the bridge cost"),
        ("where is the ferry", "how much did Burrow raise"),
        ("when did he pay it back", "how much did Burrow pay for the ferry"),
        ("when did he hand it out", "how many workers did Burrow hire"),
        ("what is it for", "how much did Burrow pay for the ferry"),
        ("what is it for", "how much did the bridge cost"),
        ("what is it made for by hand", "how much did Burrow raise"),
    ],
)
def test_only_money_that_was_spoken_of_is_told(message, before):
    assert with_money(message, [Clause(before)]) == message
