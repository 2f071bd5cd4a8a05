"""Follow-ups without auxiliary and subject: “opened when”, “made of what”, “paid for by?”."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import Turn, resolve
from tests.index.follow_ups.test_follow_up import LIBRARY, OPENED, turn

COST = turn("how much did the bridge cost", "40 million euros")
DEPUTY = turn("who is the deputy", "Tom Burrow")
TOWERS = turn("what colour are the towers", "green")


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        (COST, "built when", "When was the bridge built?"),
        (COST, "and designed by who?", "Who was the bridge designed by?"),
        (COST, "paid for by whom", "Whom was the bridge paid for by?"),
        (COST, "built by?", "Who was the bridge built by?"),
        (COST, "opened in which month", "In which month was the bridge opened?"),
        (OPENED, "opened when", "When did Quill open the bridge?"),
        (turn("how long is the bridge"), "made of what", "What is the bridge made of?"),
        (TOWERS, "painted by how many people", "By how many people were the towers painted?"),
        (DEPUTY, "born where", "Where was Burrow born?"),
        (DEPUTY, "elected when?", "When was Burrow elected?"),
        (DEPUTY, "died how", "How did Burrow die?"),
        (OPENED, "ceremony when?", "When was the ceremony?"),
        (turn("who praised the report", "Audit Office"), "report by when", "By when does the report report?"),
        (OPENED, "said who", "said who"),
        (OPENED, "thornby where", "thornby where"),
    ],
)
def test_without_auxiliary_and_subject(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question
