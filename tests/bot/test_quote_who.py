"""/quote and /who, on quotations and people marked by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.client import ArticleBot
from bot.settings import Settings
from tests.bot.conftest import connected
from tests.bot.made import made_library
from tests.fake_discord import FakeDiscord, shown


@pytest_asyncio.fixture(autouse=True)
async def made_bot(discord: FakeDiscord, settings: Settings) -> AsyncIterator[ArticleBot]:
    async with connected(discord, settings, made_library()) as bot:
        yield bot


async def test_a_quotation_stands_under_its_speaker_and_role(discord: FakeDiscord):
    message = (await discord.command(discord.world.ada, "quote", speaker="Quill")).message
    seen = shown(message.embed["description"])
    assert message.embed["title"] == "Ada Quill"
    assert seen.text.split("\n")[0] == "Mayor"
    assert seen.quoted == ["“It stands,”", "“and it holds.”"]
    assert message.embed["footer"]["text"].startswith("¶ 1 · A bridge opens")
    context = await discord.press(discord.world.ada, message, "In context")
    assert "It stands," in shown(context.message.embed["description"]).bold


async def test_all_quotations_are_paged_one_by_one(discord: FakeDiscord):
    message = (await discord.command(discord.world.ada, "quote")).message
    assert message.embed["footer"]["text"].endswith("1 of 2")
    await discord.press(discord.world.ada, message, "Next ▶")
    assert message.embed["title"] == "Tom Bray"
    assert shown(message.embed["description"]).quoted == ["“sturdy”"]


async def test_quotations_about_a_topic(discord: FakeDiscord):
    message = (await discord.command(discord.world.ada, "quote", about="sturdy")).message
    assert message.embed["title"] == "Tom Bray"


async def test_no_quotation_names_those_who_are_quoted(discord: FakeDiscord):
    message = (await discord.command(discord.world.ada, "quote", speaker="Zebulon")).message
    assert message.private
    assert "Ada Quill, Tom Bray" in message.content


async def test_a_person_has_roles_aliases_places_and_words(discord: FakeDiscord):
    message = (await discord.command(discord.world.ada, "who", name="quil")).message
    seen = shown(message.embed["description"])
    assert message.embed["title"] == "Ada Quill"
    assert "• Mayor (¶ 1)" in seen.text
    assert "Also: Quill" in seen.text
    assert "“It stands,”" in seen.text
    assert message.embed["footer"]["text"] == "mentioned in ¶ 1 · A bridge opens"
    said = await discord.press(discord.world.ada, message, "All they said (1)")
    assert said.message.private
    assert said.message.embed["title"] == "Ada Quill"


async def test_nobody_of_that_name_gets_a_hint(discord: FakeDiscord):
    message = (await discord.command(discord.world.ada, "who", name="Zebulon")).message
    assert message.private
    assert "Nobody is named like “Zebulon”" in message.content


@pytest.mark.parametrize(("command", "option"), [("quote", "speaker"), ("who", "name")])
async def test_names_are_completed(discord: FakeDiscord, command: str, option: str):
    everybody = await discord.complete(discord.world.ada, command, option, "")
    assert {c["value"] for c in everybody} == {"Ada Quill", "Tom Bray"}
    some = await discord.complete(discord.world.ada, command, option, "bra")
    assert some[0]["value"] == "Tom Bray"
