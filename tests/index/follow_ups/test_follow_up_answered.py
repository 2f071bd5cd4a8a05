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
    (turn("when will the ferry stop", "May 2024"), "what do the builders think of that", "What do the builders think of the ferry stopping?"),
    (turn("who opened the towers", "Ada Quill"), "what does Burrow think of that", "What does Burrow think of the towers?"),
    (turn("why was the ferry sold to Norland Steel"), "what does Quill say to that", "What does Quill say to the ferry being sold to Norland Steel?"),
    (turn("did the council close the towers"), "how did Burrow respond to that", "How did Burrow respond to the council closing the towers?"),
    (turn("how did Burrow lose his job"), "what did he say to that", "What did Burrow say to losing his job?"),
    (turn("what did Burrow say about the ferry"), "what did Quill say to that", "What did Quill say to what Burrow said about the ferry?"),
    (turn("what does the report write about the price"), "what does Quill say about that", "What does Quill say about what the report writes about the price?"),
    (turn("who does Quill blame", "Norland Steel"), "what do they say to that", "What does Norland Steel say to Quill blaming Norland Steel?"),
    (turn("how much compensation could workers get", "40 million euros"), "what does Quill say about that", "What does Quill say about the compensation?"),
    (turn("when did the strike begin"), "how did Quill react to that", "How did Quill react to the strike?"),
    # What lasts is no deed.
    (turn("where do the builders live"), "what does Quill say to that", "what does Quill say to that"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "message", "question"), MESSAGES)
def test_to_what_somebody_answers(before, message, question):
    assert resolve(message, [before], LIBRARY).question == question
