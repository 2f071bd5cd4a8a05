"""Other wordings belong to the questions they were written for, and are other words."""

import json

from training.contrast import QUESTIONS
from training.data import Article, Question, read
from training.sources import OWN, articles
from training.wordings import WORDINGS, with_wordings

ROWS = [json.loads(line) for line in WORDINGS.read_text(encoding="utf-8").splitlines()]


def test_a_question_gets_its_own(tmp_path):
    path = tmp_path / "wordings.jsonl"
    path.write_text('{"id": "a", "also": "what year did they sell it"}\n', encoding="utf-8")
    asked = [Question("a", "When was it sold?", 0, {}), Question("b", "When was it bought?", 0, {}, also=("bought when",))]  # fmt: skip
    (article,) = with_wordings([Article("A ferry", ["The ferry."], asked)], path)
    assert [q.also for q in article.questions] == [("what year did they sell it",), ("bought when",)]


def test_each_question_is_asked_again_once():
    ids = [row["id"] for row in ROWS]
    assert len(ids) == len(set(ids)) > 9000
    assert all(row["also"].strip() == row["also"] != "" for row in ROWS)


def test_they_are_other_words_than_our_own_questions():
    texts = {q.id: q.text for name in OWN for a in read(QUESTIONS / f"{name}.json") for q in a.questions}
    ours = [row for row in ROWS if row["id"] in texts]
    assert len(ours) > 1500
    assert all(row["also"].casefold() != texts[row["id"]].casefold() for row in ours)


def test_what_is_trained_on_has_them(tmp_path):
    asked = [q for name in OWN for a in articles(tmp_path, name) for q in a.questions]
    assert sum(bool(q.also) for q in asked) > 0.8 * len(asked)
