"""Who “he”, “she” and “they” are where no name tells, on the invented article of test_follow_up.py: one list a kind."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import Turn, resolve
from tests.index.follow_ups.bridge import LIBRARY, OPENED, turn

BOARD = turn("how did the supervisory board vote on Burrow")
APOLOGISED = [
    (BOARD, "has he apologised", "Has Burrow apologised?"),
    (BOARD, "how did he react", "How did Burrow react to the supervisory board?"),
    (turn("who stopped the ferry", "Tom Burrow"), "did he apologise", "Did Burrow apologise for the ferry?"),
    (turn("what did Burrow say about the flood"), "has he apologised", "Has Burrow apologised for the flood?"),
    (turn("why did the council thank Burrow"), "did they apologise", "Did the council apologise?"),
    (turn("how did the film crew help the builders"), "did they complain", "Did the film crew complain about the builders?"),
]  # fmt: skip
HIM = [
    (turn("how much did bluefox ask for the towers"), "did they catch him", "Did they catch bluefox?"),
    (turn("what did bluefox write to the council"), "who caught him", "Who caught bluefox?"),
    (turn("how much did Burrow pay for the towers"), "did they please him", "Did they please Burrow?"),
    (turn("how many workers did Quill thank"), "did they like her", "Did the workers like Quill?"),
    (
        turn("what did parliament say about the ferry"),
        "was he right",
        "Was Burrow right?",
    ),  # no body, but the man of the article
]
NURSE = turn("how did the nurse's brother find her new address", "because")
HER = [
    (NURSE, "where is she now", "Where is the nurse now?"),
    (turn("what was in the mayors office"), "where does she live", "Where does Quill live?"),
    (turn("what was in the builder's letter"), "where does he live now", "Where does the builder live now?"),
    (turn("what do the builders say"), "where does she live", "where does she live"),
    (OPENED, "who took care of her", "Who took care of Quill?"),
    (OPENED, "who made fun of her?", "Who made fun of Quill?"),
    (OPENED, "who gave evidence against her", "Who gave evidence against Quill?"),
    (OPENED, "who got her job then", "Who got Quill's job then?"),
    (OPENED, "who took over her post", "Who took over Quill's post?"),
    (OPENED, "who inherited her house", "Who inherited Quill's house?"),
    # The one who did it.
    (OPENED, "who lost her job", "who lost her job"),
    (OPENED, "who lost control of her car", "who lost control of her car"),
]
HIRED = turn("where did Norland Steel hire workers", "in Hartwell")
BEEN = [
    (HIRED, "how long has Quill been there", "How long has Quill been in Hartwell?"),
    (HIRED, "will Burrow be there?", "Will Burrow be in Hartwell?"),
    (HIRED, "how many will there be", "How many workers will there be?"),
    (OPENED, "what did the council do before that", "What did the council do before Ada Quill opened the bridge?"),
    (turn("when did the bridge open", "Monday"), "who worked on the ferry after that", "Who worked on the ferry after Monday?"),
]  # fmt: skip
IT = [
    (turn("who opened the bridge", "builders"), "how long was it closed", "How long was the bridge closed?"),
]
STOPPING = turn("when will the ferry stop", "in May 2024")
BEFALLEN = [
    (STOPPING, "and the workers?", "What will happen to the workers when the ferry stops?"),
    (STOPPING, "and its passengers?", "What will happen to the ferry's passengers when the ferry stops?"),
    (turn("why did the old ferry sink"), "and the passengers?", "What happened to the passengers when the old ferry sank?"),
    (turn("did the bridge open on Monday"), "what about the builders", "What happened to the builders when the bridge opened on Monday?"),
    (turn("when do the towers close"), "and the kids?", "What happens to the kids when the towers close?"),
    # Those who may do it themselves.
    (STOPPING, "and the bridge?", "When will the bridge stop?"),
    (turn("when did the council meet"), "and the teachers?", "When did the teachers meet?"),
    (turn("when did the mayor leave"), "and the teachers?", "When did the teachers leave?"),
    (turn("when did Norland Steel hire workers"), "and the builders?", "When did Norland Steel hire the builders?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "message", "question"), [*APOLOGISED, *HIM, *HER, *BEEN, *IT, *BEFALLEN])
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question
