"""Whether quoted words stand in an article, and who said them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Article
from index.check import Checked, check_quote
from index.library import Entry
from index.records import article_of_paragraphs
from index.speaker import speaker_of

FERRY = [
    "“We have waited two winters for this boat,” Ilse Brandt told residents. “Nobody should have to row.”",
    "“The ferry,” said Mayor Teodor Lund, “is no toy, and it never was.”",
    "The ferry was laid up in 2021 after inspectors found 37 cracks in its hull.",
    "Olaf Reed said he would miss the company. “The gulls never wrote back,” he said.",
]


@pytest.fixture(scope="module")
def entry() -> Entry:
    return Entry(article_of_paragraphs("ferry", "A ferry sails again", FERRY), "")


def only(text: str, *entries: Entry) -> Checked:
    (found,) = check_quote(text, entries)
    return found


def words(entry: Entry, found: Checked) -> str:
    return " … ".join(map(entry.article.slice, found.passage))


def speaker(entry: Entry, found: Checked) -> str | None:
    name = speaker_of(found.quote) if found.quote else None
    return entry.article.slice(name) if name else None


def differences(text: str, entry: Entry, found: Checked) -> list[tuple[str, str]]:
    return [
        (text[slice(*d.asked)].strip(), entry.article.slice(d.found).strip() if d.found else "")
        for d in found.differences
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“We have waited two winters for this boat”",
        'WE HAVE WAITED TWO WINTERS FOR THIS BOAT!!',
        "> we have waited  two winters\n> for this boat",
        "Look: «We have waited two winters for this boat.»",
        "**we have** waited _two_ winters for this boat",
        "Brandt said that we have waited two winters for this boat",
        "We have waited two winters for this boat — Brandt",
    ],
)  # fmt: skip
def test_the_same_words_are_verbatim_however_they_are_set(entry: Entry, text: str):
    found = only(text, entry)
    assert (found.verdict, found.differences) == ("verbatim", ())
    assert words(entry, found) == "We have waited two winters for this boat"
    assert speaker(entry, found) == "Ilse Brandt"
    assert "waited" in text[found.start : found.end].casefold()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Nobody should have to swim”", [("swim", "row")]),
        ("“Somebody should have to row”", [("Somebody", "Nobody")]),
        ("“We have waited winters for this boat”", [("", "two")]),
        ("“We have never waited two winters for this boat”", [("never", "")]),
        ("“The gulls never rote bak”", [("rote bak", "wrote back")]),
        ("“is no toy and it never was”", [("", ",")]),
        ("“inspectors found 73 cracks in its hull”", [("73", "37")]),
    ],
)
def test_nearly_the_same_words_are_marked_where_they_differ(entry: Entry, text: str, expected: list[tuple[str, str]]):
    found = only(text, entry)
    assert found.verdict == "near"
    assert differences(text, entry, found) == expected


def test_a_word_that_turns_the_meaning_is_never_cut_away_from_the_passage():
    entry = Entry(article_of_paragraphs("war", "", ["“We do not know when this war will end,” Anna Berg said."]), "")
    text = "“We do know when this war will end”"
    found = only(text, entry)
    assert words(entry, found) == "We do not know when this war will end"
    assert differences(text, entry, found) == [("", "not")]


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge will cost nine billion crowns”",
        "It is what it is",
        "“Nobody likes the mayor of this town”",
        "qwertz",
    ],
)
def test_other_words_are_absent(entry: Entry, text: str):
    found = only(text, entry)
    assert (found.verdict, found.passage, found.quote) == ("absent", (), None)


@pytest.mark.parametrize("text", ["", "🙂", "“”", "https://example.org/x <@123>", " \n "])
def test_what_has_no_words_is_not_checked(entry: Entry, text: str):
    assert check_quote(text, [entry]) == ()


def test_a_quotation_that_a_speech_tag_breaks_is_one(entry: Entry):
    for text in ("“The ferry is no toy, and it never was”", "“The ferry,” said Lund, “is no toy, and it never was.”"):
        found = only(text, entry)
        assert found.verdict == "verbatim"
        assert words(entry, found) == "The ferry … is no toy, and it never was"
        assert speaker(entry, found) == "Teodor Lund"


def test_what_is_left_out_is_looked_for_on_either_side(entry: Entry):
    left, right = check_quote("“We have waited … for this boat”", [entry])
    assert (left.verdict, right.verdict) == ("verbatim", "verbatim")
    assert words(entry, right) == "for this boat"


@pytest.mark.parametrize(
    "text",
    [
        "Lund said: “Nobody should have to row.”",
        "“Nobody should have to row” - Teodor Lund",
        "Nobody should have to row — Lund",
        "> Nobody should have to row.\nsaid Lund",
        "Lund says nobody should have to row",
        "Lund: Nobody should have to row",
    ],
)
def test_whom_the_message_gives_the_words_to_stands_beside_who_said_them(entry: Entry, text: str):
    found = only(text, entry)
    assert found.claimed is not None
    assert "Lund" in text[slice(*found.claimed)]
    assert found.claimed_person is not None
    assert entry.article.slice(found.claimed_person.name) == "Teodor Lund"
    assert speaker(entry, found) == "Ilse Brandt"


@pytest.mark.parametrize("text", ["he said nobody should have to row", "“Nobody should have to row,” they said"])
def test_a_pronoun_names_nobody(entry: Entry, text: str):
    assert only(text, entry).claimed_person is None


def test_a_name_is_told_from_what_stands_before_it(entry: Entry):
    found = only("lol I just read that Lund said nobody should have to row", entry)
    assert found.claimed_person is not None
    assert found.verdict == "verbatim"


def test_words_of_the_writer_have_no_speaker(entry: Entry):
    found = only("“The ferry was laid up in 2021”", entry)
    assert (found.verdict, found.quote) == ("verbatim", None)


def test_each_quotation_of_a_message_is_checked_by_itself(entry: Entry):
    found = check_quote("“Nobody should have to row” but “the boat is on fire” and “no toy”", [entry])
    assert [f.verdict for f in found] == ["verbatim", "absent", "verbatim"]


def test_a_quotation_counts_before_the_same_words_outside_of_one_and_all_articles_are_searched():
    one = Entry(article_of_paragraphs("one", "", ["It rains on the harbour.", "Nothing else."]), "")
    two = Entry(
        article_of_paragraphs("two", "", ["It rains on the harbour.", "“It rains on the harbour,” Ada Moss said."]), ""
    )
    found = only("It rains on the harbour", one, two)
    assert (found.passage[0].article, found.passage[0].place) == ("two", 2)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_run_of_words_of_an_article_is_verbatim(data: st.DataObject, seed: Article):
    entry = _entry(seed)
    paragraph = data.draw(st.sampled_from(seed.body))
    document = next(d for d in entry.wording.documents if d.pieces[0][0] == paragraph.place)
    first = data.draw(st.integers(0, len(document.words) - 1))
    last = data.draw(st.integers(first, len(document.words) - 1))
    text = paragraph.text[document.words[first][1].start : document.words[last][1].end]
    bare = text.translate(str.maketrans("", "", "“”"))
    assert only(f"“{bare}”", entry).verdict == "verbatim"


_ENTRIES: dict[str, Entry] = {}


def _entry(article: Article) -> Entry:
    return _ENTRIES.setdefault(article.name, Entry(article, ""))


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("ferry we two winters row“”\"'>\n -—…[]*_<@1 ."), max_size=120))
def test_anything_can_be_asked_and_offsets_are_its_own(text: str):
    entry = _entry(article_of_paragraphs("ferry", "", FERRY))
    for found in check_quote(text, [entry]):
        assert 0 <= found.start < found.end <= len(text)
        for difference in found.differences:
            assert found.start <= difference.asked[0] <= difference.asked[1] <= found.end
            assert difference.found is None or entry.article.slice(difference.found)
        assert (found.verdict == "absent") == (not found.passage)
        assert (found.verdict == "near") == bool(found.differences)


def test_long_questions_and_long_articles_end_soon():
    article = article_of_paragraphs(
        "long", "", [f"The ferry number {i} sails to port {i * 7 % 1000}." for i in range(3000)]
    )
    entry = Entry(article, "")
    entry.__dict__.update(quotes=(), people=())
    entry.wording.likely("ferry", 1)
    for text in ("the ferry sails to port 12 " * 80, "“" * 2000, "a b " * 1000, "“ferry number 77 sails to part 539”"):
        began = time.process_time()
        check_quote(text[:4000], [entry])
        assert time.process_time() - began < 1
