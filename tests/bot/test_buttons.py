"""Buttons and forms of any custom id: what nobody knows gets one sentence in private, and nothing is an error."""

from __future__ import annotations

import asyncio
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.buttons import FORMS, PRESSES
from bot.buttons.route import UNKNOWN, UNKNOWN_FORM
from bot.client import ArticleBot
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

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.one_of(SHAPED, CUT, ANY), st.sampled_from([world.ada, world.grace]), st.booleans())
    def press(custom_id: str, user: object, form: bool) -> None:
        sending = discord.forge_form(user, card, custom_id) if form else discord.forge(user, card, custom_id)
        pressed = asyncio.run_coroutine_threadsafe(sending, loop).result(10)
        assert pressed.acknowledged is not None

    before = card.embed
    await asyncio.to_thread(press)
    assert card.embed == before
    assert not [r for r in caplog.records if r.levelname in ("ERROR", "CRITICAL")], caplog.text


def test_no_two_kinds_take_the_same_custom_id():
    kinds = [kind.shape for kind in PRESSES]

    @settings(max_examples=300, deadline=None)
    @given(SHAPED)
    def once(custom_id: str) -> None:
        assert sum(bool(re.fullmatch(shape, custom_id)) for shape in kinds) <= 1

    once()
