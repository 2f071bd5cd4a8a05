"""/reindex, as a moderator and as a member."""

from __future__ import annotations

import asyncio
import shutil
import time
from pathlib import Path

import pytest

from bot.client import ArticleBot
from bot.permissions import MODERATORS_ONLY, SERVER_ONLY
from bot.reindexing import BUSY
from bot.settings import Settings
from index.library import Changes, Library, Progress
from tests.bot.conftest import connected, reindexed
from tests.fake_discord import FakeDiscord


async def test_a_moderator_is_told_in_private_what_has_changed(discord: FakeDiscord, bot: ArticleBot, seeds: Path):
    (seeds / "harbour.txt").write_text("Harbour Town Waits\n\nThe ferry stays where it is.\n", "utf-8")
    (seeds / "bridge.txt").write_text("The Bridge Closes\n\nThe bridge will close in May.\n\nIt is old.\n", "utf-8")
    (seeds / "picture.txt").write_bytes(bytes(range(256)) * 4)
    message = await reindexed(discord, discord.world.grace)
    assert message.private
    text = message.embed["description"]
    assert "**Added:** bridge" in text
    assert "**Changed:** harbour" in text
    assert "picture.txt" in text
    assert message.embed["footer"]["text"].startswith("2 articles, 3 paragraphs, ")
    assert message.embed["footer"]["text"].endswith(" ms")
    (seeds / "bridge.txt").unlink()
    again = await reindexed(discord, discord.world.grace)
    assert "**Removed:** bridge" in again.embed["description"]
    assert bot.libraries.host.names == ("harbour",)


@pytest.mark.usefixtures("bot")
async def test_nothing_new_is_said_so(discord: FakeDiscord):
    assert "Nothing has changed." in (await reindexed(discord, discord.world.grace)).text


@pytest.mark.usefixtures("bot")
async def test_a_member_is_not_offered_it_and_is_refused_if_the_server_offers_it(discord: FakeDiscord, bot: ArticleBot):
    before = bot.libraries.host
    with pytest.raises(PermissionError):
        await discord.command(discord.world.ada, "reindex")
    message = await reindexed(discord, discord.world.ada)
    assert message.private
    assert message.content == MODERATORS_ONLY
    assert bot.libraries.host is before


async def test_a_moderator_by_role_may(discord: FakeDiscord, bot: ArticleBot):
    assert bot.store is not None
    world = discord.world
    await bot.store.guild_settings.put(world.reading.id, {"moderator_roles": [world.librarians.id]})
    message = await reindexed(discord, world.linus)
    assert message.embed["title"] == "Reindexed"


async def test_one_article_is_read_anew_and_the_others_are_left(discord: FakeDiscord, bot: ArticleBot, seeds: Path):
    world = discord.world
    for name in ("bridge", "mill"):
        (seeds / f"{name}.txt").write_text(f"The {name.title()} Closes\n\nIt will close in May.\n", "utf-8")
    (seeds / "harbour.txt").write_text("Harbour Town Waits\n\nThe ferry stays where it is.\n", "utf-8")
    for typed, line in (("bridge", "**Added:** bridge"), ("harbour", "**Changed:** harbour"), ("bridge", "Nothing")):
        message = await reindexed(discord, world.grace, article=typed)
        assert message.embed["description"].startswith(line)
    assert bot.libraries.host.names == ("bridge", "harbour")
    (seeds / "bridge.txt").unlink()
    message = await reindexed(discord, world.grace, article="The Bridge Closes")
    assert "**Removed:** bridge" in message.embed["description"]
    assert bot.libraries.host.names == ("harbour",)
    choices = await discord.complete(world.grace, "reindex", "article", "harb")
    assert [choice["value"] for choice in choices] == ["harbour"]
    strange = await reindexed(discord, world.grace, article="zzzzqqqq")
    assert "There is no article “zzzzqqqq”" in strange.content
    assert strange.private


