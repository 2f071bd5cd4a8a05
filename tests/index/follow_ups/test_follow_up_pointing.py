"""“that”, “those”, “then”, “there” and “it” of money, of occasions and of what was told, on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import Turn, resolve
from index.follow_ups.support import Support
from index.records import article_of_paragraphs
from index.verbs import verb
from tests.index.follow_ups.bridge import BRIDGE, LIBRARY, OPENED, library_of, turn

WARNED = turn("when was Quill warned that the ferry would stop", "Monday")
CAUSED = turn("what caused the outage in May", "The old ferry")
STOLEN = turn("what was stolen from Hartwell", "900 litres of the colour")
SUMMIT = turn("who will attend the summit", "Ada Quill")
FOUND = turn("what did Quill and Burrow discover in 2016")
RAISED = turn("how much did Quill raise", "40 million euros")

OCCASIONS = [
    (CAUSED, "how long did that last", "How long did the outage last?"),
    (CAUSED, "how long did it last", "How long did the outage last?"),
    (turn("when did the strike start", "Monday"), "how long did that go on", "How long did the strike go on?"),
    (OPENED, "when will that end", "When will the flood end?"),
    (turn("why was the strike called off"), "when did this start", "When did the strike start?"),
]
TOLD = [
    (WARNED, "who told her that", "Who told Quill that the ferry would stop?"),
    (
        turn("who told Quill that the ferry would stop", "Tom Burrow"),
        "who told Burrow this",
        "Who told Burrow that the ferry would stop?",
    ),
    (
        turn("what did Quill say about the flood", "We have waited long enough"),
        "who told her that",
        "Who told Quill “We have waited long enough”?",
    ),
]
THEN = [
    (OPENED, "how old was she then", "How old was Quill when she opened the bridge?"),
    (OPENED, "who was mayor then", "Who was mayor when Ada Quill opened the bridge?"),
    (
        turn("how did the ferry sink", "because"),
        "who was on board then",
        "Who was on board when the ferry sank?",
    ),
    (turn("when did Quill open the bridge", "Monday"), "how old was she then", "How old was Quill on Monday?"),
    (OPENED, "where did she go then", "Where did Quill go then?"),
    (turn("who is the mayor", "Ada Quill"), "how old was she then", "How old was Quill then?"),
    (turn("what does the ferry cost"), "who paid then", "who paid then"),
]
THERE = [
    (SUMMIT, "what will Burrow bring up there", "What will Burrow bring up at the summit?"),
    (turn("how did Quill get to Hartwell"), "did she go back there", "Did Quill go back to Hartwell?"),
    (
        turn("what did police find in the garage", "900 litres of the colour"),
        "who worked there",
        "Who worked in the garage?",
    ),
    (
        turn("what will Quill do with her money", "thanked the builders"),
        "who works there",
        "Who works in Thornby?",
    ),
]
MONEY = [
    (RAISED, "who got it", "Who got the money that Quill raised?"),
    (RAISED, "where did it come from", "Where did the money that Quill raised come from?"),
    (turn("how much does Norland Steel have to pay"), "who gets it", "Who gets the money that Norland Steel has to pay?"),
    (turn("how much money was it", "40 million euros"), "what did Quill spend that on", "What did Quill spend the 40 million euros on?"),
    # Not where something was paid for.
    (turn("how much did Quill pay for the ferry", "40 million euros"), "where did she get it", "Where did Quill get the ferry?"),
    (turn("how much did the bridge cost", "40 million euros"), "who shares it", "Who shares the bridge?"),
]  # fmt: skip
DONE = [
    (turn("what did they do with the ferry in 2020", "stop running"), "who changed that", "Who changed what they did with the ferry in 2020?"),
    (turn("how old is the bridge"), "who changed that", "Who changed the bridge?"),
    (turn("what did the council decide in May"), "was the mayor for it", "Was the mayor for the council's decision?"),
    (turn("what did the council decide in May"), "was Quill for it?", "Was Quill for the council's decision?"),
    (turn("who built the bridge", "Norland Steel"), "is there a reason for it", "Is there a reason for the bridge?"),
    (FOUND, "what did they call it", "What did Quill and Burrow call their discovery?"),
    (turn("what did Quill invent"), "who bought it", "Who bought Quill's invention?"),
]  # fmt: skip
TAKEN = [
    (turn("what was Quill found guilty of", "the price"), "how did she take it", "How did Quill react when she was found guilty of the price?"),
    (turn("who fired Quill", "Tom Burrow"), "and how did the council take that?", "How did the council react when Tom Burrow fired Quill?"),
    (turn("did Quill resign"), "how did Burrow take the news", "How did Burrow react when Quill resigned?"),
    (turn("who took the photo", "Tom Burrow"), "how did he take it", "How did Burrow take the photo?"),
]  # fmt: skip
CAUSES = [
    (turn("what caused the outage", "A report by the Audit Office"), "how long did it last", "How long did the outage last?"),
    (turn("what caused the delay", "because"), "when did it end", "When did the delay end?"),
    (turn("who caused the outage", "Tom Burrow"), "how long did that last", "How long did the outage last?"),
]  # fmt: skip
THINGS = [
    (STOLEN, "who found those", "Who found 900 litres of the colour?"),
    (STOLEN, "did they get those back", "Did Hartwell get 900 litres of the colour back?"),
    (turn("where is Quill's ferry", "in Hartwell"), "how much did it cost her", "How much did Quill's ferry cost her?"),
    (turn("where is the ferry", "in Hartwell"), "how big is it", "How big is the ferry?"),
    (turn("where does Quill live", "in Hartwell"), "how big is it", "How big is Hartwell?"),
    (turn("by whom was the bridge built", "Norland Steel"), "when does it open", "When does the bridge open?"),
    (turn("which firm overtook Norland Steel in trade", "the council"), "when did that happen", "When did the council overtake Norland Steel in trade?"),
    (turn("how many men went down with the ferry"), "whose was it", "Whose was the ferry?"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "message", "question"), [*OCCASIONS, *TOLD, *THEN, *THERE, *MONEY, *DONE, *TAKEN, *CAUSES, *THINGS]
)
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


def test_what_is_in_or_at_something() -> None:
    support = Support(BRIDGE)
    assert not support.holds("price")
    assert not support.holds("bridge")
    assert not Support(None).holds("bridge")


def test_what_is_measured() -> None:
    lake = article_of_paragraphs(
        "lake", "A lake", ["Under 940 metres of ice lay a lake 17 kilometres long. Ann Lee was renting the garage."]
    )
    support = Support(lake)
    assert support.measures("Lake Perrin", "long")
    assert not support.measures("the ice", "long")
    assert not support.measures("the", "long")
    library = library_of(lake)
    for before, message, question in (
        ("how thick is the ice above the lake", "how long is it", "How long is the lake?"),
        ("how thick is the ice above the lake", "how old is it", "How old is the ice?"),
        ("what did Lee hide in the garage", "who rented that", "Who rented the garage?"),
    ):
        asked = Turn(before, None, library.ask(before))
        assert resolve(message, [asked], library).question == question


def test_a_plural_is_no_verb() -> None:
    assert verb("men") is None
    assert verb("lives") == ("live", "s")
    assert verb("overtook") == ("overtake", "past")
