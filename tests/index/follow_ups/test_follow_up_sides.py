"""“does he agree?”: with whom, or that something is so; on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import resolve
from tests.index.follow_ups.test_follow_up import LIBRARY, turn

MESSAGES = [
    (turn("what did Quill claim"), "does burrow agree", "Does burrow agree with Quill?"),
    (turn("was the bridge too old"), "does Burrow agree", "Does Burrow agree that the bridge was too old?"),
    (turn("should the ferry stop"), "do they agree", "Do they agree that the ferry should stop?"),
    (turn("why does Burrow think the ferry is a museum"), "does Quill agree", "Does Quill agree that the ferry is a museum?"),
    (turn("what did Burrow call the ferry", "a museum on water"), "who disagrees", "Who disagrees with Burrow?"),
    (turn("who wants to buy the ferry", "Norland Steel"), "does the council agree", "Does the council agree with Norland Steel?"),
    (turn("what did the council propose"), "do the builders agree", "Do the builders agree with the council?"),
    (turn("when will the ferry stop"), "does the council agree", "does the council agree"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "message", "question"), MESSAGES)
def test_whom_somebody_agrees_with(before, message, question):
    assert resolve(message, [before], LIBRARY).question == question
