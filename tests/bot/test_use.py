"""/articles use: which article a channel, its threads, or the whole guild talks about."""

from __future__ import annotations

import pytest

from bot.client import ArticleBot
from bot.settings import Settings
from tests.bot.conftest import connected
from tests.bot.test_articles import MILL, add, file
from tests.fake_discord import FakeDiscord
from tests.fake_discord.attachments import Attached
from tests.fake_discord.world import Channel

SAILS = "When does the ferry sail again?"


@pytest.fixture
def rooms(discord: FakeDiscord) -> dict[str, Channel]:
    guild = discord.world.reading
    general = guild.channels[0]
    others = {
        "thread": Channel("about the mill", guild, parent=general),
        "other": Channel("other", guild),
        "other thread": Channel("aside", guild),
    }
    others["other thread"].parent = others["other"]
    guild.channels += others.values()
    return {"general": general, **others}


async def asked_in(discord: FakeDiscord, rooms: dict[str, Channel], question: str = SAILS) -> dict[str, str]:
    """The title of the article that answers or refuses, by room."""
    found = {}
    for name, room in rooms.items():
        card = (await discord.command(discord.world.ada, "ask", channel=room, question=question)).message
        found[name] = "mill" if "The Mill on the Amber" in card.embed["footer"]["text"] else "harbour"
    return found


async def test_a_channel_with_its_threads_then_a_guild_then_no_more(
    discord: FakeDiscord, rooms: dict[str, Channel], settings: Settings
):
    async with connected(discord, settings):
        grace = discord.world.grace
        await add(discord, file())
        assert set((await asked_in(discord, rooms)).values()) == {"harbour"}
        said = await discord.command(grace, "articles use", article="the mill", channel=rooms["general"])
        assert said.message.private
        assert "are about “The Mill on the Amber” now" in said.message.text
        only = {"general": "mill", "thread": "mill", "other": "harbour", "other thread": "harbour"}
        assert await asked_in(discord, rooms) == only
        await discord.command(grace, "articles use", article="harbour", channel=rooms["thread"])
        assert await asked_in(discord, rooms) == only | {"thread": "harbour"}
        await discord.command(grace, "articles use", article="the mill", where="whole server")
        assert (await asked_in(discord, rooms)) == dict.fromkeys(rooms, "mill") | {"thread": "harbour"}
    await discord.gateway.gone()
    async with connected(discord, settings):
        assert (await asked_in(discord, rooms)) == dict.fromkeys(rooms, "mill") | {"thread": "harbour"}
        await discord.command(grace, "articles use", channel=rooms["thread"])
        await discord.command(grace, "articles use", channel=rooms["general"])
        assert set((await asked_in(discord, rooms)).values()) == {"mill"}
        ended = await discord.command(grace, "articles use", where="whole server")
        assert "are for all articles again" in ended.message.text
        assert set((await asked_in(discord, rooms)).values()) == {"harbour"}


async def test_a_named_article_counts_first_and_all_can_be_chosen(
    discord: FakeDiscord, rooms: dict[str, Channel], bot: ArticleBot
):
    ada = discord.world.ada
    await add(discord, file())
    choices = await discord.complete(ada, "ask", "article", "", question="x")
    assert "All articles" not in [choice["name"] for choice in choices]
    await discord.command(discord.world.grace, "articles use", article="the mill")
    choices = await discord.complete(ada, "ask", "article", "", question="x")
    every = next(choice["value"] for choice in choices if choice["name"] == "All articles")
    for article, title in (("harbour", "Harbour Town"), (every, "Harbour Town"), (None, "The Mill")):
        options = {"article": article} if article else {}
        card = (await discord.command(ada, "ask", question=SAILS, **options)).message
        assert title in card.embed["footer"]["text"]
    for command in ("quote", "when"):
        card = (await discord.command(ada, command)).message
        assert "The Mill" in card.embed["footer"]["text"]
    assert (await discord.command(ada, "article")).message.embed["title"] == "The Mill on the Amber"
    await discord.say(ada, f"{discord.world.bot.mention} {SAILS}")
    assert "The Mill" in (await discord.spoken()).embed["footer"]["text"]


async def test_what_was_talked_about_is_gone_with_its_article_and_back_with_it(discord: FakeDiscord, bot: ArticleBot):
    grace, rooms = discord.world.grace, {"general": discord.world.reading.channels[0]}
    await add(discord, file())
    await discord.command(grace, "articles use", article="the mill")
    asked = (await discord.command(grace, "articles remove", article="the mill")).message
    gone = (await discord.press(grace, asked, "Remove it")).message
    assert await asked_in(discord, rooms) == {"general": "harbour"}
    await discord.press(grace, gone, "Undo")
    assert await asked_in(discord, rooms) == {"general": "mill"}


async def test_moderators_see_it_in_the_log_channel(discord: FakeDiscord, bot: ArticleBot):
    grace, channel = discord.world.grace, discord.world.reading.channels[0]
    await bot.store.guild_settings.put(discord.world.reading.id, {"log_channel_id": channel.id})
    await add(discord, Attached("m.txt", MILL.encode()), name="*Mill*")
    assert "added the article “\\*Mill\\*”" in (await discord.spoken()).text
    await discord.command(grace, "articles use", article="*Mill*")
    assert "talk about the article “\\*Mill\\*”" in (await discord.spoken()).text
    await discord.command(grace, "articles use", where="whole server")
    assert "ended what the server talks about" in (await discord.spoken()).text


async def test_who_looks_in_the_channels_article_first(
    discord: FakeDiscord, rooms: dict[str, Channel], settings: Settings
):
    quay = "The Quay\n\n“It will be wider,” said engineer Henrik Falk on Monday.\n\nThe quay was laid by Henrik Falk."
    async with connected(discord, settings):
        await add(discord, file())
        await add(discord, file(quay, "quay.txt"), name="the quay")
        await discord.command(discord.world.grace, "articles use", article="the quay", channel=rooms["general"])

        async def who(room: str, name: str) -> str:
            return (await discord.command(discord.world.ada, "who", channel=rooms[room], name=name)).message.text

        assert "Henrik Falk" in await who("general", "Falk")
        assert "Rita" not in await who("general", "Falk")
        assert "Rita Falk" in await who("general", "Rita")
        assert "Rita" in await who("other", "Falk")
