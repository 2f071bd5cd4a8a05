"""Articles that hold what Discord would act on, or more than it takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings
from tests.bot.conftest import connected
from tests.fake_discord import FakeDiscord, shown

WILD = """\
# **@everyone** [click](https://example.org/a_b)

> The *council* told @everyone and @here that <@123> paid `9,000` ~~crowns~~ <t:1700000000:R> for ||the bell|| at https://example.org/a_b_c.

1. The bell weighs 400 kilograms, said __Mia__ <:bell:99> in </ask:1>.
"""


@pytest.mark.parametrize("question", ["Who paid 9,000 crowns for the bell?", "How much does the bell weigh?"])
async def test_marks_in_an_article_are_shown_and_do_nothing(
    discord: FakeDiscord, settings: Settings, seeds: Path, question: str
):
    (seeds / "harbour.txt").write_text(WILD, "utf-8")
    async with connected(discord, settings) as bot:
        reply = await discord.command(discord.world.ada, "ask", question=question)
        seen = shown(reply.message.embed["description"])
        assert seen.live == []
        assert seen.quoted == [bot.libraries.host.text(bot.libraries.host.ask(question).sentence)]
        assert not reply.message.pings
        title = shown(reply.message.embed["title"])
        assert (title.live, title.text) == ([], question)
        page = await discord.command(discord.world.ada, "article")
        for text in (page.message.embed["title"], page.message.embed["description"]):
            assert shown(text).live == []
        assert "@everyone" in shown(page.message.embed["title"]).text


@pytest.mark.parametrize("filler", ["word ", "*_~` ", "unbroken", "🙂"], ids=["words", "marks", "one word", "astral"])
async def test_a_sentence_longer_than_a_card_is_cut_around_the_answer(
    discord: FakeDiscord, settings: Settings, seeds: Path, filler: str
):
    text = f"Long Story\n\n{filler * 2000} the keeper of the lighthouse is Petra Holm {filler * 2000}\n"
    (seeds / "harbour.txt").write_text(text, "utf-8")
    async with connected(discord, settings) as bot:
        article = bot.libraries.host.entry().article
        reply = await discord.command(discord.world.ada, "ask", question="Who is the keeper of the lighthouse?")
        quoted = shown(reply.message.embed["description"]).quoted
        assert all(line in article.text for line in quoted)
        assert all("…" not in line for line in quoted)
        for label in ("In context", "More passages"):
            if label in reply.message.buttons:
                await discord.press(discord.world.ada, reply.message, label)
        page = (await discord.command(discord.world.ada, "article")).message
        while not page.buttons.get("Next ▶", {"disabled": True}).get("disabled"):
            page = (await discord.press(discord.world.ada, page, "Next ▶")).message


async def test_a_title_of_any_length_is_cut(discord: FakeDiscord, settings: Settings, seeds: Path):
    (seeds / "harbour.txt").write_text(f"---\ntitle: {'Very ' * 200}Long\n---\nThe ferry sails.\n", "utf-8")
    async with connected(discord, settings):
        reply = await discord.command(discord.world.ada, "article")
        assert reply.message.embed["title"].endswith("…")
        asked = await discord.command(discord.world.ada, "ask", question="When does the ferry sail? " + "please " * 100)
        assert asked.message.embed["title"].endswith("…")
