"""Messages without a verb or a subject: another time, another side, those from elsewhere; on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.follow_up import Turn, resolve
from tests.index.follow_ups.test_follow_up import LIBRARY, OPENED, turn

MOMENTS = [
    (turn("how high was the water at the break"), "and after the storm?", "How high was the water after the storm?"),
    (turn("how high was the water after ten minutes"), "and at the end?", "How high was the water at the end?"),
    (turn("who worked in the museum"), "and after the flood?", "Who worked in the museum after the flood?"),
    (turn("how many cars does Quill expect in the first year"), "and by 2030", "How many cars does Quill expect by 2030?"),
    (turn("how many cars crossed in the first two weeks"), "and in May?", "How many cars crossed in May?"),
]  # fmt: skip
OTHER_SIDES = [
    (turn("how long did the crossing take before the bridge"), "and after it?", "How long did the crossing take after the bridge?"),
    (turn("what was the fee before Norland Steel built the bridge"), "and since then?", "What was the fee after Norland Steel built the bridge?"),
    (turn("what did Burrow do before he joined the council"), "and after that?", "What did Burrow do after he joined the council?"),
    (turn("how many voted for the bridge"), "and against?", "How many voted against the bridge?"),
    (turn("how many voted to build the bridge"), "against?", "How many voted against?"),
    (turn("how many were against the bridge"), "and for it?", "How many were for the bridge?"),
    (turn("what is the fee"), "and before?", "What was the fee before?"),
]  # fmt: skip
THOSE = [
    (turn("where will the children from the northern streets go"), "and those from the south", "Where will the children from the south go?"),
    (turn("how many workers from Hartwell were hired"), "and the ones from Thornby?", "How many workers from Thornby were hired?"),
    (turn("why were the towers on the left bank painted green"), "and those on the right bank?", "Why were the towers on the right bank painted green?"),
    (turn("when will the passengers on the ferry be paid"), "what about those living in Hartwell?", "When will the passengers living in Hartwell be paid?"),
    (turn("what is Norland Steel's budget"), "and that of Thornby?", "What is Thornby's budget?"),
    (turn("who is Quill's deputy"), "what about the one of Burrow?", "Who is Burrow's deputy?"),
]  # fmt: skip
COSTS = [
    (turn("what does a crossing cost"), "and for dogs?", "What does a crossing for dogs cost?"),
    (turn("how much will a yearly pass cost"), "and for students", "How much will a yearly pass for students cost?"),
]  # fmt: skip
PARTS = [
    (turn("how many workers were hired", "300"), "from Thornby?", "How many workers from Thornby were hired?"),
    (turn("how many workers did Norland Steel hire", "300"), "in how many towns", "In how many towns did Norland Steel hire 300 workers?"),
    (turn("until when do the schools stay closed"), "which ones", "Which schools stay closed?"),
    (turn("when will the old ferries stop"), "which ones?", "Which old ferries will stop?"),
    (turn("where did the workers live"), "which ones?", "Which workers lived?"),
    (turn("what are the side effects"), "how common", "How common are the side effects?"),
    (turn("what is the plan", "a museum on water"), "how dangerous?", "How dangerous is the plan?"),
    (turn("who had the idea", "Ada Quill"), "when", "When did Quill have the idea?"),
    (turn("who led the dig", "Tom Burrow"), "found what", "What did Burrow find?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "message", "question"), [*PARTS, *COSTS, *MOMENTS, *OTHER_SIDES, *THOSE])
def test_what_is_left_out_is_taken_from_the_question_before(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


def test_who_opened_it_has_no_other_side() -> None:
    assert resolve("and after that?", [OPENED], LIBRARY).question != "Who after that?"
