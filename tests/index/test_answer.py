import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.answer import Answerer
from index.article import Article
from index.finders import Tools
from index.parse import parse_article

PLAIN = Tools("plain")

RIVER = parse_article(
    "river",
    "The River\n\nThe mill stands in Norden. It burned down in 1911.\n\nAnna Berg bought the mill for 40 crowns.\n",
)


@pytest.fixture(scope="module")
def seeded(seed: Article) -> Answerer:
    return Answerer((seed,), tools=PLAIN)


def text(answer, citation, *articles):
    return next(a for a in articles if a.name == citation.article).slice(citation) if citation else None


@pytest.mark.parametrize(
    ("question", "place", "words"),
    [
        ("Who leaked the Pentagon documents?", 8, "Jack Teixeira"),
        ("When was Ukraine first promised NATO membership?", 3, "2008"),
        ("How many Ukrainian soldiers has NATO trained?", 4, "tens of thousands"),
        ("Who wrote this article?", "byline", "Dave DeCamp"),
    ],
)
def test_short_answers(seeded, seed, question, place, words):
    answer = seeded.ask(question)
    assert answer.verdict == "answered"
    assert answer.sentence.place == place
    assert words in text(answer, answer.span, seed)


@pytest.mark.parametrize("question", ["", "   ", "🙂🙂", "What is the boiling point of xenon?", "the of and"])
def test_refusals_give_the_closest_passage_and_no_span(seeded, question):
    answer = seeded.ask(question)
    assert answer.verdict == "not_in_article"
    assert answer.span is None
    assert answer.sentence is not None


def test_yes_no_questions_get_the_sentence_and_no_span(seeded):
    answer = seeded.ask("Did Stoltenberg visit Ukraine?")
    assert (answer.verdict, answer.span, answer.sentence.place) == ("answered", None, 1)


def test_strictness_moves_the_cut(seed):
    question = "nato chief name"
    verdicts = [
        Answerer((seed,), strictness=s, tools=PLAIN).ask(question).verdict for s in ("strict", "balanced", "eager")
    ]
    assert verdicts == sorted(verdicts, reverse=True)  # never stricter on the way to eager


@pytest.mark.parametrize(
    "question", ["nato chief name", "Who leaked the Pentagon documents?", "Who won the chess match?", ""]
)
def test_strictness_by_the_question_is_as_by_the_answerer_and_remembered_for_none(seed, question):
    shared = Answerer((seed,), strictness="strict", tools=PLAIN)
    for strictness in ("eager", "strict", "balanced", "eager"):
        own = Answerer((seed,), strictness=strictness, tools=PLAIN)
        assert shared.ask(question, strictness=strictness) == own.ask(question)
    assert shared.ask(question) == shared.ask(question, strictness="strict")


def test_a_question_between_two_cuts_is_answered_and_refused_by_turns(seed):
    answerer = Answerer((seed,), tools=PLAIN)
    cuts = answerer._calibration.refusal
    doubtful = ("Who drives the tanks of Ukraine?", "How many bombs fell on Russia?", "Why does NATO support Ukraine?")
    between = next(q for q in doubtful if cuts["eager"] <= answerer.ask(q).confidence < cuts["strict"])
    verdicts = [answerer.ask(between, strictness=s).verdict for s in ("strict", "eager", "strict")]
    assert verdicts == ["not_in_article", "answered", "not_in_article"]


def test_one_of_several_articles(seed):
    both = Answerer((seed, RIVER), tools=PLAIN)
    question = "Who bought the mill?"
    assert both.ask(question).sentence.article == "river"
    assert both.ask(question, seed.name).verdict == "not_in_article"


def test_other_paragraphs_come_first_among_the_alternatives(seeded):
    answer = seeded.ask("What did Stoltenberg say about NATO membership?")
    same = [a.sentence.place == answer.sentence.place for a in answer.alternatives]
    assert len(same) >= 2
    assert same == sorted(same)
    assert all(0 <= a.confidence <= 1 for a in answer.alternatives)


def test_no_articles():
    answer = Answerer((), tools=PLAIN).ask("Who?")
    assert (answer.verdict, answer.sentence) == ("not_in_article", None)


@settings(deadline=1000)
@given(
    st.text(max_size=400)
    | st.lists(st.sampled_from("who when did NATO the Kyiv why leak ? 2008 not".split())).map(" ".join)
)
def test_whatever_the_question_the_answer_is_a_slice_of_the_article(seeded, seed, question):
    answer = seeded.ask(question)
    assert answer.question in question
    assert 0 <= answer.confidence <= 1
    sentence = seed.slice(answer.sentence)
    assert sentence
    assert sentence in seed.at(answer.sentence.place).text
    if answer.span:
        assert answer.verdict == "answered"
        assert answer.sentence.start <= answer.span.start < answer.span.end <= answer.sentence.end
