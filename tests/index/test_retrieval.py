import pytest

from index import retrieval
from index.finders import Tools
from index.question import understand
from index.records import article_of_paragraphs
from index.retrieval import Retriever

TEXTS = [
    "The physician cured the infant with a new drug.",
    "Shares of the carmaker fell by a fifth on Monday.",
    "Heavy rain flooded the cellar of the library.",
]


@pytest.fixture(scope="module")
def vectors():
    found = Tools().vectors
    if found is None:
        pytest.skip("the word vectors cannot be used on this host")
    return found


def places(retriever, question, count=3):
    return [h.passage.paragraph.place for h in retriever.search(understand(question), count)]


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Which doctor healed the baby?", 1),
        ("How far did the car company's stock drop?", 2),
        ("Why were books getting wet?", 3),
    ],
)
def test_meaning_is_found_where_no_word_is_shared(vectors, question, place):
    retriever = Retriever.of([article_of_paragraphs("a", "", TEXTS)], vectors)
    assert places(retriever, question)[0] == place
    assert not retriever.bm25.get_scores(understand(question).terms).any()


def test_words_alone_rank_by_bm25():
    retriever = Retriever.of([article_of_paragraphs("a", "Rain", TEXTS)])
    assert places(retriever, "Where was the rain?")[0] == 3
    assert [h.cosine for h in retriever.search(understand("rain"), 3)] == [0.0] * 3


def test_the_title_is_searched_and_gives_way_to_the_body(vectors):
    retriever = Retriever.of([article_of_paragraphs("a", "Heavy rain flooded the library", TEXTS)], vectors)
    assert places(retriever, "What flooded the cellar?")[0] == 3
    assert "title" in places(retriever, "What flooded the cellar?", 4)
    assert places(retriever, "what's the title?", 4) == ["title"]


def test_slips_of_spelling_are_mended_by_the_articles_words(vectors):
    retriever = Retriever.of([article_of_paragraphs("a", "", ["Jens Stoltenberg met Zelensky."])], vectors)
    assert (
        retriever.respelled(understand("where did stoltenburg meet Zelenskyy")).read_as
        == "where did Stoltenberg meet Zelensky"
    )


def test_a_large_library_finds_what_a_small_one_does(vectors, monkeypatch):
    monkeypatch.setattr(retrieval, "EMBEDDED_AHEAD", 100)
    filler = [f"Paragraph {i} tells of the harbour, the ferry and the price of bread." for i in range(200)]
    retriever = Retriever.of([article_of_paragraphs("a", "", [*filler, *TEXTS])], vectors)
    assert places(retriever, "Which drug did the physician use?")[0] == 201


def test_nothing_to_search():
    assert Retriever.of([]).search(understand("Who?"), 3) == []
