"""/when, /where, /check and `Check this quote`, over the wire."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date

import pytest_asyncio

from bot.client import ArticleBot
from bot.settings import Settings
from index.library import Entry, Library
from tests.bot.conftest import connected
from tests.bot.made import made_entry, made_library
from tests.fake_discord import FakeDiscord, shown

CHECK = "Check this quote"


@pytest_asyncio.fixture(autouse=True)
async def made_bot(discord: FakeDiscord, settings: Settings) -> AsyncIterator[ArticleBot]:
    async with connected(discord, settings, made_library()) as bot:
        yield bot


async def test_times_stand_in_their_sentences_in_bold(discord: FakeDiscord):
    message = (await discord.command(discord.world.ada, "when")).message
    seen = shown(message.embed["description"])
    assert message.embed["title"] == "When"
    assert seen.bold == ["Monday", "May"]
    assert seen.quoted == [
        "Mayor Ada Quill opened the bridge on Monday.",
        "The old ferry, with [bold]no[/bold] *passengers*, will stop in May.",
    ]
    assert "¶ 2" in seen.text
    assert message.embed["footer"]["text"] == "A bridge opens"


async def test_times_are_resolved_where_the_article_has_a_date(
    discord: FakeDiscord, made_bot: ArticleBot, settings: Settings
):
    entry = made_entry()
    dated = Entry(replace(entry.article, published=date(2023, 4, 20)), "")
    made_bot.libraries.host = Library(settings.seeds, [dated], made_library()._answerer)
    message = (await discord.command(discord.world.ada, "when")).message
    lines = shown(message.embed["description"]).text.split("\n")
    assert "¶ 1 · Monday: Monday 17 April 2023" in lines
    assert "¶ 2 · May: May 2023" in lines


async def test_times_and_places_about_a_topic(discord: FakeDiscord):
    message = (await discord.command(discord.world.ada, "when", about="ferries stopping")).message
    assert shown(message.embed["description"]).bold == ["May"]
    nothing = (await discord.command(discord.world.ada, "when", about="elephants")).message
    assert nothing.private
    assert nothing.content == "No time is named in a sentence about “elephants”."


async def test_places_of_the_harbours_article(discord: FakeDiscord, settings: Settings, made_bot: ArticleBot):
    made_bot.libraries.host = Library.load(settings.seeds)
    message = (await discord.command(discord.world.ada, "where")).message
    seen = shown(message.embed["description"])
    assert seen.bold[:2] == ["Port Amber", "Port Amber"]
    assert "Gull Island (¶ 1)" in seen.text
    assert all(any(q in p.text for p in made_bot.libraries.host.entry().article.paragraphs) for q in seen.quoted)
    where = (await discord.command(discord.world.ada, "where", about="sail again", article="harbour")).message
    assert "Port Amber" in shown(where.embed["description"]).bold


async def test_nowhere_is_a_sentence(discord: FakeDiscord):
    message = (await discord.command(discord.world.ada, "where")).message
    assert message.private
    assert message.content == "No place is named."


async def test_pages_of_times_turn_after_a_restart(discord: FakeDiscord, settings: Settings, made_bot: ArticleBot):
    text = "A long year\n\n" + "\n\n".join(
        f"In {1990 + i} the bridge was painted, for the {i}th time." for i in range(11)
    )
    (settings.seeds / "years.txt").write_text(text, "utf-8")
    made_bot.libraries.host = Library.load(settings.seeds)
    message = (await discord.command(discord.world.ada, "when", about="painted", article="A long year")).message
    assert message.embed["footer"]["text"].endswith("1 of 3")
    await made_bot.close()
    async with connected(discord, settings):
        await discord.press(discord.world.ada, message, "Next ▶")
    assert message.embed["footer"]["text"].endswith("2 of 3")
    assert len(shown(message.embed["description"]).quoted) == 4


async def test_topics_and_articles_are_completed(discord: FakeDiscord):
    for command in ("when", "where", "quote"):
        found = await discord.complete(discord.world.ada, command, "about", "qui")
        assert found[0]["value"] == "Ada Quill"
        articles = await discord.complete(discord.world.ada, command, "article", "bri")
        assert articles[0]["name"] == "A bridge opens"


async def test_a_quotation_is_checked_word_for_word(discord: FakeDiscord):
    message = (await discord.command(discord.world.ada, "check", text="Bray said: “It stands, and it holds.”")).message
    seen = shown(message.embed["description"])
    assert seen.bold == ["Word for word"]
    assert seen.quoted == ["It stands", "and it holds"]
    assert "Said by Ada Quill. The message names Tom Bray." in seen.text
    assert message.embed["footer"]["text"].startswith("¶ 1 · A bridge opens")
    assert not message.private
    context = await discord.press(discord.world.ada, message, "In context")
    assert "It stands" in shown(context.message.embed["description"]).bold


async def test_differing_words_are_marked_on_both_sides(discord: FakeDiscord):
    message = (
        await discord.command(discord.world.ada, "check", text="Mayor Ada Quil opened the bridge on *Tuesday*")
    ).message
    seen = shown(message.embed["description"])
    assert seen.bold[0] == "Nearly: the words in bold differ"
    assert seen.bold[1:] == ["Quil", "Tuesday", "Quill", "Monday"]
    assert "these are the writer’s own words" in seen.text


async def test_somebody_whom_the_article_does_not_know_is_named_in_the_messages_words(discord: FakeDiscord):
    for text, named in (
        ("“It stands, and it holds” - Napoleon Bonaparte", " The message names Napoleon Bonaparte."),
        ("Napoleon said it stands and it holds", " The message names Napoleon."),
        ("he said it stands and it holds", ""),
    ):
        message = (await discord.command(discord.world.ada, "check", text=text)).message
        assert shown(message.embed["description"]).text.endswith(f"Said by Ada Quill.{named}")


async def test_words_that_stand_nowhere_are_absent(discord: FakeDiscord):
    message = (await discord.command(discord.world.ada, "check", text="“The bridge has cost nine billion”")).message
    assert shown(message.embed["description"]).bold == ["Not in the article"]
    assert message.buttons == {}


async def test_any_message_can_be_checked_from_its_menu_in_private(discord: FakeDiscord):
    said = await discord.say(discord.world.grace, "lol, Quill really said “it stands and it falls” @everyone")
    answer = await discord.menu(discord.world.ada, said, CHECK)
    seen = shown(answer.message.embed["description"])
    assert answer.message.private
    assert not answer.message.pings
    assert "Asked: it stands and it falls" in seen.text
    assert "Said by Ada Quill." in seen.text


async def test_a_card_of_the_bot_can_be_checked_and_a_picture_cannot(discord: FakeDiscord):
    card = (await discord.command(discord.world.ada, "quote", about="sturdy")).message
    answer = await discord.menu(discord.world.grace, card, CHECK)
    assert "Said by Tom Bray." in shown(answer.message.embed["description"]).text
    empty = await discord.say(discord.world.grace, "")
    told = await discord.menu(discord.world.ada, empty, CHECK)
    assert told.message.private
    assert told.message.content == "There are no words to check."


async def test_a_message_of_many_quotations_shows_the_first_ones(discord: FakeDiscord):
    text = " and ".join(f"“sturdy number {i} of the bridges”" for i in range(9))
    message = (await discord.command(discord.world.ada, "check", text=text)).message
    assert "Only the first 3 of 9 quotations are shown." in shown(message.embed["description"]).text


async def test_what_is_quoted_twice_has_one_button(discord: FakeDiscord):
    for text in ("> sturdy\n\nand\n\n> sturdy", "“It stands”\n\n“It stands”", "`the bridge` `the bridge`"):
        message = (await discord.command(discord.world.ada, "check", text=text)).message
        assert shown(message.embed["description"]).bold.count("Word for word") in (1, 2)
        labels = [label for label in message.buttons if label.startswith("In context")]
        assert labels == ["In context"]


async def test_times_and_places_of_several_articles_say_which(
    discord: FakeDiscord, settings: Settings, made_bot: ArticleBot
):
    (settings.seeds / "mill.txt").write_text(
        "The mill of Thornby\n\nThe mill in Thornby, Ohio, closed in 1911.", "utf-8"
    )
    made_bot.libraries.host = Library.load(settings.seeds)
    for command in ("when", "where"):
        message = (await discord.command(discord.world.ada, command, about="mill closed ferry")).message
        seen = shown(message.embed["description"]).text
        assert "¶ 1 · The mill of Thornby" in seen
        assert "¶ 3 · Harbour Town Gets Its Ferry Back" in seen or command == "where"
