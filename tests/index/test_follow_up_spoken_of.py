"""What the turns spoke of and how, on the invented article of test_follow_up.py: one list a kind."""

from __future__ import annotations

import pytest

from index.demonstrative import as_pronoun
from index.follow_up import Turn, resolve
from index.referents import without_descriptor
from tests.index.test_follow_up import LIBRARY, turn

COMPANY = turn("which company hired workers", "Norland Steel")
THAT_ONE = [
    (COMPANY, "how old is that one", "How old is Norland Steel?"),
    (COMPANY, "who owns this one?", "Who owns Norland Steel?"),
    (COMPANY, "does that one pay well", "Does Norland Steel pay well?"),
    (COMPANY, "where is that one based", "Where is Norland Steel based?"),
    (turn("how much did the bridge cost", "40 million euros"), "who built that one", "Who built the bridge?"),
]


@pytest.mark.parametrize(("before", "message", "question"), THAT_ONE)
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


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
