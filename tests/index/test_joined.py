"""Libraries joined of a host's articles and a guild's own: as one library of them all, with the index work shared."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import retrieval
from index.answer import Answerer
from index.finders import Tools
from index.library import Entry, Library
from index.question import understand
from index.records import article_of_paragraphs
from index.retrieval import Retriever
from index.segments import Segment

FERRY = "The ferry sails on Monday.\n\nIt carries {} passengers to the island, the harbour master said.\n"
QUESTIONS = [
    "Who leaked the documents?",
    "When does the ferry sail?",
    "How many passengers does the ferry carry?",
    "where is the summit",
    "wher does the fery go",
    "who wrote this?",
    "what's the title?",
    "",
]


def entry(name: str, text: str) -> Entry:
    return Entry.of(name, text.encode())


@pytest.fixture(scope="module")
def host(tmp_path_factory, seed):
    folder = tmp_path_factory.mktemp("seeds")
    (folder / "kyiv.txt").write_text(seed.text, "utf-8")
    (folder / "ferry.txt").write_text(FERRY.format(12), "utf-8")
    return Library.load(folder)


def test_own_articles_stand_first_and_win_over_the_hosts_of_their_name(host):
    joined = host.joined([entry("ferry", FERRY.format(70))])
    assert joined.names == ("ferry", "kyiv")
    answer = joined.ask("How many passengers does the ferry carry?")
    assert joined.text(answer.sentence).startswith("It carries 70 passengers")
    cited = {a.sentence.article for a in answer.alternatives} | {answer.sentence.article}
    assert all("12" not in joined.text(a.sentence) for a in answer.alternatives if a.sentence.article == "ferry"), cited
    alone = joined.ask("How many passengers does the ferry carry?", "ferry")
    assert joined.text(alone.sentence).startswith("It carries 70 passengers")
    assert "12 passengers" in host.text(host.ask("How many passengers does the ferry carry?").sentence)


def test_without_own_articles_it_is_the_hosts(host):
    assert host.joined([]) is host


def test_the_index_of_an_article_is_made_once_for_all(host, monkeypatch):
    host.ask("Who?")
    host.ask("Who?", "kyiv")
    shared = entry("own", FERRY.format(3))
    host.joined([shared]).ask("When does the ferry sail?")
    made = []
    monkeypatch.setattr("index.segments.ParagraphIndex", made.append)
    monkeypatch.setattr("index.segments.embed", made.append)
    joined = host.joined([shared])
    assert joined.ask("Where is the summit?").sentence is not None
    assert joined.ask("Who leaked the documents?", "kyiv").sentence is not None
    assert made == []


@pytest.fixture(scope="module", params=["plain", "auto"])
def tools(request):
    found = Tools(request.param)
    if found.missing:
        pytest.skip(found.missing)
    return found


ARTICLES = [
    article_of_paragraphs("ferry", "The ferry sails", ["The ferry sails on Monday.", "It carries 70 to the island."]),
    article_of_paragraphs("rain", "Rain", ["Heavy rain flooded the cellar.", "Anna Berg bought the mill in 1920."]),
    article_of_paragraphs("mill", "", ["The mill was old.", "Its wheel turned by rain and river."]),
]


@settings(max_examples=60, deadline=None)
@given(order=st.permutations(range(3)), cut=st.integers(0, 3), asked=st.sampled_from(QUESTIONS), ahead=st.booleans())
def test_joined_segments_find_what_one_would(tools, seed, order, cut, asked, ahead):
    articles = [ARTICLES[i] for i in order]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(retrieval, "EMBEDDED_AHEAD", 5000 if ahead else 2)
        together = Retriever.of([*articles, seed], tools.vectors)
        apart = Retriever([*(Segment([a]) for a in articles[:cut]), Segment([*articles[cut:], seed])], tools.vectors)
        question = together.respelled(understand(asked))
        assert apart.respelled(understand(asked)) == question
        one, other = together.search(question, 12), apart.search(question, 12)
    assert [h.number for h in other] == [h.number for h in one]
    np.testing.assert_allclose([h.score for h in other], [h.score for h in one], rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("asked", QUESTIONS)
def test_a_joined_library_answers_as_one_of_all_would(host, seed, asked):
    own = [entry("rain", "Rain\n\nHeavy rain flooded the cellar of the library on Sunday, the mayor said.\n")]
    joined = host.joined(own)
    articles = [joined.entry(name).article for name in joined.names]
    whole = Library(Path(), [joined.entry(n) for n in joined.names], Answerer().for_articles(articles))
    for article in (None, "rain", "kyiv"):
        one, other = whole.ask(asked, article), joined.ask(asked, article)
        assert (other.verdict, other.sentence, other.span) == (one.verdict, one.sentence, one.span)
        assert other.confidence == pytest.approx(one.confidence, abs=1e-4)
