"""What a follow-up says that asks for nothing, and what is left to ask when what was asked for is named: on the invented article."""

from __future__ import annotations

import pytest

from index.follow_ups.clause import Clause
from index.follow_ups.follow_up import resolve
from tests.index.follow_ups.bridge import LIBRARY, OPENED, turn

STOPPED = turn("when did the ferry stop", "May 2024")
FIRST = turn("how much did the council first want to pay for the bridge", "40 million euros")
WHICH = turn("which head office is going to close")

THEN = [
    (turn("who thinks the bridge is too expensive", "the council"), "how much do they want then", "How much does the council want?"),
    (STOPPED, "who runs it then?", "Who runs the ferry?"),
    (turn("who opened the bridge in 2024", "Ada Quill"), "is she the mayor then", "Is Quill the mayor?"),
    # A time after all: of what is past, of what is yet to come, and of what happens.
    (turn("who opened the bridge in 2024", "Ada Quill"), "where did she live then", "Where did Quill live in 2024?"),
    (turn("when will the ferry stop", "May 2024"), "what does burrow do then", "What does burrow do in May 2024?"),
    (STOPPED, "what happens then", "What happens in May 2024?"),
]  # fmt: skip
FIRST_WANTED = [
    (FIRST, "what do they want now", "What does the council want now?"),
    (turn("who did the council first ask for the money", "Ada Quill"), "when did they ask her", "When did the council ask Quill?"),
    (turn("when did the deputy last see the ferry"), "and the mayor?", "When did the mayor last see the ferry?"),
    (OPENED, "what did she say about the first bridge", "What did Quill say about the first bridge?"),
]  # fmt: skip
WHETHER = [
    (WHICH, "and the other one?", "Is the other office going to close?"),
    (WHICH, "and the old one", "Is the old office going to close?"),
    (turn("which workers were hired in Hartwell"), "and the other ones", "Were the other workers hired in Hartwell?"),
    (turn("which tower will they paint"), "and the smaller one?", "Will they paint the smaller tower?"),
    (turn("in which tower did Quill live"), "and the other one", "Did Quill live in the other tower?"),
    (turn("what ferry stopped in 2024"), "and the new one?", "Did the new ferry stop in 2024?"),
    (turn("which report praised the price"), "and the other report?", "Did the other report praise the price?"),
    # Something else is meant than what was asked for.
    (turn("which painter restored the new bridge"), "and the old one?", "Which painter restored the old bridge?"),
    (turn("which company built the bridge"), "and the ferry?", "Which company built the ferry?"),
    (turn("which year did the bridge open"), "and the other one?", "Which year did the other bridge open?"),
]  # fmt: skip
TWO_AT_ONCE = [
    # A part that is made whole is asked alone; whole questions stay together.
    (OPENED, "when was that? and who paid for it", "When did Quill open the bridge?"),
    (OPENED, "why? when?", "Why did Quill open the bridge?"),
    (OPENED, "how come? isnt it too expensive", "Why did Quill open the bridge?"),
    (OPENED, "how old is she? what is her job?", "How old is Quill? what is her job?"),
    (OPENED, "what? why did she do that", "What? why did Quill do that?"),
    (OPENED, "really? when", "When did Quill open the bridge?"),
]
AMOUNTS = [
    (FIRST, "and how much is it now", "How much is the bridge now?"),
    (turn("how much did the council first want to charge drivers"), "how much is it now", "How much is the charge now?"),
    (turn("how much does Quill earn"), "is it a lot", "Is the pay a lot?"),
    (turn("how much did the council charge for the bridge"), "who built it", "Who built the bridge?"),
    (turn("how much did the council charge drivers"), "who runs it", "Who runs the council?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "message", "question"), [*THEN, *FIRST_WANTED, *WHETHER, *TWO_AT_ONCE, *AMOUNTS])
def test_what_a_message_asks(before, message, question):
    assert resolve(message, [before], LIBRARY).question == question


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("how much did the council first want to charge", "the council"),
        ("who did the first council want", "the first council"),
        ("what was the last ferry called", "the last ferry"),
        ("how much was the fee the mayor first asked", "the mayor"),
    ],
)
def test_first_before_a_verb_is_no_part_of_a_name(question, phrase):
    clause = Clause(question)
    assert phrase in [clause.words(p.first, p.last) for p in clause.phrases]
