"""Follow-ups: “and the council?” after how many somebody did."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import Turn, resolve
from tests.index.follow_ups.test_follow_up import LIBRARY, turn

HIRED = turn("how many workers did norland steel hire", "300")
PAINTED = turn("how many litres of the colour did the council have", "900 litres")
TOLD = turn("how many people came according to the council", "300")


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        (HIRED, "and the council?", "How many workers did the council hire?"),
        (HIRED, "and the builders", "How many builders did norland steel hire?"),
        (HIRED, "and engineers?", "How many engineers did norland steel hire?"),
        (HIRED, "what about burrow", "How many workers did burrow hire?"),
        (HIRED, "and in thornby?", "How many workers did norland steel hire in thornby?"),
        (HIRED, "and the price?", "What was the price?"),
        (turn("how many seats does the council have"), "and the deputy?", "How many seats does the deputy have?"),
        (turn("how many towers did the council paint"), "and the builders?", "How many towers did the builders paint?"),
        (turn("what share of the bridge does norland steel own"), "and the council?", "What share of the bridge does the council own?"),
        (turn("how many workers did quill hire for the bridge"), "and the ferry?", "How many workers did quill hire for the ferry?"),
        (TOLD, "and the police", "How many people came according to the police?"),
        (TOLD, "according to burrow?", "How many people came according to burrow?"),
    ],
)  # fmt: skip
def test_another_who_did_it_is_not_counted(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question
