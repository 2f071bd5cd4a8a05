"""When: the times of articles, and the days they are resolved to."""

from __future__ import annotations

import itertools
import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Article
from index.people import find_people
from index.records import article_of_paragraphs
from index.times import Time, find_times
from tests.index import house_styles

THURSDAY = date(2023, 4, 20)


def times(text: str, published: date | None = THURSDAY) -> list[tuple[str, str]]:
    """The words of each time, and its days as `2023-04-20` or `2023-04-17 2023-04-23`, empty where unresolved."""
    article = replace(article_of_paragraphs("made", "", [text]), published=published)
    return [(article.slice(t.words), _days(t)) for t in find_times(article, find_people(article))]


def _days(found: Time) -> str:
    return " ".join(dict.fromkeys(str(d) for d in found.dates)) if found.dates else ""


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        # complete in themselves
        ("The treaty of 4 March 2019 stands.", "4 March 2019", "2019-03-04"),
        ("On Friday, September 11th, 1998, it closed.", "Friday, September 11th, 1998", "1998-09-11"),
        ("It runs from June 3-5, 2022.", "June 3-5, 2022", "2022-06-03 2022-06-05"),
        ("Between May and July 2019 sales rose.", "May and July 2019", "2019-05-01 2019-07-31"),
        ("A coup in 2014 ousted him.", "2014", "2014-01-01 2014-12-31"),
        ("After the 2014 US-backed coup he fled.", "2014", "2014-01-01 2014-12-31"),
        ("It was built in the late 1990s.", "the late 1990s", "1990-01-01 1999-12-31"),
        ("The 19th century was kinder.", "The 19th century", "1801-01-01 1900-12-31"),
        ("In the third quarter of 2020 it shrank.", "the third quarter of 2020", "2020-07-01 2020-09-30"),
        ("Due 2023-05-01 at the latest.", "2023-05-01", "2023-05-01"),
        ("On 13/04/2023 it opened.", "13/04/2023", "2023-04-13"),
        # from the article's date
        ("The mayor resigned on Thursday.", "Thursday", "2023-04-20"),
        ("The mayor resigned on Tuesday night.", "Tuesday night", "2023-04-18"),
        ("The mayor will resign on Tuesday.", "Tuesday", "2023-04-25"),
        ("The vote will be held on Saturday.", "Saturday", "2023-04-22"),
        ("He cut short a visit, and is due to speak on Friday.", "Friday", "2023-04-21"),
        ("Ahead of Sunday they met.", "Sunday", "2023-04-23"),
        ("Since Saturday 61 people have died.", "Saturday", "2023-04-15"),
        ("It rained last Tuesday.", "last Tuesday", "2023-04-18"),
        ("It rained last Thursday.", "last Thursday", "2023-04-13"),
        ("It may rain next Thursday.", "next Thursday", "2023-04-27"),
        ("It rained on Tuesday last week.", "Tuesday last week", "2023-04-11"),
        ("They met at 9 a.m. on Tuesday.", "9 a.m. on Tuesday", "2023-04-18"),
        ("A summit will be held this July.", "this July", "2023-07-01 2023-07-31"),
        ("A summit was held last July.", "last July", "2022-07-01 2022-07-31"),
        ("It was approved in March.", "March", "2023-03-01 2023-03-31"),
        ("It was approved on April 3.", "April 3", "2023-04-03"),
        ("It will be heard on 2 May.", "2 May", "2023-05-02"),
        ("The war began last year.", "last year", "2022-01-01 2022-12-31"),
        ("It ends late next month.", "late next month", "2023-05-01 2023-05-31"),
        ("He left two weeks ago.", "two weeks ago", "2023-04-03 2023-04-09"),
        ("He left 10 days ago.", "10 days ago", "2023-04-10"),
        ("Yesterday he left.", "Yesterday", "2023-04-19"),
        ("He left over the past decade.", "the past decade", "2013-01-01 2023-04-20"),
        ("It opened this past weekend.", "this past weekend", "2023-04-15 2023-04-16"),
        ("It opened last weekend.", "last weekend", "2023-04-15 2023-04-16"),
        # left alone, for they can be read in two ways or count from what is unknown
        ("He said that he would resign on Friday.", "Friday", ""),
        ("They agreed to meet on Sunday.", "Sunday", ""),
        ("On 03/04/2023 it opened.", "03/04/2023", ""),
        ("He left about two weeks ago.", "about two weeks ago", ""),
        ("He left several years ago.", "several years ago", ""),
        ("He left two days after the vote.", "two days after", ""),
        ("It was warm last summer.", "last summer", ""),
        ("They marched every Friday.", "every Friday", ""),
        ("In July leaders want results.", "July", ""),
        ("He praised the moderator of Monday’s debate.", "Monday", ""),
        ("It may change in the coming years.", "the coming years", ""),
        ("“We meet on Monday,” he said.", "Monday", ""),
        ("“NATO stands with you today,” he said.", "today", ""),
        ("He was jailed for 12 years.", "12 years", ""),
        ("It lasted more than a week.", "more than a week", ""),
    ],
)  # fmt: skip
def test_a_time_is_found_and_resolved_as_far_as_it_goes(text: str, words: str, days: str):
    assert (words, days) in times(text)


