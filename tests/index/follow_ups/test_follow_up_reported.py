"""“who said that?” asks for the words alone, and “did they find out?” for what was asked: on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.follow_ups.follow_up import Turn, resolve
from index.follow_ups.reported import reported
from index.follow_ups.support import Support
from index.records import article_of_paragraphs
from tests.index.follow_ups.bridge import LIBRARY, OPENED, turn

PAINTED = turn("who painted the towers", "the council")
FOUND_OUT = [
    (PAINTED, "did the police solve it", "Did the police find out who painted the towers?"),
    (PAINTED, "did they ever find out?", "Did anyone ever find out who painted the towers?"),
    (PAINTED, "have they figured it out yet", "Has anyone found out who painted the towers?"),
    (turn("why did the ferry stop"), "did the council find out?", "Did the council find out why the ferry stopped?"),
    (turn("what caused the flood"), "has Quill found that out", "Has Quill found out what caused the flood?"),
    (OPENED, "did you find out", "did you find out"),
    (PAINTED, "did Quill find out the price", "did Quill find out the price"),
    (turn("was the bridge expensive"), "did Burrow find out", "did Burrow find out"),
]
SAID = [
    (turn("why is the ferry old", "a museum on water"), "who said that", "Who said that the ferry is old?"),
    (
        turn("what will stop running", "The old ferry"),
        "who said that",
        "Who said “The old ferry will stop running in May 2024”?",
    ),
    (
        turn("what about May 2024", "May 2024"),
        "who said that",
        "Who said “The old ferry will stop running in May 2024”?",
    ),
]


@pytest.mark.parametrize(("before", "message", "question"), [*FOUND_OUT, *SAID])
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The leader of the council, Ada Quill, says she treats debates like races.", "she treats debates like races."),
        ("The old ferry will stop in May, said her deputy, Tom Burrow.", "The old ferry will stop in May"),
        ("The bridge closed, the council said on Monday.", "The bridge closed"),
        ("When the roof fell, the crew left, he wrote in a letter.", "When the roof fell, the crew left"),
        ("He told the radio station that every crown was missing.", "every crown was missing."),
        ("Quill said about the flood that nobody had slept.", "nobody had slept."),
        ("“We have waited long enough,” Quill said.", "“We have waited long enough"),
    ],
)
def test_who_says_so_is_no_part_of_what_is_said(sentence: str, said: str) -> None:
    assert reported(sentence) == said


@pytest.mark.parametrize(
    "sentence",
    [
        "Burrow defended the ferry itself.",
        "The report says nothing about the towers.",
        "The police asked for help on Monday.",
        "The firm, she said, and its owners knew.",
        "The ferry will stop, said Quill, who opened the bridge.",
        "The mayor declared the bridge open.",
        "Quill added: “We are late.”",
    ],
)
def test_a_sentence_that_reports_nothing_stays_whole(sentence: str) -> None:
    assert reported(sentence) == sentence


@given(st.text(alphabet="abdehist said,“”. ", max_size=80))
def test_what_is_said_are_words_of_the_sentence(sentence: str) -> None:
    assert reported(sentence) in sentence


ANNOUNCED = article_of_paragraphs(
    "announced",
    "Who goes",
    (
        "Mr Oates, 74, has announced that he will step down, and both Ms Farr and Mr Voss want to succeed him.",
        "Quill said she would resign. Farr told Reed that she would leave.",
    ),
)


@pytest.mark.parametrize(
    ("name", "base", "does"),
    [
        ("Clement Oates", "step", True),
        ("Voss", "step", False),
        ("Ada Quill", "resign", True),
        ("Ada Quill", "leave", False),
        ("Reed", "leave", False),
    ],
)
def test_what_somebody_says_that_they_will_do_they_do(name: str, base: str, does: bool) -> None:
    assert Support(ANNOUNCED).does(name, base, person=True) is does
