"""A long answer, spoken of afterwards as one would speak of it."""

from __future__ import annotations

import pytest

from index.answer import Answer
from index.article import Citation
from index.follow_ups.core_phrase import core, object_of, several
from index.follow_ups.follow_up import Turn, resolve
from index.records import article_of_paragraphs
from tests.index.follow_ups.test_follow_up import library_of

LAKE = library_of(
    article_of_paragraphs(
        "lake",
        "A lake",
        [
            "Ann Lee opened a tavern by the lake that sells fish soup and old maps to anyone who asks. There is music in the tavern.",
            "The choir may sing in Pellin, 40 kilometres to the north. The council vowed to reglaze the old chapel.",
            "Divers found a row of seven anchors on the bed of the lake, which nobody had seen.",
        ],
    )
)


def told(question: str, answer: str) -> Turn:
    """A turn about the lake."""
    at, start = next((p.place, p.text.find(answer)) for p in LAKE.entry("lake").article.paragraphs if answer in p.text)
    sentence = LAKE.entry("lake").article.at(at).sentence_at(start)
    cited, span = (
        Citation("lake", at, a, b) for a, b in ((sentence.start, sentence.end), (start, start + len(answer)))
    )
    return Turn(question, None, Answer(question, False, "answered", cited, span, 0.9, "sure", ()))


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        (told("what did Ann Lee open?", "a tavern by the lake that sells fish soup and old maps to anyone who asks"), "what does it sell", "What does the tavern by the lake sell?"),
        (told("what did Ann Lee open?", "a tavern by the lake that sells fish soup and old maps to anyone who asks"), "how much is the soup there", "How much is the soup at the tavern by the lake?"),
        (told("where may the choir sing?", "in Pellin, 40 kilometres to the north"), "how far is it", "How far is Pellin?"),
        (told("where may the choir sing?", "in Pellin, 40 kilometres to the north"), "who lives there", "Who lives in Pellin?"),
        (told("what did the council promise?", "reglaze the old chapel"), "when was it built", "When was the old chapel built?"),
        (told("what did divers find?", "a row of seven anchors on the bed of the lake, which nobody had seen"), "how old are they", "How old are the seven anchors on the bed?"),
        (told("what did divers find?", "a row of seven anchors on the bed of the lake, which nobody had seen"), "how long is it", "How long is the row of seven anchors on the bed?"),
    ],
)  # fmt: skip
def test_the_thing_that_is_meant(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LAKE).question == question


def test_what_is_said_of_it_is_left_out_and_a_list_is_kept() -> None:
    assert core("a boat, which sank", 8) == "a boat"
    assert core("a boat, two horses and a house near the lake", 8) == "a boat, two horses and a house near the lake"
    assert core("Pellin, Norland", 8) == "Pellin, Norland"


def test_several_and_what_is_done_to_something() -> None:
    assert several("a series of shops in Pellin") == "the shops in Pellin"
    assert several("a bottle of plum brandy") is None
    assert object_of("sell the ferry", surely=False) == "the ferry"
    assert object_of("half the ferry", surely=False) is None
