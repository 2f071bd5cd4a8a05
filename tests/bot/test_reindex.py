"""/reindex, as a moderator and as a member."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from bot.client import ArticleBot
from bot.settings import Settings
from index.library import Changes, Library
from tests.bot.conftest import connected
from tests.fake_discord import FakeDiscord


async def test_a_moderator_is_told_in_private_what_has_changed(discord: FakeDiscord, bot: ArticleBot, seeds: Path):
    (seeds / "harbour.txt").write_text("Harbour Town Waits\n\nThe ferry stays where it is.\n", "utf-8")
    (seeds / "bridge.txt").write_text("The Bridge Closes\n\nThe bridge will close in May.\n\nIt is old.\n", "utf-8")
    (seeds / "picture.txt").write_bytes(bytes(range(256)) * 4)
    message = (await discord.command(discord.world.grace, "reindex")).message
    assert message.private
    text = message.embed["description"]
    assert "**Added:** bridge" in text
    assert "**Changed:** harbour" in text
    assert "picture.txt" in text
    assert message.embed["footer"]["text"].startswith("2 articles, 3 paragraphs, ")
    assert message.embed["footer"]["text"].endswith(" ms")
    (seeds / "bridge.txt").unlink()
    again = (await discord.command(discord.world.grace, "reindex")).message
    assert "**Removed:** bridge" in again.embed["description"]
    assert bot.libraries.host.names == ("harbour",)


@pytest.mark.usefixtures("bot")
async def test_nothing_new_is_said_so(discord: FakeDiscord):
    assert "Nothing has changed." in (await discord.command(discord.world.grace, "reindex")).message.text


@pytest.mark.usefixtures("bot")
async def test_a_member_is_not_offered_it_and_is_refused_if_the_server_offers_it(discord: FakeDiscord, bot: ArticleBot):
    before = bot.libraries.host
    with pytest.raises(PermissionError):
        await discord.command(discord.world.ada, "reindex")
    message = (await discord.command(discord.world.ada, "reindex", unhidden=True)).message
    assert message.private
    assert message.content == "Only those who may manage this server can do that."
    assert bot.libraries.host is before


async def test_it_is_no_command_for_a_direct_conversation(discord: FakeDiscord, bot: ArticleBot):
    assert discord.commands.named("reindex", None)["contexts"] == [0]
    direct = discord.world.direct(discord.world.ada)
    message = (await discord.command(discord.world.ada, "reindex", channel=direct, unhidden=True)).message
    assert message.content == "Only those who may manage this server can do that."


async def test_a_reindex_that_fails_leaves_the_old_articles_answering(
    discord: FakeDiscord, bot: ArticleBot, seeds: Path
):
    shutil.rmtree(seeds)
    message = (await discord.command(discord.world.grace, "reindex")).message
    assert message.private
    assert "those from before still answer" in message.content
    reply = await discord.command(discord.world.ada, "ask", question="How much did the repairs cost?")
    assert bot.libraries.host.text(
        bot.libraries.host.ask("How much did the repairs cost?").sentence
    ) in reply.message.text.replace("**", "")


class SlowLibrary(Library):
    """Takes its time to reread."""

    def reread(self) -> tuple[Library, Changes]:
        import time

        time.sleep(2.2)
        return super().reread()


async def test_a_slow_one_is_acknowledged_in_time_and_not_begun_twice(discord: FakeDiscord, settings: Settings):
    library = Library.load(settings.seeds)
    library.__class__ = SlowLibrary
    async with connected(discord, settings, library):
        first = await discord.begin(discord.world.grace, "reindex")
        await asyncio.sleep(0.2)
        second = await discord.command(discord.world.grace, "reindex")
        assert "already" in second.message.content
        asked = await discord.command(discord.world.ada, "ask", question="How much did the repairs cost?")
        assert asked.acknowledged < 1
        await first.until(lambda i: i.done)
        assert first.acknowledged < 3
        assert first.message.embed["title"] == "Reindexed"
