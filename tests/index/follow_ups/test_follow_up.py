"""What a message asks after the turns before it."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.follow_ups.dialogue import Dialogue
from index.follow_ups.follow_up import TURNS, FollowUp, Turn, resolve
from index.records import article_of_paragraphs
from tests.index.follow_ups.bridge import BRIDGE, LIBRARY, OPENED, library_of, turn


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        # Pronouns.
        (OPENED, "what did she say?", "What did Quill say?"),
        (OPENED, "and why did she open it", "Why did Quill open the bridge?"),
        (OPENED, "whats her job", "What is Quill's job?"),
        (turn("who is her deputy", "Tom Burrow"), "wat did he call the ferry", "What did Burrow call the ferry?"),
        (turn("how much did the bridge cost", "40 million euros"), "who built it?", "Who built the bridge?"),
        (turn("who built the bridge", "Norland Steel"), "how many workers did they hire", "How many workers did Norland Steel hire?"),
        (turn("where did norland steel hire workers", "in Hartwell"), "who lives there", "Who lives in Hartwell?"),
        (turn("when will the ferry stop", "in May 2024"), "what happens then?", "What happens in May 2024?"),
        (turn("what did Quill say", "We have waited long enough"), "who said that?", "Who said “We have waited long enough”?"),
        # Parts of a question.
        (OPENED, "when?", "When did Quill open the bridge?"),
        (OPENED, "and where?", "Where did Quill open the bridge?"),
        (OPENED, "wen was that", "When did Quill open the bridge?"),
        (turn("were the towers painted green", "because"), "why?", "Why were the towers painted green?"),
        (turn("was anybody hired in Hartwell"), "why not", "Why wasn't anybody hired in Hartwell?"),
        (turn("was anybody hired in Hartwell"), "who?", "Who was hired in Hartwell?"),
        (turn("did norland steel hire workers", "300 workers"), "how many?", "How many workers did norland steel hire?"),
        (turn("when did the bridge open", "Monday"), "which year?", "Which year did the bridge open?"),
        (turn("when will the ferry stop", "May 2024"), "since when", "Since when will the ferry stop?"),
        (OPENED, "who else?", "Who else opened the bridge?"),
        # Another phrase in place of one of its kind.
        (turn("why did the council hire workers"), "what for?", "Why did the council hire workers?"),
        (OPENED, "when did she do that", "When did Quill open the bridge?"),
        (OPENED, "how long did it take", "How long did it take Quill to open the bridge?"),
        (turn("how many workers were hired", "300 workers"), "how many came from Thornby?", "How many workers came from Thornby?"),
        (turn("what is the price now"), "and before?", "What was the price before?"),
        # Who or what was spoken of.
        (turn("who is Burrow", "Ada Quill"), "what did he say", "What did Burrow say?"),
        (turn("what is Norland Steel", "Hartwell"), "who runs it", "Who runs Norland Steel?"),
        (turn("who said the ferry stops"), "when did he say that", "When did the person who said the ferry stops say that the ferry stops?"),
        (turn("who are Quill and Burrow"), "what do they want", "What do Quill and Burrow want?"),
        (turn("who runs the ferry"), "how old is she", "How old is the person who runs the ferry?"),
        (turn("what did Quill say about the flood?"), "and Burrow?", "What did Burrow say about the flood?"),
        (turn("how many workers were hired in hartwell"), "and in thornby?", "How many workers were hired in thornby?"),
        (turn("how much was the bridge"), "what about the towers?", "How much were the towers?"),
        (turn("how much did the bridge cost in 2024"), "and in 2020?", "How much did the bridge cost in 2020?"),
        (turn("what did Quill say"), "and about the flood?", "What did Quill say about the flood?"),
    ],
)  # fmt: skip
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    taken = resolve(message, [before], LIBRARY)
    assert taken.question == question
    assert taken.understood
    assert taken.article in ("bridge", None)


@pytest.mark.parametrize(
    "message",
    [
        "Who painted the towers?",
        "what did burrow say about his ferry",
        "Did Norland Steel say it hired workers?",
        "How many of its workers did Norland Steel hire in Hartwell?",
        "Who said he would stop the ferry?",
        "is it true that the ferry stops",
        "how long did it take to build the bridge",
        "why was it hard to build the bridge?",
        "how many people are there in Thornby?",
        "what is the name of the company that built the bridge",
        "tower colour",
        "cost of the bridge in euros",
        "who wrote this?",
        "what is it about?",
        "thanks!",
        "ok",
        "so who opened the bridge",
        "what if the ferry stops in May",
        "",
        "?",
    ],
)
def test_what_stands_alone_stays_as_it_is(message: str) -> None:
    before = turn("when did the report praise Jack?", "Monday")
    assert resolve(message, [OPENED, before], LIBRARY) == FollowUp(message, None, None)


def test_the_first_message_stays_as_it_is() -> None:
    assert resolve("what did she say?", [], LIBRARY) == FollowUp("what did she say?", None, None)


def test_what_was_understood_is_told_with_the_fullest_name() -> None:
    assert resolve("what did she say?", [OPENED], LIBRARY).understood == "she → Ada Quill"
    assert resolve("when?", [OPENED], LIBRARY).understood == "When did Quill open the bridge?"


def test_turns_form_a_chain() -> None:
    dialogue = Dialogue()
    dialogue.ask(LIBRARY, "Who is Ada Quill?")
    assert (
        dialogue.ask(LIBRARY, "what did she say about the flood?")[0].question
        == "What did Ada Quill say about the flood?"
    )
    assert dialogue.ask(LIBRARY, "and the ferry?")[0].question == "What did Ada Quill say about the ferry?"
    assert dialogue.ask(LIBRARY, "and Burrow?")[0].question == "What did Burrow say about the ferry?"
    for _ in range(2 * TURNS):
        dialogue.ask(LIBRARY, "why?")
    assert len(dialogue.turns) == TURNS


def test_a_turn_known_only_from_its_card_carries_what_was_understood() -> None:
    card = turn("what did she say", "We have waited long enough", "she → Ada Quill")
    assert resolve("when?", [card], LIBRARY).question == "When did Ada Quill say We have waited long enough?"
    whole = turn("when?", "Monday", "When did Quill open the bridge?")
    assert resolve("where?", [whole], LIBRARY).question == "Where did Quill open the bridge?"


def test_a_follow_up_asks_the_article_that_answered() -> None:
    other = article_of_paragraphs("ferry", "A ferry", ["The ferry of Ely was built by Ann Lee in 1920. She sold it."])
    both = library_of(BRIDGE, other)
    dialogue = Dialogue()
    dialogue.ask(both, "Who built the ferry of Ely?")
    assert dialogue.ask(both, "when did she build it?")[0].article == "ferry"


def test_an_article_replaced_since_is_no_hindrance() -> None:
    shorter = library_of(article_of_paragraphs("bridge", "A bridge", ["It fell."]))
    for library in (shorter, library_of(article_of_paragraphs("other", "Other", ["Nothing."]))):
        assert resolve("and when?", [OPENED], library).article is None
        resolve("what did she say about it there?", [OPENED, turn("where?", "in Hartwell")], library)


WORDS = st.sampled_from(
    """and what about the who when where why how many which he she it they him her his their its there then that this those
    did do does is was were has would Quill burrow Norland Steel bridge ferry opened open cost in at of for to by with if else
    not ones one first Monday 2024 300 said say take make ? ! , . “ ” ’s 's -""".split()
)
MESSAGES = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join))
PAST = st.lists(
    st.tuples(MESSAGES, st.sampled_from([None, "Ada Quill", "Monday", "Hartwell", "300 workers", "the council", "40"])),
    max_size=8,
)


@given(MESSAGES, PAST)
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_any_message_after_any_turns(message: str, turns: list[tuple[str, str | None]]) -> None:
    before = [turn(*t) for t in turns]
    taken = resolve(message, before, LIBRARY)
    assert (taken.understood is None) == (taken == FollowUp(message, None, None))
    assert taken.question.strip() or not message.strip()
    resolve(
        message, [*before, Turn(message, taken.understood, before[-1].answer if before else OPENED.answer)], LIBRARY
    )


def test_it_takes_no_time() -> None:
    before = [turn("how many workers did Norland Steel hire in Hartwell?", "300 workers"), OPENED] * 3
    resolve("warm", before, LIBRARY)
    messages = [
        "what did she say about it there?",
        "and when?",
        "and the towers?",
        "how many?",
        "a " * 149,
        "x" * 300,
        "and " * 70,
    ]
    for message in messages:
        best = min(_seconds(message, before) for _ in range(3))
        assert best < 0.05, message


def _seconds(message: str, before: list[Turn]) -> float:
    began = time.process_time()  # whatever else the machine does
    resolve(message, before, LIBRARY)
    return time.process_time() - began
