"""What the turns spoke of and how, on the invented article of test_follow_up.py: one list a kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.follow_ups.clause import Clause
from index.follow_ups.deeds import with_deed
from index.follow_ups.demonstrative import as_pronoun
from index.follow_ups.follow_up import Turn, resolve
from index.follow_ups.referents import without_descriptor
from index.follow_ups.support import Support
from tests.index.follow_ups.bridge import BRIDGE, LIBRARY, OPENED, turn

SAID = turn("what did Quill say about the flood", "We have waited long enough")
COMPANY = turn("which company hired workers", "Norland Steel")
THAT_ONE = [
    (COMPANY, "how old is that one", "How old is Norland Steel?"),
    (COMPANY, "who owns this one?", "Who owns Norland Steel?"),
    (COMPANY, "does that one pay well", "Does Norland Steel pay well?"),
    (COMPANY, "where is that one based", "Where is Norland Steel based?"),
    (turn("how much did the bridge cost", "40 million euros"), "who built that one", "Who built the bridge?"),
]
NOUN_OF_PREPOSITION = [
    (COMPANY, "on what grounds", "On what grounds did Norland Steel hire workers?"),
    (COMPANY, "under what conditions?", "Under what conditions did Norland Steel hire workers?"),
    (COMPANY, "and by what means", "By what means did Norland Steel hire workers?"),
    (OPENED, "on what terms", "On what terms did Quill open the bridge?"),
    (SAID, "in what ways", "In what ways did Quill say We have waited long enough about the flood?"),
]  # fmt: skip
PROPOSED = [
    (turn("what did Quill propose"), "did that pass", "Did Quill's proposal pass?"),
    (turn("what did Quill propose"), "who was against it", "Who was against Quill's proposal?"),
    (turn("what has Burrow promised"), "who supported that?", "Who supported Burrow's promise?"),
    (turn("what did the council decide"), "can that be changed", "Can the council's decision be changed?"),
    (turn("what did the council offer"), "was it accepted", "Was the council's offer accepted?"),
    (turn("who suggested to paint the towers", "Ada Quill"), "when was it made", "When was Ada Quill's suggestion made?"),
    (turn("what did Quill propose"), "when was that", "When did Quill propose that?"),
    # A thing that was named fits better.
    (turn("what did Burrow propose to the council", "the price"), "did it change", "Did the price change?"),
    (turn("who proposed the bridge", "Ada Quill"), "how much did it cost", "How much did the bridge cost?"),
    (turn("what did Norland Steel promise"), "who owns it", "Who owns Norland Steel?"),
]  # fmt: skip
REPORTED = turn("how did the report describe the ferry", "The old ferry will stop running")
PRAISED = turn("did the report praise the bridge", "the price")
DONE_ALONE = [
    (REPORTED, "when will it stop", "When will the ferry stop?"),
    (REPORTED, "has it stopped yet", "Has the ferry stopped yet?"),
    (PRAISED, "when did it open", "When did the bridge open?"),
    (PRAISED, "where is it", "Where is the report?"),
    (PRAISED, "when did it end", "When did the report end?"),  # of neither the article says so
]
CALLED = turn("what did Burrow call Quill", "a museum on water")
RUNNING = turn("will Burrow run for mayor")
AGREEING = [
    (SAID, "did she agree", "Did Quill agree?"),  # with herself is not asked
    (SAID, "did he agree", "Did Burrow agree with Quill?"),  # the man of the article
    (CALLED, "did she agree?", "Did Quill agree with Burrow?"),
    (CALLED, "and how did he react", "How did Burrow react to Quill?"),
    (turn("what did the council say about the bridge"), "did they agree", "Did the council agree?"),
    (SAID, "did they agree", "Did they agree with Quill?"),
    (RUNNING, "did he win", "Did Burrow win?"),
    (RUNNING, "does she agree", "Does she agree with Burrow?"),
    (turn("who served as deputy", "Tom Burrow"), "is he happy", "Is Burrow happy?"),
]
DEEDS = [
    (turn("what did Quill do on Monday", "opened the new bridge"), "why", "Why did Quill open the new bridge on Monday?"),
    (turn("what did Quill do", "Quill thanked the builders"), "on what grounds", "On what grounds did Quill thank the builders?"),
    (turn("what is the ferry going to do", "stop running in May 2024"), "why", "Why is the ferry going to stop running in May 2024?"),
    (turn("what will the ferry do", "will stop running"), "since when", "Since when will the ferry stop running?"),
    (turn("what did Norland Steel do in Hartwell", "hired 300 workers in Hartwell"), "when was that", "When did Norland Steel hire 300 workers in Hartwell?"),
    (turn("what is Burrow going to do"), "on what grounds", "On what grounds is Burrow going to do that?"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "message", "question"), [*THAT_ONE, *NOUN_OF_PREPOSITION, *PROPOSED, *AGREEING, *DONE_ALONE, *DEEDS]
)
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


HIRED = turn("how many workers did Norland Steel hire", "300 workers")
HIRED_WHEN = turn("when was that", "Monday", "When did Norland Steel hire workers?")
HIRED_WHERE = turn("and where?", "in Hartwell", "Where did Norland Steel hire workers?")
HIRED_THERE = turn("and in Thornby?", "300", "How many workers did Norland Steel hire in Thornby?")


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        ([HIRED, HIRED_WHEN], "and the council?", "How many workers did the council hire?"),
        ([HIRED, HIRED_WHEN, HIRED_WHERE], "and women?", "How many women did Norland Steel hire?"),
        ([HIRED, HIRED_WHERE], "and in Thornby?", "How many workers did Norland Steel hire in Thornby?"),
        ([SAID, turn("why", "because", "Why did Quill say that?")], "what about Burrow", "What did Burrow say about the flood?"),
        # Not an aside: a whole question, or the first; and what is no phrase goes on from the last.
        ([HIRED, turn("when did the ferry stop", "May 2024")], "and the bridge?", "When did the bridge stop?"),
        ([turn("why", "because", "Why did Quill open the bridge?")], "and Burrow?", "Did Burrow open the bridge?"),
        ([HIRED_THERE, HIRED_WHEN], "why?", "Why did Norland Steel hire workers?"),
        ([SAID, HIRED_THERE], "and in Hartwell?", "How many workers did Norland Steel hire in Hartwell?"),
    ],
)  # fmt: skip
def test_an_aside_is_not_gone_on_from(before: list[Turn], message: str, question: str) -> None:
    assert resolve(message, before, LIBRARY).question == question


@pytest.mark.parametrize(
    "message",
    ["what is in that one report", "is that one of the reasons", "what did that one guy say", "that one", "who was that one"],
)  # fmt: skip
def test_one_of_several_is_no_whole_phrase(message: str) -> None:
    assert as_pronoun(message) == message
    assert resolve(message, [COMPANY], LIBRARY).question == message


@pytest.mark.parametrize(
    ("answer", "spoken_of"),
    [
        ("A clinic, Riverbend Health", "Riverbend Health"),
        ("the mayor, Jane Quill,", "Jane Quill"),
        ("Jane Quill, the mayor", "Jane Quill"),
        ("her only brother, Tom", "Tom"),
        ("Norland Steel, a family-owned company", "Norland Steel"),
        ("a clinic, a school", "a clinic, a school"),
        ("Quill, the mayor, and Burrow", "Quill, the mayor, and Burrow"),
        ("a bridge, which Quill opened", "a bridge, which Quill opened"),
    ],
)
def test_an_apposition_is_spoken_of_by_its_name(answer: str, spoken_of: str) -> None:
    assert without_descriptor(answer) == spoken_of


@pytest.mark.parametrize(
    "answer",
    ["300 workers", "A report", "We shall miss it", "“We shall miss it,”", "a museum on water", "Hartwell", "!"],
)
def test_what_tells_of_no_deed_is_none(answer: str) -> None:
    assert with_deed(Clause("what will Quill do"), 3, answer) is None


@given(st.text(alphabet=" ,.'abcdefthrQ", max_size=80))
def test_a_deed_holds_words_of_the_answer_alone(answer: str) -> None:
    asked = with_deed(Clause("what will Quill do"), 3, answer)
    assert asked is None or set(asked.split()[3:]) <= set(answer.strip(" .“”\"'").split())


@pytest.mark.parametrize(
    ("name", "base", "person", "does"),
    [
        ("the ferry", "stop", False, True),
        ("the bridge", "open", False, True),
        ("the mayor", "open", False, False),
        ("Norland Steel", "build", False, False),
        ("Norland Steel", "hire", False, False),  # who hires workers is not hired
        ("Tom Burrow", "smile", True, True),
        ("Ada Quill", "smile", True, False),
        ("Quill", "thank", True, True),
        ("the", "stop", False, False),
    ],
)
def test_of_what_the_article_says_that_it_does_so(name: str, base: str, person: bool, does: bool) -> None:
    assert Support(BRIDGE).does(name, base, person=person) is does
    assert not Support(None).does(name, base, person=person)


def test_another_phrase_agrees_in_number() -> None:
    before = turn("when does Norland Steel open", "Monday")
    assert resolve("and the towers?", [before], LIBRARY).question == "When do the towers open?"
