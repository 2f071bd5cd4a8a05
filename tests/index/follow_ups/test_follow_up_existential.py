"""“anyone hurt?”, “any kids?”, on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.clause import Clause
from index.follow_ups.existential import whether
from index.follow_ups.follow_up import resolve
from tests.index.follow_ups.bridge import LIBRARY, OPENED, turn

STORM = turn("how strong was the storm of 2020")
HIRED = turn("where did norland steel hire workers", "in Hartwell")
SAID = turn("what did Quill say about the flood")

FOLLOW_UPS = [
    # How many.
    (turn("why did the ferry stop"), "how many killed?", "How many people were killed?"),
    (turn("why did the ferry stop", "the flood"), "how many killed?", "How many people were killed when the ferry stopped?"),
    (turn("why were the towers painted green", "the council had 900 litres"), "how many injured?", "How many people were injured when the council had 900 litres?"),
    (STORM, "how many died", "How many people died in the storm of 2020?"),
    (STORM, "how many people injured", "How many people were injured in the storm of 2020?"),
    (turn("who led the march in Hartwell"), "how many came?", "How many people came to the march in Hartwell?"),
    (turn("how many workers were hired", "300"), "how many fired", "How many workers were fired?"),
    (turn("how many workers were hired", "300"), "how many came from Thornby?", "How many workers came from Thornby?"),
    (OPENED, "how many came", "how many came"),
    (turn("how many boats sank", "300"), "how many came back", "How many boats came back?"),
    (turn("what happened to the bridge"), "anyone hurt?", "Was anyone hurt in what happened to the bridge?"),
    (turn("when did the ferry catch fire", "May 2024"), "anyone hurt?", "Was anyone hurt when the ferry caught fire?"),
    (HIRED, "anyone fired", "Was anyone fired when norland steel hired workers?"),
    (HIRED, "any complaints", "Were there any complaints when norland steel hired workers?"),
    (STORM, "any deaths", "Were there any deaths in the storm of 2020?"),
    (STORM, "and any damage?", "Was there any damage in the storm of 2020?"),
    (SAID, "anyone die?", "Did anyone die in the flood?"),
    (SAID, "any workers hurt", "Were any workers hurt in the flood?"),
    (SAID, "anyone missing in thornby?", "Was anyone missing in thornby?"),
    (SAID, "any comment from burrow?", "Was there any comment from burrow?"),
    (turn("how high was the water in Hartwell in 2020"), "any deaths?", "Were there any deaths in Hartwell in 2020?"),
    (turn("how much is a ticket"), "any discounts?", "Are there any discounts?"),
    (turn("when will the ferry stop", "May 2024"), "any protests", "Will there be any protests?"),
    (OPENED, "any plans to sell it", "Were there any plans to sell the bridge?"),
    # What somebody has.
    (OPENED, "any kids?", "Does Quill have any kids?"),
    (turn("who is the mayor"), "and any siblings", "Does Quill have any siblings?"),
    (turn("who is the mayors husband", "Tom Burrow"), "any children", "Does Burrow have any children?"),
    # Other kinds that begin so.
    (OPENED, "any idea why", "Why did Quill open the bridge?"),
    (OPENED, "any others?", "Who else opened the bridge?"),
    (OPENED, "anyone else", "Who else opened the bridge?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "message", "question"), FOLLOW_UPS)
def test_whether_there_was(before, message, question):
    assert resolve(message, [before], LIBRARY).question == question


@pytest.mark.parametrize("message", ["any", "any luck?", "anyone", "did anyone complain", "any bridge is old", "how many deaths", "any good", ""])  # fmt: skip
def test_others_stay_as_they_are(message):
    assert whether(message, Clause("how strong was the storm"), None, ()) == message