async def test_what_the_guild_has_of_its_own_is_read_anew_for_it_alone(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    assert bot.store is not None
    await bot.store.articles.add(world.reading.id, "mill", b"The Mill Burns\n\nThe mill burned in May.\n")
    theirs = await reindexed(discord, world.grace)
    assert "**This server's own:** 1 article, 1 paragraph, read anew" in theirs.embed["description"]
    one = await reindexed(discord, world.grace, article="mill")
    assert one.embed["description"] == "**This server's own:** 1 article, 1 paragraph, read anew"
    others = await reindexed(discord, world.edith)
    assert others.embed["description"] == "Nothing has changed."
    assert "There is no article" in (await reindexed(discord, world.edith, article="mill")).content
    await bot.store.articles.add(world.reading.id, "noise", b"\x00\x01\x02")
    broken = await reindexed(discord, world.grace)
    assert "noise was left out" in broken.embed["description"]
    assert "noise" not in (await reindexed(discord, world.edith)).text


async def test_the_log_channel_says_who_and_what(discord: FakeDiscord, bot: ArticleBot, seeds: Path):
    world = discord.world
    assert bot.store is not None
    await bot.store.guild_settings.put(world.reading.id, {"log_channel_id": world.desk.id})
    (seeds / "bridge.txt").write_text("The Bridge Closes\n\nIt will close in May.\n", "utf-8")
    (seeds / "picture.txt").write_bytes(bytes(range(256)) * 4)
    await reindexed(discord, world.grace)
    noted = await discord.spoken()
    assert noted.channel is world.desk
    assert noted.text == f"{world.grace.mention} (grace) read the articles anew: 1 added, 1 problem."
    assert not noted.pings


async def test_it_is_no_command_for_a_direct_conversation(discord: FakeDiscord, bot: ArticleBot):
    assert discord.commands.named("reindex", None)["contexts"] == [0]
    direct = discord.world.direct(discord.world.ada)
    message = (await discord.command(discord.world.ada, "reindex", channel=direct, unhidden=True)).message
    assert message.content == SERVER_ONLY


async def test_a_reindex_that_fails_leaves_the_old_articles_answering(
    discord: FakeDiscord, bot: ArticleBot, seeds: Path
):
    shutil.rmtree(seeds)
    message = await reindexed(discord, discord.world.grace)
    assert message.private
    assert "those from before still answer" in message.content
    reply = await discord.command(discord.world.ada, "ask", question="How much did the repairs cost?")
    assert bot.libraries.host.text(
        bot.libraries.host.ask("How much did the repairs cost?").sentence
    ) in reply.message.text.replace("**", "")


class SlowLibrary(Library):
    """Takes its time to reread, and tells how far it is."""

    def reread(self, only: str | None = None, progress: Progress = lambda *_: None) -> tuple[Library, Changes]:
        for done in range(4):
            progress(done, 4)
            time.sleep(0.9)
        return super().reread(only)


def slow(settings: Settings) -> Library:
    library = Library.load(settings.seeds)
    library.__class__ = SlowLibrary
    return library


async def test_a_slow_one_shows_how_far_it_is_and_is_not_begun_twice(discord: FakeDiscord, settings: Settings):
    async with connected(discord, settings, slow(settings)):
        first = await discord.begin(discord.world.grace, "reindex")
        await asyncio.sleep(0.2)
        second = await reindexed(discord, discord.world.grace)
        assert second.content == BUSY
        asked = await discord.command(discord.world.ada, "ask", question="How much did the repairs cost?")
        assert asked.acknowledged < 1
        await first.until(lambda i: i.done)
        assert first.acknowledged < 2
        assert first.message.private
        seen = [first.message.content]
        while not first.message.embeds:
            edits = first.message.edits
            await first.until(lambda i, edits=edits: i.message.edits > edits)
            seen.append(first.message.content)
        assert seen[0].startswith("Reading the articles anew: ")
        assert seen[0].endswith(" of 4…")
        assert len(seen) == len(set(seen)) >= 3
        assert seen[-1] == ""
        assert first.message.embed["title"] == "Reindexed"
        assert first.followups == []


async def test_a_slow_one_that_fails_leaves_only_the_reason(discord: FakeDiscord, settings: Settings, seeds: Path):
    async with connected(discord, settings, slow(settings)):
        under_way = await discord.begin(discord.world.grace, "reindex")
        await under_way.until(lambda i: i.done)
        said = under_way.message
        shutil.rmtree(seeds)
        await under_way.until(lambda i: bool(i.followups))
        assert "those from before still answer" in under_way.followups[0].content
        assert under_way.followups[0].private
        assert said.id not in discord.messages


async def test_questions_wait_for_no_index_after_it(discord: FakeDiscord, bot: ArticleBot, seeds: Path):
    (seeds / "bridge.txt").write_text("The Bridge Closes\n\nIt will close in May.\n", "utf-8")
    before = bot.libraries.host
    await reindexed(discord, discord.world.grace)
    assert bot.libraries.host is not before
    assert None in bot.libraries.host._answerer._retrievers
