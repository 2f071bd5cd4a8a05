"""Completion while somebody types: in time or not at all."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection

import pytest

from bot.client import _AHEAD
from bot.commands import choices
from bot.settings import Settings
from index.answer import Answer
from index.article import Article
from index.library import Library
from tests.bot.conftest import connected
from tests.fake_discord import FakeDiscord

QUESTION = "How much did the repairs cost?"


class SlowLibrary(Library):
    """Takes its time over a list."""

    def suggest(self, typed: str, limit: int = 25, among: Collection[str] | None = None) -> tuple[Article, ...]:
        time.sleep(0.6)
        return super().suggest(typed, limit, among)


async def test_a_list_that_takes_long_is_left_empty_within_a_tenth_of_a_second(
    discord: FakeDiscord, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    library = Library.load(settings.seeds)
    async with connected(discord, settings, library):
        taken: dict[type[Library], list[float]] = {Library: [], SlowLibrary: []}
        for kind, times in taken.items():
            library.__class__ = kind
            for _ in range(10):
                found = await discord.complete(discord.world.ada, "ask", "article", "harbour", question="?")
                times.append(discord.interactions.all[-1].acknowledged)
                assert bool(found) == (kind is Library)
            monkeypatch.setattr(choices, "PATIENCE", 0.08)
        of_the_machine = min(taken[Library])
        assert min(taken[SlowLibrary]) < 0.1 + of_the_machine, taken


class BusyLibrary(Library):
    """Takes its time over answers."""

    def ask(self, *question: object) -> Answer:
        time.sleep(1)
        return super().ask(*question)


async def test_who_types_does_not_wait_for_those_who_are_answered(discord: FakeDiscord, settings: Settings):
    """Not even where every thread that answers is busy."""
    library = Library.load(settings.seeds)
    async with connected(discord, settings, library) as bot:
        await bot.loop.run_in_executor(_AHEAD, lambda: None)  # the articles have been read through
        library.__class__ = BusyLibrary
        answering = [await discord.begin(discord.world.grace, "ask", question=QUESTION) for _ in range(8)]
        found = await discord.complete(discord.world.ada, "who", "name", "brandt")
        assert found[0]["name"] == "Ilse Brandt"
        assert not any(i.done for i in answering)
        await asyncio.wait(bot._under_way, timeout=20)
        discord.interactions.late.clear()  # how soon they are answered is not the point here, and the machine may be busy
        discord.refused.clear()
