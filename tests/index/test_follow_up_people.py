"""Who “he”, “she” and “they” are where no name tells, on the invented article of test_follow_up.py: one list a kind."""

from __future__ import annotations

import pytest

from index.follow_up import Turn, resolve
from tests.index.test_follow_up import LIBRARY, turn

BOARD = turn("how did the supervisory board vote on Burrow")
APOLOGISED = [
    (BOARD, "has he apologised", "Has Burrow apologised?"),
    (BOARD, "how did he react", "How did Burrow react to the supervisory board?"),
    (turn("who stopped the ferry", "Tom Burrow"), "did he apologise", "Did Burrow apologise for the ferry?"),
    (turn("what did Burrow say about the flood"), "has he apologised", "Has Burrow apologised for the flood?"),
    (turn("why did the council thank Burrow"), "did they apologise", "Did the council apologise?"),
    (turn("how did the film crew help the builders"), "did they complain", "Did the film crew complain about the builders?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "message", "question"), APOLOGISED)
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question
