"""`kill -9` at random moments: what was acknowledged is there, and nothing is half there."""

from __future__ import annotations

import asyncio
import multiprocessing
import random
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from bot.store import Store
from tests.bot.store.model import Change, Model, shown
from tests.bot.store.writer import WRITERS, change, write

MOMENTS = 50
_ROUNDS_A_FILE = 5
"""Each such round begins with no database, so that some are killed while the tables are made."""


@dataclass
class Guild:
    """What the killed process has said of a guild."""

    model: Model
    under_way: Change | None = None

    def hear(self, kind: str, said: Any) -> None:
        if kind == "begun":
            self.under_way = change(said)
        else:
            assert self.under_way is not None
            assert self.model.apply(self.under_way) == said
            self.under_way = None

    def allowed(self) -> list[dict[str, Any]]:
        """What the store may show: all that was acknowledged, and the change under way wholly or not at all."""
        before = self.model.shown()
        if self.under_way is None:
            return [before]
        before = {key: dict(value) if isinstance(value, dict) else value for key, value in before.items()}
        self.model.apply(self.under_way)
        return [before, self.model.shown()]


@pytest.mark.skipif("forkserver" not in multiprocessing.get_all_start_methods(), reason="needs a quick fork")
def test_nothing_acknowledged_is_lost(tmp_path: Path):
    forks = multiprocessing.get_context("forkserver")
    forks.set_forkserver_preload(["tests.bot.store.writer", "bot.store.migrate", "alembic.command"])
    lot = random.Random(9)
    acknowledged = begun_only = 0
    for moment in range(MOMENTS):
        fresh = moment % _ROUNDS_A_FILE == 0
        file = tmp_path / f"{moment // _ROUNDS_A_FILE}.sqlite3"
        url = f"sqlite+aiosqlite:///{file}"
        theirs, ours = forks.Pipe(duplex=False)[::-1]
        first = 1 + moment * WRITERS
        process = forks.Process(target=write, args=(url, first, moment, theirs), daemon=True)
        process.start()
        theirs.close()
        if not fresh:
            assert ours.poll(60)
        time.sleep(lot.uniform(0, 0.2))
        process.kill()
        process.join()
        guilds = {first + n: Guild(Model()) for n in range(WRITERS)}
        for kind, guild_id, said in _heard(ours):
            if guild_id is not None:
                guilds[guild_id].hear(kind, said)
                acknowledged += kind == "done"
        begun_only += sum(guild.under_way is not None for guild in guilds.values())
        if file.exists():
            with closing(sqlite3.connect(file)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                assert not _halves(connection)
        asyncio.run(_compare(url, guilds))
    assert acknowledged > MOMENTS
    assert begun_only > MOMENTS / 2, "the process was killed between changes only: that shows nothing"


def _heard(pipe: Connection) -> list[tuple[str, int | None, Any]]:
    heard = []
    try:
        while True:
            heard.append(pipe.recv())
    except EOFError:
        pipe.close()
        return heard


_COUNTS = "SELECT guild_id, sum(answered + refused), sum(up), sum(down) FROM weeks GROUP BY guild_id ORDER BY guild_id"
_WHAT_IS_COUNTED = """
    SELECT guild_id,
           (SELECT coalesce(sum(count), 0) FROM durations WHERE durations.guild_id = weeks.guild_id),
           (SELECT coalesce(sum(up), 0) FROM votes WHERE votes.guild_id = weeks.guild_id),
           (SELECT coalesce(sum(1 - up), 0) FROM votes WHERE votes.guild_id = weeks.guild_id)
    FROM weeks GROUP BY guild_id ORDER BY guild_id
"""


def _halves(connection: sqlite3.Connection) -> list[tuple[Any, Any]]:
    """What one change writes to several tables, where it stands in some only."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'weeks'").fetchone():
        return []
    counts, counted = connection.execute(_COUNTS).fetchall(), connection.execute(_WHAT_IS_COUNTED).fetchall()
    return [pair for pair in zip(counts, counted, strict=True) if pair[0] != pair[1]]


async def _compare(url: str, guilds: dict[int, Guild]) -> None:
    store = await Store.open(url)
    try:
        for guild_id, guild in guilds.items():
            assert await shown(store, guild_id) in guild.allowed()
    finally:
        await store.close()
