"""What may be spoken of and what may not, on the invented article of test_follow_up.py: one list a kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.follow_ups.clause import Clause
from index.follow_ups.follow_up import Turn, resolve
from index.follow_ups.occasions import occasions
from index.follow_ups.owned import with_owner
from index.follow_ups.support import Support
from index.records import article_of_paragraphs
from tests.index.follow_ups.bridge import LIBRARY, OPENED, turn

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
    (turn("who taught Quill to lay tables", "Tom Burrow"), "since when has he been there", "Since when has Burrow been there?"),
    (turn("who lays plates on the tables"), "does Quill work there", "does Quill work there"),
]  # fmt: skip
OWNED = [
    (turn("why did Hartwell stop its military aid"), "how much was it", "How much was Hartwell's military aid?"),
    (turn("why did the council sell its ferry"), "who bought it", "Who bought the council's ferry?"),
    (turn("when did Quill lose her job"), "was it well paid", "Was Quill's job well paid?"),
    (turn("why did Quill fire her deputy"), "what did he say", "What did Quill's deputy say?"),
    (turn("who met Quill", "her deputy"), "when was he hired", "When was Quill's deputy hired?"),
]

COURSES = [
    (turn("when was the strike announced", "Monday"), "when is it over", "When is the strike over?"),
    (turn("why did Norland Steel stop the strike"), "how long did it last", "How long did the strike last?"),
    (turn("how did the trial of Quill begin"), "when is it over", "When is the trial of Quill over?"),
    (turn("why did the council call the meeting"), "when does it start", "When does the meeting start?"),
    (turn("why did the council meet", "nine years after the flood"), "how long did it last", "How long did the flood last?"),
    (turn("when did the ferry stop", "May 2024"), "when did it start again", "When did the ferry start again?"),
    (turn("when does season 1 of ranked trios start", "May 2024"), "and when does it end?", "When does season 1 end?"),
    (turn("when does the bridge open"), "is it over the river", "Is the bridge over the river?"),
]  # fmt: skip
ARRIVALS = [
    (turn("where was Quill flying to?", "in Hartwell"), "did she make it", "Did Quill make it to Hartwell?"),
    (
        turn("where was Quill flying to?", "in Hartwell"),
        "did she make it in time",
        "Did Quill make it to Hartwell in time?",
    ),
    (turn("who swam to Hartwell", "Ada Quill"), "did she make it?", "Did Quill make it to Hartwell?"),
    (turn("how old is Quill"), "did she make it", "Did Quill make it?"),
    (turn("who sewed the flag", "Ada Quill"), "did she make it", "Did Quill make the flag?"),
    (OPENED, "who made it", "Who made the bridge?"),
]
BODIES = [
    (turn("how much of the airline does the state own"), "do they want to sell it?", "Does the state want to sell the airline?"),
    (turn("how much of Norland Steel does the council own"), "do they want to sell it?", "Does the council want to sell Norland Steel?"),
    (turn("how much of the ferry does Norland Steel own"), "who owns the rest of it", "Who owns the rest of the ferry?"),
    (turn("which league bought the bridge"), "why did they want it", "Why did the league want the bridge?"),
    (turn("did the ministry buy the ferry"), "what do they want with it", "What does the ministry want with the ferry?"),
    (turn("how much of the bridge did the workers paint"), "when did they finish it", "When did the workers finish the bridge?"),
]  # fmt: skip
DEEDS = [
    (turn("did Quill resign?"), "did the council accept it", "Did the council accept Quill's resignation?"),
    (turn("when did Burrow apologise"), "was it accepted", "Was Burrow's apology accepted?"),
    (turn("why did Quill resign in May"), "was it accepted", "Was Quill's resignation accepted?"),
    (turn("who resigned?", "Ada Quill"), "was it accepted", "Was Ada Quill's resignation accepted?"),
    (turn("did Quill offer the council a job"), "was it accepted", "Was the job accepted?"),
    (turn("did Quill resign?"), "when was that", "When did Quill resign?"),
    (turn("did Quill resign?"), "why did she do it", "Why did Quill resign?"),
]


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        *POSSESSIVE_BEFORE_A_VERB,
        *FINITE_VERB,
        *CLAUSE_FOR_AN_ANSWER,
        *WORKPLACES,
        *OWNED,
        *COURSES,
        *ARRIVALS,
        *BODIES,
        *DEEDS,
    ],
)
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


def test_occasions_of_a_sentence() -> None:
    assert list(occasions("Quill will stand trial on 31 March over the fire.")) == ["the trial", "the fire"]
    assert list(occasions("The crews began a four-day strike over pay.")) == ["the four-day strike"]
    assert list(occasions("The council held an extraordinary session in Thornby.")) == ["the extraordinary session"]
    assert list(occasions("The bridge is green.")) == []


def test_a_thing_may_be_spoken_of_by_its_noun_alone() -> None:
    support = Support(article_of_paragraphs("unit", "A unit", ["The unit moved to Hartwell. A ceiling fell."]))
    assert support.does("the maternity unit", "move", person=False)
    assert not support.does("the ceiling", "move", person=False)


def test_a_verb_after_a_phrase_is_no_phrase() -> None:
    clause = Clause("was anyone hurt when the ceiling fell in the unit")
    assert [clause.words(p.first, p.last) for p in clause.phrases] == ["the ceiling", "the unit"]
    relative = Clause("where does the man that lost the ferry work")
    assert [relative.words(p.first, p.last) for p in relative.phrases] == ["the man", "the ferry"]
    clause = Clause("who said that the old retired teacher left")
    assert "the old retired teacher" in [clause.words(p.first, p.last) for p in clause.phrases]


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
