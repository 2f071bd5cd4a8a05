"""The store over the bot's lifetime: where it is, servers that leave and return, and what is past its time."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import UsageError
from bot.words import count

if TYPE_CHECKING:
    from sqlalchemy import URL

    from bot.settings import Memory, Settings
    from bot.store import Store

_log = logging.getLogger(__name__)

FILE = "article-bot.sqlite3"
_DAY = 24 * 60 * 60.0
_COPY = timedelta(days=7)
"""How long the copy from before an update is kept."""
NO_MEMORY = "Whoever runs me has set me to keep nothing, so that does not work here."


def database_of(settings: Settings) -> URL:
    """Where the memory is. Raises UsageError for an address that is none."""
    from sqlalchemy import URL, make_url
    from sqlalchemy.exc import ArgumentError

    database = settings.memory.database or settings.state / FILE
    if not isinstance(database, str):
        return URL.create("sqlite+aiosqlite", database=str(database))
    try:
        url = make_url(database)
    except ArgumentError:
        raise UsageError(f"memory.database is no address of a database: {database}: write a path") from None
    return url.set(drivername="sqlite+aiosqlite") if url.drivername == "sqlite" else url


async def open_store(settings: Settings) -> Store | None:
    """The store; None where it is switched off. Raises StoreError where it cannot be used."""
    if not settings.memory.enabled:
        _log.info("no memory is kept, as memory.enabled says")
        return None
    from bot.store import Store

    return await Store.open(database_of(settings), keep_unanswered=settings.memory.unanswered_days > 0)


def forget(settings: Settings, guild_id: int) -> str:
    """Deletes all that is kept of a server, also where memory.enabled is false by now; says what was deleted.

    Raises StoreError.
    """
    from bot.store import Store
    from bot.store.migrate import condition

    url = database_of(settings)

    async def forgotten() -> tuple[int, list[Path]]:
        store = await Store.open(url)
        try:
            return await store.guilds.forget(guild_id), await store.drop_copies()
        finally:
            await store.close()

    # A look first: nothing is made only to forget it.
    rows, copies = (0, []) if condition(url) == "new" else asyncio.run(forgotten())
    kept = (
        f"server {guild_id} is forgotten: {count(rows, 'row')} deleted"
        if rows
        else f"nothing is kept of server {guild_id}"
    )
    return "\n".join([kept, *(f"deleted {copy} too, a copy from before an update" for copy in copies)])


def needed(store: Store | None) -> Store:
    """The store. Raises UsageError where the host keeps none."""
    if store is None:
        raise UsageError(NO_MEMORY)
    return store


async def purge_daily(store: Store, memory: Memory) -> None:
    """Deletes what is past its time, now and every day, until it is cancelled."""
    while True:
        await purge(store, memory)
        await asyncio.sleep(_DAY)


async def purge(store: Store, memory: Memory) -> None:
    """Deletes what is past its time; what fails is logged, and done the next time."""
    try:
        await store.questions.purge(memory.unanswered_days)
        await store.drop_copies(_COPY)
        for guild_id in await store.guilds.forget_expired(memory.grace_days):
            _log.info("forgot server %d, which the bot left %d days ago or more", guild_id, memory.grace_days)
    except Exception:
        _log.exception("what is past its time could not be deleted; tomorrow it is tried again")
