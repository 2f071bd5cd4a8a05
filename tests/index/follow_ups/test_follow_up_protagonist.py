"""“she” after turns that spoke of no woman, in an article about one; and who “her” and “they” are beside verbs."""

from __future__ import annotations

from functools import partial

import pytest

from index.follow_ups.follow_up import Turn, resolve
from index.library import Library
from index.records import article_of_paragraphs
from tests.index.follow_ups.bridge import LIBRARY, OPENED, library_of, turn, turn_of

_BODY = (
    "Marta Holm maps glaciers. Holm grew up in Sella, where her uncle, Piet, drove the school bus. Piet died in 1999.",
    "In 2004 Holm met Hugo Rees, a retired pilot. Rees flew her to the Grey Glacier, and Holm drew its first map.",
    "Lena Voss, who teaches in Sella, calls Holm a stubborn woman. “I count steps,” said Holm.",
)
_GLACIERS = article_of_paragraphs("glaciers", "Counting steps", _BODY)
ABOUT_HOLM = library_of(_GLACIERS)
ABOUT_NOBODY = library_of(article_of_paragraphs("glaciers", "Counting steps", _BODY[:1]))
of_holm = partial(turn_of, _GLACIERS)
DIED = of_holm("when did piet die", "in 1999")


@pytest.mark.parametrize(
    ("before", "message", "question"),
    [
        (DIED, "where did she live", "Where did Holm live?"),
        (of_holm("who is hugo rees", "a retired pilot"), "did she like him", "Did Holm like Hugo Rees?"),
        (of_holm("who is hugo rees", "a retired pilot"), "how old is he", "How old is Hugo Rees?"),
        (of_holm("how high is the grey glacier"), "has she been there", "Has Holm been in the Grey Glacier?"),
        # Who was spoken of is likelier.
        (of_holm("who teaches in sella", "Lena Voss"), "how old is she", "How old is Lena Voss?"),
        (of_holm("who runs the school"), "how old is she", "How old is the person who runs the school?"),
        (DIED, "how old was he", "How old was Piet?"),
    ],
)
def test_whom_the_article_is_about(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], ABOUT_HOLM).question == question


@pytest.mark.parametrize("library", [ABOUT_NOBODY, LIBRARY])
def test_who_is_named_no_oftener_than_others_is_not_meant(library: Library) -> None:
    before = of_holm("how high is the school") if library is ABOUT_NOBODY else turn("what is old")
    assert resolve("where does she live", [before], library).understood is None


MADE_TO = [
    (OPENED, "why did he make her sing", "Why did Burrow make Quill sing?"),
    (OPENED, "who helped her escape from the house", "Who helped Quill escape from the house?"),
    (OPENED, "who let her go", "Who let Quill go?"),
    (OPENED, "did they make her leave", "Did they make Quill leave?"),
    # Hers.
    (OPENED, "why did she make her offer", "Why did Quill make her offer?"),
]
SOMETHING = [
    (OPENED, "did smth happen to her family", "Did something happen to Quill's family?"),
    (OPENED, "did anything happen to her", "Did anything happen to Quill?"),
    (OPENED, "is she gonna resign", "Is Quill going to resign?"),
]
WHY_THEM = [
    (turn("who built the bridge", "Norland Steel"), "why them?", "Why did Norland Steel build the bridge?"),
    (turn("who did quill thank", "the builders"), "and why them", "Why did quill thank the builders?"),
    (turn("was Quill thanked by Burrow"), "why her", "Why was Quill thanked by Burrow?"),
    (turn("which company was hired", "Norland Steel"), "why them", "Why was Norland Steel hired?"),
]
HOW_MANY = [
    (turn("why did the workers complain"), "how many of them are there", "How many workers are there?"),
    (turn("where do the workers live", "in Hartwell"), "how many of them were there?", "How many workers were there?"),
    (turn("how many workers were hired", "300 workers"), "how many of them are there", "How many workers are there?"),
    (turn("which towns sent the team"), "how many were they", "How many people were in the team?"),
]


@pytest.mark.parametrize(("before", "message", "question"), [*MADE_TO, *SOMETHING, *WHY_THEM, *HOW_MANY])
def test_what_a_message_asks(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


_VOTED = turn("how did the jury vote")
_TALL = turn("how tall are the towers")
THEY = [
    (_VOTED, "what was the other film they liked", "What was the other film the jury liked?"),
    (turn("what did quill and burrow discover"), "what did they call it", "What did Quill and Burrow call their discovery?"),
    (turn("what did Quill and Tom Burrow discover"), "who lost it", "Who lost Quill and Tom Burrow's discovery?"),
    (_TALL, "why don't they just build a tunnel", "why don't they just build a tunnel"),
    (_TALL, "cant they just use nets?", "cant they just use nets?"),
    (turn("who built the bridge", "Norland Steel"), "couldn't they just hire more", "Couldn't Norland Steel just hire more?"),
    (turn("how did the council vote"), "why didn't they just wait", "Why didn't the council just wait?"),
    # Who was “they” in the question before is nobody that was named.
    (turn("who opened the bridge while they were away", "Ada Quill"), "what did they pay her", "What did they pay Quill?"),
    (turn("what was stolen from them in Hartwell"), "when did they leave", "when did they leave"),
    (turn("how many workers did they hire", "300 workers"), "where did they live", "Where did the workers live?"),
    (turn("who told them about the council", "Ada Quill"), "did they agree", "Did the council agree?"),
    # “there” for “their”.
    (turn("where did Norland Steel hire workers", "in Hartwell"), "who lost there jobs", "who lost there jobs"),
    (turn("where did Norland Steel hire workers", "in Hartwell"), "how many people lived there", "How many people lived in Hartwell?"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "message", "question"), THEY)
def test_who_they_are(before: Turn, message: str, question: str) -> None:
    assert resolve(message, [before], LIBRARY).question == question


def test_they_are_the_council_that_the_sentence_begins_with() -> None:
    body = ("The council, led by Willem Stroom, granted Adrian Haag 8,000 guilders. Haag went home.",)
    article = article_of_paragraphs("dike", "A dike", body)
    before = turn_of(article, "how much did haag get", "8,000")
    asked = resolve("what did they spend the rest on", [before], library_of(article)).question
    assert asked == "What did the council spend the rest on?"
