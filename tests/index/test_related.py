"""Sentences about what a text is about, on the shipped article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Article
from index.question import is_question
from index.related import related
from index.retrieval import Retriever


@pytest.fixture(scope="module")
def retriever(seed: Article) -> Retriever:
    return Retriever.of([seed])


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Stoltenberg in Kyiv!", "Stoltenberg"),
        ("I heard that the Pentagon leak was about special forces", "Pentagon"),
        ("THE WHOLE STORY ABOUT VILNIUS IS A DISTRACTION " * 30, "Vilnius"),
    ],
)
def test_the_first_sentence_is_about_it(retriever: Retriever, seed: Article, text: str, shares: str):
    found = related(text, retriever, 3)
    assert shares in seed.slice(found[0])
    assert len({c.place for c in found}) == len(found) <= 3


@pytest.mark.parametrize("text", ["", "I like pizza with cheese.", "people are saying all kinds of things", "thanks!"])
def test_of_something_else_there_is_nothing(retriever: Retriever, text: str):
    assert related(text, retriever, 3) == ()


@settings(max_examples=40, deadline=None)
@given(words=st.lists(st.integers(0, 400), max_size=30), noise=st.text(max_size=40))
def test_whatever_is_typed_whole_sentences_are_cited(retriever: Retriever, seed: Article, words: list[int], noise: str):
    every = seed.text.split()
    text = " ".join([*(every[n % len(every)] for n in words), noise])
    for cited in related(text, retriever, 5):
        assert (cited.start, cited.end) in {(s.start, s.end) for s in seed.at(cited.place).sentences}


@pytest.mark.parametrize(
    ("message", "asks"),
    [
        ("Did NATO send tanks?", True),
        ("how many tanks did nato send", True),
        ("I wonder. Who paid for it?", True),
        ("in which paragraph is that", True),
        ("When I was young, tanks were smaller", False),
        ("What?", False),
        ("NATO sent tanks.", False),
        ("", False),
    ],
)
def test_what_asks_something(message: str, asks: bool):
    assert is_question(message) is asks
