"""A fake Discord, articles of the tests' own, and the real client between them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio

from bot.client import ArticleBot
from bot.commands import choices
from bot.settings import Settings
from index.library import Library
from tests.fake_discord import FakeDiscord, Message, User

HARBOUR = """\
Harbour Town Gets Its Ferry Back

By Nora Quill

The ferry between Port Amber and Gull Island will sail again on 4 March, harbour master Ilse Brandt said on Tuesday.

“We have waited two winters for this boat,” Brandt told residents at the old customs house. “Nobody should have to row.”

The ferry was laid up in 2021 after inspectors found 37 cracks in its hull. Repairs cost 2.4 million crowns, twice as much as planned.

Mayor Teodor Lund called the repair “a bargain at the price” and promised free crossings for school children.

Fisherman Olaf Reed, who carried the island’s post in his own boat, said he would miss the company. “The gulls never wrote back,” he said.
"""


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever completes in a test waits for the list, however busy the machine is."""
    monkeypatch.setattr(choices, "PATIENCE", 5.0)


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder with one article; tests add theirs."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "harbour.txt").write_text(HARBOUR, "utf-8")
    return folder


@pytest.fixture
def settings(seeds: Path, tmp_path: Path) -> Settings:
    """Without cooldowns: the tests' members ask as fast as they are answered."""
    limits = {"answers": {"cooldown_seconds": 0}, "limits": {"questions_a_minute": 0}}
    return Settings.of({"seeds": str(seeds), "state": str(tmp_path / "state"), **limits}, tmp_path)


@pytest_asyncio.fixture
async def discord() -> AsyncIterator[FakeDiscord]:
    """The fake Discord; afterwards nothing may have been refused or late, unless the test has said so."""
    async with FakeDiscord() as fake:
        fake.point_client()
        yield fake
        assert fake.interactions.late == []
        assert [str(refusal) for refusal in fake.refused] == []


@asynccontextmanager
async def connected(
    discord: FakeDiscord, settings: Settings, library: Library | None = None
) -> AsyncIterator[ArticleBot]:
    """The bot, logged in, until the block ends."""
    async with ArticleBot(settings, library or Library.load(settings.seeds)) as bot:
        serving = asyncio.create_task(bot.start(discord.world.token))
        ready = asyncio.create_task(discord.gateway.ready())
        await asyncio.wait({serving, ready}, return_when=asyncio.FIRST_COMPLETED)
        if serving.done():
            serving.result()
        try:
            yield bot
        finally:
            await bot.close()
            await serving


async def settled(bot: ArticleBot) -> None:
    """Waits for what the bot does behind its answers."""
    while bot._under_way:
        await asyncio.wait(set(bot._under_way))


async def reindexed(discord: FakeDiscord, user: User, **options: str) -> Message:
    """What /reindex says when it is through, however long the progress is shown before."""
    asked = await discord.begin(user, "reindex", unhidden=True, **options)
    await asked.until(
        lambda i: bool(i.followups) or (i.done and not i.message.content.startswith("Reading the articles anew"))
    )
    return asked.followups[0] if asked.followups else asked.message


@pytest_asyncio.fixture
async def bot(discord: FakeDiscord, settings: Settings) -> AsyncIterator[ArticleBot]:
    async with connected(discord, settings) as running:
        yield running
