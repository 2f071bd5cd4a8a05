"""Cooldowns, and questions kept to some roles: for every way of asking."""

from __future__ import annotations

import pytest

from bot.client import ArticleBot
from bot.settings import Settings
from tests.fake_discord import FakeDiscord

QUESTION = "How much did the repairs cost?"


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(bot: ArticleBot) -> Clock:
    """The clock of the bot's cooldowns, which the test moves."""
    clock = Clock()
    bot.cooldowns.clock = clock
    return clock


@pytest.fixture
def settings(settings: Settings) -> Settings:
    answers = settings.answers.model_copy(update={"cooldown_seconds": 10})
    limits = settings.limits.model_copy(update={"questions_a_minute": 3})
    return settings.model_copy(update={"answers": answers, "limits": limits})


async def test_a_member_is_told_in_private_how_long_to_wait(discord: FakeDiscord, clock: Clock):
    ada = discord.world.ada
    assert (await discord.command(ada, "ask", question=QUESTION)).message.embeds
    clock.now += 4
    for _ in range(2):
        notice = (await discord.command(ada, "ask", question=QUESTION)).message
        assert notice.private
        assert notice.content == "I answer one question of each member every 10 seconds: ask again in 6 seconds."
    assert (await discord.command(discord.world.linus, "ask", question=QUESTION)).message.embeds
    clock.now += 6
    assert (await discord.command(ada, "ask", question=QUESTION)).message.embeds


async def test_moderators_do_not_wait(discord: FakeDiscord, clock: Clock):
    for _ in range(6):
        assert (await discord.command(discord.world.grace, "ask", question=QUESTION)).message.embeds


async def test_a_guild_waits_where_its_members_together_ask_too_much_and_another_does_not(
    discord: FakeDiscord, clock: Clock
):
    world = discord.world
    for asker in (world.ada, world.linus):
        assert (await discord.command(asker, "ask", question=QUESTION)).message.embeds
    clock.now += 10
    assert (await discord.command(world.ada, "ask", question=QUESTION)).message.embeds
    notice = (await discord.command(world.linus, "ask", question=QUESTION)).message
    assert notice.private
    assert notice.content == "I have been asked very much in this server just now: ask again in 10 seconds."
    assert (await discord.command(world.edith, "ask", question=QUESTION)).message.embeds
    clock.now += 10
    assert (await discord.command(world.linus, "ask", question=QUESTION)).message.embeds


async def test_a_mention_too_soon_is_told_once_and_the_notice_goes_away(discord: FakeDiscord, clock: Clock):
    world = discord.world
    asked = f"{world.bot.mention} {QUESTION}"
    await discord.say(world.ada, asked)
    assert (await discord.spoken()).embed["title"] == QUESTION
    clock.now += 9.5
    await discord.say(world.ada, asked)
    notice = await discord.spoken()
    assert "ask again in 1 second" in notice.text
    await discord.say(world.ada, asked)
    await discord.silence()
    await discord.deleted(notice)
    clock.now += 1
    await discord.say(world.ada, asked)
    assert (await discord.spoken()).embed["title"] == QUESTION


async def test_a_question_without_words_costs_no_turn(discord: FakeDiscord, clock: Clock):
    ada = discord.world.ada
    assert "no words" in (await discord.command(ada, "ask", question="🙂")).message.content
    assert (await discord.command(ada, "ask", question=QUESTION)).message.embeds


@pytest.mark.parametrize(
    ("command", "options"),
    [("who", {"name": "Ada"}), ("quote", {}), ("when", {}), ("where", {}), ("check", {"text": "“the ferry”"})],
)
async def test_whatever_is_asked_counts(discord: FakeDiscord, clock: Clock, command: str, options: dict[str, str]):
    ada = discord.world.ada
    await discord.command(ada, "ask", question=QUESTION)
    notice = (await discord.command(ada, command, **options)).message
    assert notice.private
    assert "ask again in 10 seconds" in notice.content
    clock.now += 10
    await discord.command(ada, command, **options)
    assert "ask again in 10 seconds" in (await discord.command(ada, "ask", question=QUESTION)).message.content


async def test_reading_and_help_need_no_turn(discord: FakeDiscord, clock: Clock):
    for command in ("article", "help", "article", "help"):
        assert (await discord.command(discord.world.ada, command)).message.embeds
