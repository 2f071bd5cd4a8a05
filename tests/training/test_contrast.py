"""The questions that were written for training: they fit the articles that they are about, and only those."""

import gzip
import json

import pytest

from benchmarks.question_sets import records
from training import contrast
from training.data import read
from training.sources import OWN, articles

FERRY = ["The old ferry crossed the fjord. The council sold it in 1998.", "A new ferry came from Bergen."]


def a_set(folder, paragraphs):
    data = [{"title": "A_ferry", "paragraphs": [{"context": p, "qas": []} for p in paragraphs]}]
    with gzip.open(folder / "wiki-train.json.gz", "wt", encoding="utf-8") as file:
        json.dump({"data": data}, file)


@pytest.fixture
def written(tmp_path, monkeypatch):
    a_set(tmp_path, FERRY)
    row = {"article": "A ferry", "crc": contrast.crc(FERRY), "questions": [["When was it sold?", 0, [[0, 56, 60]], "what year did they sell it"], ["When was it bought?", 0, []]]}  # fmt: skip
    (tmp_path / "wiki-train.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    monkeypatch.setattr(contrast, "QUESTIONS", tmp_path)
    return tmp_path


def test_they_take_the_place_of_the_set_s_own(written):
    (article,) = contrast.contrast(written, "wiki-train")
    sold, bought = article.questions
    assert [article.paragraphs[p][s:e] for p, spans in sold.gold.items() for s, e in spans] == ["1998"]
    assert not bought.answerable
    assert (sold.also, bought.also) == (("what year did they sell it",), ())
    asked = sold.as_asked(article.paragraphs)
    assert (asked.paragraph, asked.answers) == (1, ("1998",))
    assert asked.is_answered_by(1, 34, 60)
    assert not bought.as_asked(article.paragraphs).gold
    assert sold.id != bought.id


def test_another_edition_of_the_set_is_refused(written):
    a_set(written, [FERRY[0].replace("old", "very old"), FERRY[1]])
    with pytest.raises(ValueError, match="A ferry"):
        contrast.contrast(written, "wiki-train")


@pytest.mark.parametrize("name", OWN)
def test_no_article_is_both_trained_on_and_held_out(name, tmp_path):
    trained, held = ({a.title for a in articles(tmp_path, name, held)} for held in (False, True))
    assert trained
    assert held
    assert not trained & held


@pytest.mark.parametrize("name", OWN)
def test_own_articles_mark_their_own_words(name):
    for record in records(contrast.QUESTIONS / f"{name}.json"):
        for question in record.questions:
            words = {record.paragraphs[n - 1][s:e] for n, s, e in question.gold}
            assert words == set(question.answers)


@pytest.mark.parametrize("name", OWN)
def test_as_many_of_our_own_are_answered_as_are_not(name):
    found = read(contrast.QUESTIONS / f"{name}.json")
    assert all(a.questions for a in found)
    assert 0.45 < share([q.answerable for a in found for q in a.questions]) < 0.55


@pytest.mark.parametrize("path", contrast.QUESTIONS.glob("*.jsonl"), ids=lambda p: p.stem)
def test_as_many_are_answered_as_are_not(path):
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert 0.45 < share([bool(spans) for row in rows for _, _, spans, *_ in row["questions"]]) < 0.55


def share(truths):
    return sum(truths) / len(truths)


@pytest.mark.parametrize("path", contrast.QUESTIONS.glob("*.jsonl"), ids=lambda p: p.stem)
def test_other_wordings_are_other_words(path):
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for text, _, _, *also in (q for row in rows for q in row["questions"]):
        assert all(other.strip() and other.casefold() != text.casefold() for other in also)
