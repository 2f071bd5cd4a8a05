"""The reader that ships, on passages that it has not seen."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import model_files
from index.model_files import ModelUnavailableError, model_bytes, word_pieces
from index.reader import SPAN_PIECES, SPANS, TrainedReader, best_spans

TITLE = "Harbour town votes to keep its ferry"
PASSAGES = (
    "The council of Brekkvik voted on Tuesday to keep the ferry running until 2031. Mayor Sunniva Dahl said that the crossing carries 1,400 people a day.",
    "A bridge would cost 310 million kroner, three times what the county set aside.",
    "“We have waited long enough,” said Odd Ness, who has steered the boat since 1998. He wants a new hull before winter.",
)


@pytest.fixture(scope="module")
def reader():
    return TrainedReader.load()


@pytest.mark.parametrize(
    ("question", "place", "answer"),
    [
        ("Who is the mayor?", 0, "Sunniva Dahl"),
        ("how many passengers use the crossing every day", 0, "1,400"),
        ("until when will the ferry run", 0, "2031"),
        ("What would a bridge cost?", 1, "310 million"),
        ("Who steers the boat?", 2, "Odd Ness"),
    ],
)
def test_the_best_span_answers(reader, question, place, answer):
    readings = reader.read(question, TITLE, PASSAGES)
    best = max(range(len(PASSAGES)), key=lambda i: readings[i].spans[0].score)
    span = readings[best].spans[0]
    assert best == place
    assert answer in PASSAGES[best][span.start : span.end]


def test_a_question_that_a_passage_answers_beats_null_by_more_than_one_it_does_not(reader):
    asked = ("Who is the mayor?", "What is the name of the mayor's dog?")
    gains = [r.spans[0].score - r.null for q in asked for r in reader.read(q, TITLE, PASSAGES[:1])]
    assert gains[0] > gains[1] + 2


def test_passages_read_together_read_as_alone(reader):
    together = reader.read("Who steers the boat?", TITLE, PASSAGES)
    for passage, reading in zip(PASSAGES, together, strict=True):
        alone = reader.read("Who steers the boat?", TITLE, [passage])[0]
        assert alone == reading


@settings(deadline=None, max_examples=25)
@given(st.text(max_size=300), st.text(max_size=120), st.lists(st.text(max_size=400), max_size=3))
def test_any_text_gives_spans_inside_it(question, title, passages):
    readings = _shared().read(question, title, passages)
    assert len(readings) == len(passages)
    for passage, reading in zip(passages, readings, strict=True):
        assert len(reading.spans) <= SPANS
        assert np.isfinite(reading.null)
        assert all(0 <= s.start < s.end <= len(passage) for s in reading.spans)
        scores = [s.score for s in reading.spans]
        assert scores == sorted(scores, reverse=True)


def test_a_passage_beyond_all_room_is_read_from_its_start(reader):
    long = PASSAGES[0] + " The talks went on and on." * 400
    best = reader.read("Who is the mayor?", TITLE, [long])[0].spans[0]
    assert long[best.start : best.end] == "Sunniva Dahl"


@given(st.integers(1, 60), st.integers(0, 2**32 - 1))
@settings(deadline=None, max_examples=60)
def test_the_first_span_is_the_best_of_all(n, seed):
    start, end = np.random.default_rng(seed).normal(size=(2, n)).astype(np.float32)
    encoded = word_pieces().encode(" ".join(["word"] * n), add_special_tokens=False)
    spans = best_spans(start, end, encoded)
    true = max(start[i] + end[j] for i in range(n) for j in range(i, min(n, i + SPAN_PIECES)))
    assert spans[0].score == pytest.approx(float(true), abs=1e-5)
    assert len({s.start for s in spans}) == len({s.end for s in spans}) == len(spans)


def test_the_file_is_small():
    assert len(model_bytes("reader.onnx")) <= 25_000_000


def test_a_missing_file_is_named(monkeypatch, tmp_path):
    (tmp_path / "models").mkdir()
    monkeypatch.setattr(model_files, "files", lambda _: tmp_path)
    with pytest.raises(ModelUnavailableError, match=r"reader\.onnx"):
        TrainedReader.load()


def _shared(kept: list[TrainedReader] = []) -> TrainedReader:  # noqa: B006 - hypothesis wants no fixture here
    if not kept:
        kept.append(TrainedReader.load())
    return kept[0]
