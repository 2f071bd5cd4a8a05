import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.question import understand


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Who leaked it?", "who"), ("whos the nato chief", "what"), ("The documents were leaked by whom?", "who"),
        ("Which team won?", "who"), ("When did he go?", "when"), ("In what year was it?", "when"), ("Where is it?", "where"),
        ("Which country hosts it?", "where"), ("How many tanks?", "how_many"), ("how old is he", "how_many"),
        ("What percentage voted?", "how_many"), ("Why did it end?", "why"), ("What was the reason for it?", "why"),
        ("How did he do it?", "how"), ("Did he go?", "yes_no"), ("isn't he gone", "yes_no"), ("What is NATO?", "what"),
        ("can you tell me who won", "who"), ("nato chief", "what"),
    ],
)  # fmt: skip
def test_kinds(message, kind):
    assert understand(message).kind == kind


@pytest.mark.parametrize(
    ("message", "about"),
    [
        ("Who wrote this?", "byline"), ("who is the author of this article", "byline"), ("author?", "byline"), ("who wrote the article?", "byline"),
        ("Who is the author?", "byline"), ("What's the title?", "title"), ("whos the author", "byline"), ("what is the headline of this story", "title"),
        ("Who wrote the letter?", None), ("Who is the author of the report on bees?", None), ("What is the title of his book?", None),
        ("Who wrote it off?", None),
    ],
)  # fmt: skip
def test_questions_about_the_article_itself(message, about):
    assert understand(message).about == about


def test_the_first_of_several_questions():
    message = "I read it twice. Who won the vote? And when was it?"
    question = understand(message)
    assert question.more
    assert question.text == "I read it twice. Who won the vote?"
    assert not understand("Who won the vote? Thanks!").more


@given(st.text(max_size=300))
def test_any_message_is_understood_as_a_slice_of_itself(message):
    question = understand(message)
    assert question.text in message
    assert len(set(question.terms)) == len(question.terms)
