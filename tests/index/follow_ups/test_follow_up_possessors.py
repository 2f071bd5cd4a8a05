"""“and Ann's?”: another possessor, on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.clause import Clause
from index.follow_ups.follow_up import resolve
from index.follow_ups.possessor import of_another
from tests.index.follow_ups.bridge import LIBRARY, turn

JOB = turn("what was the job of Ada Quill's father")
BOAT = turn("how old is Tom Burrow's boat")

FOLLOW_UPS = [
    (JOB, "and her mother's", "What was the job of Ada Quill's mother?"),
    (JOB, "what about her mothers?", "What was the job of Ada Quill's mother?"),
    (turn("what was the job of the mayors father"), "and her mother's", "What was the job of the mayor's mother?"),
    (turn("what was the job of Tom Burrow's father"), "and her mother's", "What was the job of her mother?"),
    (turn("what was the name of her father's boat"), "and her mother's", "What was the name of her mother's boat?"),
    (BOAT, "and Quill's?", "How old is Quill's boat?"),
    (BOAT, "and quills", "How old is quill's boat?"),
    (turn("how big is Thornby's budget"), "what about Hartwells?", "How big is Hartwell's budget?"),
    (turn("how big is her boat"), "and Tom Burrows", "How big is Tom Burrow's boat?"),
    (turn("what did Quill say"), "and burrows", "What did burrows say?"),
    (BOAT, "and the deputy's", "How old is the deputy's boat?"),
    (BOAT, "and hers?", "How old is her boat?"),
    (turn("what is the colour of the towers"), "what about the bridge's", "What is the colour of the bridge?"),
    (turn("who is the mayors husband"), "and the deputy's?", "Who is the deputy's husband?"),
    (turn("who is the boss of his father"), "and the deputy's", "Who is the boss of the deputy's father?"),
    (turn("what did Quill say about Burrow's ferry"), "and the council's?", "What did Quill say about the council's ferry?"),
    ([turn("who opened the bridge", "Ada Quill"), turn("how old is Burrow's boat")], "and hers?", "How old is Quill's boat?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "message", "question"), FOLLOW_UPS)
def test_another_possessor(before, message, question):
    assert resolve(message, before if isinstance(before, list) else [before], LIBRARY).question == question


@pytest.mark.parametrize(
    "message", ["and the mayor", "the mayor's boat", "and her boats", "when is the mayor's", "his", ""]
)
def test_nobody_is_a_possessor(message):
    before = Clause("how old is the boat")
    assert of_another(Clause(message), before) is None
    if message != "his":
        assert of_another(Clause(message), Clause("how old is Tom's boat")) is None
