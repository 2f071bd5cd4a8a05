"""Questions as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions import as_asked


def test_a_long_question_is_cut_at_a_word_and_its_asker_told() -> None:
    asked = as_asked("who " * 1500, 1000)
    assert asked.text == ("who " * 250).strip()
    assert asked.notice == "The question has 5,999 characters: only the first 999 were read."


@given(st.text(), st.integers(20, 200))
def test_any_text_becomes_one_line_within_the_limit(typed: str, limit: int) -> None:
    asked = as_asked(typed, limit)
    assert len(asked.text) <= limit
    assert asked.text == " ".join(asked.text.split())
    assert (asked.notice is None) == (" ".join(typed.split()) == asked.text)
    asked.text.encode()


@pytest.mark.parametrize("typed", ["", "   ", "🙂🙂", "?!…", "👩‍👩‍👧"])
def test_without_a_letter_or_digit_there_are_no_words(typed: str) -> None:
    assert not as_asked(typed, 100).has_words


def test_lone_surrogates_are_replaced() -> None:
    assert as_asked("who \ud800 said", 100).text == "who \ufffd said"
