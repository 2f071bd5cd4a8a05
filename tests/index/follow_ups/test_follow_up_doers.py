"""How many did what was asked about, and who was for or against it: on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import resolve
from tests.index.follow_ups.bridge import LIBRARY, turn

DECIDES = turn("when does the council decide on the bridge", "May 2024")


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        (turn("why did the workers in Hartwell walk out", "because"), "how many were they", "How many workers in Hartwell walked out?"),
        (turn("why did the old workers stop", "because"), "how many of them were there", "How many old workers stopped?"),
        (turn("when were the workers hired", "Monday"), "how many were they", "How many workers were hired?"),
        (turn("who signed the report", "Ada Quill"), "how many were they", "How many people signed the report?"),
        (turn("when did Quill fire the workers", "Monday"), "how many were they", "How many workers did Quill fire?"),
        # Nobody did anything.
        (turn("why do the workers complain", "because"), "how many are they", "How many workers are there?"),
        (turn("where were the workers", "in Hartwell"), "how many were they", "How many workers were there?"),
        # What lasts is no “strike last”.
        (turn("how long did the first strike last", "nine years"), "and the second one", "How long did the second strike last?"),
        (turn("how long did the old ferry last in Thornby", "nine years"), "and the new one?", "How long did the new ferry last in Thornby?"),
        (turn("how long will the strike last", "nine years"), "and who called it", "Who called the strike?"),
        # What happened is named without its date where the next thing is asked about.
        (turn("why did Quill resign in 2017", "because"), "where was she after that", "Where was Quill after she resigned?"),
        (turn("why did the ferry stop in May 2024", "because"), "where did it go after that", "Where did the ferry go after it stopped?"),
        # For or against.
        (DECIDES, "is the mayor for or against", "Is the mayor for or against the council's decision on the bridge?"),
        (DECIDES, "how many were against", "How many were against the council's decision on the bridge?"),
        (turn("when did the council vote on the ban", "May 2024"), "who was against", "Who was against the ban?"),
        (DECIDES, "who runs it", "Who runs the bridge?"),
    ],
)  # fmt: skip
def test_who_and_how_many(before, message, question):
    assert resolve(message, [before], LIBRARY).question == question
