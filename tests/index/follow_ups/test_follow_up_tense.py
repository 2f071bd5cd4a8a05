"""Parts of a question that need its verb in another form: “and in 2005?”, “since when?”, “and made?”; and “why not?” of what was not so."""

from __future__ import annotations

from datetime import date

import pytest

from index.follow_ups.chat_style import written_out
from index.follow_ups.clause import Clause
from index.follow_ups.follow_up import Turn, resolve
from index.follow_ups.tense import in_past, is_gone
from index.verbs import past_participle
from tests.index.follow_ups.bridge import LIBRARY, turn

PRICE = turn("how much does the bridge cost", "40 million euros")
BUILT = turn("when was the bridge built", "Monday")

FOLLOW_UPS = [
    (PRICE, "and back in 2005?", "How much did the bridge cost in 2005?"),
    (PRICE, "and last year?", "How much did the bridge cost last year?"),
    (turn("who runs the ferry", "Tom Burrow"), "what about back in 2005", "Who ran the ferry in 2005?"),
    (turn("what is the price now", "40 million euros"), "and in 2010?", "What was the price in 2010?"),
    (turn("what is the price"), f"and in {date.today().year + 4}?", f"What is the price in {date.today().year + 4}?"),
    (turn("how many workers were hired", "300"), "and in 2010?", "How many workers were hired in 2010?"),
    # Since when it has been so.
    (turn("who runs the ferry", "Tom Burrow"), "since when", "Since when has Burrow run the ferry?"),
    (turn("what does Burrow call the ferry", "a museum on water"), "since when?", "Since when has Burrow called the ferry a museum on water?"),
    (turn("when will the ferry stop", "May 2024"), "since when", "Since when will the ferry stop?"),
    # Another verb.
    (BUILT, "and opened?", "When was the bridge opened?"),
    (BUILT, "and painted", "When was the bridge painted?"),
    (turn("when did the ferry stop", "May 2024"), "and started?", "When did the ferry start?"),
    (turn("when did the bridge open", "Monday"), "and closed?", "When did the bridge close?"),
    # Who was so before.
    (turn("who is the deputy", "Tom Burrow"), "and before him?", "Who was the deputy before Burrow?"),
    (turn("who is the mayor", "Ada Quill"), "who came before her", "Who was the mayor before Quill?"),
    (turn("who was the mayor", "Ada Quill"), "and after her?", "Who was the mayor after Quill?"),
    # What once was so, and why then.
    (turn("has Norland Steel ever hired workers"), "when", "When did Norland Steel hire workers?"),
    (turn("did Quill ever open the bridge"), "and why?", "Why did Quill open the bridge?"),
    (turn("who can stop the ferry", "Tom Burrow"), "has he ever done it", "Has Burrow ever stopped the ferry?"),
    (turn("who opened the bridge", "Ada Quill"), "has she done that before", "Has Quill opened the bridge before?"),
    (turn("when will the ferry stop", "May 2024"), "why then", "Why will the ferry stop in May 2024?"),
    (turn("when did the bridge open", "Monday"), "why that day", "Why did the bridge open on Monday?"),
    (turn("who opened the bridge", "Ada Quill"), "why then", "Why did Quill open the bridge?"),
    (turn("did Quill ever open the bridge"), "why that year", "Why did Quill open the bridge?"),
    # In all.
    (turn("who hired workers", "Norland Steel"), "how many in total", "How many workers did Norland Steel hire in total?"),
    (turn("how many workers did Norland Steel hire", "300"), "how many altogether?", "How many workers did Norland Steel hire in total?"),
    (turn("how much did Norland Steel pay"), "how much in total", "How much did Norland Steel pay in total?"),
    (turn("did Quill sell the boats"), "for how much in total", "For how much did Quill sell the boats in total?"),
    # What was asked as not being so is so asked again.
    (turn("who did Norland Steel not hire", "300 workers"), "why not", "Why did Norland Steel not hire 300 workers?"),
    (turn("was the bridge not painted green"), "why not", "Why was the bridge not painted green?"),
    (turn("didn't the council hire workers"), "why not", "Why didn't the council hire workers?"),
    (turn("how much does the bridge cost in thornby"), "and in the us", "How much does the bridge cost in the US?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "message", "question"), FOLLOW_UPS)
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question.replace(
        "in total", "altogether" if "altogether" in message else "in total"
    )


@pytest.mark.parametrize("message", ["who sold the back garden in 2005", "and the council made a report, was it long"])
def test_what_stands_alone_stays_as_it_is(message: str) -> None:
    assert resolve(message, [BUILT], LIBRARY).question == message


def test_a_time_that_is_over() -> None:
    assert [t for t in ("in 2005", "last year", "yesterday", "ten years ago", "in 2999", "next year", "now") if is_gone(t)] == [
        "in 2005", "last year", "yesterday", "ten years ago",
    ]  # fmt: skip
    assert in_past(Clause("who is the mayor")).text == "who was the mayor"
    assert in_past(Clause("who opened the bridge")).text == "who opened the bridge"


def test_participles() -> None:
    assert [past_participle(b) for b in ("take", "open", "run", "overcome", "build", "cut", "die", "do")] == [
        "taken", "opened", "run", "overcome", "built", "cut", "died", "done",
    ]  # fmt: skip


def test_little_words_that_are_slips_only_in_their_place() -> None:
    assert written_out("when dose it open") == "when does it open"
    assert written_out("the first dose") == "the first dose"
    assert written_out("and in the us?") == "and in the US?"
    assert written_out("what does it tell us") == "what does it tell us"
