"""/unanswered: grouping, dismissing, exporting; as moderator, member, from another server, after a restart, without memory."""

from __future__ import annotations

import csv
import io
import itertools
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from bot.buttons.unanswered import UnansweredButton
from bot.client import ArticleBot
from bot.memory import NO_MEMORY
from bot.permissions import MODERATORS_ONLY
from bot.settings import Settings
from bot.store.questions import Unanswered
from bot.unanswered import MOST_BYTES, Group, as_table, grouped
from bot.unanswered_card import ALL, EXPORT, KEEP, NOTHING, SURE, unanswered_card
from tests.bot.conftest import connected, settled
from tests.fake_discord import FakeDiscord, Guild, Message, User
from tests.fake_discord.limits import check_message

CHESS = ("Who won the chess championship in Reykjavik?", "who won the Reykjavik chess championship")
WHALE = "When did the whale marry the astronaut?"
NOW = datetime(2025, 3, 4, 12, tzinfo=UTC)


def made(number: int, text: str, times: int = 1) -> Unanswered:
    return Unanswered(number, text, None, times, NOW, NOW)


async def put(bot: ArticleBot, guild: Guild, *texts: str) -> None:
    assert bot.store is not None
    for text in texts:
        await bot.store.questions.unanswered(guild.id, text, None)


async def texts(bot: ArticleBot, guild: Guild) -> set[str]:
    assert bot.store is not None
    return {question.text for question in await bot.store.questions.list_unanswered(guild.id)}


async def opened(discord: FakeDiscord, user: User) -> Message:
    return (await discord.command(user, "unanswered", unhidden=True)).message


