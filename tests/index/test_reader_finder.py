"""The finder's own work, with a reader that points at what it is told to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.question import understand
from index.reader_finder import RETRIEVAL, ReaderFinder
from index.records import article_of_paragraphs
from index.retrieval import Retriever
from tests.index.pointer import Pointer

TEXTS = [
    "Ada Lund built the bridge. It took two years.",
    "The bridge cost 4 crowns.",
    "Rain fell. Nobody crossed the bridge.",
]


def found(words, **options):
    retriever = Retriever.of([article_of_paragraphs("a", "", TEXTS)])
    reader = Pointer(words)
    question = understand("Who built the bridge?")
    finder = ReaderFinder(reader, window_words=1, **{"settled": 100.0, "lead": 100.0, **options})
    return finder.find(question, retriever.search(question, 12), retriever), reader


def test_the_best_span_of_each_sentence():
    ranking, _ = found({"Ada Lund": 9.0, "Ada": 5.0, "two years": 3.0, "4 crowns": 1.0})
    said = [(c.passage.paragraph.place, c.passage.paragraph.text[slice(*c.span)]) for c in ranking.candidates]
    assert said == [(1, "Ada Lund"), (1, "two years"), (2, "4 crowns")]


def test_a_span_over_two_sentences_is_none():
    ranking, _ = found({"fell. Nobody": 9.0, "4 crowns": 1.0})
    assert [c.passage.paragraph.place for c in ranking.candidates] == [2]


def test_nothing_pointed_at():
    ranking, _ = found({})
    assert (ranking.candidates, ranking.features) == ((), {})


def test_reading_stops_where_a_window_settles_it():
    first = "Ada Lund built the bridge."
    _, reader = found({"Ada Lund": 9.0}, settled=8.0)
    assert reader.passages == [TEXTS[0], first]
    _, reader = found({"Ada Lund": 9.0}, settled=10.0)
    assert len(reader.passages) == 4
    assert reader.passages[-1] == first


def test_what_retrieval_finds_far_behind_the_best_is_not_read():
    _, everything = found({"Ada Lund": 9.0})
    assert len(everything.passages) == 4
    for least in (1, 2):
        _, reader = found({"Ada Lund": 9.0}, far=0.0001, least=least)
        assert reader.passages == [*everything.passages[:least], "Ada Lund built the bridge."]


@pytest.mark.parametrize("least", [1, 2])
def test_reading_stops_where_the_best_leads_the_next_window_by_more_than_the_lead(least):
    retriever = Retriever.of([article_of_paragraphs("a", "", TEXTS)])
    hits = retriever.search(understand("Who built the bridge?"), 12)
    ranking, everything = found({"Ada Lund": 9.0})
    assert len(everything.passages) == 4
    lead = ranking.candidates[0].score - RETRIEVAL * hits[least].score
    _, reader = found({"Ada Lund": 9.0}, lead=lead - 1e-6, least=least)
    assert reader.passages == [*everything.passages[:least], "Ada Lund built the bridge."]
    _, reader = found({"Ada Lund": 9.0}, lead=lead + 1e-6, least=least)
    assert len(reader.passages) > least + 1


def test_without_a_candidate_nothing_leads():
    _, reader = found({"Nobody": 1.0}, lead=-100.0, least=1)
    assert reader.passages[:-1] == TEXTS


def test_the_first_candidate_is_read_by_itself():
    ranking, _ = found({"Ada Lund": 9.0, "4 crowns": 1.0})
    assert ranking.features["alone"] == ranking.features["margin"] == 0.9


@given(
    st.dictionaries(
        st.sampled_from(["Ada Lund", "two years", "4 crowns", "Rain", "bridge"]), st.floats(-30, 30), min_size=1
    )
)
def test_features_are_finite_and_the_same_for_every_question(words):
    ranking, _ = found(words)
    assert set(ranking.features) == set(found({"Rain": 0.0})[0].features)
    assert all(abs(v) < 100 for v in ranking.features.values())
