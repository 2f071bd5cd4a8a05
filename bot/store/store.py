"""The store: what the bot remembers, table by table."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import URL, insert, make_url, select

from bot.store import sqlite
from bot.store.articles import Articles
from bot.store.database import Database
from bot.store.guild_settings import GuildSettingsTable
from bot.store.guilds import Guilds
from bot.store.migrate import bring_up_to_date, sqlite_file
from bot.store.overview import Overview, overview
from bot.store.questions import Questions
from bot.store.tables import keys
from bot.store.uses import Uses
from bot.store.votes import Votes

Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
    """Everything is kept by guild; what was awaited is on the disk. Times are in UTC. Belongs to one event loop."""

    def __init__(self, database: Database, key: bytes, *, keep_unanswered: bool, clock: Clock) -> None:
        self._database = database
        self.articles = Articles(database, clock)
        self.uses = Uses(database)
        self.guild_settings = GuildSettingsTable(database)
        self.questions = Questions(database, clock, keep_unanswered=keep_unanswered)
        self.votes = Votes(database, key, clock)
        self.guilds = Guilds(database, clock)

    @classmethod
    async def open(cls, url: str | URL, *, keep_unanswered: bool = True, clock: Clock = _now) -> Store:
        """Opens the database of an SQLAlchemy async URL; makes or migrates it first.

        Raises StoreError for one that is broken, newer than this version, or out of reach; it is left as it is.
        """
        made = make_url(url)
        await asyncio.to_thread(bring_up_to_date, made)
        database = Database(made)
        try:
            return cls(database, await _key(database), keep_unanswered=keep_unanswered, clock=clock)
        except BaseException:
            await database.close()
            raise

    async def drop_copies(self, older_than: timedelta = timedelta(0)) -> list[Path]:
        """Deletes the copies that were kept before migrations, and are at least so old; gives their paths.

        Raises StoreError.
        """
        file = sqlite_file(self._database.url)
        return await asyncio.to_thread(sqlite.drop_copies, file, older_than.total_seconds()) if file else []

    async def overview(self, guild_id: int) -> Overview:
        """What is looked up before every answer in a guild."""
        return await overview(self._database, guild_id)

    async def close(self) -> None:
        """Ends what is under way, and closes the database."""
        await self._database.close()


async def _key(database: Database) -> bytes:
    """The key that members are hashed with, made at the first start."""
    async with database.write() as connection:
        kept = await connection.scalar(select(keys.c.key).where(keys.c.name == "votes"))
        if kept is not None:
            return bytes(kept)
        made = secrets.token_bytes(32)
        await connection.execute(insert(keys).values(name="votes", key=made))
        return made