async def test_what_was_asked_in_vain_is_grouped_and_counted_without_its_askers(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    for asker, question in ((world.ada, CHESS[0]), (world.linus, CHESS[0]), (world.ada, CHESS[1]), (world.ada, WHALE)):
        assert "does not say" in (await discord.command(asker, "ask", question=question)).message.text
    await discord.command(world.ada, "ask", question="How much did the repairs cost?")
    await discord.command(world.ada, "ask", question="hello there")
    await settled(bot)
    card = await opened(discord, world.grace)
    assert card.private
    text = card.embed["description"]
    assert f"**1 · 3×** {CHESS[0]}" in text
    assert f"also: {CHESS[1]}" in text
    assert f"**2 · 1×** {WHALE}" in text
    assert "repairs" not in text
    assert "hello" not in text
    assert not any(name in card.text for name in ("Ada", "Linus", str(world.ada.id), str(world.linus.id)))
    assert card.embed["footer"]["text"] == "3 questions · kept without who asked, for 30 days"
    assert (await opened(discord, world.edith)).embed["description"] == NOTHING


async def test_one_group_is_dismissed_whole_and_the_log_says_so(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    assert bot.store is not None
    await bot.store.guild_settings.put(world.reading.id, {"log_channel_id": world.desk.id})
    await put(bot, world.reading, CHESS[0], *CHESS, WHALE)
    card = await opened(discord, world.grace)
    pressed = await discord.press(world.grace, card, "Dismiss 1")
    assert pressed.message is card
    assert await texts(bot, world.reading) == {WHALE}
    assert "2 questions dismissed." in card.embed["description"]
    noted = await discord.spoken()
    assert noted.channel is world.desk
    assert f"dismissed “{CHESS[0]}” asked in vain (2 questions)" in noted.text


async def test_what_is_asked_after_the_card_was_drawn_is_not_dismissed_with_it(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    await put(bot, world.reading, CHESS[0], CHESS[0], WHALE)
    card = await opened(discord, world.grace)
    await put(bot, world.reading, CHESS[1], "Why is the lighthouse blue?")
    before = dict(card.buttons)
    await discord.press(world.grace, card, "Dismiss 1")
    assert await texts(bot, world.reading) == {CHESS[1], WHALE, "Why is the lighthouse blue?"}
    await discord.forge(world.grace, card, before[ALL]["custom_id"].replace("all", "sure"))
    assert await texts(bot, world.reading) == {CHESS[1], "Why is the lighthouse blue?"}


async def test_dismissing_all_is_asked_twice(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    await put(bot, world.reading, *CHESS, WHALE)
    card = await opened(discord, world.grace)
    await discord.press(world.grace, card, ALL)
    assert "3 questions will be gone" in card.embed["description"]
    await discord.press(world.grace, card, KEEP)
    assert WHALE in card.embed["description"]
    await discord.press(world.grace, card, ALL)
    await discord.press(world.grace, card, SURE)
    assert await texts(bot, world.reading) == set()
    assert NOTHING in card.embed["description"]
    assert not card.components


async def test_two_moderators_at_once(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    await put(bot, world.reading, CHESS[0], WHALE)
    one, other = await opened(discord, world.grace), await opened(discord, world.grace)
    await discord.press(world.grace, one, "Dismiss 2")
    await discord.press(world.grace, other, "Dismiss 2")
    assert "nothing left to dismiss" in other.embed["description"]
    assert len(await texts(bot, world.reading)) == 1


async def test_pages(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    animals = "whale walrus penguin lobster octopus seahorse dolphin".split()
    await put(bot, world.reading, *(f"When did the {animal} arrive?" for animal in animals))
    card = await opened(discord, world.grace)
    assert card.embed["footer"]["text"].endswith("1 of 2")
    first = card.embed["description"]
    await discord.press(world.grace, card, "Next ▶")
    assert sum(animal in first + card.embed["description"] for animal in animals) == 7
    assert "Dismiss 7" in card.buttons
    await discord.press(world.grace, card, "Dismiss 7")
    await discord.press(world.grace, card, "Dismiss 6")
    assert "1 of" not in card.embed["footer"]["text"]
    assert "Dismiss 1" in card.buttons


async def test_only_moderators_of_this_server(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    assert bot.store is not None
    await put(bot, world.reading, WHALE)
    with pytest.raises(PermissionError):
        await discord.command(world.ada, "unanswered")
    custom_id = (await opened(discord, world.grace)).buttons["Dismiss 1"]["custom_id"]
    asked = (await discord.command(world.ada, "ask", question="How much?")).message
    for press in (custom_id, "unanswered:csv", "unanswered:sure:99", "unanswered:page:0:n"):
        told = (await discord.forge(world.ada, asked, press)).message
        assert (told.content, told.private) == (MODERATORS_ONLY, True)
    assert (await opened(discord, world.ada)).content == MODERATORS_ONLY
    theirs = await opened(discord, world.edith)
    await discord.forge(world.edith, theirs, custom_id)
    await discord.forge(world.edith, theirs, f"unanswered:sure:{'9' * 19}")
    assert await texts(bot, world.reading) == {WHALE}
    await bot.store.guild_settings.put(world.reading.id, {"moderator_roles": [world.librarians.id]})
    own = await opened(discord, world.linus)
    await discord.press(world.linus, own, "Dismiss 1")
    assert await texts(bot, world.reading) == set()


async def test_it_works_after_a_restart(discord: FakeDiscord, settings: Settings):
    world = discord.world
    async with connected(discord, settings) as bot:
        await put(bot, world.reading, CHESS[0], WHALE)
        card = await opened(discord, world.grace)
    async with connected(discord, settings) as bot:
        await discord.press(world.grace, card, "Dismiss 1")
        assert len(await texts(bot, world.reading)) == 1


async def test_without_memory_it_says_so(discord: FakeDiscord, settings: Settings):
    forgetful = settings.model_copy(update={"memory": settings.memory.model_copy(update={"enabled": False})})
    async with connected(discord, forgetful):
        told = await opened(discord, discord.world.grace)
        assert (told.content, told.private) == (NO_MEMORY, True)


async def test_the_export_is_a_private_file(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    await put(bot, world.reading, CHESS[0], *CHESS, '=HYPERLINK("http://evil.example")')
    card = await opened(discord, world.grace)
    exported = (await discord.press(world.grace, card, EXPORT)).message
    assert exported is not card
    assert exported.private
    assert [a["filename"] for a in exported.attachments] == ["unanswered.csv"]
    rows = list(csv.DictReader(io.StringIO(discord.files["unanswered.csv"].decode("utf-8-sig"))))
    assert [(r["group"], r["times asked"], r["question"]) for r in rows] == [
        ("1", "2", CHESS[0]),
        ("1", "1", CHESS[1]),
        ("2", "1", '\'=HYPERLINK("http://evil.example")'),
    ]


DANGEROUS = "=+-@\t\r＝＋－＠"


@given(st.lists(st.text(st.sampled_from(DANGEROUS + "; |,\"'\n ab1")), max_size=5))
def test_no_cell_begins_a_formula_however_it_is_read(questions: list[str]):
    table, rows = as_table([Group((made(n, text),)) for n, text in enumerate(questions, 1)])
    assert rows == len(questions)
    for delimiter in ",;\t|":
        for line in csv.reader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=delimiter):
            assert not [cell for cell in line if cell.startswith(tuple(DANGEROUS)) or cell.lstrip()[:1] in set("=+-@")]


@given(st.text(max_size=60))
def test_the_table_keeps_what_was_asked(text: str):
    table, _ = as_table([Group((made(1, text),))])
    cell = list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))[1][2]
    assert cell.replace("'", "") == text.encode(errors="replace").decode().replace("'", "")


def test_a_table_fits_into_an_attachment():
    questions = tuple(made(n, "x" * 6000) for n in range(2000))
    table, rows = as_table([Group(questions)])
    assert 1000 < rows < 2000
    assert len(table) <= MOST_BYTES


ASKED = st.builds(
    Unanswered,
    st.just(0),
    st.text(st.sampled_from("*_~|>`@#-1.[](){}<: a🙂\\\n"), max_size=2000),
    st.none() | st.text(max_size=300),
    st.integers(1, 10**9),
    st.just(NOW),
    st.just(NOW),
)


@hypothesis_settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(ASKED, min_size=1, max_size=6), max_size=12), st.integers(0, 9999), st.text(max_size=600))
def test_a_page_of_any_questions_is_what_discord_takes(groups: list[list[Unanswered]], page: int, told: str):
    ids_from = itertools.count(2**63 - 100)
    numbered = [Group(tuple(replace(q, id=next(ids_from)) for q in questions)) for questions in groups]
    card = unanswered_card(numbered, page, 30, told)
    ids = [button.custom_id for button in card.buttons]
    assert len(set(ids)) == len(ids) <= 9
    assert all(UnansweredButton.shape.fullmatch(custom_id) and len(custom_id) <= 100 for custom_id in ids)
    check_message({"embeds": [card.embed.to_dict()]})


def test_groups_come_by_how_often_all_of_them_were_asked():
    groups = grouped([made(1, WHALE, 3), made(2, CHESS[0], 2), made(3, CHESS[1], 2)])
    assert [(group.count, group.questions[0].text) for group in groups] == [(4, CHESS[0]), (3, WHALE)]
