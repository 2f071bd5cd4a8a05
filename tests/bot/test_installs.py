"""Where the commands are offered, and what a person gets who has installed the bot for themselves."""

from __future__ import annotations

import pytest

from bot.client import ArticleBot
from bot.words import CHECK
from tests.fake_discord import FakeDiscord, shown

QUESTION = "How much did the repairs cost?"
READING = {"ask", "quote", "who", "when", "where", "check", "article", "help", CHECK}


@pytest.mark.usefixtures("bot")
async def test_what_reads_goes_everywhere_and_the_rest_stays_in_guilds(discord: FakeDiscord):
    registered = discord.commands.by_scope[None]
    everywhere = {c["name"] for c in registered if c["contexts"] == [0, 1, 2] and c["integration_types"] == [0, 1]}
    in_guilds = {c["name"] for c in registered if c["contexts"] == [0] and c["integration_types"] == [0]}
    assert everywhere >= READING
    assert "reindex" in in_guilds
    assert everywhere | in_guilds == {c["name"] for c in registered}


@pytest.mark.parametrize("place", ["a guild without the bot", "a conversation of two", "the bot's direct conversation"])
async def test_a_person_who_installed_it_is_answered_from_the_hosts_library(
    discord: FakeDiscord, bot: ArticleBot, place: str
):
    world = discord.world
    channel = {
        "a guild without the bot": world.elsewhere.channels[0],
        "a conversation of two": world.between(world.ada, world.grace),
        "the bot's direct conversation": world.direct(world.ada),
    }[place]
    if place != "the bot's direct conversation":
        with pytest.raises(PermissionError):
            await discord.command(world.ada, "ask", channel=channel, question=QUESTION)
    world.installed.add(world.ada)
    reply = await discord.command(world.ada, "ask", channel=channel, question=QUESTION)
    library = bot.libraries.host
    assert shown(reply.message.embed["description"]).quoted == [library.text(library.ask(QUESTION).sentence)]
    choices = await discord.complete(world.ada, "who", "name", "brandt", channel=channel)
    assert choices[0]["name"] == "Ilse Brandt"
    context = await discord.press(world.grace, reply.message, "In context")
    assert context.message.private
    with pytest.raises(PermissionError):
        await discord.command(world.ada, "reindex", channel=channel)


async def test_a_guild_that_has_not_installed_it_is_no_guild_to_the_bot(discord: FakeDiscord, bot: ArticleBot):
    """Not even where it is a member: a command that the guild's settings keep from a member does not come in by the back door."""
    world = discord.world
    seen = []
    scope_of = bot.scope

    async def scope(where):
        seen.append(await scope_of(where))
        return seen[-1]

    bot.scope = scope
    world.installed.add(world.ada)
    await discord.command(world.ada, "help")
    world.owners = lambda user, channel: {"1": str(user.id)}
    await discord.command(world.ada, "help")
    await discord.command(world.ada, "help", channel=world.elsewhere.channels[0])
    assert [s.guild_id for s in seen] == [world.reading.id, None, None]
