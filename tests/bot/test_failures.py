"""What people see, and what the log holds, when something goes wrong."""

from __future__ import annotations

import re

import pytest

from bot.client import ArticleBot
from bot.settings import Settings
from index.answer import Answer
from index.library import Library
from tests.bot.conftest import connected
from tests.fake_discord import FakeDiscord, shown

QUESTION = "How much did the repairs cost?"


class BrokenLibrary(Library):
    """Has a bug."""

    def ask(self, question: str, *more: object) -> Answer:
        raise ZeroDivisionError("the bug")


@pytest.mark.parametrize("how", ["command", "mention"])
async def test_a_bug_is_one_kind_sentence_and_a_traceback_with_the_same_id(
    discord: FakeDiscord, settings: Settings, caplog: pytest.LogCaptureFixture, how: str
):
    library = Library.load(settings.seeds)
    library.__class__ = BrokenLibrary
    async with connected(discord, settings, library):
        world = discord.world
        if how == "command":
            message = (await discord.command(world.ada, "ask", question=QUESTION)).message
            assert message.private
        else:
            await discord.say(world.ada, f"{world.bot.mention} {QUESTION}")
            message = await discord.spoken()
        found = re.search(r"Something went wrong on my side\..*`([0-9a-f]{8})`", message.text)
        assert found
        assert "the bug" not in message.text
        record = next(r for r in caplog.records if found[1] in r.getMessage())
        assert record.exc_info is not None
        assert record.exc_info[0] is ZeroDivisionError


async def test_a_card_that_discord_refuses_goes_out_as_plain_text(discord: FakeDiscord, bot: ArticleBot):
    answer = bot.libraries.host.ask(QUESTION)  # so that the command need not put it off
    discord.fail_next("/callback", 400, 50035, "Invalid Form Body")
    reply = await discord.command(discord.world.ada, "ask", question=QUESTION)
    discord.refused.clear()
    assert reply.message.embeds == []
    seen = shown(reply.message.content)
    assert seen.quoted == [bot.libraries.host.text(answer.sentence)]
    assert f"¶ {answer.sentence.paragraph}" in seen.text
    assert not reply.message.pings
    page = await discord.command(discord.world.ada, "quote", about="boat")
    discord.fail_next("/callback", 400, 50035, "Invalid Form Body")
    context = await discord.press(discord.world.ada, page.message, "In context")
    discord.refused.clear()
    assert context.message.private
    assert context.message.content


@pytest.mark.usefixtures("bot")
async def test_a_mention_is_answered_though_discord_is_busy_once(discord: FakeDiscord):
    discord.fail_next("/messages", 503)
    await discord.say(discord.world.ada, f"{discord.world.bot.mention} {QUESTION}")
    said = await discord.spoken()
    discord.refused.clear()
    assert said.embed["title"] == QUESTION


@pytest.mark.usefixtures("bot")
async def test_a_mention_falls_back_too(discord: FakeDiscord):
    discord.fail_next("/messages", 400, 50035, "Invalid Form Body")
    await discord.say(discord.world.ada, f"{discord.world.bot.mention} {QUESTION}")
    said = await discord.spoken()
    discord.refused.clear()
    assert said.embeds == []
    assert QUESTION in said.content


@pytest.mark.usefixtures("bot")
async def test_where_it_may_not_write_it_says_nothing(discord: FakeDiscord, caplog: pytest.LogCaptureFixture):
    world = discord.world
    world.reading.permissions[world.bot] = 1 << 10
    await discord.say(world.ada, f"{world.bot.mention} {QUESTION}")
    await discord.silence()
    assert [r for r in caplog.records if r.exc_info] == []
    discord.refused.clear()


async def test_a_command_of_an_older_version_is_one_sentence(discord: FakeDiscord, bot: ArticleBot):
    bot.tree.remove_command("who")
    reply = await discord.command(discord.world.ada, "quote")
    old = await discord.begin(discord.world.ada, "who", name="Nora")
    await old.until(lambda i: i.done)
    assert old.message.content.startswith("This command has changed")
    assert reply.message.embeds
