"""“still missing?”, “accepted?”, “on sale when”: what is said, without of whom or of what; on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import Turn, resolve
from tests.index.follow_ups.test_follow_up import LIBRARY, OPENED, turn

HURT = turn("how many workers were hurt in the fire", "300")
STILL = [
    (turn("what happened to Burrow"), "still missing?", "Is Burrow still missing?"),
    (turn("who is the deputy", "Tom Burrow"), "and still alive?", "Is Burrow still alive?"),
    (turn("how many workers were hired", "300"), "still there?", "Are the workers still in Hartwell?"),
    (turn("how many homes have power again"), "still without power?", "How many homes are still without power?"),
]
DONE = [
    (HURT, "missing?", "How many workers are missing?"),
    (HURT, "and killed?", "How many workers were killed in the fire?"),
    (turn("how many trees were felled"), "and planted?", "How many trees were planted?"),
    (turn("what did Quill offer the builders"), "accepted?", "Was Quill's offer accepted?"),
    (turn("why did the council replace the ferry"), "sold?", "Was the ferry sold?"),
    (turn("when did the strike end"), "and began?", "When did the strike begin?"),
    (OPENED, "resigned?", "Did Quill resign?"),
]
STATES = [
    (turn("how many coins were found"), "on show where", "Where are the coins on show?"),
    (turn("how much does the book cost"), "on sale when", "When is the book on sale?"),
    (turn("how high is the bridge"), "open until when", "Until when is the bridge open?"),
    (turn("how much is the pass"), "valid how long", "How long is the pass valid?"),
]
PARTS = [
    (turn("what will the town spend the prize money on"), "how much", "How much is the prize money?"),
    (turn("who lent Quill the money", "Tom Burrow"), "how much", "How much money did Burrow lend Quill?"),
    (turn("who scored the winning goal", "Ada Quill"), "minute?", "In which minute did Quill score the winning goal?"),
    (turn("is Burrow still ill"), "since when", "Since when has Burrow been ill?"),
    (turn("when did the bridge open", "Monday"), "year?", "Which year did the bridge open?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "message", "question"), [*STILL, *DONE, *STATES, *PARTS])
def test_of_whom_it_is_said_is_taken_from_the_turn_before(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question
