"""Share: a private card made public by whom it was made for."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.buttons.share import APPS_MAY_NOT, BOT_MAY_NOT, MEMBER_MAY_NOT, PUBLIC, TWICE
from bot.client import ArticleBot
from bot.settings import Settings
from tests.bot.conftest import connected, reindexed
from tests.fake_discord import FakeDiscord, Interaction, Message, User
from tests.fake_discord.world import EXTERNAL_APPS, SEND, SEND_IN_THREADS, Channel

QUESTION = "How much did the repairs cost?"


async def private_answer(discord: FakeDiscord, user: User, channel: Channel | None = None) -> Message:
    return (await discord.command(user, "ask", channel=channel, question=QUESTION, private=True)).message


async def shared(discord: FakeDiscord, pressed: Interaction) -> Message:
    await pressed.until(lambda i: bool(i.followups))
    return pressed.followups[0]


async def refused(pressed: Interaction, sentence: str) -> None:
    await pressed.until(lambda i: i.done)
    said = pressed.followups[-1] if pressed.followups else pressed.message
    assert (said.content, said.private) == (sentence, True)


@pytest.mark.usefixtures("bot")
async def test_a_private_answer_is_posted_with_who_shared_it_and_pings_nobody(discord: FakeDiscord):
    ada = discord.world.ada
    card = await private_answer(discord, ada)
    assert list(card.buttons) == ["In context", "More passages", "Share", "👍", "👎"]
    public = await shared(discord, await discord.press(ada, card, "Share"))
    assert not public.private
    assert public.channel is card.channel
    assert public.content == f"Shared by {ada.mention}"
    assert not public.pings
    assert public.embed == card.embed
    assert list(public.buttons) == ["In context", "More passages", "👍", "👎"]
    assert card.buttons["Shared"]["disabled"]
    context = await discord.press(discord.world.grace, public, "In context")
    assert context.message.private


@pytest.mark.usefixtures("bot")
async def test_a_second_press_does_not_post_twice(discord: FakeDiscord):
    ada = discord.world.ada
    card = await private_answer(discord, ada)
    custom_id = card.buttons["Share"]["custom_id"]
    pressed = await asyncio.gather(*(discord.forge(ada, card, custom_id) for _ in range(4)))
    later = await discord.forge(ada, card, custom_id)
    await asyncio.sleep(0.2)
    posted = [f for i in [*pressed, later] for f in i.followups]
    assert len([f for f in posted if not f.private]) == 1
    assert [i.message.content for i in [*pressed, later] if i.message is not card] == [TWICE] * 4


@pytest.mark.usefixtures("bot")
async def test_public_cards_and_direct_conversations_have_no_such_button(discord: FakeDiscord):
    ada = discord.world.ada
    public = (await discord.command(ada, "ask", question=QUESTION)).message
    assert "Share" not in public.buttons
    await refused(await discord.forge(discord.world.grace, public, "share:"), PUBLIC)
    direct = await private_answer(discord, ada, discord.world.direct(ada))
    assert direct.private
    assert "Share" not in direct.buttons


@pytest.mark.usefixtures("bot")
async def test_a_private_page_is_shared_as_it_was_seen(discord: FakeDiscord):
    world = discord.world
    quote = (await discord.command(world.ada, "quote")).message
    copy = (await discord.press(world.grace, quote, "In context")).message
    public = await shared(discord, await discord.press(world.grace, copy, "Share"))
    assert public.embed == copy.embed
    assert list(public.buttons) == ["Read the article"]
    other = await discord.press(world.ada, public, "Read the article")
    assert other.message.private
    reading = await discord.press(world.grace, public, "Read the article")
    assert reading.message is public  # whoever shared it may turn its pages


@pytest.mark.parametrize(
    ("who", "sentence"), [("the bot", BOT_MAY_NOT), ("the member", MEMBER_MAY_NOT)], ids=["bot", "member"]
)
async def test_nothing_is_posted_where_the_bot_or_the_member_may_not_write(
    discord: FakeDiscord, bot: ArticleBot, who: str, sentence: str
):
    world = discord.world
    card = await private_answer(discord, world.ada)
    world.reading.permissions[world.bot if who == "the bot" else world.ada] &= ~SEND
    await refused(await discord.press(world.ada, card, "Share"), sentence)
    assert "Share" in card.buttons


async def test_where_discord_refuses_the_post_the_button_comes_back(discord: FakeDiscord, bot: ArticleBot):
    ada = discord.world.ada
    card = await private_answer(discord, ada)
    discord.fail_next("/webhooks/", 403, 50013, "Missing Permissions")
    pressed = await discord.press(ada, card, "Share")
    await pressed.until(lambda i: bool(i.followups))
    await refused(pressed, BOT_MAY_NOT)
    assert not card.buttons["Share"].get("disabled")
    discord.forgive()
    public = await shared(discord, await discord.press(ada, card, "Share"))
    assert not public.private


async def test_after_a_restart_it_still_works_and_after_a_reindex_it_says_so(
    discord: FakeDiscord, settings: Settings, seeds: Path
):
    ada = discord.world.ada
    async with connected(discord, settings):
        first, second = await private_answer(discord, ada), await private_answer(discord, ada)
    await discord.gateway.gone()
    async with connected(discord, settings):
        public = await shared(discord, await discord.press(ada, first, "Share"))
        assert public.embed == first.embed
        (seeds / "harbour.txt").write_text("Another Story\n\nNothing stayed the same.\n", "utf-8")
        await reindexed(discord, discord.world.grace)
        stale = await discord.press(ada, second, "Share")
        assert stale.message.private
        assert "changed or removed since" in stale.message.text
        assert "Share" in second.buttons


@pytest.mark.usefixtures("bot")
async def test_an_app_that_a_member_brought_along_posts_only_where_the_guild_lets_it(discord: FakeDiscord):
    world = discord.world
    world.installed.add(world.ada)
    channel = world.elsewhere.channels[0]
    card = await private_answer(discord, world.ada, channel)
    assert not (await shared(discord, await discord.press(world.ada, card, "Share"))).private
    again = await private_answer(discord, world.ada, channel)
    world.elsewhere.permissions[world.ada] &= ~EXTERNAL_APPS
    await refused(await discord.press(world.ada, again, "Share"), APPS_MAY_NOT)


async def test_in_a_thread_the_right_to_write_in_threads_counts(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    thread = Channel("a thread", world.reading, parent=world.reading.channels[0])
    card = await private_answer(discord, world.ada, thread)
    await refused(await discord.press(world.ada, card, "Share"), BOT_MAY_NOT)
    for user in (world.bot, world.ada):
        world.reading.permissions[user] |= SEND_IN_THREADS
    assert not (await shared(discord, await discord.press(world.ada, card, "Share"))).private
