import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import ArticleError
from index.parse import parse_article

PROSE = "The council met on Monday and talked for an hour about the bridge, the school and the price of bread in town."


def places(text):
    return [p.place for p in parse_article("x", text).paragraphs]


def test_the_seed_has_all_its_parts(seed):
    assert seed.title.startswith("In Kyiv, NATO Chief Says")
    assert [p.place for p in seed.paragraphs] == ["title", "deck", *range(1, 12), "byline", "note"]
    assert seed.byline.text == "Author: Dave DeCamp"
    assert seed.at("note").text.startswith("Dave DeCamp is the news editor")


def test_offsets_are_the_texts(seed):
    for p in seed.paragraphs:
        assert seed.text[p.offset : p.offset + len(p.text)] == p.text


def test_line_ends_and_byte_order_mark_make_no_difference():
    text = f"A title\n\n{PROSE}\n\n{PROSE}\n"
    plain = parse_article("x", text)
    assert parse_article("x", "\ufeff" + text.replace("\n", "\r\n")) == plain
    assert parse_article("x", text.replace("\n", "\r")) == plain


def test_hard_wrapped_lines_are_one_paragraph_with_the_files_offsets():
    wrapped = PROSE.replace(" about ", "\nabout ")
    article = parse_article("x", f"A title\n\n{wrapped}\n\n{PROSE}")
    assert [p.text for p in article.body] == [PROSE, PROSE]
    assert article.text[article.body[0].offset :].startswith(wrapped)


def test_a_paragraph_a_line():
    article = parse_article("x", f"A title\n{PROSE}\n{PROSE}\n{PROSE}\n")
    assert article.title == "A title"
    assert len(article.body) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Title\n\nBy Jane Doe\n\n{PROSE}", ["title", "byline", 1]),
        (
            f"Title\n\nA deck without a full stop\n\nBy Jane Doe\n\n2 June 2023\n\n{PROSE}",
            ["title", "deck", "byline", 1],
        ),
        (f"Title\nBy Jane Doe\n2 June 2023\n\n{PROSE}", ["title", "byline", 1]),
        (f"The Mayor Opens the Long Bridge.\n\n{PROSE}", ["title", 1]),
        (f"Title\n\nHe asked: who did it?\n\n{PROSE}", ["title", 1, 2]),
        (f"{PROSE}\n\n{PROSE}", [1, 2]),
        (f"{PROSE}", [1]),
        ("Only a title", [1]),
        (f"# Title\n\n{PROSE}\n\n## By the numbers\n\n{PROSE}", ["title", 1, 2, 3]),
        (
            f"Title\n\nBy Jane Doe\n\n{PROSE}\n\nThis article was first published in a magazine.",
            ["title", "byline", 1, "note"],
        ),
        (f"Title\n\n{PROSE}\n\nBy 2005 the town had grown.", ["title", 1, 2]),
        (f"---\ntitle: T\n---\nA short line\n\nBy Me\n\n{PROSE}", ["title", 1, 2, 3]),
        (f"---\ntitle: T\nauthor: Jane\nsubtitle: S\n---\n# T\n\n{PROSE}", ["title", "deck", "byline", 1]),
        (f"---\nauthor: Jane\n---\nHeading\n\n{PROSE}", ["byline", "title", 1]),
    ],
)
def test_parts(text, expected):
    assert places(text) == expected


def test_front_matter_gives_date_source_and_language():
    article = parse_article(
        "x", f"---\ntitle: 'It’s: here'\npublished: 2023-04-21\nsource: A paper\nlanguage: en\n---\n{PROSE}"
    )
    assert (article.title, str(article.published), article.source, article.language) == (
        "It’s: here",
        "2023-04-21",
        "A paper",
        "en",
    )
    title = article.at("title")
    assert article.text[title.offset :].startswith("It’s: here")


def test_broken_front_matter_names_its_line():
    with pytest.raises(ArticleError, match="line 3"):
        parse_article("x", f"---\ntitle: a\nauthor: b: c\n---\n{PROSE}")


@pytest.mark.parametrize("text", ["", "\n\n", "---\ntitle: x\n---\n", "***\n\n—\n"])
def test_no_words(text):
    with pytest.raises(ArticleError, match="no text"):
        parse_article("x", text)


@given(st.text(alphabet=st.sampled_from("ab. \n\r\t#-:By’“”🙂A\u00a0"), max_size=200))
def test_any_text_keeps_exact_offsets_and_numbers(text):
    try:
        article = parse_article("x", text)
    except ArticleError:
        return
    assert [p.place for p in article.body] == list(range(1, len(article.body) + 1))
    assert article.body
    for p in article.paragraphs:
        if p.offset is not None:
            raw = article.text[p.offset : p.offset + len(p.text)]
            assert "".join(raw.split()) == "".join(p.text.split())
        assert p.text.strip() == p.text != ""
        assert p.sentences


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("Author: Jane Doe", "Jane Doe"),
        ("Written by Jo and Al", "Jo and Al"),
        ("BY JANE DOE\n\n2 June 2023", "JANE DOE"),
    ],
)
def test_the_author_is_the_byline_without_its_lead(byline, author):
    article = parse_article("x", f"Title\n\n{byline}\n\n{PROSE}")
    assert article.slice(article.author) == author
