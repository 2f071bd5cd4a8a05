"""“what does she say to that?”: to what was proposed, claimed or paid, and to nobody; on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import resolve
from tests.index.follow_ups.test_follow_up import LIBRARY, turn

PROPOSED = turn("what did Quill propose", "the new bridge")
ACCUSED = turn("what do the builders accuse Norland Steel of", "the flood")
MESSAGES = [
    (PROPOSED, "what does the council say to that", "What does the council say to Quill's proposal?"),
    (PROPOSED, "how did Burrow respond to that", "How did Burrow respond to Quill's proposal?"),
    (PROPOSED, "did he agree to that", "Did Burrow agree to the new bridge?"),
    (ACCUSED, "what does the company say to that", "What does the company say to the builders' accusation against Norland Steel?"),
    (ACCUSED, "what does Norland Steel say to that", "What does Norland Steel say to the builders' accusation?"),
    (turn("what is Norland Steel accused of"), "and what does the company say to that", "What does the company say to the accusation against Norland Steel?"),
    (turn("what do the builders demand"), "what does Burrow say to that", "What does Burrow say to the builders' demand?"),
    (turn("how much does each worker get", "40 million euros"), "what does Burrow say to that", "What does Burrow say to the 40 million euros?"),
    (turn("when will the ferry stop", "May 2024"), "what do the builders think of that", "What do the builders think of the ferry?"),
    (turn("who opened the towers", "Ada Quill"), "what does Burrow think of that", "What does Burrow think of the towers?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "message", "question"), MESSAGES)
def test_to_what_somebody_answers(before, message, question):
    assert resolve(message, [before], LIBRARY).question == question
