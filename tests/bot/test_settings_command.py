"""/settings: as moderator, as moderator by role, as member, from another server, without memory, after a restart."""

from __future__ import annotations

import pytest
import pytest_asyncio

from bot.client import ArticleBot
from bot.memory import NO_MEMORY
from bot.permissions import MANAGERS_ONLY, MODERATORS_ONLY, SERVER_ONLY
from bot.settings import Settings
from bot.settings_card import ASK_ROLES, COOLDOWN, LOG_CHANNEL, MODERATOR_ROLES, PRIVATE, PUBLIC
from tests.bot.conftest import connected
from tests.fake_discord import FakeDiscord, Message
from tests.fake_discord.selects import chosen, selects

QUESTION = "How much did the repairs cost?"


@pytest_asyncio.fixture
async def card(discord: FakeDiscord, bot: ArticleBot) -> Message:
    return (await discord.command(discord.world.grace, "settings")).message


async def kept(bot: ArticleBot, discord: FakeDiscord) -> dict[str, object]:
    assert bot.store is not None
    return await bot.store.guild_settings.get(discord.world.reading.id)


async def test_it_shows_in_private_what_holds(discord: FakeDiscord, card: Message):
    assert card.private
    text = card.embed["description"]
    assert "**1 · Who may ask:** everyone" in text
    assert "**2 · Moderators:** those who may manage this server\n" in text
    assert "**5 · Strictness:** balanced" in text
    assert "Server Settings › Integrations" in text
    assert chosen(card, COOLDOWN) == ["0"]
    assert [list(selects(card))[n] for n in range(4)] == [ASK_ROLES, MODERATOR_ROLES, COOLDOWN, LOG_CHANNEL]
    assert card.buttons["Balanced"]["disabled"]


async def test_a_change_holds_at_once_and_in_this_server_only(discord: FakeDiscord, bot: ArticleBot, card: Message):
    world = discord.world
    pressed = await discord.press(world.grace, card, PRIVATE)
    assert pressed.message is card
    assert "**6 · Answers:** seen only by who asks" in card.embed["description"]
    assert (await discord.command(world.ada, "ask", question=QUESTION)).message.private
    assert not (await discord.command(world.edith, "ask", question=QUESTION)).message.private
    await discord.press(world.grace, card, PUBLIC)
    assert not (await discord.command(world.ada, "ask", question=QUESTION)).message.private
    assert await kept(bot, discord) == {}  # as the host has it, so that it follows the host


async def test_strictness_decides_what_is_refused(discord: FakeDiscord, bot: ArticleBot, card: Message):
    world = discord.world
    doubtful = next(
        q
        for q in (
            "Who paid for the ferry?",
            "Why did inspectors find cracks?",
            "Who carried the company?",
            "What did gulls row?",
        )
        if bot.libraries.host.ask(q, strictness="eager").verdict
        != bot.libraries.host.ask(q, strictness="strict").verdict
    )
    for strictness, refused in (("Strict", True), ("Eager", False), ("Strict", True)):
        await discord.press(world.grace, card, strictness)
        shown = (await discord.command(world.ada, "ask", question=doubtful)).message
        assert ("does not say" in shown.text) is refused


async def test_who_may_ask(discord: FakeDiscord, bot: ArticleBot, card: Message):
    world = discord.world
    await discord.choose(world.grace, card, ASK_ROLES, world.librarians.id)
    assert f"**1 · Who may ask:** <@&{world.librarians.id}>" in card.embed["description"]
    assert chosen(card, ASK_ROLES) == [str(world.librarians.id)]
    refused = (await discord.command(world.ada, "ask", question=QUESTION)).message
    assert refused.private
    assert "kept questions to some roles" in refused.content
    await discord.say(world.ada, f"{world.bot.mention} {QUESTION}")
    assert "kept questions to some roles" in (await discord.spoken()).text
    for asker in (world.linus, world.grace, world.edith):
        assert (await discord.command(asker, "ask", question=QUESTION)).message.embeds
    direct = world.direct(world.ada)
    assert (await discord.command(world.ada, "ask", channel=direct, question=QUESTION)).message.embeds
    await discord.choose(world.grace, card, ASK_ROLES, world.reading.id, world.librarians.id)
    assert "**1 · Who may ask:** everyone" in card.embed["description"]
    await discord.choose(world.grace, card, ASK_ROLES)
    assert await kept(bot, discord) == {}


