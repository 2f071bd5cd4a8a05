"""What scripts get."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UsageError
from bot.json_lines import dumps, objects
from bot.records import answer_record, person_record, quote_record
from index.answer import Alternative, Answer
from tests.bot.made import cite, made_entry, made_library


def test_an_answer_points_at_its_words() -> None:
    library = made_library()
    record = answer_record(library, library.ask("When will the old ferry stop?"), "When?", 7)
    text = library.entry().article.at(record["paragraph"]).text
    assert list(record) == [
        "id", "question", "understood", "verdict", "answer", "sentence", "paragraph", "part", "article", "start", "end", "confidence", "alternatives",
    ]  # fmt: skip
    assert (record["id"], record["question"], record["verdict"]) == (7, "When?", "answered")
    assert (record["paragraph"], record["part"], record["article"]) == (2, "body", "bridge")
    assert text[record["start"] : record["end"]] == (record["answer"] or record["sentence"])
    assert record["answer"] is None or record["answer"] in record["sentence"]
    assert 0 <= record["confidence"] <= 1


def test_a_refusal_shows_the_closest_passage_and_no_answer() -> None:
    library = made_library()
    article = library.entry().article
    closest = cite(article, 2, "will stop in May.")
    others = tuple(Alternative(cite(article, n, w), 0.1) for n, w in ((1, "It stands,"), (3, "sturdy"), (1, "Quill")))
    answer = Answer("why?", False, "not_in_article", closest, cite(article, 2, "May"), 0.2, "unsure", others)
    record = answer_record(library, answer, "why?")
    assert (record["answer"], record["sentence"], record["paragraph"]) == (None, "will stop in May.", 2)
    assert (record["start"], record["end"]) == (closest.start, closest.end)
    assert [a["sentence"] for a in record["alternatives"]] == ["It stands,", "sturdy"]


def test_without_a_passage_every_place_is_null() -> None:
    record = answer_record(made_library(), None, "🙂")
    assert record["verdict"] == "not_in_article"
    assert [record[k] for k in ("answer", "sentence", "paragraph", "part", "article", "start", "end")] == [None] * 7
    assert (record["confidence"], record["alternatives"]) == (0.0, [])


def test_a_broken_quotation_is_one_text_and_its_parts() -> None:
    entry = made_entry()
    record = quote_record(entry.article, entry.quotes[0])
    assert record["text"] == "It stands, and it holds."
    assert record["parts"] == ["It stands,", "and it holds."]
    paragraph = entry.article.at(1).text
    assert paragraph[record["start"] : record["end"]] == "It stands,” Quill said, “and it holds."
    assert [paragraph[s["start"] : s["end"]] for s in record["spans"]] == record["parts"]
    assert (record["speaker"], record["kind"], record["paragraph"]) == ("Ada Quill", "speech", 1)
    assert paragraph[record["source"]["start"] : record["source"]["end"]] == record["source"]["text"] == "Quill"
    assert record["cue"]["text"] == "said"


def test_a_person_has_names_roles_paragraphs_and_a_count_of_quotations() -> None:
    entry = made_entry()
    assert person_record(entry, entry.people[0]) == {
        "name": "Ada Quill",
        "aliases": ["Quill"],
        "roles": [{"text": "Mayor", "paragraph": 1, "part": "body"}],
        "mentions": [1],
        "quotes": 1,
        "article": "bridge",
    }


@given(st.text(st.characters()))
def test_any_text_survives_json_without_control_characters(text: str) -> None:
    line = dumps({"text": text})
    assert json.loads(line) == {"text": text}
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in line)


@pytest.mark.parametrize("line", ["nonsense", "[1]", "7", "null", '{"id": NaN}', "[" * 100_000])
def test_a_faulty_line_is_told_apart_and_the_others_are_read(line: str) -> None:
    first, second, third = objects(['\ufeff{"a": 1}\n', "\n", f"{line}\n", '{"b": 2}'], "file")
    assert (first, third) == ({"a": 1}, {"b": 2})
    assert isinstance(second, UsageError)
    assert str(second).startswith("file:3: ")
