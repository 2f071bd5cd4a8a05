"""“who decides that?” of what is still open, on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import resolve
from tests.index.follow_ups.test_follow_up import LIBRARY, OPENED, turn

STOPPING = turn("when will the ferry stop", "May 2024")
RESIGNING = turn("will Quill resign")
MESSAGES = [
    (STOPPING, "who decides that", "Who decides when the ferry will stop?"),
    (turn("who will lead the council"), "when is that decided", "When is it decided who will lead the council?"),
    (turn("who could replace Quill", "Tom Burrow"), "when will it be announced", "When will it be announced who could replace Quill?"),
    (turn("will the bridge be closed"), "when will they decide", "When will they decide whether the bridge will be closed?"),
    (RESIGNING, "and who decides", "Who decides whether Quill will resign?"),
    (RESIGNING, "and when does the council decide on that", "When does the council decide whether Quill will resign?"),
    (turn("how much money will Hartwell get"), "who decides that", "Who decides how much money Hartwell will get?"),
    (turn("which colour will the towers be", "green"), "when will that be decided", "When will it be decided which colour the towers will be?"),
    (turn("how high can the fine for the bridge be"), "when will that be decided", "When will the fine be decided?"),
    # What has been done is no longer open.
    (OPENED, "who decided that", "Who decided that Ada Quill opened the bridge?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "message", "question"), MESSAGES)
def test_what_is_still_open(before, message, question):
    assert resolve(message, [before], LIBRARY).question == question