async def test_a_cooldown(discord: FakeDiscord, bot: ArticleBot, card: Message):
    await discord.choose(discord.world.grace, card, COOLDOWN, 30)
    assert chosen(card, COOLDOWN) == ["30"]
    ada = discord.world.ada
    assert (await discord.command(ada, "ask", question=QUESTION)).message.embeds
    assert "every 30 seconds" in (await discord.command(ada, "ask", question=QUESTION)).message.content
    for forged in ("999999", "4000", "abc", ""):
        await discord.choose(discord.world.grace, card, COOLDOWN, forged, forged=True)
        assert card.embed["description"].startswith("⚠")
    assert await kept(bot, discord) == {"cooldown_seconds": 30}


async def test_a_moderator_by_role_moderates_but_makes_no_moderators(
    discord: FakeDiscord, bot: ArticleBot, card: Message
):
    world = discord.world
    refused = (await discord.command(world.linus, "settings", unhidden=True)).message
    assert (refused.content, refused.private) == (MODERATORS_ONLY, True)
    await discord.choose(world.grace, card, MODERATOR_ROLES, world.librarians.id)
    assert f"those who may manage this server and <@&{world.librarians.id}>" in card.embed["description"]
    own = (await discord.command(world.linus, "settings", unhidden=True)).message
    await discord.press(world.linus, own, "Eager")
    assert (await kept(bot, discord))["strictness"] == "eager"
    for roles in ([], [world.reading.role_id(world.ada)]):
        await discord.choose(world.linus, own, MODERATOR_ROLES, *roles)
        assert own.embed["description"].startswith(f"⚠ **{MANAGERS_ONLY}**")
    assert (await kept(bot, discord))["moderator_roles"] == [world.librarians.id]
    world.librarians.members.remove(world.linus)
    pressed = await discord.press(world.linus, own, "Strict")
    assert (pressed.message.content, pressed.message.private) == (MODERATORS_ONLY, True)
    assert (await kept(bot, discord))["strictness"] == "eager"


async def test_everyone_is_no_moderator(discord: FakeDiscord, bot: ArticleBot, card: Message):
    world = discord.world
    await discord.choose(world.grace, card, MODERATOR_ROLES, world.reading.id)
    assert "every member would be a moderator" in card.embed["description"]
    assert await kept(bot, discord) == {}


async def test_a_member_is_neither_offered_it_nor_obeyed(discord: FakeDiscord, bot: ArticleBot, card: Message):
    world = discord.world
    with pytest.raises(PermissionError):
        await discord.command(world.ada, "settings")
    refused = (await discord.command(world.ada, "settings", unhidden=True)).message
    assert (refused.content, refused.private) == (MODERATORS_ONLY, True)
    own = (await discord.command(world.ada, "ask", question=QUESTION)).message
    for custom_id in (
        "settings:private:yes",
        "settings:strictness:eager",
        "settings:ask_roles",
        "settings:moderator_roles",
    ):
        pressed = await discord.forge(world.ada, own, custom_id)
        assert (pressed.message.content, pressed.message.private) == (MODERATORS_ONLY, True)
    assert await kept(bot, discord) == {}


async def test_a_moderator_of_another_server_changes_only_that(discord: FakeDiscord, bot: ArticleBot, card: Message):
    world = discord.world
    theirs = (await discord.command(world.edith, "settings")).message
    await discord.press(world.edith, theirs, "Strict")
    assert await kept(bot, discord) == {}
    await discord.choose(world.edith, theirs, MODERATOR_ROLES, world.librarians.id, forged=True)
    assert bot.store is not None
    assert await bot.store.guild_settings.get(world.other.id) == {"strictness": "strict"}


