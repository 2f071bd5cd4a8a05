"""/quote and /who, on quotations and people marked by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from bot.client import ArticleBot
from bot.settings import Settings
from index.speaker import SURE_ENOUGH
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


async def test_quotations_are_paged_one_by_one_from_one_drawn_by_lot(discord: FakeDiscord):
    drawn = set()
    for _ in range(30):
        message = (await discord.command(discord.world.ada, "quote")).message
        drawn.add(message.embed["title"])
    assert drawn == {"Ada Quill", "Tom Bray"}
    if message.embed["footer"]["text"].endswith("1 of 2"):
        await discord.press(discord.world.ada, message, "Next ▶")
    assert message.embed["footer"]["text"].endswith("2 of 2")
    assert message.embed["title"] == "Tom Bray"
    assert shown(message.embed["description"]).quoted == ["“sturdy”"]
    await discord.press(discord.world.ada, message, "◀ Back")
    assert message.embed["title"] == "Ada Quill"


async def test_a_quotation_of_one_article(discord: FakeDiscord):
    message = (await discord.command(discord.world.ada, "quote", about="sturdy", article="A bridge opens")).message
    assert message.embed["title"] == "Tom Bray"
    none = (await discord.command(discord.world.ada, "quote", article="xyzzy")).message
    assert none.private
    assert "There is no article “xyzzy”" in none.content


async def test_an_unsure_speaker_is_not_named_and_the_passage_is_shown(discord: FakeDiscord, made_bot: ArticleBot):
    entry = made_bot.libraries.host.entry()
    unsure = replace(entry.quotes[1], confidence=SURE_ENOUGH - 0.01)
    entry.__dict__["quotes"] = (entry.quotes[0], unsure)
    message = (await discord.command(discord.world.ada, "quote", about="sturdy")).message
    assert message.embed["title"] == "Speaker unclear"
    seen = shown(message.embed["description"])
    assert seen.quoted == ["Engineer Tom Bray called it “sturdy”."]
    assert seen.bold == ["sturdy"]
    person = (await discord.command(discord.world.ada, "who", name="Bray")).message
    assert "sturdy" not in person.embed["description"]
    asked = (await discord.command(discord.world.ada, "quote", speaker="Bray")).message
    assert asked.content == "No quotation fits “Bray”. Quoted are Ada Quill."


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


async def test_who_may_have_been_meant_is_a_press_away(discord: FakeDiscord):
    message = (await discord.command(discord.world.ada, "who", name="Brady Kwill")).message
    assert "did you mean" in message.embed["description"]
    assert set(message.buttons) <= {"Ada Quill", "Tom Bray"}
    name = next(iter(message.buttons))
    await discord.press(discord.world.ada, message, name)
    assert message.embed["title"] == name


@pytest.mark.parametrize(("command", "option"), [("quote", "speaker"), ("who", "name")])
async def test_names_are_completed(discord: FakeDiscord, command: str, option: str):
    everybody = await discord.complete(discord.world.ada, command, option, "")
    assert {c["value"] for c in everybody} == {"Ada Quill", "Tom Bray"}
    some = await discord.complete(discord.world.ada, command, option, "bra")
    assert some[0]["value"] == "Tom Bray"
