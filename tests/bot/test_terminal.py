"""The chat, its commands and its cards, as text."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot.errors import UsageError
from bot.settings import Settings
from bot.terminal.cards import answer_cards, card, paragraph_card
from bot.terminal.chat import picture
from bot.terminal.commands import HELP, Conversation, Quit
from bot.terminal.plain import plain
from bot.terminal.prompt import Completions, typed_lines
from index.answer import Answer
from index.library import Entry, Library
from index.records import article_of_paragraphs
from tests.bot.made import cite, made_library


@pytest.fixture
def talk(tmp_path: Path) -> Conversation:
    (tmp_path / "seeds").mkdir()
    return Conversation(made_library(), Settings.of({"limits": {"question_characters": 100}}, tmp_path))


def shown(*parts: object, styled: bool = False, width: int = 80) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=styled, markup=False, highlight=False, legacy_windows=False)
    for part in parts:
        console.print(part)
    return out.getvalue()


def said(talk: Conversation, line: str) -> str:
    return shown(*talk.respond(line))


def test_an_answer_card_has_the_short_answer_the_sentence_and_its_place(talk: Conversation) -> None:
    library = talk.library
    article = library.entry().article
    sentence = cite(article, 1, "Mayor Ada Quill opened the bridge on Monday.")
    answer = Answer("Who opened it?", True, "answered", sentence, cite(article, 1, "Ada Quill"), 0.9, "sure", ())
    text = shown(*answer_cards(library, answer, "It was cut."))
    lines = [line.strip("│ ") for line in text.splitlines()]
    assert "Who opened it?" in lines[0]
    assert lines[1:4] == ["Ada Quill", "> Mayor Ada Quill opened the bridge on Monday.", "¶ 1 · A bridge opens · sure"]
    assert lines[4:6] == ["It was cut.", "Only the first question was answered: ask one at a time."]
    assert "Mayor \x1b[1mAda Quill\x1b[0m opened" in shown(*answer_cards(library, answer), styled=True)


def test_a_refusal_says_so_and_shows_the_closest_passage(talk: Conversation) -> None:
    closest = cite(talk.library.entry().article, 3, "Engineer Tom Bray called it “sturdy”.")
    answer = Answer("Why?", False, "not_in_article", closest, None, 0.1, "unsure", ())
    text = shown(*answer_cards(talk.library, answer))
    assert "The article does not say." in text
    assert "The closest it comes:" in text
    assert "> Engineer Tom Bray" in text
    assert "¶ 3 · A bridge opens" in text


def test_a_quotation_of_many_lines_is_marked_on_each(talk: Conversation) -> None:
    closest = cite(
        talk.library.entry().article, 2, "The old ferry, with [bold]no[/bold] *passengers*, will stop in May."
    )
    answer = Answer("Why?", False, "not_in_article", closest, None, 0.1, "unsure", ())
    quoted = [line for line in shown(*answer_cards(talk.library, answer), width=40).splitlines() if "> " in line]
    assert len(quoted) == 3
    assert "[bold]no[/bold] *passengers*" in " ".join(line.strip("│> ") for line in quoted)


def test_a_plain_question_and_ask_are_the_same(talk: Conversation) -> None:
    assert said(talk, "When will the ferry stop?") == said(talk, "/ask When will the ferry stop?")
    assert "May" in said(talk, "  When will the ferry stop?  ")


def test_a_long_question_is_answered_in_part_and_says_so(talk: Conversation) -> None:
    assert "only the first" in said(talk, "When will the ferry stop? " * 20)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("🙂🙂", "no words"),
        ("/ask", "no words"),
        ("/nix", "no command /nix: /help"),
        ("/more", "Ask a question first"),
        ("/article 9", "paragraphs 1 to 3"),
        ("/article 0", "paragraphs 1 to 3"),
        ("/article zzzz", "no article “zzzz”: try “A bridge opens”"),
        ("/who Xerxes", "Nobody is named like “Xerxes”"),
        ("/quote Xerxes", "No quotation fits “Xerxes”. Quoted are Ada Quill, Tom Bray"),
        ("/reindex", "no-such-folder"),
        ("/when elephants", "No time is named in a sentence about “elephants”."),
        ("/where", "No place is named."),
        ("/check", "no words to check"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(talk: Conversation, line: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        said(talk, line)
    assert words in str(caught.value)


def test_nothing_typed_shows_nothing(talk: Conversation) -> None:
    assert said(talk, "  ") == ""


def test_more_shows_the_alternatives_of_the_last_answer(talk: Conversation) -> None:
    said(talk, "When will the ferry stop?")
    text = said(talk, "/more")
    assert "More passages: When will the ferry stop?" in text
    assert "¶" in text


@pytest.mark.parametrize("wanted", ["Quill", "about holds", "Quill about holds", "quil"])
def test_quote_finds_by_speaker_and_topic(talk: Conversation, wanted: str) -> None:
    text = said(talk, f"/quote {wanted}")
    assert "Ada Quill" in text
    assert "Mayor" in text
    assert "“It stands,”" in text
    assert "Bray" not in text


def test_quote_alone_draws_one_by_lot(talk: Conversation) -> None:
    drawn = {said(talk, "/quote") for _ in range(40)}
    assert len(drawn) == 2


def test_who_shows_role_words_and_places(talk: Conversation) -> None:
    text = said(talk, "/who qill")
    for words in ("Ada Quill", "also: Quill", "Mayor (¶ 1)", "“It stands, … and it holds.” ¶ 1", "mentioned in ¶ 1"):
        assert words in text
    assert "Tom Bray" in said(talk, "/who")


def test_when_shows_times_in_their_sentences(talk: Conversation) -> None:
    text = said(talk, "/when")
    assert "> Mayor Ada Quill opened the bridge on Monday." in text
    assert "¶ 1 · Monday" in text
    assert "Monday" not in said(talk, "/when ferry")
    assert "on \x1b[1mMonday\x1b[0m." in shown(*talk.respond("/when"), styled=True)


def test_where_shows_places(talk: Conversation) -> None:
    article = article_of_paragraphs("trip", "A trip", ["He flew to Kyiv.", "In Kyiv and Vilnius it rained."])
    entry = Entry(article, "")
    talk.library = Library(Path("none"), [entry], talk.library._answerer)
    text = said(talk, "/where")
    assert "Kyiv (¶ 1, 2)" in text
    assert "> He flew to Kyiv." in text
    assert "> In Kyiv and Vilnius it rained." in said(talk, "/where rain")


def test_check_says_what_differs_and_who_said_it(talk: Conversation) -> None:
    text = said(talk, "/check Bray said “it stands, and it falls”")
    for words in (
        "Nearly",
        "Asked: it stands, and it falls",
        "falls / holds",
        "Said by Ada Quill. The message names Tom Bray.",
    ):
        assert words in text
    assert "Not in the article" in said(talk, "/check “elephants fly at night”")
    assert "Word for word" in said(talk, "/check It stands")


def test_an_unsure_speaker_is_not_named(talk: Conversation) -> None:
    entry = talk.library.entry()
    entry.__dict__["quotes"] = (entry.quotes[0], replace(entry.quotes[1], confidence=0.4))
    text = said(talk, "/quote about sturdy")
    assert "Speaker unclear" in text
    assert "> Engineer Tom Bray called it “sturdy”." in text
    assert "sturdy" not in said(talk, "/who Bray")


def test_article_shows_its_head_or_its_paragraphs(talk: Conversation) -> None:
    assert "3 paragraphs" in said(talk, "/article")
    assert "3 paragraphs" in said(talk, "/article bridge opens")
    text = said(talk, "/article ¶ 2-3")
    assert "¶ 2  The old ferry" in text
    assert "¶ 3  Engineer" in text
    assert "¶ 1" not in text


def test_help_names_every_command_and_quit_leaves(talk: Conversation) -> None:
    text = said(talk, "/help")
    for command in HELP:
        assert command.split()[0] in text
        if command != "/quit":
            try:
                talk.respond(command.split()[0])
            except UsageError as error:
                assert "no command" not in str(error)  # noqa: PT017
    with pytest.raises(Quit):
        talk.respond("/quit")


def test_a_reindex_reports_changes_and_a_failed_one_keeps_the_articles(talk: Conversation, tmp_path: Path) -> None:
    seed = tmp_path / "seeds" / "one.txt"
    seed.write_text("The first words of this.\n\nThe ferry stops in May.")
    talk.library = Library.load(seed.parent)
    (seed.parent / "two.txt").write_text("Two\n\nThe bridge opens in June, after all.")
    assert "added: two" in said(talk, "/reindex")
    for file in seed.parent.iterdir():
        file.unlink()
    with pytest.raises(UsageError, match="kept"):
        said(talk, "/reindex")
    assert "ferry" in said(talk, "When does the ferry stop?")


def completions(talk: Conversation, typed: str) -> list[str]:
    found = Completions(talk).get_completions(Document(typed), CompleteEvent())
    return [typed[: len(typed) + c.start_position] + c.text for c in found]


def test_tab_completes_commands_people_and_titles(talk: Conversation) -> None:
    assert completions(talk, "/qu") == ["/quote ", "/quit "]
    assert completions(talk, "/who qui") == ["/who Ada Quill"]
    assert set(completions(talk, "/quote ")) == {"/quote Ada Quill", "/quote Tom Bray"}
    assert completions(talk, "/where qui") == ["/where Ada Quill"]
    assert completions(talk, "/wh") == ["/who ", "/when ", "/where "]
    assert completions(talk, "/article br") == ["/article A bridge opens"]
    assert completions(talk, "who") == []


def test_a_picture_is_the_same_each_time_and_fetches_nothing(talk: Conversation, tmp_path: Path) -> None:
    lines = ["When will the ferry stop?\n", "\n", "/quote\n", "🙂\n", "/quit\n", "/help\n"]
    drawn = []
    for name in ("a.svg", "b.svg"):
        assert picture(talk, lines, tmp_path / name) == 0
        drawn.append((tmp_path / name).read_bytes())
    assert drawn[0] == drawn[1]
    text = drawn[0].decode().replace("&#160;", " ")
    assert text.count("When will the ferry stop?") == 2  # as typed, and on the card
    assert "no words" in text
    assert "/reindex" not in text  # what follows /quit
    assert "url(http" not in text
    assert "@font-face" not in text


HOSTILE = "\x1b]52;c;aGk=\x07\x1b[2J\x9b31mred\u202eevil\u2066\ud800\r\n[red]x[/red]"


def test_articles_cannot_command_the_terminal() -> None:
    article = article_of_paragraphs("bad", HOSTILE, [HOSTILE])
    text = shown(card(HOSTILE), paragraph_card(article, article.body))
    assert not {"\x1b", "\x07", "\x9b", "\r", "\u202e", "\u2066", "\ud800"} & set(text)
    assert "[red]x[/red]" in text


@given(st.text(st.characters()))
def test_plain_text_is_one_line_and_keeps_every_visible_character(text: str) -> None:
    made = plain(text)
    assert "\n" not in made
    assert [c for c in made if c.isalnum()] == [c for c in text if c.isalnum()]
    made.encode()


def test_the_prompt_yields_lines_and_remembers_them_for_the_next_time(talk: Conversation, tmp_path: Path) -> None:
    talk.settings = Settings.of({"state": "kept"}, tmp_path)
    for keys, wanted in (
        ("one\rtwo\r\x04", ["one", "two"]),
        ("\x1b[A\r\x04", ["two"]),
        ("dropped\x03three\r\x04", ["three"]),
    ):
        with create_pipe_input() as typed, create_app_session(input=typed, output=DummyOutput()):
            typed.send_text(keys)
            assert list(typed_lines(talk, "› ")) == wanted
    assert (tmp_path / "kept" / "chat-history").stat().st_mode & 0o077 == 0


def test_the_prompt_works_where_nothing_can_be_kept(talk: Conversation, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    talk.settings = Settings.of({"state": "file/state"}, tmp_path)
    with create_pipe_input() as typed, create_app_session(input=typed, output=DummyOutput()):
        typed.send_text("one\r\x04")
        assert list(typed_lines(talk, "› ")) == ["one"]


def test_a_follow_up_shows_what_it_was_taken_to_mean(talk: Conversation) -> None:
    assert "→" not in shown(*talk.respond("Who opened the new bridge?"))
    assert "she → Ada Quill" in shown(*talk.respond("what did she say about the ferry?"))
    assert "When did Ada Quill say" in shown(*talk.respond("when?"))
