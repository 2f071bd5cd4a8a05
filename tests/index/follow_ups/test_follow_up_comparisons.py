"""“more than planned?”: compared with what the last question asked for; on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import Turn, resolve
from tests.index.follow_ups.test_follow_up import LIBRARY, OPENED, turn

COST = turn("how much did the bridge cost", "40 million euros")
HIRED = turn("how many workers did Norland Steel hire", "300")


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        (COST, "more than planned?", "Did the bridge cost more than planned?"),
        (COST, "and less than the ferry?", "Did the bridge cost less than the ferry?"),
        (COST, "why so much more than planned", "Why did the bridge cost so much more than planned?"),
        (COST, "how much more than planned?", "How much more did the bridge cost than planned?"),
        (COST, "was that more than last time", "Did the bridge cost more than last time?"),
        (turn("how much did the town pay for the bridge"), "more than for the ferry?", "Did the town pay more for the bridge than for the ferry?"),
        (turn("how much was the ferry sold for"), "more than planned?", "Was the ferry sold for more than planned?"),
        (HIRED, "more than last year?", "Did Norland Steel hire more workers than last year?"),
        (HIRED, "fewer than planned?", "Did Norland Steel hire fewer workers than planned?"),
        (HIRED, "why so many more than planned?", "Why did Norland Steel hire so many more workers than planned?"),
        (turn("how many people have used the ferry"), "more than the old one?", "Have more people used the ferry than the old ferry?"),
        (turn("what was the turnout"), "higher than last time?", "Was the turnout higher than last time?"),
        (turn("how long did the work take"), "longer than planned?", "Did the work take longer than planned?"),
        (turn("how often does the ferry run"), "more than before?", "Does the ferry run more often than before?"),
        (turn("when will the ferry stop", "May 2024"), "later than planned?", "Will the ferry stop later than planned?"),
        (turn("how high is the bridge"), "higher than the old one?", "Is the bridge higher than the old bridge?"),
    ],
)  # fmt: skip
def test_it_is_asked_whether_it_is_more(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


def test_nothing_is_more_than_somebody() -> None:
    assert resolve("more than planned?", [OPENED], LIBRARY).understood is None
