"""/ask and mentions, over the wire."""

from __future__ import annotations

import pytest

from tests.fake_discord import FakeDiscord

pytestmark = pytest.mark.usefixtures("bot")


async def test_an_answer_is_bold_stands_in_its_sentence_and_names_its_place(discord: FakeDiscord):
    reply = await discord.command(discord.world.ada, "ask", question="How many cracks did inspectors find?")
    embed = reply.message.embed
    assert embed["title"] == "How many cracks did inspectors find?"
    lines = embed["description"].split("\n")
    assert lines[0].startswith("**37")
    assert lines[1].startswith("> The ferry was laid up in 2021 after inspectors found **37")
    assert embed["footer"]["text"].startswith("¶ 3 · Harbour Town Gets Its Ferry Back · ")
    assert not reply.message.private
    assert not reply.message.pings
    assert reply.acknowledged < 1


async def test_a_refusal_says_so_and_shows_the_closest_passage(discord: FakeDiscord):
    reply = await discord.command(discord.world.ada, "ask", question="Who won the chess championship in Reykjavik?")
    assert reply.message.embed["description"].startswith("**The article does not say.**")


async def test_private_is_as_asked(discord: FakeDiscord):
    reply = await discord.command(discord.world.ada, "ask", question="When will the ferry sail?", private=True)
    assert reply.message.private


async def test_a_mention_is_answered_as_ask_would_without_a_ping(discord: FakeDiscord):
    world = discord.world
    asked = await discord.say(world.ada, f"{world.bot.mention} how much did the repairs cost?")
    said = await discord.spoken()
    assert "2.4 million crowns" in said.embed["description"]
    assert said.answers is asked
    assert not said.pings
