"""Names of a question that stand far from the answer."""

from hypothesis import given
from hypothesis import strategies as st

from index.far_names import MOST, far_names
from index.parse import parse_article

ARTICLE = parse_article(
    "visit",
    "A visit to Ely\n\nMayor Ada Lund came to Ely on Monday.\n\nShe spoke for an hour.\n\nIt rained.\n\n"
    "Poland sent a choir.\n\nThe choir of Warsaw sang twice, and Germany’s sang once.",
)


def place_of(words):
    return next(p.place for p in ARTICLE.paragraphs if words in p.text)


def test_a_name_that_only_stands_elsewhere_is_far():
    assert far_names("What did Poland do about Ada Lund?", ARTICLE, place_of("She spoke")) == 1
    assert far_names("How long did Ada Lund speak?", ARTICLE, place_of("She spoke")) == 0
    assert far_names("How long did Ada Lund speak?", ARTICLE, place_of("Poland sent")) == 2


def test_the_title_is_near_everywhere_and_what_the_article_does_not_name_is_not_far():
    assert far_names("Who sang in Ely and in Narnia?", ARTICLE, place_of("Warsaw")) == 0


def test_a_first_word_is_no_name_and_lower_case_is_none():
    assert far_names("Poland sent what? and warsaw", ARTICLE, place_of("She spoke")) == 0


@given(st.text(max_size=300), st.sampled_from([p.place for p in ARTICLE.paragraphs]))
def test_any_text_gives_a_small_number(question, place):
    assert 0 <= far_names(question, ARTICLE, place) <= MOST
