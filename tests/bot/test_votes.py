"""👍 and 👎: one vote a member and card, told to the member alone."""

from __future__ import annotations

import asyncio

import pytest

from bot.buttons.vote import NO_MEMORY, TAKEN_BACK
from bot.client import ArticleBot
from bot.settings import Settings
from tests.bot.conftest import connected
from tests.fake_discord import FakeDiscord, Message, User

QUESTION = "How much did the repairs cost?"
NOT_SAID = "Who won the chess championship in Reykjavik?"


async def counted(bot: ArticleBot, discord: FakeDiscord) -> tuple[int, int]:
    weeks = await bot.store.questions.weeks(discord.world.reading.id)
    return sum(w.up for w in weeks), sum(w.down for w in weeks)


async def answered(discord: FakeDiscord, user: User) -> Message:
    return (await discord.command(user, "ask", question=QUESTION)).message


async def test_a_changed_mind_changes_the_vote_and_the_card_stays_as_it_is(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    card = await answered(discord, world.ada)
    assert list(card.buttons)[-2:] == ["👍", "👎"]
    before = (card.embeds, card.components, card.edits)
    told = (await discord.press(world.ada, card, "👍")).message
    assert told.private
    assert "👍 is counted" in told.text
    assert await counted(bot, discord) == (1, 0)
    await discord.press(world.grace, card, "👍")
    assert await counted(bot, discord) == (2, 0)
    changed = (await discord.press(world.ada, card, "👎")).message
    assert await counted(bot, discord) == (1, 1)
    assert (card.embeds, card.components, card.edits) == before
    taken = await discord.press(world.ada, changed, "Take it back")
    assert taken.message is changed
    assert (TAKEN_BACK in changed.text, changed.buttons) == (True, {})
    assert await counted(bot, discord) == (1, 0)


async def test_pressing_twice_or_fast_counts_once(discord: FakeDiscord, bot: ArticleBot):
    ada = discord.world.ada
    card = await answered(discord, ada)
    await asyncio.gather(*(discord.press(ada, card, label) for label in ["👍", "👎", "👍", "👍", "👍"]))
    assert sum(await counted(bot, discord)) == 1


async def test_a_vote_on_a_shared_card_is_a_vote_on_the_private_one(discord: FakeDiscord, bot: ArticleBot):
    ada = discord.world.ada
    card = (await discord.command(ada, "ask", question=QUESTION, private=True)).message
    await discord.press(ada, card, "👍")
    sharing = await discord.press(ada, card, "Share")
    await sharing.until(lambda i: bool(i.followups))
    await discord.press(ada, sharing.followups[0], "👎")
    assert await counted(bot, discord) == (0, 1)


async def test_a_vote_outlives_a_restart_and_can_be_changed_after_it(discord: FakeDiscord, settings: Settings):
    ada = discord.world.ada
    async with connected(discord, settings):
        card = await answered(discord, ada)
        await discord.press(ada, card, "👍")
    await discord.gateway.gone()
    async with connected(discord, settings) as bot:
        await discord.press(ada, card, "👎")
        assert await counted(bot, discord) == (0, 1)


async def test_refusals_direct_conversations_and_hosts_without_memory_have_no_such_buttons(
    discord: FakeDiscord, settings: Settings
):
    ada = discord.world.ada
    async with connected(discord, settings):
        refusal = (await discord.command(ada, "ask", question=NOT_SAID)).message
        assert "👍" not in refusal.buttons
        direct = (await discord.command(ada, "ask", channel=discord.world.direct(ada), question=QUESTION)).message
        assert "👍" not in direct.buttons
        card = await answered(discord, ada)
    await discord.gateway.gone()
    forgetful = settings.model_copy(update={"memory": settings.memory.model_copy(update={"enabled": False})})
    async with connected(discord, forgetful):
        assert "👍" not in (await answered(discord, ada)).buttons
        told = (await discord.press(ada, card, "👍")).message
        assert (told.content, told.private) == (NO_MEMORY, True)


@pytest.mark.usefixtures("bot")
async def test_a_mention_is_voted_on_too(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    await discord.say(world.ada, f"{world.bot.mention} {QUESTION}")
    card = await discord.spoken()
    await discord.press(world.grace, card, "👍")
    assert await counted(bot, discord) == (1, 0)
