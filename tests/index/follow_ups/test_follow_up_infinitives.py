"""What is left out after “to”: “did she have to?”, on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import resolve
from tests.index.follow_ups.bridge import LIBRARY, OPENED, turn

WHEN = turn("when did Quill open the bridge", "on Monday")
CLOSING = turn("why does the council want to close the bridge", "because")
IF = turn("where will the money go if the council doesn't decide", "Hartwell")
COST = turn("how much did the bridge cost", "40 million euros")


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        (OPENED, "did she have to", "Did Quill have to open the bridge?"),
        (OPENED, "did Burrow want to?", "Did Burrow want to open the bridge?"),
        (WHEN, "and why did she have to", "Why did Quill have to open the bridge?"),
        (CLOSING, "when are they going to", "When is the council going to close the bridge?"),
        (turn("what did Norland Steel build", "The bridge"), "did they want to", "Did Norland Steel want to build the bridge?"),
        (turn("when was Burrow arrested", "May 2024"), "did he have to", "Did Burrow have to be arrested?"),
        (COST, "was it supposed to", "Was the bridge supposed to cost 40 million euros?"),
        # Who is meant is told by another clause than the main one.
        (IF, "by when do they have to", "By when does the council have to decide?"),
        (turn("did Quill agree with builders giving out the towers"), "are they still allowed to", "Are builders still allowed to give out the towers?"),
        # Nothing is left out.
        (OPENED, "who did she talk to", "Who did Quill talk to?"),
        (OPENED, "where did she go to", "Where did Quill go to?"),
    ],
)  # fmt: skip
def test_what_somebody_has_to_do(before, message, question):
    assert resolve(message, [before], LIBRARY).question == question
