"""Who “they” are: a couple, those at the head of a report."""

from pathlib import Path

import pytest

from index.answer import Answer, Answerer
from index.article import Citation
from index.finders import Tools
from index.follow_up import Turn, resolve
from index.library import Entry, Library
from index.records import article_of_paragraphs
from tests.index.test_follow_up import LIBRARY, turn

COUPLE = [
    (turn("who is Quill's husband", "Tom Burrow"), "do they have children?", "Do Quill and Burrow have children?"),
    (turn("who is quill married to", "Tom Burrow"), "where do they live", "Where do Quill and Burrow live?"),
    (turn("when did quill marry burrow", "in May 2024"), "do they have kids", "Do Quill and Burrow have kids?"),
    (turn("is Quill married"), "do they have children", "Do Quill and her husband have children?"),
    (turn("who is Burrow's wife"), "are they happy", "Are Burrow and his wife happy?"),
]

NEWS = article_of_paragraphs(
    "news",
    "A strike ends",
    (
        "PORT SELBY, Ohio (AP) - The owners of Norland Steel and Hale Mills signed a deal on Friday.",
        "Marsh Ltd signed nothing.",
    ),
)
REPORT = Library(Path(), [Entry(NEWS, NEWS.name)], Answerer((NEWS,), tools=Tools("plain")))


def reported(question: str, words: str) -> Turn:
    start = NEWS.at(1).text.index(words)
    sentence = NEWS.at(1).sentence_at(start)
    cited, span = (
        Citation("news", 1, sentence.start, sentence.end),
        Citation("news", 1, start, start + len(words)),
    )
    return Turn(question, None, Answer(question, False, "answered", cited, span, 0.9, "sure", ()))


@pytest.mark.parametrize(("before", "message", "question"), COUPLE)
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


@pytest.mark.parametrize("answer", ["PORT SELBY", "PORT SELBY, Ohio"])
def test_a_dateline_is_nobody(answer: str) -> None:
    asked = resolve("did they shake hands", [reported("who signed the deal?", answer)], REPORT).question
    assert asked == "Did the owners of Norland Steel and Hale Mills shake hands?"
