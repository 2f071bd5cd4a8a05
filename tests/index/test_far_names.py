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
    assert far_names("How long did Ada Lund speak?", ARTICLE, place_of("Poland sent")) == 1


def test_a_name_is_near_where_one_word_of_it_is():
    assert far_names("When did Ada Lund come?", ARTICLE, place_of("Mayor")) == 0
    assert far_names("Who is the cousin of Lund of Warsaw?", ARTICLE, place_of("Warsaw")) == 1


def test_the_title_is_near_everywhere_and_what_the_article_does_not_name_is_not_far():
    assert far_names("Who sang in Ely and in Narnia?", ARTICLE, place_of("Warsaw")) == 0


def test_a_name_counts_however_it_is_typed():
    assert far_names("Poland sent what? and warsaw", ARTICLE, place_of("She spoke")) == 2
    assert far_names("poland's choir", ARTICLE, place_of("She spoke")) == 1


def test_what_the_article_also_writes_small_is_no_name():
    assert far_names("Choir? She? The Choir?", ARTICLE, place_of("It rained")) == 0


@given(st.text(max_size=300), st.sampled_from([p.place for p in ARTICLE.paragraphs]))
def test_any_text_gives_a_small_number(question, place):
    assert 0 <= far_names(question, ARTICLE, place) <= MOST
