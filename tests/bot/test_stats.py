"""/stats: the numbers, the picture, and who may see them."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PIL import Image

from bot.chart import _ANSWERED, _REFUSED, ALT, alt_text, draw
from bot.client import ArticleBot
from bot.memory import NO_MEMORY
from bot.permissions import MODERATORS_ONLY
from bot.settings import Settings
from bot.stats_card import NOTHING, PICTURE, stats_card
from bot.store.weeks import Week
from tests.bot.conftest import connected, settled
from tests.fake_discord import FakeDiscord

MONDAY = date(2025, 3, 3)
counts = st.integers(0, 10**7)


def weeks_of(*counted: tuple[int, int, int, int]) -> list[Week]:
    return [
        Week(MONDAY + timedelta(weeks=n), answered, refused, up, down, 120.4, 1520.0)
        for n, (answered, refused, up, down) in enumerate(counted)
    ]


def colours(picture: bytes) -> dict[str, int]:
    """Pixels by colour."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    return {"#{:02x}{:02x}{:02x}".format(*colour): number for number, colour in image.getcolors(1 << 20)}


async def test_what_was_asked_is_counted_and_shown_to_moderators(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    assert (await discord.command(world.grace, "stats")).message.embed["description"] == NOTHING
    for question in (
        "How much did the repairs cost?",
        "Who is the mayor?",
        "Who won the chess championship in Reykjavik?",
    ):
        await discord.command(world.ada, "ask", question=question)
    await discord.say(world.ada, f"{world.bot.mention} How much did the repairs cost?")
    await discord.spoken()
    await settled(bot)
    message = (await discord.command(world.grace, "stats")).message
    assert message.private
    assert message.embed["description"].startswith("**4 questions** in 1 week, 75% of them answered.")
    assert message.embed["image"]["url"] == f"attachment://{PICTURE}"
    [attachment] = message.attachments
    assert attachment["filename"] == PICTURE
    assert "4 asked, 3 answered" in attachment["description"]
    assert Image.open(io.BytesIO(discord.files[PICTURE])).size == (960, 400)
    assert (await discord.command(world.edith, "stats")).message.embed["description"] == NOTHING


async def test_what_is_asked_in_a_direct_conversation_is_not_counted(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    await discord.command(world.ada, "ask", channel=world.direct(world.ada), question="Who won the chess championship?")
    await settled(bot)
    assert bot.store is not None
    for guild in (*world.guilds, world.elsewhere):
        assert await bot.store.questions.weeks(guild.id) == []
        assert await bot.store.questions.list_unanswered(guild.id) == []


async def test_members_are_refused(discord: FakeDiscord, bot: ArticleBot):
    with pytest.raises(PermissionError):
        await discord.command(discord.world.ada, "stats")
    told = (await discord.command(discord.world.ada, "stats", unhidden=True)).message
    assert (told.content, told.private) == (MODERATORS_ONLY, True)


async def test_without_memory_it_says_so(discord: FakeDiscord, settings: Settings):
    forgetful = settings.model_copy(update={"memory": settings.memory.model_copy(update={"enabled": False})})
    async with connected(discord, forgetful):
        assert (await discord.command(discord.world.ada, "ask", question="Who is the mayor?")).message.embeds
        told = (await discord.command(discord.world.grace, "stats")).message
        assert (told.content, told.private) == (NO_MEMORY, True)


def test_the_table_has_a_line_for_each_week_the_latest_first():
    card = stats_card(weeks_of((30, 10, 7, 1), (0, 0, 0, 0), (1200, 0, 0, 0)))
    lines = card.embed.description.split("```")[1].strip().split("\n")
    assert [line.split() for line in lines[1:]] == [
        ["17", "Mar", "1,200", "1,200", "0", "–", "120ms", "1.5s"],
        ["10", "Mar", "0", "0", "0", "–", "120ms", "1.5s"],
        ["3", "Mar", "40", "30", "10", "88%", "120ms", "1.5s"],
    ]
    assert max(map(len, lines)) <= 48
    assert "88% of 8 votes" in card.embed.description


def test_bars_are_as_high_as_the_numbers():
    seen = colours(draw(weeks_of((40, 10, 0, 0), (0, 0, 0, 0), (20, 20, 0, 0))))
    legend = 17 * 17
    answered, refused = seen[_ANSWERED] - legend, seen[_REFUSED] - legend
    assert answered / refused == pytest.approx(60 / 30, rel=0.03)
    assert colours(draw(weeks_of((5, 0, 0, 0))))[_REFUSED] == legend


@hypothesis_settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(counts, counts, counts, counts), min_size=1, max_size=60))
def test_any_numbers_make_a_card_that_discord_takes(counted):
    weeks = weeks_of(*counted)
    assert len(alt_text(weeks)) <= ALT
    card = stats_card(weeks[:12])
    assert len(card.embed) < 6000
    assert not card.files or len(card.files[0].data) < 100_000