async def test_a_forged_press_on_a_public_message_leaves_it_as_it_is(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    public = (await discord.command(world.ada, "ask", question=QUESTION)).message
    before = public.embed
    pressed = await discord.forge(world.grace, public, "settings:private:yes")
    assert pressed.message.private
    assert pressed.message.embed["title"] == "Settings"
    assert public.embed == before


async def test_it_is_no_command_for_a_direct_conversation(discord: FakeDiscord, bot: ArticleBot):
    direct = discord.world.direct(discord.world.grace)
    told = (await discord.command(discord.world.grace, "settings", channel=direct, unhidden=True)).message
    assert told.content in (SERVER_ONLY, "That works in a server only.")


class TestLogChannel:
    async def test_it_gets_every_change_without_a_ping(self, discord: FakeDiscord, bot: ArticleBot, card: Message):
        world = discord.world
        await discord.choose(world.grace, card, LOG_CHANNEL, world.desk.id)
        begins, first = await discord.spoken(), await discord.spoken()
        assert (begins.channel, first.channel) == (world.desk, world.desk)
        assert first.text.startswith(
            f"{world.grace.mention} (grace) changed the settings: log channel from none to #desk"
        )
        await discord.choose(world.grace, card, MODERATOR_ROLES, world.librarians.id)
        assert "moderator roles from none to Librarians" in (await discord.spoken()).text
        await discord.press(world.grace, card, "Eager")
        last = await discord.spoken()
        assert "strictness from balanced to eager" in last.text
        assert not last.pings
        assert last.embed["timestamp"]
        await discord.choose(world.grace, card, LOG_CHANNEL)
        assert "log channel from #desk to none" in (await discord.spoken()).text
        await discord.press(world.grace, card, "Strict")
        await discord.silence()

    @pytest.mark.parametrize("known", [True, False])
    async def test_a_channel_that_it_may_not_write_in_is_refused(
        self, discord: FakeDiscord, settings: Settings, known: bool
    ):
        world = discord.world
        world.desk.closed_to = world.bot if known else None
        async with connected(discord, settings) as bot:
            world.desk.closed_to = world.bot
            card = (await discord.command(world.grace, "settings")).message
            await discord.choose(world.grace, card, LOG_CHANNEL, world.desk.id)
            assert "ay not write in" in card.embed["description"] or "did not let me write" in card.embed["description"]
            assert "choose another" in card.embed["description"]
            assert chosen(card, LOG_CHANNEL) == []
            assert await kept(bot, discord) == {}
        assert len(discord.refused) == (0 if known else 1)
        discord.refused.clear()

    async def test_one_of_another_server_is_refused(self, discord: FakeDiscord, bot: ArticleBot, card: Message):
        world = discord.world
        await discord.choose(world.grace, card, LOG_CHANNEL, world.other.channels[0].id, forged=True)
        assert await kept(bot, discord) == {}
        await discord.silence()

    async def test_a_channel_that_is_lost_later_keeps_no_change_from_being_made(
        self, discord: FakeDiscord, bot: ArticleBot, card: Message, caplog: pytest.LogCaptureFixture
    ):
        world = discord.world
        await discord.choose(world.grace, card, LOG_CHANNEL, world.desk.id)
        await discord.spoken(), await discord.spoken()
        discord.fail_next(f"/channels/{world.desk.id}/messages", 403, 50013, "Missing Permissions")
        await discord.press(world.grace, card, "Eager")
        discord.refused.clear()
        assert (await kept(bot, discord))["strictness"] == "eager"
        await discord.press(world.grace, card, "Strict")
        assert "to strict" in (await discord.spoken()).text
        assert "could not be written to" in caplog.text


async def test_it_works_after_a_restart(discord: FakeDiscord, settings: Settings):
    world = discord.world
    async with connected(discord, settings):
        card = (await discord.command(world.grace, "settings")).message
        await discord.press(world.grace, card, "Eager")
    async with connected(discord, settings) as bot:
        assert (await kept(bot, discord)) == {"strictness": "eager"}
        await discord.choose(world.grace, card, ASK_ROLES, world.librarians.id)
        assert "**5 · Strictness:** eager" in card.embed["description"]
        assert f"<@&{world.librarians.id}>" in card.embed["description"]


async def test_without_memory_it_shows_what_the_host_has_set(discord: FakeDiscord, settings: Settings):
    forgetful = settings.model_copy(update={"memory": settings.memory.model_copy(update={"enabled": False})})
    async with connected(discord, forgetful):
        card = (await discord.command(discord.world.grace, "settings")).message
        assert NO_MEMORY in card.text
        assert not card.components
        pressed = await discord.forge(discord.world.grace, card, "settings:private:yes")
        assert NO_MEMORY in pressed.message.text


async def test_what_the_host_sets_holds_where_the_guild_has_set_nothing(discord: FakeDiscord, settings: Settings):
    world = discord.world
    async with connected(discord, settings):
        card = (await discord.command(world.grace, "settings")).message
        await discord.press(world.grace, card, "Eager")
    answers = settings.answers.model_copy(update={"private": True, "strictness": "strict"})
    async with connected(discord, settings.model_copy(update={"answers": answers})):
        card = (await discord.command(world.grace, "settings")).message
        assert "**5 · Strictness:** eager" in card.embed["description"]
        assert "seen only by who asks" in card.embed["description"]
