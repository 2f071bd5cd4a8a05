"""What the reader is trained on: windows keep their answers, negatives have none."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from benchmarks.question_sets import held_out
from index.model_files import model_bytes
from training.batches import Batches, Encoder, Pool, passages
from training.data import Article, Question, sentences
from training.negatives import Passage, rank, window, without_answer
from training.noise import noisy
from training.sources import SOURCES
from training.swaps import swapped

PARAGRAPHS = [
    "The council of Brekkvik met on Tuesday. It voted to keep the ferry until 2031. Nobody spoke against it.",
    "Mayor Sunniva Dahl said that the crossing carries 1,400 people a day. Most are on their way to work.",
    "A bridge would cost 310 million kroner. The county set aside a third of that.",
    "Odd Ness has steered the boat since 1998. He wants a new hull before winter.",
]


def _article() -> Article:
    start = PARAGRAPHS[1].index("Sunniva Dahl")
    answered = Question("a", "Who is the mayor of Brekkvik?", 1, {1: [(start, start + 12), (start - 6, start + 12)]})
    missing = Question("b", "What is the mayor's dog called?", 1, {})
    article = Article("A ferry stays", PARAGRAPHS, [answered, missing])
    rank(article)
    return article


@given(st.integers(0, 10_000), st.integers(5, 150), st.booleans())
@settings(max_examples=80, deadline=None)
def test_a_window_around_an_answer_holds_it(seed, words, merge):
    article = _article()
    q = article.questions[0]
    passage = window(article, 1, q.gold, words, merge, Random(seed), around=q.gold[1][0])
    assert {passage.text[s:e] for s, e in passage.gold} == {"Sunniva Dahl", "Mayor Sunniva Dahl"}
    assert len(passage.text.split()) <= max(words, 25)


@given(st.integers(0, 10_000), st.sampled_from(SOURCES))
@settings(max_examples=80, deadline=None)
def test_at_most_the_first_passage_of_a_question_answers(seed, source):
    article = _article()
    first, *rest = passages(article, article.questions[0], source, Random(seed))
    assert bool(first.gold) == ("Sunniva" in first.text)
    assert not any("Sunniva" in p.text for p in rest)
    assert not any(p.gold for p in passages(article, article.questions[1], source, Random(seed)))


def test_both_kinds_of_groups_are_drawn():
    article, random = _article(), Random(1)
    drawn = [passages(article, article.questions[0], SOURCES[0], random)[0].gold for _ in range(300)]
    assert sum(map(bool, drawn)) > 240


@given(st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_a_swapped_question_names_what_does_not_stand_where_it_was_answered(seed):
    article, random = _article(), Random(seed)
    start = PARAGRAPHS[3].index("1998")
    q = Question("c", "How long has the man named Odd Ness steered the boat since 1998?", 3, {3: [(start, start + 4)]})
    other = swapped(article, q, random)
    assert other is not None
    assert (other.home, other.answerable) == (3, False)
    fresh = set(other.text.rstrip("?").split()) - set(q.text.rstrip("?").split())
    assert fresh == {"woman"} or not any(word in PARAGRAPHS[3] for word in fresh)
    assert fresh == {"woman"} or any(
        " ".join(w for w in other.text.rstrip("?").split() if w in fresh) in p for p in PARAGRAPHS
    )


def test_nothing_to_swap():
    article, random = _article(), Random(1)
    q = Question("d", "Who steered it?", 3, {3: [(0, 8)]})
    assert swapped(article, q, random) is None


def test_a_passage_without_its_answer_keeps_the_other_sentences():
    text = "It rained all through the long night in Brekkvik. The mayor is Sunniva Dahl. The ferry ran late again on Monday morning."
    at = text.index("Sunniva")
    rest = without_answer(Passage(text, ((at, at + 12),)))
    assert rest == Passage(
        "It rained all through the long night in Brekkvik. The ferry ran late again on Monday morning."
    )
    assert without_answer(Passage("Only Sunniva Dahl came.", ((5, 17),))) is None


@given(st.text(max_size=200))
def test_sentences_cover_all_but_the_space_between(text):
    cuts = sentences(text)
    assert cuts[0][0] == 0
    assert cuts[-1][1] == len(text)
    assert all(text[e:s].isspace() for (_, e), (s, _) in pairwise(cuts) if e < s)


@given(st.integers(0, 10_000))
def test_noise_leaves_a_question(seed):
    assert len(noisy("Who is the mayor of the town?", Random(seed)).split()) >= 3


@pytest.mark.parametrize("title", ["", "A ferry stays"])
def test_the_gold_span_is_found_again_among_the_tokens(title):
    tokenizer = Tokenizer.from_str(model_bytes("tokenizer.json").decode())
    encoder = Encoder(tokenizer)
    passage = Passage(PARAGRAPHS[1], ((5, 17),))
    sequence = encoder("Who is the mayor?", title, passage, (5, 17))
    assert tokenizer.decode(sequence.ids[sequence.start : sequence.end + 1]) == "sunniva dahl"
    assert sequence.first <= sequence.passage <= sequence.start
    assert encoder("Who is the mayor?", title, passage, None).start == 0
    assert encoder("Who?", title, Passage("word " * 400 + "end", ((2000, 2003),)), (2000, 2003)) is None


def test_one_article_in_twenty_is_held_out():
    share = sum(held_out(f"Title {i}") for i in range(4000)) / 4000
    assert 0.03 < share < 0.07


def test_the_reader_sees_other_wordings_and_the_teacher_the_first():
    article = _article()
    article.questions = [replace(article.questions[0], also=("Whose mayoralty is it in Brekkvik?",))]
    encoder = Encoder(Tokenizer.from_buffer(model_bytes("tokenizer.json")))
    pool = Pool({source.name: [article] for source in SOURCES})
    groups = [g for step in range(30) for g in Batches(pool, encoder, step, 4, plain=True).batch(0, 0.0)]
    as_written = [g for g in groups if g.asked == "Who is the mayor of Brekkvik?"]
    first = set(encoder.tokenizer.encode("whose", add_special_tokens=False).ids)
    other = [g for g in as_written if first & set(g.sequences[0].ids[: g.sequences[0].first])]
    assert 0.2 < len(other) / len(as_written) < 0.7
    assert not any(first & set(p.ids[: p.first]) for g in as_written for p in g.plain)
    swaps = [swapped(article, article.questions[0], Random(seed)) for seed in range(30)]
    assert not any(q.also for q in swaps if q)
