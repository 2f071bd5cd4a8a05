"""Login, and a gateway that goes away and comes back."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.client import ArticleBot
from bot.lifetime import _late_choices, _one_sentence
from bot.settings import Settings
from tests.bot.conftest import connected
from tests.fake_discord import FakeDiscord
from tests.fake_discord.gateway import PRIVILEGED

QUESTION = "How much did the repairs cost?"


async def answers(discord: FakeDiscord) -> bool:
    await discord.gateway.ready()
    reply = await discord.command(discord.world.ada, "ask", question=QUESTION)
    return reply.message.embed["title"] == QUESTION


async def test_login_asks_for_no_privileged_intent(discord: FakeDiscord, bot: ArticleBot):
    assert bot.user is not None
    assert bot.user.id == discord.world.bot.id
    assert discord.gateway.identified[0]["intents"] & PRIVILEGED == 0
    assert await answers(discord)


@pytest.mark.usefixtures("bot")
async def test_a_lost_gateway_is_resumed_and_what_was_missed_is_answered(discord: FakeDiscord):
    await discord.gateway.drop()
    missed = await discord.begin(discord.world.ada, "ask", question=QUESTION)
    await missed.until(lambda i: i.done)
    assert discord.gateway.resumed == 1
    assert await answers(discord)


@pytest.mark.usefixtures("bot")
async def test_a_gateway_that_refuses_connections_for_a_while(discord: FakeDiscord, caplog: pytest.LogCaptureFixture):
    told: list[logging.LogRecord] = []
    noticed = asyncio.Event()

    def notice(record: logging.LogRecord) -> bool:
        if "Attempting a reconnect" in record.getMessage():
            told.append(record)
            noticed.set()
        return _one_sentence(record)

    caplog.handler.addFilter(notice)
    await discord.close_gateway()
    async with asyncio.timeout(10):
        await noticed.wait()
    await discord.open_gateway()
    assert await answers(discord)
    assert discord.gateway.resumed == 1
    assert told[0].getMessage().startswith("the gateway was lost (")
    assert told[0].exc_info is None


@pytest.mark.usefixtures("bot")
async def test_reconnect_is_obeyed(discord: FakeDiscord):
    await discord.gateway.reconnect()
    assert await answers(discord)
    assert discord.gateway.resumed == 1


@pytest.mark.usefixtures("bot")
async def test_an_invalid_session_is_begun_anew_without_registering_again(discord: FakeDiscord):
    await discord.gateway.invalidate(resumable=False)
    assert await answers(discord)
    assert len(discord.gateway.identified) == 2
    assert discord.commands.syncs == [None]


async def test_heartbeats_are_kept_up(settings: Settings):
    async with FakeDiscord(heartbeat=0.1) as discord:
        discord.point_client()
        async with connected(discord, settings):
            await discord.gateway.beaten(3)


def test_the_filter_leaves_other_errors_whole():
    record = logging.LogRecord("x", logging.ERROR, "", 0, "else", (), (ValueError, ValueError("v"), None))
    assert _one_sentence(record)
    assert record.exc_info is not None


@pytest.mark.usefixtures("bot")
async def test_choices_that_come_too_late_are_no_error(discord: FakeDiscord, caplog: pytest.LogCaptureFixture):
    told: list[logging.LogRecord] = []
    noticed = asyncio.Event()

    def notice(record: logging.LogRecord) -> bool:
        passed = _late_choices(record)
        told.append(record)
        noticed.set()
        return passed

    logging.getLogger("discord.app_commands.tree").addFilter(notice)
    try:
        discord.fail_next("/callback", 404, 10062, "Unknown interaction")
        typing = asyncio.create_task(discord.complete(discord.world.ada, "who", "name", "Bran"))
        async with asyncio.timeout(10):
            await noticed.wait()
        typing.cancel()
    finally:
        logging.getLogger("discord.app_commands.tree").removeFilter(notice)
    discord.refused.clear()
    assert [(r.levelname, r.getMessage(), r.exc_info) for r in told] == [("WARNING", "choices came too late", None)]
