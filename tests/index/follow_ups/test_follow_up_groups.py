"""Who “they” are: a couple, those at the head of a report, those who were counted."""

import pytest

from index.article import Article
from index.follow_ups.follow_up import Turn, resolve
from index.records import article_of_paragraphs
from tests.index.follow_ups.bridge import LIBRARY, library_of, turn, turn_of

COUPLE = [
    (turn("who is Quill's husband", "Tom Burrow"), "do they have children?", "Do Quill and Burrow have children?"),
    (turn("who is quill married to", "Tom Burrow"), "where do they live", "Where do Quill and Burrow live?"),
    (turn("when did quill marry burrow", "in May 2024"), "do they have kids", "Do Quill and Burrow have kids?"),
    (turn("is Quill married"), "do they have children", "Do Quill and her husband have children?"),
    (turn("who is Burrow's wife"), "are they happy", "Are Burrow and his wife happy?"),
]

COUNTED = [
    # A part of those who were counted.
    (turn("how many patients died in Hartwell", "300"), "how many of them were children", "How many of the patients who died in Hartwell were children?"),
    (turn("how many workers did Norland Steel hire", "300"), "how many of them were women", "How many of the workers that Norland Steel hired were women?"),
    (turn("how many people did the council invite", "300"), "how many of them came", "How many of the people that the council invited came?"),
    (turn("how many people came to the meeting", "300"), "which of them spoke", "Which of the people who came to the meeting spoke?"),
    (turn("how many towers were painted green", "300"), "how many of those are high", "How many of the towers that were painted green are high?"),
    # “the people” are nobody.
    (turn("how many people are left in Hartwell", "300"), "how did they hear the news", "How did the people in Hartwell hear the news?"),
    (turn("how many people in Hartwell are for the bridge"), "when did they lose their school", "When did the people in Hartwell lose their school?"),
    (turn("how many people were killed in Hartwell", "300"), "how old were they", "How old were the people who were killed in Hartwell?"),
    (turn("how many people has Norland Steel hired", "300"), "where do they live", "Where do the people that Norland Steel has hired live?"),
    (turn("how many people are killed by the ferry"), "cant they just use the bridge", "cant they just use the bridge"),
    # Who belongs to whom.
    (turn("how many members does the choir have", "300"), "what do they earn", "What do the members of the choir earn?"),
    (turn("how many kids does quill have"), "how old are they", "How old are Quill's kids?"),
    (turn("how many workers did Norland Steel hire", "300"), "what did they build", "What did the workers build?"),
]  # fmt: skip

OWNED = [
    (turn("who said that the ferry stops", "her deputy"), "was he charged", "Was Quill's deputy charged?"),
    (turn("whose ferry was it", "her deputy"), "how old is he", "How old is Quill's deputy?"),
]
OFFICE = [
    # By name, where the article tells it.
    (turn("what did the mayor open", "the new bridge"), "how old is she", "How old is Quill?"),
    (turn("what did the mayor open", "the new bridge"), "what did she say about it", "What did Quill say about the new bridge?"),
    (turn("what did the deputy call a museum", "The old ferry"), "is he married", "Is Burrow married?"),
    (turn("what did the mayor open", "the new bridge"), "whats her name", "What is the mayor's name?"),
    (turn("what did the mayor open", "the new bridge"), "who is she", "Who is the mayor?"),
    (turn("what did the mayor open", "the new bridge"), "how old is he", "How old is the mayor?"),
    (turn("who is the mayor of Hartwell"), "how old is she", "How old is the mayor?"),
    (turn("what does the vicar say"), "how old is she", "How old is the vicar?"),
]  # fmt: skip
LEADING = turn("who leads the observers", "Tom Burrow")
ORIGIN = [
    (LEADING, "from how many countries", "From how many countries do the observers come?"),
    (LEADING, "and from which countries?", "From which countries do the observers come?"),
    (turn("how many workers were there", "300"), "from how many countries", "From how many countries do the workers come?"),
    (turn("how many workers came to Hartwell", "300"), "from how many countries", "From how many countries did workers come to Hartwell?"),
    (turn("how many workers did Norland Steel hire", "300"), "from how many towns", "From how many towns did Norland Steel hire workers?"),
]  # fmt: skip
NEWS = article_of_paragraphs(
    "news",
    "A strike ends",
    (
        "PORT SELBY, Ohio (AP) - The owners of Norland Steel and Hale Mills signed a deal on Friday.",
        "Marsh Ltd signed nothing.",
    ),
)
REPORT = library_of(NEWS)


TRIAL = article_of_paragraphs(
    "trial",
    "A dealer is jailed",
    (
        "Conrad Vell, 61, was jailed on Friday. Vell had sold copies, said the judge, Helena Marsh.",
        "His wife, Beatrix Vell, wrote a book. Vell kept the money in a shed. It was rented in his sister’s name.",
        "The cellist Naomi Feld bought a copy. Mrs. Vell and Vell’s sister, Margarethe Vell, were not charged.",
    ),
)
COURT = library_of(TRIAL)


def reported(question: str, words: str, article: Article = NEWS) -> Turn:
    return turn_of(article, question, words)


@pytest.mark.parametrize(("before", "message", "question"), [*COUPLE, *COUNTED, *OWNED, *OFFICE, *ORIGIN])
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


@pytest.mark.parametrize("answer", ["PORT SELBY", "PORT SELBY, Ohio"])
def test_a_dateline_is_nobody(answer: str) -> None:
    asked = resolve("did they shake hands", [reported("who signed the deal?", answer)], REPORT).question
    assert asked == "Did the owners of Norland Steel and Hale Mills shake hands?"


@pytest.mark.parametrize(
    ("question", "answer", "message", "asked"),
    [
        ("in whose name was the shed rented", "his sister", "was she charged", "Was Vell's sister charged?"),
        ("where did the dealer keep the money", "in a shed", "what did he sell", "What did Vell sell?"),
        ("what was in the shed", "the money", "did he sell any", "Did Vell sell any?"),
        ("who wrote a book", "His wife", "is she happy", "Is Vell's wife happy?"),
        ("who wrote a book", "Beatrix Vell", "is she happy", "Is Beatrix Vell happy?"),
    ],
)
def test_a_surname_alone_is_the_first_ones(question: str, answer: str, message: str, asked: str) -> None:
    assert resolve(message, [reported(question, answer, TRIAL)], COURT).question == asked
