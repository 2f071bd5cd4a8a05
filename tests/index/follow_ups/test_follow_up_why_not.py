"""“why not Burrow?”: why it was not so for somebody else, on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import resolve
from tests.index.follow_ups.bridge import LIBRARY, OPENED, turn

HIRED = turn("where did norland steel hire workers", "in Hartwell")
PAINTED = turn("why were the towers painted green", "because")


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        (OPENED, "why not Burrow?", "Why didn't Burrow open the bridge?"),
        (OPENED, "and why not the deputy", "Why didn't the deputy open the bridge?"),
        (turn("who praised the price", "Audit Office"), "why not the council", "Why didn't the council praise the price?"),
        (turn("was Burrow for the bridge"), "and why not Quill", "Why wasn't Quill for the bridge?"),
        (turn("were the builders for the bridge"), "but why not Quill", "Why wasn't Quill for the bridge?"),
        (turn("were the islanders for the bridge by Norland Steel"), "and why not Quill", "Why wasn't Quill for the bridge by Norland Steel?"),
        (turn("who did Quill thank", "the builders"), "why not Burrow", "Why didn't Quill thank Burrow?"),
        (HIRED, "why not Thornby", "Why didn't norland steel hire workers in Thornby?"),
        (turn("when will the ferry stop", "May 2024"), "why not in June", "Why won't the ferry stop in June?"),
        (turn("did Quill say it"), "why not", "Why didn't Quill say it?"),
        (PAINTED, "why not red", "why not red"),
    ],
)  # fmt: skip
def test_why_somebody_else_did_not(before, message, question):
    assert resolve(message, [before], LIBRARY).question == question
