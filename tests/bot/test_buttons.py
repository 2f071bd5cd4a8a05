"""Buttons and forms of any custom id: what nobody knows gets one sentence in private, and nothing is an error."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st

from bot.buttons import FORMS, PRESSES
from bot.buttons.route import UNKNOWN, UNKNOWN_FORM
from bot.buttons.share import DONE, TWICE
from bot.client import ArticleBot
from bot.settings import Settings
from bot.store import Store
from index.library import Library
from tests.bot.conftest import connected
from tests.fake_discord import FakeDiscord, Message

SHAPES = [kind.shape for kind in (*PRESSES, *FORMS)]
SHAPED = st.one_of([st.from_regex(shape, fullmatch=True) for shape in SHAPES]).filter(lambda text: len(text) <= 100)
CUT = st.builds(lambda text, end: text[:end], SHAPED, st.integers(1, 100)).filter(bool)
ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=50)


@pytest.fixture
async def card(discord: FakeDiscord, bot: ArticleBot) -> Message:
    return (await discord.command(discord.world.ada, "ask", question="Who won the chess championship?")).message


@pytest.mark.parametrize("custom_id", ["nobody-knows", "+c:0", "c:0:", "C:0:aaaaaaaa", "x" * 100, "🙂"])
async def test_a_button_that_nobody_knows_gets_one_sentence_in_private(
    discord: FakeDiscord, card: Message, custom_id: str
):
    pressed = await discord.forge(discord.world.ada, card, custom_id)
    assert (pressed.message.content, pressed.message.private) == (UNKNOWN, True)


async def test_a_form_that_nobody_knows_gets_one_sentence_in_private(discord: FakeDiscord, card: Message):
    sent = await discord.forge_form(discord.world.ada, card, "nobody-knows", words="some")
    assert (sent.message.content, sent.message.private) == (UNKNOWN_FORM, True)


async def test_no_custom_id_is_an_error(discord: FakeDiscord, card: Message, caplog: pytest.LogCaptureFixture):
    loop = asyncio.get_running_loop()
    world = discord.world

    @trying(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.one_of(SHAPED, CUT, ANY), st.sampled_from([world.ada, world.grace]), st.booleans())
    def press(custom_id: str, user: object, form: bool) -> None:
        sending = discord.forge_form(user, card, custom_id) if form else discord.forge(user, card, custom_id)
        pressed = asyncio.run_coroutine_threadsafe(sending, loop).result(10)
        assert pressed.acknowledged is not None

    before = card.embed
    await asyncio.to_thread(press)
    assert card.embed == before
    assert not [r for r in caplog.records if r.levelname in ("ERROR", "CRITICAL")], caplog.text


async def test_a_member_who_presses_fast_is_answered_each_time(
    discord: FakeDiscord, settings: Settings, seeds: Path, caplog: pytest.LogCaptureFixture
):
    (seeds / "harbour.txt").write_text(
        "A Long Story\n\n" + "\n\n".join(f"Year {n} had storms. " * 40 for n in range(3))
    )
    ada = discord.world.ada
    async with connected(discord, settings):
        page = (await discord.command(ada, "article")).message
        pressed = await asyncio.gather(*(discord.press(ada, page, "Next ▶") for _ in range(5)))
        assert all(i.message is page or i.message.private for i in pressed)
        asked = (await discord.command(ada, "ask", question="Which year had storms?")).message
        before, labels = asked.edits, [label for label in asked.buttons if label != "It does say"] * 2
        copies = await asyncio.gather(*(discord.press(discord.world.grace, asked, label) for label in labels))
        assert all(i.message.private for i in copies)
        assert asked.edits == before
    assert not [r for r in caplog.records if r.levelname == "ERROR"], caplog.text


async def test_where_the_articles_are_read_first_every_button_still_answers(
    discord: FakeDiscord, bot: ArticleBot, card: Message, monkeypatch: pytest.MonkeyPatch
):
    """The scope puts the answer off, in private, where a guild's articles take long; what comes after must not mind."""
    ada, of = discord.world.ada, bot.libraries.at
    quote = (await discord.command(ada, "quote")).message
    answered = (await discord.command(ada, "ask", question="How much did the repairs cost?", private=True)).message

    async def slow(guild_id: int, version: int, store: Store) -> Library:
        await asyncio.sleep(0.3)
        return await of(guild_id, version, store)

    monkeypatch.setattr(bot.libraries, "at", slow)
    monkeypatch.setattr("bot.scope.PATIENCE", 0.05)
    for source, label in [(quote, "In context"), (answered, "👍"), (card, "More passages")]:
        pressed = await discord.press(ada, source, label)
        assert pressed.message.private
        assert pressed.message.embeds
    form = await discord.press_for_form(ada, card, "It does say")
    assert (await discord.submit(ada, form, paragraph="4")).message.embeds
    sharing = await discord.press(ada, answered, "Share")
    await sharing.until(lambda i: bool(i.followups) and i.message.content == DONE)
    assert not sharing.followups[0].private
    twice = await discord.press(ada, answered, "Share")
    assert TWICE in "\n".join(m.content for m in [twice.message, *twice.followups])
    stale = await discord.forge(ada, card, "+c:0:aaaaaaaa4.0.1~A")
    again = await discord.press(ada, stale.message, "Ask again")
    assert again.message.embed["title"] == card.embed["title"]


async def test_a_person_who_installed_it_has_the_same_buttons_elsewhere(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    world.installed.add(world.ada)
    channel = world.elsewhere.channels[0]
    refused = (await discord.command(world.ada, "ask", channel=channel, question="Who won at chess?")).message
    assert list(refused.buttons) == ["In context", "More passages", "It does say"]
    form = await discord.press_for_form(world.grace, refused, "It does say")
    assert (await discord.submit(world.grace, form, paragraph="4")).message.private
    stale = (await discord.forge(world.grace, refused, "+c:0:aaaaaaaa4.0.1~A")).message
    again = await discord.press(world.grace, stale, "Ask again")
    assert again.message.embed["title"] == refused.embed["title"]
    two = world.between(world.ada, world.grace)
    asked = await discord.command(
        world.ada, "ask", channel=two, question="How much did the repairs cost?", private=True
    )
    assert list(asked.message.buttons) == ["In context", "More passages", "Share"]
    sharing = await discord.press(world.ada, asked.message, "Share")
    await sharing.until(lambda i: bool(i.followups))
    assert not sharing.followups[0].private


def test_no_two_kinds_take_the_same_custom_id():
    kinds = [kind.shape for kind in PRESSES]

    @trying(max_examples=300, deadline=None)
    @given(SHAPED)
    def once(custom_id: str) -> None:
        assert sum(bool(re.fullmatch(shape, custom_id)) for shape in kinds) <= 1

    once()
