"""Whom, with whom, at what work, and what was told: on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import resolve
from tests.index.follow_ups.test_follow_up import LIBRARY, OPENED, turn

NICKNAME = turn("what did Burrow call the ferry", "a museum on water")
OPENING = turn("what did Quill open", "the new bridge")
STOPPING = turn("when will the ferry stop", "May 2024")
AFTER_A_MODAL = [
    (turn("what did Burrow say"), "who will follow him", "Who will follow Burrow?"),
    (OPENED, "who could replace her", "Who could replace Quill?"),
    (NICKNAME, "who would buy it from him", "Who would buy the ferry from Burrow?"),
    (STOPPING, "who can save it", "Who can save the ferry?"),
    (turn("who praised the price", "Audit Office"), "who will pay them", "Who will pay Audit Office?"),
]
ALONG = [
    (OPENED, "what did she have on her", "What did Quill have on her?"),
    (OPENED, "who did she bring with her", "Who did Quill bring with her?"),
    (NICKNAME, "what did he take with him", "What did Burrow take with him?"),
    (OPENED, "where did he go with her", "Where did Burrow go with Quill?"),
]
TOLD = [
    (OPENING, "did she tell the council", "Did Quill tell the council that she opened the new bridge?"),
    (OPENING, "when did she tell Burrow", "When did Quill tell Burrow that she opened the new bridge?"),
    (OPENING, "did she tell the truth", "Did Quill tell the truth?"),
    (turn("was Quill hurt"), "did she tell the deputy", "Did Quill tell the deputy that she was hurt?"),
    (turn("when did Quill open the bridge"), "why didn't she tell them", "Why didn't Quill tell them that she opened the bridge?"),
    (turn("what did Quill say"), "did she tell him", "Did Quill tell Burrow?"),
]  # fmt: skip
AT_WORK = [
    (turn("where did norland steel hire workers", "in Hartwell"), "how long has Quill worked there", "How long has Quill worked in Hartwell?"),
    (turn("what did Burrow do in protest"), "how long had he worked there", "How long had Burrow worked there?"),
    (turn("who stopped the fraud", "Tom Burrow"), "when did he start working there", "When did Burrow start working there?"),
]  # fmt: skip
THEIR_ONE = [
    (turn("how did the film crew help the builders"), "who's their director", "Who is the film crew's director?"),
    (turn("what did the builders say"), "who is their boss", "Who is the builders' boss?"),
]
WHOEVER = [
    (turn("who built the bridge"), "what did his daughter say", "What did the daughter of the person who built the bridge say?"),
    (turn("who stopped the ferry"), "is her husband angry", "Is the husband of the person who stopped the ferry angry?"),
    (turn("what do the builders say"), "what does the older one want", "What does the older builder want?"),
    (turn("what do the two companies do"), "where is the bigger one", "Where is the bigger company?"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "message", "question"), [*WHOEVER, *AFTER_A_MODAL, *ALONG, *TOLD, *AT_WORK, *THEIR_ONE]
)
def test_whom_and_what(before, message, question):
    assert resolve(message, [before], LIBRARY).question == question
