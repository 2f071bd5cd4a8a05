"""Nouns that could be verbs, and who or what a noun is spoken of as, on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.clause import Clause
from index.follow_up import Turn, resolve
from tests.index.test_follow_up import LIBRARY, turn

LIKE_A_VERB = [
    (turn("what would the new plan require"), "who is against it", "Who is against the new plan?"),
    (turn("what will the last order do"), "who likes it", "Who likes the last order?"),
    (turn("how much will the planned tax raise"), "who pays it", "Who pays the planned tax?"),
    (turn("what did the village vote change"), "who won it", "Who won the village vote?"),
    (turn("when does burrow expect a vote", "May 2024"), "does the ferry board support it", "Does the ferry board support the vote?"),
    (turn("who runs the ferry", "Tom Burrow"), "did the village plan stop him", "Did the village plan stop Burrow?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "message", "question"), LIKE_A_VERB)
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("when did the ferry stop work", "stop"),
        ("what did they stop work on", "stop"),
        ("what did the fans help save", "help"),
        ("in which town did the match take place", "take"),
        ("when does the loan run out", "run"),
        ("why did the first attempt to sell it fail", "fail"),
        ("what did the mayor plan to do", "plan"),
        ("did the company cut pay this year", "cut"),
    ],
)
def test_the_verb_among_words_that_may_be_verbs(question: str, verb: str) -> None:
    clause = Clause(question)
    assert clause.verb is not None
    assert clause.lower[clause.verb] == verb
