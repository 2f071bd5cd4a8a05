"""Article text on Discord reads as it stands, whatever it holds."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.markdown import cut, escape, quote_block, shorten, size, unescape, untagged
from tests.fake_discord import shown

TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), st.sampled_from("\\*_~`|<>[]()@#:-+1. /")),
    max_size=400,
)


@settings(deadline=None)  # a machine may be busy
@given(TEXTS)
@example("@everyone @here <@1> <@&2> <#3> <:smile:4> <t:5:R> </ask:6> <id:guide>")
@example("# Header")
@example("1. one")
@example(" - list")
@example(">>> quote")
@example("see [here](https://example.org/a_b_c) or http://x_y_z")
@example("**bold** __under__ ~~gone~~ ||spoiler|| `code` ```block```")
@example("¯\\_(ツ)_/¯")
def test_escaped_text_is_seen_as_it_stands(text):
    seen = shown(escape(text))
    assert seen.text == text
    assert seen.live == []
    assert seen.bold == []


@given(TEXTS, st.integers(0, 300))
def test_cut_gives_a_beginning_that_fits_and_ends_at_a_word(text, room):
    beginning = cut(text, room)
    assert text.startswith(beginning)
    assert size(escape(beginning)) <= room
    rest = text[len(beginning) :]
    if rest and " " in beginning[1:]:
        assert rest[0].isspace()


@given(TEXTS, st.integers(2, 300))
def test_shortened_text_fits(text, room):
    assert size(shorten(text, room)) <= room


@given(st.data(), TEXTS.filter(bool), st.integers(40, 500))
def test_a_block_quote_fits_and_holds_words_of_the_text_with_the_answer_in_bold(data, text, room):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    block = quote_block(text, room, [(start, end)])
    seen = shown(block)
    assert size(block) <= room
    assert len(seen.quoted) == 1
    assert seen.quoted[0] in text
    assert seen.live == []
    if size(escape(text)) <= room - 12:
        assert seen.quoted == [text]
        assert seen.bold == [w for w in [text[start:end].strip()] if w]
    else:
        assert any(line == "…" for line in block.split("\n"))


def test_several_stretches_stand_in_bold_and_those_that_touch_are_one():
    block = quote_block("It will not rain *here*, he said.", 200, [(3, 7), (7, 11), (17, 20), (20, 23)])
    assert block == "> It **will** **not** rain **\\*here\\***, he said."


def test_a_long_sentence_is_cut_around_its_answer():
    text = "word " * 300 + "the ANSWER stands here " + "more " * 300
    start = text.index("ANSWER")
    block = quote_block(text.strip(), 200, [(start, start + 6)])
    assert block.startswith("…\n> word")
    assert block.endswith("more\n…")
    assert "**ANSWER**" in block
    assert size(block) > 150


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("<@123> who is <@!9>?", "who is ?"),
        ("<:wave:77> hi <a:spin:1> in <#5> at <t:1700000000:R> </ask:8> <@&4>", "hi in at"),
        ("1 < 2 > 0 <b> <@me>", "1 < 2 > 0 <b> <@me>"),
    ],
)
def test_tags_are_no_words(typed: str, plain: str) -> None:
    assert " ".join(untagged(typed).split()) == plain


@given(st.text())
def test_what_was_escaped_can_be_had_back(text: str) -> None:
    assert unescape(escape(text)) == text
