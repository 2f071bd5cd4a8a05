"""What may be spoken of and what may not, on the invented article of test_follow_up.py: one list a kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.clause import Clause
from index.follow_up import Turn, resolve
from index.owned import with_owner
from tests.index.test_follow_up import LIBRARY, turn

POSSESSIVE_BEFORE_A_VERB = [
    (turn("when will st osric's close?", "May 2024"), "and the emergency ward?", "When will the emergency ward close?"),
    (turn("did sotheby's sell the painting"), "and the bridge?", "Did sotheby's sell the bridge?"),
    (turn("why has mcdonald's left Hartwell"), "and thornby?", "Why has mcdonald's left thornby?"),
    (turn("will quill's plan be accepted"), "and burrow's?", "Will burrow's plan be accepted?"),
]
FINITE_VERB = [
    (turn("was anyone hurt when the ceiling fell in the old school"), "where is it", "Where is the ceiling?"),
    (turn("did anyone cheer when the museum opened in May"), "where is it", "Where is the museum?"),
    (turn("what was decided because the plan failed"), "whose idea was it", "Whose idea was the plan?"),
    (turn("who watched after the tower broke"), "how tall was it", "How tall was the tower?"),
]
CLAUSE_FOR_AN_ANSWER = [
    (turn("what happens to the ferry now", "We shall miss it"), "how much do they want for it", "How much do they want for the ferry?"),
    (turn("what will happen to the ferry", "stop running"), "how old is it", "How old is the ferry?"),
    (turn("what did Quill say", "We have waited long enough"), "is it true", "Is “We have waited long enough” true?"),
]  # fmt: skip
WORKPLACES = [
    (turn("what did Quill say to the council"), "how long has she worked there", "How long has Quill worked at the council?"),
    (turn("why did Burrow write to Norland Steel"), "how long has he been working there", "How long has Burrow been working at Norland Steel?"),
    (turn("who hired Burrow", "the council"), "since when has he worked there", "Since when has Burrow worked at the council?"),
    (turn("who built the bridge", "Norland Steel"), "how many people work there", "How many people work at Norland Steel?"),
    (turn("how did Quill get to Hartwell"), "how long did she stay there", "How long did Quill stay in Hartwell?"),
    (turn("how did Quill get to Hartwell"), "when did she go there", "When did Quill go to Hartwell?"),
    (turn("who lays plates on the tables"), "does Quill work there", "does Quill work there"),
]  # fmt: skip
OWNED = [
    (turn("why did Hartwell stop its military aid"), "how much was it", "How much was Hartwell's military aid?"),
    (turn("why did the council sell its ferry"), "who bought it", "Who bought the council's ferry?"),
    (turn("when did Quill lose her job"), "was it well paid", "Was Quill's job well paid?"),
    (turn("why did Quill fire her deputy"), "what did he say", "What did Quill's deputy say?"),
    (turn("who met Quill", "her deputy"), "when was he hired", "When was Quill's deputy hired?"),
]


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [*POSSESSIVE_BEFORE_A_VERB, *FINITE_VERB, *CLAUSE_FOR_AN_ANSWER, *WORKPLACES, *OWNED],
)
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


def test_an_owner_is_of_the_right_sort() -> None:
    question = Clause("what did the council sell in May")
    assert with_owner("its ferry", question) == "the council's ferry"
    assert with_owner("her ferry", question) == "her ferry"
    assert with_owner("the ferry", question) == "the ferry"
    assert with_owner("its", question) == "its"


@given(st.text(alphabet=" its'herdawn,", max_size=30), st.text(alphabet=" whatdsier'tc", max_size=30))
def test_the_rest_of_what_is_owned_stays(text: str, question: str) -> None:
    said = with_owner(text, Clause(question))
    assert said == text or said.endswith(text.partition(" ")[2])
