"""A full disk, another process that writes, tasks that are cancelled, an end in the middle of things."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import threading
from contextlib import closing, suppress
from pathlib import Path

import pytest

from bot.store import Store, StoreError, sqlite
from tests.bot.store.conftest import Clock
from tests.bot.store.model import shown

HERE = 81384788765712384
LARGE = 400_000


@pytest.fixture
async def crowded(url: str, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store on a disk that has room for small things only."""
    store = await Store.open(url)
    await store.articles.add(HERE, "ferry", b"The gulls never wrote back.")
    await store.uses.put(HERE, None, "ferry")
    await store.close()
    monkeypatch.setattr(sqlite, "_PRAGMAS", (*sqlite._PRAGMAS, "max_page_count = 60"))
    return await Store.open(url)


async def test_a_full_disk_while_an_article_is_added(crowded: Store, caplog: pytest.LogCaptureFixture):
    before, version = await shown(crowded, HERE), await crowded.articles.version(HERE)
    for change in (
        crowded.articles.add(HERE, "large", b"x" * LARGE),
        crowded.articles.replace(HERE, "ferry", b"x" * LARGE),
    ):
        with pytest.raises(StoreError, match="no room left on the disk, so nothing was saved"):
            await change
        assert await shown(crowded, HERE) == before
        assert await crowded.articles.version(HERE) == version
    assert "database or disk is full" in caplog.text
    await crowded.articles.add(HERE, "small", b"fits")
    await crowded.articles.remove(HERE, "ferry")
    assert [a.name for a in await crowded.articles.all(HERE)] == ["small"]
    await crowded.close()


async def test_a_full_disk_at_the_start(url: str, file: Path, monkeypatch: pytest.MonkeyPatch):
    pragmas = sqlite._PRAGMAS
    monkeypatch.setattr(sqlite, "_PRAGMAS", (*pragmas, "max_page_count = 3"))
    with pytest.raises(StoreError, match="cannot be opened: database or disk is full"):
        await Store.open(url)
    monkeypatch.setattr(sqlite, "_PRAGMAS", pragmas)
    await (await Store.open(url)).close()


async def test_reading_goes_on_while_another_process_writes(store: Store, file: Path, monkeypatch: pytest.MonkeyPatch):
    await store.uses.put(HERE, None, "ferry")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM uses")
        assert await store.uses.all(HERE) == {None: "ferry"}
        writing = asyncio.create_task(store.uses.put(HERE, 5, "boat"))
        await asyncio.sleep(0.1)
        assert not writing.done()
        other.execute("COMMIT")
    await writing
    assert await store.uses.all(HERE) == {5: "boat"}


async def test_two_processes_that_write_at_once_lose_nothing(store: Store, url: str, clock: Clock):
    other = await Store.open(url, clock=clock)
    assert other.votes._key == store.votes._key
    work = [one.questions.count(HERE, "answered", 5) for _ in range(15) for one in (store, other)]
    work += [one.votes.vote(HERE, "card", user, True) for user in range(5) for one in (store, other)]
    await asyncio.gather(*work)
    (week,) = await store.questions.weeks(HERE)
    assert (week.answered, week.up) == (30, 5)
    await other.close()


async def test_another_process_that_never_ends_its_writing(url: str, file: Path, monkeypatch: pytest.MonkeyPatch):
    short = tuple(p if "busy" not in p else "busy_timeout = 50" for p in sqlite._PRAGMAS)
    monkeypatch.setattr(sqlite, "_PRAGMAS", short)
    store = await Store.open(url)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="busy for too long, so nothing was saved: try again"):
            await store.uses.put(HERE, None, "ferry")
        other.execute("ROLLBACK")
    await store.uses.put(HERE, None, "ferry")
    await store.close()


async def test_cancelled_tasks_leave_whole_changes_and_a_store_that_works(store: Store):
    lot = random.Random(3)
    for _round in range(20):
        tasks = [asyncio.create_task(store.votes.vote(HERE, "card", user, True)) for user in range(5)]
        tasks += [asyncio.create_task(store.questions.weeks(HERE)) for _ in range(3)]
        await asyncio.sleep(lot.uniform(0, 0.02))
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    async with asyncio.timeout(10):
        for user in range(5):
            await store.votes.vote(HERE, "card", user, True)
    (week,) = await store.questions.weeks(HERE)
    assert (week.up, week.down) == (5, 0)


async def test_closing_waits_for_what_is_under_way_and_takes_nothing_new(url: str):
    threads = threading.active_count()
    store = await Store.open(url)
    tasks = [asyncio.create_task(store.questions.unanswered(HERE, f"{n}?", None)) for n in range(20)]
    tasks += [asyncio.create_task(store.questions.list_unanswered(HERE)) for _ in range(20)]
    await asyncio.sleep(0)
    await store.close()
    assert all(task.done() and task.exception() is None for task in tasks)
    with pytest.raises(StoreError, match="about to stop"):
        await store.uses.put(HERE, None, "ferry")
    async with asyncio.timeout(10):
        while threading.active_count() > threads + 1:  # noqa: ASYNC110 - one is the default executor's, the others end
            await asyncio.sleep(0.01)
    again = await Store.open(url)
    assert len(await again.questions.list_unanswered(HERE)) == 20
    await again.close()


async def test_the_event_loop_is_not_held_up(store: Store):
    """A large article is written and read while the loop ticks."""
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.001)
            ticks += 1

    ticking = asyncio.create_task(tick())
    await store.articles.add(HERE, "large", b"x" * 5_000_000)
    await store.articles.all(HERE)
    ticking.cancel()
    with suppress(asyncio.CancelledError):
        await ticking
    assert ticks > 10
