"""What people say before they ask, on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import resolve
from tests.index.follow_ups.bridge import LIBRARY, OPENED, turn

COST = turn("how much did the bridge cost", "40 million euros")


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        (OPENED, "poor woman. how old is she", "How old is Quill?"),
        (OPENED, "poor thing, how old is she", "How old is Quill?"),
        (OPENED, "ouch. how much did she pay for it", "How much did Quill pay for the bridge?"),
        (OPENED, "oh no! was she hurt", "Was Quill hurt?"),
        (OPENED, "Wow. Poor woman! where is she from?", "Where is Quill from?"),
        (OPENED, "good for her. when was that", "When did Quill open the bridge?"),
        (OPENED, "what a mess. did she fix it", "Did Quill fix the bridge?"),
        (OPENED, "didnt know that. why?", "Why did Quill open the bridge?"),
        (COST, "thats a lot... who paid for it", "Who paid for the bridge?"),
    ],
)
def test_a_remark_is_not_asked_about(before, message, question):
    assert resolve(message, [before], LIBRARY).question == question


@pytest.mark.parametrize(
    "message",
    [
        "burrow has a ferry. who runs it",
        "i like boats. who built them",
        "the ferry is old. who runs it",
        "mr. burrow said what",
        "poor burrow. what did he say",
    ],
)
def test_what_may_be_asked_about_stays(message):
    first = message.split(".")[0].lower()
    assert resolve(message, [OPENED], LIBRARY).question.lower().startswith(first)
