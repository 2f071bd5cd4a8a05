"""The guilds' libraries: made once, held while they are asked, made anew when something has changed."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot import libraries as module
from bot.client import ArticleBot
from bot.commands import choices
from bot.libraries import Libraries
from bot.store import Store
from index.library import Entry, Library
from tests.fake_discord import FakeDiscord

MILL = "The Mill\n\nThe mill was built in 1874.\n\nIt grinds every day.\n"
ONE, TWO, THREE = 11, 12, 13


@pytest_asyncio.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await Store.open(f"sqlite+aiosqlite:///{tmp_path / 'memory.sqlite3'}")
    yield opened
    await opened.close()


@pytest.fixture
def host(seeds: Path) -> Library:
    return Library.load(seeds)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the articles that are read from bytes, each time."""
    names: list[str] = []
    of = Entry.of

    def noting(name: str, data: bytes) -> Entry:
        names.append(name)
        assert threading.current_thread() is not threading.main_thread()
        return of(name, data)

    monkeypatch.setattr(Entry, "of", noting)
    return names


async def test_a_guild_without_articles_has_the_hosts_library(store: Store, host: Library):
    libraries = Libraries(host)
    assert await libraries.of(ONE, store) is host
    await store.articles.add(ONE, "mill", MILL.encode())
    removal = await store.articles.remove(ONE, "mill")
    assert (await libraries.of(ONE, store)).names == ("harbour",)
    await store.articles.restore(ONE, removal)
    assert (await libraries.of(ONE, store)).names == ("mill", "harbour")
    await store.guilds.forget(ONE)
    assert await libraries.of(ONE, store) is host


async def test_it_is_made_once_however_many_ask(store: Store, host: Library, read: list[str]):
    libraries = Libraries(host)
    await store.articles.add(ONE, "mill", MILL.encode())
    made = await asyncio.gather(*(libraries.of(ONE, store) for _ in range(20)))
    assert len({id(library) for library in made}) == 1
    assert read == ["mill"]
    assert await libraries.of(ONE, store) is made[0]


async def test_what_has_not_changed_is_not_read_again(store: Store, host: Library, read: list[str], seeds: Path):
    libraries = Libraries(host)
    await store.articles.add(ONE, "mill", MILL.encode())
    first = await libraries.of(ONE, store)
    await store.articles.add(ONE, "bridge", b"The Bridge\n\nIt was closed in May.\n")
    await store.articles.add(ONE, "brook", b"The Brook\n\nIt ran dry in May.\n")
    assert (await libraries.of(ONE, store)).names == ("bridge", "brook", "mill", "harbour")
    await store.articles.rename(ONE, "brook", "stream")
    (seeds / "more.txt").write_text("More\n\nThere is more to say.\n", "utf-8")
    libraries.host = host.reread()[0]
    last = await libraries.of(ONE, store)
    assert last.names == ("bridge", "mill", "stream", "harbour", "more")
    assert last.entry("mill") is first.entry("mill")
    assert last.entry("harbour") is host.entry("harbour")
    assert read == ["mill", "bridge", "brook", "stream"]


async def test_an_own_article_stays_though_the_host_takes_up_its_name(store: Store, host: Library, seeds: Path):
    libraries = Libraries(host)
    await store.articles.add(ONE, "mill", MILL.encode())
    (seeds / "mill.txt").write_text("Another mill\n\nThe other mill was built in 1999.\n", "utf-8")
    libraries.host = host.reread()[0]
    library = await libraries.of(ONE, store)
    answer = library.ask("When was the mill built?")
    assert library.text(answer.sentence) == "The mill was built in 1874."
    assert (await libraries.of(TWO, store)).entry("mill").article.title == "Another mill"


async def test_those_who_asked_longest_ago_make_room(store: Store, host: Library, read: list[str]):
    libraries = Libraries(host, most_characters=2 * len(MILL) + 1)
    for guild in (ONE, TWO, THREE):
        await store.articles.add(guild, "mill", MILL.encode())
    for guild in (ONE, TWO, ONE, THREE, ONE):
        await libraries.of(guild, store)
    assert len(read) == 3
    await libraries.of(TWO, store)
    assert len(read) == 4
    small = Libraries(host, most_characters=1)
    assert (await small.of(ONE, store)) is await small.of(ONE, store)


async def test_what_can_no_longer_be_read_is_left_out(store: Store, host: Library):
    await store.articles.add(ONE, "broken", bytes(range(256)))
    await store.articles.add(ONE, "mill", MILL.encode())
    assert (await Libraries(host).of(ONE, store)).names == ("mill", "harbour")


async def test_one_that_cannot_be_made_is_tried_again(store: Store, host: Library, monkeypatch: pytest.MonkeyPatch):
    libraries = Libraries(host)
    await store.articles.add(ONE, "mill", MILL.encode())
    with monkeypatch.context() as patch:
        patch.setattr(module, "_join", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            await libraries.of(ONE, store)
    assert (await libraries.of(ONE, store)).names == ("mill", "harbour")


async def test_slow_reading_is_acknowledged_in_time_and_in_private(
    discord: FakeDiscord, bot: ArticleBot, monkeypatch: pytest.MonkeyPatch
):
    world = discord.world
    await discord.command(world.edith, "ask", question="What did the repairs cost?")  # what is slow once is loaded now
    await bot.store.articles.add(world.reading.id, "mill", MILL.encode())
    join = module._join

    def slowly(*known: object) -> object:
        time.sleep(3.5)
        return join(*known)

    monkeypatch.setattr(module, "_join", slowly)
    monkeypatch.setattr(choices, "PATIENCE", 0.08)
    asked = await discord.begin(world.ada, "ask", question="When was the mill built?")
    assert await discord.complete(world.ada, "ask", "article", "", question="x") == []
    elsewhere = await discord.command(world.edith, "ask", question="What did the repairs cost?")
    assert elsewhere.acknowledged < 2
    await asked.until(lambda i: i.done)
    assert asked.acknowledged < 2
    assert asked.message.private
    assert "1874" in asked.message.text
    card = (await discord.command(world.ada, "ask", question="When was the mill built?")).message
    assert not card.private
    bot.libraries.host = Library.load(bot.settings.seeds)
    pressed = await discord.press(world.ada, card, "In context")
    assert pressed.acknowledged < 2
    assert "It grinds every day." in pressed.message.text
