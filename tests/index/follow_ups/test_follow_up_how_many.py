"""Follow-ups: “how many a year”, “how many visitors?”, “how long?” of who holds an office, and what is left out around them."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import Turn, resolve
from tests.index.follow_ups.test_follow_up import LIBRARY, OPENED, turn

DEPUTY = turn("who is the deputy", "Tom Burrow")
HIRED = turn("where did norland steel hire workers", "in Hartwell")
COST = turn("how much did the bridge cost", "40 million euros")
STOPS = turn("when does the ferry stop", "May 2024")
PAINTED = turn("what did norland steel paint", "The towers")


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        (PAINTED, "how many a year", "How many towers did norland steel paint a year?"),
        (turn("how many workers does norland steel hire", "300"), "how many a month?", "How many workers does norland steel hire a month?"),
        (turn("how much does the ferry earn"), "and how much per day", "How much does the ferry earn per day?"),
        (DEPUTY, "since when", "Since when has Burrow been the deputy?"),
        (DEPUTY, "and for how long", "For how long has Burrow been the deputy?"),
        (DEPUTY, "until when", "Until when is Burrow the deputy?"),
        (turn("who was the mayor", "Ada Quill"), "when", "When was Quill the mayor?"),
        (turn("who has run the ferry", "Tom Burrow"), "since when", "Since when has Burrow run the ferry?"),
        (OPENED, "how many visitors", "How many visitors were there when Quill opened the bridge?"),
        (STOPS, "how many passengers?", "How many passengers are there when the ferry stops?"),
        (turn("who leads the council", "Ada Quill"), "how many members", "How many members does the council have?"),
        (turn("who did quill hire", "Norland Steel"), "how many workers", "How many workers did quill hire?"),
        (turn("who praised quill", "Audit Office"), "how old now", "How old is Audit Office now?"),
        (turn("when was the report printed"), "which paper", "In which paper was the report printed?"),
        (turn("when was the bridge opened"), "which day", "Which day was the bridge opened?"),
        (turn("where was the bridge opened"), "which day", "On which day was the bridge opened?"),
        (OPENED, "because of what", "Why did Quill open the bridge?"),
        (HIRED, "why there?", "Why did norland steel hire workers in Hartwell?"),
        (turn("how many towers are green"), "out of how many", "How many towers are green, out of how many?"),
        (turn("when will the bridge reopen"), "and the ferry?", "When will the ferry reopen?"),
    ],
)  # fmt: skip
def test_what_is_counted_or_lasts(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question
