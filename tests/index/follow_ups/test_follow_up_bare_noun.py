"""Follow-ups of one noun: “cost?”, “age?”, “casualties?”."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import Turn, resolve
from tests.index.follow_ups.test_follow_up import LIBRARY, OPENED, turn

BUILT = turn("who built the bridge", "Norland Steel")
DEPUTY = turn("who is the deputy", "Tom Burrow")
HIRED = turn("how many workers did norland steel hire", "300")
OPENING = turn("when did Quill open the bridge", "Monday")


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        (BUILT, "cost?", "How much did the bridge cost?"),
        (BUILT, "price", "How much did the bridge cost?"),
        (BUILT, "length?", "What was the length of the bridge?"),
        (BUILT, "reason?", "Why did Norland Steel build the bridge?"),
        (DEPUTY, "age?", "How old is Burrow?"),
        (DEPUTY, "and age?", "How old is Burrow?"),
        (DEPUTY, "job?", "What is Burrow's job?"),
        (DEPUTY, "party?", "Which party does Burrow belong to?"),
        (DEPUTY, "wife?", "Who is Burrow's wife?"),
        (DEPUTY, "successor?", "Who is Burrow's successor?"),
        (HIRED, "engineers?", "How many engineers did norland steel hire?"),
        (OPENING, "injuries?", "Were there any injuries when Quill opened the bridge?"),
        (OPENING, "architect?", "Who is the architect?"),
        (OPENING, "colour?", "What was the colour?"),
        (turn("what is the length of the bridge"), "where is it", "Where is the bridge?"),
        (OPENED, "thanks", "thanks"),
        (OPENED, "really?", "really?"),
        (OPENED, "sure?", "sure?"),
        (OPENED, "hello?", "hello?"),
        (OPENED, "bridge?", "bridge?"),
    ],
)
def test_one_noun(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question