def test_without_the_articles_date_only_complete_times_are_resolved():
    text = "Last year, on Tuesday, in May, 10 days ago, this week and today they met; in 2014 and on 1 May 2020 too."
    resolved = {words for words, days in times(text, published=None) if days}
    assert resolved == {"2014", "1 May 2020"}


def test_earlier_and_later_count_from_the_time_before_them():
    text = (
        "It began on 3 April 2020. Two days later it spread. A week earlier nobody knew. The following year it ended."
    )
    assert [days for _, days in times(text, published=None)] == [
        "2020-04-03", "2020-04-05", "2020-03-23 2020-03-29", "2021-01-01 2021-12-31",
    ]  # fmt: skip
    assert times("They met on Sunday. Two days later it rained.", None) == [("Sunday", ""), ("Two days later", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May and April Jones may march.",
        "It may be so; they march on.",
        "2000 people and 1500 troops came, under Resolution 1973, by Highway 2020.",
        "The 52-year-old, who is 30 years old at heart, pays $5 a day.",
        "The Sunday Times won 3:10.",
        "He was on “Today” and read USA Today.",
        "About 2,019 of them.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str):
    assert times(text) == []


def test_times_of_the_shipped_article(seed: Article):
    assert [seed.slice(t.words) for t in find_times(seed, find_people(seed))] == [
        "Thursday", "last year", "2008", "2014", "this July", "today", "tomorrow", "this year", "Thursday",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("broadcaster", ["two nights", "Sunday morning", "Sunday"]),
        ("delhi", ["Tuesday", "sixty days", "2019"]),
        ("sport", ["Saturday", "June"]),
        ("weekly", ["forty years", "this month"]),
        ("court", ["18 months", "yesterday"]),
        ("wiki", ["Sunday morning", "March", "today", "2009", "1988"]),
    ],
)
def test_times_of_articles_in_other_house_styles(style: str, expected: list[str]):
    article = house_styles.read(house_styles.FOLDER / f"{style}.txt").article
    assert [article.slice(t.words) for t in find_times(article, find_people(article))] == expected


PIECES = st.sampled_from(
    "on Tuesday |May |last |week |next |2014 |the |4 |, |two |days |earlier |ago |“|” |. |will |said |at 9 a.m. |1990s |"
    "31 April |0 |/ |- |2023-02-30 |century |19th |early |about |٣ |² |January 32 |99 |years |Feb. |29 |'80s ".split(
        "|"
    )
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join).filter(str.strip), st.dates() | st.none())
def test_times_are_slices_in_order_and_never_overlap(text: str, published: date | None):
    article = replace(article_of_paragraphs("made", "", [text]), published=published)
    found = find_times(article)
    for one in found:
        assert 0 <= one.sentence.start <= one.words.start < one.words.end <= one.sentence.end <= len(text)
        assert one.dates is None or one.dates[0] <= one.dates[1]
    for left, right in itertools.pairwise(found):
        assert left.words.end <= right.words.start


@pytest.mark.parametrize(
    "text", ["Tuesday " * 12_000, "“1 May” " * 12_000, "1 " * 50_000, "two years ago, " * 7_000, "a" * 100_000]
)
def test_a_very_long_paragraph_takes_no_more_than_its_share(text: str):
    article = replace(article_of_paragraphs("made", "", [text]), published=THURSDAY)
    began = time.process_time()
    find_times(article)
    assert time.process_time() - began < 2
