"""The bot's own words: days, places, verdicts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words import days_of, places_of
from index.article import Citation


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2023, 4, 20), date(2023, 4, 20), "Thursday 20 April 2023"),
        (date(2023, 4, 1), date(2023, 4, 30), "April 2023"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2023, 2, 1), date(2023, 3, 31), "February to March 2023"),
        (date(2023, 4, 3), date(2023, 4, 9), "3 April to 9 April 2023"),
        (date(2022, 12, 26), date(2023, 1, 1), "26 December 2022 to 1 January 2023"),
        (date(2022, 12, 1), date(2023, 1, 31), "December 2022 to January 2023"),
        (date(2008, 1, 1), date(2008, 12, 31), "2008"),
        (date(1990, 1, 1), date(1999, 12, 31), "1990 to 1999"),
        (date(9999, 12, 1), date(9999, 12, 31), "December 9999"),
    ],
)
def test_days_are_written_out(first: date, last: date, said: str) -> None:
    assert days_of((first, last)) == said


@given(st.dates(), st.dates())
def test_any_days_have_words_that_name_their_years(one: date, other: date) -> None:
    first, last = sorted([one, other])
    assert str(first.year) in days_of((first, last))
    assert str(last.year) in days_of((first, last))


def test_places_are_listed_once_each_and_not_without_end() -> None:
    cited = [Citation("a", place, 0, 1) for place in ("title", 3, 3, 4, *range(5, 90))]
    assert places_of(cited[:4]) == "¶ 3, 4, title"
    assert places_of(cited, most=3) == "¶ 3, 4, 5, …, title"
    assert places_of(cited[:1]) == "title"
