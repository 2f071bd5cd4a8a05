import pytest

from index import retrieval
from index.article import Citation
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


def test_of_passages_alike_the_one_just_talked_about_comes_first_and_its_neighbours_next(vectors):
    texts = [
        f"The fair of {town} drew a crowd of {n} people." for n, town in enumerate(("Ely", "Oxen", "Rye", "Wells"), 300)
    ]
    for found in (vectors, None):
        retriever = Retriever.of([article_of_paragraphs("a", "", texts)], found)
        hits = retriever.search(understand("How many people came to the fair?"), 4, Citation("a", 3, 0, 5))
        assert hits[0].passage.paragraph.place == 3
        assert hits[-1].passage.paragraph.place == 1
        other = retriever.search(understand("How many people came to the fair?"), 4, Citation("b", 3, 0, 5))
        assert other == retriever.search(understand("How many people came to the fair?"), 4)


def test_what_was_just_talked_about_does_not_hide_what_answers(vectors):
    retriever = Retriever.of([article_of_paragraphs("a", "", TEXTS)], vectors)
    hits = retriever.search(understand("Why were books getting wet?"), 3, Citation("a", 1, 0, 5))
    assert hits[0].passage.paragraph.place == 3
