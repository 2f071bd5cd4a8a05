"""Who accepts an offer, and what: on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import resolve
from tests.index.follow_ups.test_follow_up import LIBRARY, turn

OFFERED = turn("what did norland steel offer", "300 workers")
PROPOSED = turn("what did Quill propose", "the new bridge")
ACCUSED = turn("what do the builders accuse norland steel of", "the flood")
JOB = turn("what job was Burrow offered", "deputy")
MESSAGES = [
    (OFFERED, "did they accept", "Did they accept norland steel's offer?"),
    (OFFERED, "why did they turn it down", "Why did they turn norland steel's offer down?"),
    (turn("what does the council suggest", "green"), "did they accept it", "Did they accept the council's suggestion?"),
    (PROPOSED, "did he agree to that", "Did Burrow agree to the new bridge?"),
    (PROPOSED, "who rejected it", "Who rejected Quill's proposal?"),
    (PROPOSED, "when did she make it", "When did Quill make the new bridge?"),
    (ACCUSED, "do they deny it", "Does Steel deny the flood?"),
    (turn("where did Quill propose the ferry to Burrow"), "did she admit it", "Did Quill admit that she proposed the ferry to Burrow?"),
    (JOB, "did he take it", "Did Burrow take the job as deputy?"),
    (JOB, "did he accept", "Did Burrow accept the job as deputy?"),
    (turn("what job did Quill offer burrow", "her deputy"), "did he take it", "Did Burrow take the job as Quill's deputy?"),
    (turn("what has Burrow been offered", "a museum on water"), "did he accept", "Did Burrow accept the museum on water?"),
    (turn("what was Burrow offered", "a museum on water"), "did he accept", "Did Burrow accept the museum on water?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "message", "question"), MESSAGES)
def test_who_accepts_is_another(before, message, question):
    assert resolve(message, [before], LIBRARY).question == question
