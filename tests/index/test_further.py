"""The passages beside an answer: what was read, and what was only found."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import retrieval
from index.answer import Answerer
from index.finders import Tools
from index.further import further
from index.question import understand
from index.reader_finder import ReaderFinder
from index.records import article_of_paragraphs
from index.retrieval import Retriever
from index.segments import Segment
from tests.index.pointer import Pointer

QUESTION = "Who built the old bridge?"
TEN = [f"The bridge of valley {n} is old. {name} built it." for n, name in enumerate("ABCDEFGHIJ", 1)]
SENTENCES = [
    "Ada Lund built the bridge.",
    "The old bridge cost 4 crowns.",
    "Rain fell.",
    "Nobody crossed it.",
    "Who pays?",
]
PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=14
)
WORDS = st.dictionaries(st.sampled_from(["Ada Lund", "4 crowns", "Rain", "bridge"]), st.floats(-30, 30), min_size=1)


@dataclass(frozen=True)
class Told(Tools):
    """Those of a reader that points at what it is told to, and of words alone."""

    name: str = "told"
    told: ReaderFinder = field(default_factory=lambda: ReaderFinder(Pointer({})))

    @property
    def finder(self):
        return self.told

    @property
    def vectors(self):
        return None


def answerer(articles, words, **options):
    return Answerer(tuple(articles), tools=Told(told=ReaderFinder(Pointer(words), **{"window_words": 1, **options})))


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS, WORDS, st.integers(1, 6), st.sampled_from([-100.0, 0.0, 5.0, 100.0]))
def test_alternatives_are_other_sentences_and_other_paragraphs_first(one, two, words, windows, lead):
    articles = {a.name: a for a in (article_of_paragraphs("a", "A bridge", one), article_of_paragraphs("b", "", two))}
    asked = answerer(articles.values(), words, windows=windows, lead=lead, least=1)
    answer = asked.ask(QUESTION)
    shown = [a.sentence for a in answer.alternatives]
    assert len(shown) == len({*shown, answer.sentence} - {answer.sentence}) <= 10
    same = [(s.article, s.place) == (answer.sentence.article, answer.sentence.place) for s in shown] if shown else []
    assert same == sorted(same)
    for cited in shown:
        assert (cited.start, cited.end) in {(s.start, s.end) for s in articles[cited.article].at(cited.place).sentences}
    candidates = {c.cite(c.sentence.start, c.sentence.end) for c in asked.rank(QUESTION)[1].candidates}
    read = [a.confidence for a in answer.alternatives if a.sentence in candidates]
    found = [a for a in answer.alternatives if a.sentence not in candidates]
    assert max((a.confidence for a in found), default=0.0) <= min([*read, 1 - answer.confidence])
    assert [a.confidence for a in found] == sorted((a.confidence for a in found), reverse=True)
    places = {(c.article, c.place) for c in candidates}
    assert len({(a.sentence.article, a.sentence.place) for a in found} - places) == len(found)


def test_where_reading_stops_after_one_window_others_are_still_shown():
    asked = answerer([article_of_paragraphs("a", "", TEN)], {"A built": 20.0}, settled=8.0)
    answer = asked.ask(QUESTION)
    assert len(asked.tools.finder.reader.passages) == 2  # a window, and its sentence by itself
    assert answer.sentence.place == 1
    assert {a.sentence.place for a in answer.alternatives} == set(range(2, 11))


def test_no_title_is_shown_as_a_further_passage():
    article = article_of_paragraphs("a", "The old bridge", TEN[:3])
    answer = answerer([article], {"A built": 20.0}, settled=8.0).ask(QUESTION)
    assert [a.sentence.place for a in answer.alternatives] == [2, 3]


@pytest.mark.parametrize("ahead", [5000, 0])
def test_the_nearest_sentence_of_a_passage_is_found_in_any_segment(ahead, monkeypatch):
    tools = Tools("auto")
    if tools.missing:
        pytest.skip(tools.missing)
    monkeypatch.setattr(retrieval, "EMBEDDED_AHEAD", ahead)
    texts = ["Rain fell. Ada Lund built the bridge. Nobody crossed it.", "The mill was old. Its wheel stood still."]
    articles = [article_of_paragraphs(name, "", texts) for name in "abc"]
    retriever = Retriever([Segment(articles[:2]), Segment(articles[2:])], tools.vectors)
    question = understand("Which architect constructed it?")
    found = further(question, retriever.search(question, 12), retriever, (), 1.0)
    by_place = {(c.passage.article.name, c.passage.paragraph.place): c for c in found}
    assert by_place.keys() == {(name, place) for name in "abc" for place in (1, 2)}
    assert {by_place[name, 1].text for name in "abc"} == {"Ada Lund built the bridge."}
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)
