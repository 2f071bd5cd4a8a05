"""“what did the prosecution want?” after “how many years did he get”, on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import resolve
from tests.index.follow_ups.bridge import LIBRARY, turn

YEARS = turn("how many years did Burrow get", "nine years")
PAID = turn("how much did the builders get", "40 million euros")


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        (YEARS, "what did the prosecution want", "How many years did the prosecution want for Burrow?"),
        (YEARS, "and what did his lawyer ask for", "How many years did Burrow's lawyer ask for?"),
        (turn("how long was Burrow jailed", "nine years"), "what did the council demand", "How long did the council demand for Burrow?"),
        (turn("how many years did the prosecution want for Burrow", "nine years"), "and his lawyer?", "How many years did Burrow's lawyer want for Burrow?"),
        (PAID, "what did they want", "How much did the builders want?"),
        (PAID, "what did the council offer?", "How much did the council offer?"),
        # Something else than a sentence or pay.
        (PAID, "what did the council want to do", "what did the council want to do"),
        (turn("how much did the bridge cost", "40 million euros"), "what did Quill want", "what did Quill want"),
        (turn("how many workers did the council get", "300"), "what did they want", "What did the council want?"),
    ],
)  # fmt: skip
def test_what_is_measured_as_before(before, message, question):
    assert resolve(message, [before], LIBRARY).question == question
