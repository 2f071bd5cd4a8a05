"""/help: one page for a newcomer, whose examples are tried here as they are shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from discord import AppCommandType

from bot.client import ArticleBot
from bot.settings import Settings
from bot.try_these import try_these
from bot.words import ASK_ABOUT, CHECK
from index.library import Library
from tests.bot.conftest import connected, reindexed
from tests.fake_discord import FakeDiscord, Message, shown

STYLES = sorted((Path(__file__).parent.parent / "index" / "house_styles").glob("*.txt"))


def parts(message: Message) -> dict[str, list[str]]:
    """The lines below each heading."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in shown(message.embed["description"]).text.split("\n"):
        if line.startswith("• "):
            found[heading].append(line[2:])
        elif line:
            heading = line
            found[heading] = []
    return found


@pytest.mark.usefixtures("bot")
async def test_what_it_says_to_try_works_as_it_stands(discord: FakeDiscord):
    world = discord.world
    page = (await discord.command(world.ada, "help")).message
    assert page.private
    tried = [re.fullmatch(r"/(\w+) (\w+): (.+)", line) for line in parts(page)["Try these"]]
    assert {t[1] for t in tried} >= {"ask", "who", "quote", "when", "where"}
    for command in tried:
        message = (await discord.command(world.ada, command[1], **{command[2]: command[3]})).message
        assert shown(message.embed["description"]).quoted or "•" in message.text
        assert "does not say" not in message.text


async def test_members_and_moderators_are_told_their_commands(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    for_ada = parts((await discord.command(world.ada, "help")).message)
    for_grace = parts((await discord.command(world.grace, "help")).message)
    assert "For moderators" not in for_ada
    listed = {
        re.match(r"/(\w+)", line)[1]: name for name, lines in for_grace.items() for line in lines if line[0] == "/"
    }
    for command in bot.tree.get_commands(type=AppCommandType.chat_input):
        name = "For moderators" if command.default_permissions else "What else there is"
        assert command.name in ("ask", "help") or listed[command.name] == name
    assert any("/reindex" in line for line in for_grace["For moderators"])
    assert "I read no messages" in for_grace["What does not reach me"][0]  # the page has room for all of it


@pytest.mark.usefixtures("bot")
async def test_it_says_how_to_ask_where_one_is(discord: FakeDiscord):
    world = discord.world
    world.installed.add(world.ada)
    in_server = (await discord.command(world.ada, "help")).message.text
    direct = (await discord.command(world.ada, "help", channel=world.direct(world.ada))).message.text
    away = (await discord.command(world.ada, "help", channel=world.elsewhere.channels[0])).message.text
    assert world.bot.mention in in_server
    assert all(menu in in_server for menu in (ASK_ABOUT, CHECK))
    assert "with the ping turned off" in in_server
    assert "Just write me your question" in direct
    assert world.bot.mention not in direct + away
    assert "/articles" in in_server
    assert "/articles" not in direct + away
    assert all("**/quote**" in text for text in (in_server, direct, away))
    assert "I see commands only" in away


async def test_a_library_of_many_long_titled_articles_keeps_to_a_page(
    discord: FakeDiscord, settings: Settings, seeds: Path
):
    for number in range(30):
        title = f"Report *{number}* " + "on the [state](https://x.y) of `the harbour` " * 12
        (seeds / f"report-{number}.txt").write_text(f"---\ntitle: {title}\n---\nNothing new.\n", "utf-8")
    async with connected(discord, settings):
        page = (await discord.command(discord.world.grace, "help")).message
        assert "31 articles" in page.text
        (seeds / "harbour.txt").unlink()
        await reindexed(discord, discord.world.grace)
        assert (await discord.command(discord.world.grace, "help")).message.embed["title"]


@pytest.mark.parametrize("path", STYLES, ids=lambda p: p.stem)
def test_articles_of_all_kinds_give_something_to_try(path: Path):
    library = Library.load_file(path)
    article = library.entry().article
    tries = try_these(library, None, "balanced")
    assert len(tries) >= 3
    for t in tries:
        words = t.value.removeprefix("Who is ").removeprefix("the ").strip("“”?")
        assert words in article.text or t.command == "ask"
        if t.command == "ask":
            assert library.ask(t.value).verdict == "answered"


def test_of_an_article_that_is_not_meant_nothing_is_shown(seeds: Path):
    (seeds / "mill.txt").write_text("The Mill\n\nMiller Jan Teal opened the mill in Thornby in 1911.\n", "utf-8")
    library = Library.load(seeds)
    tries = try_these(library, "mill", "balanced")
    assert tries
    assert all(t.value.removeprefix("Who is ").strip("?") in library.entry("mill").article.text for t in tries)
