"""Commands are registered when they have changed, and only then."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot import commands
from bot.settings import Settings
from tests.bot.conftest import connected
from tests.fake_discord import FakeDiscord

NAMES = {command.name for command in commands.ALL}


async def start_and_stop(discord: FakeDiscord, settings: Settings) -> None:
    async with connected(discord, settings):
        pass
    await discord.gateway.gone()


def in_guilds(settings: Settings, *guild_ids: int) -> Settings:
    return settings.model_copy(update={"discord": settings.discord.model_copy(update={"guild_ids": guild_ids})})


async def test_once_and_not_again(discord: FakeDiscord, settings: Settings):
    await start_and_stop(discord, settings)
    assert {c["name"] for c in discord.commands.by_scope[None]} == NAMES
    await start_and_stop(discord, settings)
    assert discord.commands.syncs == [None]


async def test_again_when_a_definition_has_changed(discord: FakeDiscord, settings: Settings):
    await start_and_stop(discord, settings)
    book = settings.state / "commands.json"
    known = json.loads(book.read_text("utf-8"))
    known[str(discord.world.application)]["everywhere"] = "of an older version"
    book.write_text(json.dumps(known), "utf-8")
    await start_and_stop(discord, settings)
    assert discord.commands.syncs == [None, None]


async def test_another_application_has_its_own_fingerprint(discord: FakeDiscord, settings: Settings):
    await start_and_stop(discord, settings)
    async with FakeDiscord() as second:
        second.point_client()
        await start_and_stop(second, settings)
        assert second.commands.syncs == [None]


async def test_only_in_the_guilds_that_are_named_and_taken_back_from_the_others(
    discord: FakeDiscord, settings: Settings
):
    reading, other = discord.world.reading.id, discord.world.other.id
    await start_and_stop(discord, settings)
    await start_and_stop(discord, in_guilds(settings, reading, other))
    assert discord.commands.by_scope[None] == []
    assert {c["name"] for c in discord.commands.by_scope[reading]} == NAMES
    await start_and_stop(discord, in_guilds(settings, reading))
    assert discord.commands.by_scope[other] == []
    before = list(discord.commands.syncs)
    await start_and_stop(discord, in_guilds(settings, reading))
    assert discord.commands.syncs == before
    await start_and_stop(discord, settings)
    assert {c["name"] for c in discord.commands.by_scope[None]} == NAMES
    assert discord.commands.by_scope[reading] == []


@pytest.mark.parametrize("broken", ["a file in its place", "broken JSON", "other JSON"])
async def test_a_state_folder_that_is_no_use_only_costs_a_request(
    discord: FakeDiscord, settings: Settings, broken: str, tmp_path: Path
):
    if broken == "a file in its place":
        settings.state.write_text("", "utf-8")
        settings = settings.model_copy(update={"memory": settings.memory.model_copy(update={"enabled": False})})
    else:
        settings.state.mkdir()
        (settings.state / "commands.json").write_text("{" if broken == "broken JSON" else "[1]", "utf-8")
    await start_and_stop(discord, settings)
    assert discord.commands.syncs == [None]


async def test_a_registration_that_discord_refuses_does_not_stop_the_bot(discord: FakeDiscord, settings: Settings):
    discord.fail_next("/commands", 403, 50001, "Missing Access")
    async with connected(discord, settings):
        assert discord.commands.syncs == []
        discord.refused.clear()
    await discord.gateway.gone()
    await start_and_stop(discord, settings)
    assert discord.commands.syncs == [None]
