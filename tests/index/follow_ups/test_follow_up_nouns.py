"""Nouns that could be verbs, and who or what a noun is spoken of as, on the invented article of test_follow_up.py."""

from __future__ import annotations

import pytest

from index.follow_ups.clause import Clause
from index.follow_ups.follow_up import Turn, resolve
from index.records import article_of_paragraphs
from tests.index.follow_ups.bridge import LIBRARY, library_of, turn, turn_of

LIKE_A_VERB = [
    (turn("what would the new plan require"), "who is against it", "Who is against the new plan?"),
    (turn("what will the last order do"), "who likes it", "Who likes the last order?"),
    (turn("how much will the planned tax raise"), "who pays it", "Who pays the planned tax?"),
    (turn("what did the village vote change"), "who won it", "Who won the village vote?"),
    (turn("when does burrow expect a vote", "May 2024"), "does the ferry board support it", "Does the ferry board support the vote?"),
    (turn("who runs the ferry", "Tom Burrow"), "did the village plan stop him", "Did the village plan stop Burrow?"),
]  # fmt: skip
TIMES_ASKED_BY_NOUN = [
    (turn("what day did the bridge open", "Monday"), "in what weather", "In what weather did the bridge open?"),
    (turn("which month will the ferry stop", "May"), "why", "Why will the ferry stop?"),
    (turn("what year was the bridge built in"), "by whom", "By whom was the bridge built?"),
    (turn("which day did the council choose", "Monday"), "why", "Why did the council choose Monday?"),
    (turn("what day is the vote", "Monday"), "why", "Why is the vote Monday?"),
]  # fmt: skip
# “he” or “it” beside “they”: two different ones.
TWO_SORTS = [
    (turn("who did the builders meet", "Ada Quill"), "what did she give them", "What did Quill give the builders?"),
    (turn("who spoke in Hartwell", "Ada Quill"), "what did she give them", "What did Quill give them?"),
    (turn("who met Burrow", "Ada Quill"), "what did she tell them", "What did Quill tell them?"),
    (turn("who helped the family on the old bridge", "Tom Burrow"), "how did he get them down", "How did Burrow get the family down?"),
    (turn("who led the crew in Thornby", "Ada Quill"), "did she thank them", "Did Quill thank the crew?"),
    (turn("what happened to the old ferry", "stop running"), "will they try to save it", "Will they try to save the old ferry?"),
    (turn("where did Norland Steel build the bridge", "Thornby"), "when did they open it", "When did Norland Steel open the bridge?"),
    (turn("where is the ferry", "in Thornby"), "why did they paint it", "Why did they paint the ferry?"),
]  # fmt: skip
WHOLE_SUBJECTS = [
    (turn("how much do the families of the builders who fell get", "300"), "and burrow?", "How much does burrow get?"),
    (turn("what did the people who live there want"), "and Quill?", "What did Quill want?"),
    (turn("how old is the captain of the ferry"), "what about burrow", "How old is burrow?"),
    (turn("when was the man who painted the towers hired"), "and Burrow?", "When was Burrow hired?"),
    (turn("what is the job of the deputy"), "and Quill?", "What is the job of Quill?"),
    (turn("when did the police arrest the driver"), "and Burrow?", "When did the police arrest Burrow?"),
    (turn("why are the builders of the bridge angry"), "and Quill?", "Why is Quill angry?"),
    (turn("what happened to the driver"), "and Burrow?", "What happened to Burrow?"),
    (turn("what did the report say"), "and Quill?", "What did the report say about Quill?"),
    (turn("what does the report say about the builders"), "and Quill?", "What does the report say about Quill?"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "message", "question"), [*LIKE_A_VERB, *TIMES_ASKED_BY_NOUN, *TWO_SORTS, *WHOLE_SUBJECTS]
)
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


PRAISED = turn("who praised the price of the bridge", "the Audit Office")


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        ([turn("who wrote the report on the towers", "Audit Office")], "what does it say", "What does the report on the towers say?"),
        ([turn("who opposed the bill about the ferry", "Quill")], "did it pass", "Did the bill about the ferry pass?"),
        ([turn("who wrote the report on Monday", "Audit Office")], "what does it say", "What does the report say?"),
        ([PRAISED, turn("was the price high")], "who paid it", "Who paid the price of the bridge?"),
        ([PRAISED, turn("how much was the price of the ferry"), turn("was the price high")], "who paid it", "Who paid the price of the ferry?"),
        ([PRAISED, turn("when did the ferry stop", "May 2024")], "was it sold", "Was the ferry sold?"),
    ],
)  # fmt: skip
def test_a_thing_keeps_what_it_was_said_to_be_of(before: list[Turn], message: str, question: str) -> None:
    assert resolve(message, before, LIBRARY).question == question


@pytest.mark.parametrize(
    ("question", "verb"),
    [
        ("when did the ferry stop work", "stop"),
        ("what did they stop work on", "stop"),
        ("what did the fans help save", "help"),
        ("in which town did the match take place", "take"),
        ("when does the loan run out", "run"),
        ("why did the first attempt to sell it fail", "fail"),
        ("what did the mayor plan to do", "plan"),
        ("did the company cut pay this year", "cut"),
    ],
)
def test_the_verb_among_words_that_may_be_verbs(question: str, verb: str) -> None:
    clause = Clause(question)
    assert clause.verb is not None
    assert clause.lower[clause.verb] == verb


def test_who_is_called_by_a_name_is_what_is_told_of_them() -> None:
    told = ["In Tesk the sisters stayed with a widow called Zorana. She had lived there for 81 years."]
    article = article_of_paragraphs("way", "A long way", told)
    before = turn_of(article, "who did they stay with in tesk", "a widow called Zorana")
    assert resolve("what did she give them", [before], library_of(article)).question == "What did Zorana give them?"
