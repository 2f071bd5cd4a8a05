"""An open database: reads side by side, writes one after another, and errors in plain words."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from sqlalchemy import URL, Pool, Table, insert, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.store import sqlite
from bot.store.errors import StoreError

_log = logging.getLogger(__name__)

WRITES = "article_bot_writes"
"""The execution option of connections that are going to write."""


def engine_for(url: URL, poolclass: type[Pool] | None = None) -> AsyncEngine:
    """An engine; on SQLite one whose every connection is durable. Raises StoreError for a driver that is missing."""
    try:
        engine = create_async_engine(url, poolclass=poolclass)
    except ModuleNotFoundError as error:
        raise StoreError(f"the package {error.name} is missing, which memory.database asks for: install it") from error
    if url.get_backend_name() == "sqlite":
        sqlite.make_durable(engine, WRITES)
    return engine


class Database:
    """What the tables of the store share. Belongs to one event loop."""

    def __init__(self, url: URL) -> None:
        self._engine = engine_for(url)
        self._writes = self._engine.execution_options(**{WRITES: True})
        self._one_writer = asyncio.Lock()  # a queue in the process is fairer than a database that is busy

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection that sees one state of the database. Raises StoreError where it cannot be read now."""
        with plain_errors():
            async with self._engine.connect() as connection:
                yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """All of it or, after an error, nothing; durable at the end. Raises StoreError where it cannot be written."""
        async with self._one_writer:
            with plain_errors():
                async with self._writes.begin() as connection:
                    yield connection

    async def close(self) -> None:
        """Waits for the write under way, and closes the connections."""
        async with self._one_writer:
            await self._engine.dispose()


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turns what the host can mend (a full disk, say) into a StoreError; bugs stay what they are."""
    try:
        yield
    except DBAPIError as error:
        sentence = sqlite.sentence(error.orig)
        if sentence is None:
            raise
        _log.error("the memory failed: %s", error.orig)
        raise StoreError(sentence) from error


async def put(connection: AsyncConnection, table: Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Updates the row of that key, or makes it: in SQL that every database understands. Within a write only."""
    here = [table.c[name] == value for name, value in key.items()]
    if (await connection.execute(update(table).where(*here).values(**values))).rowcount == 0:
        await connection.execute(insert(table).values(**key, **values))


async def count_up(connection: AsyncConnection, table: Table, key: Mapping[str, Any], column: str, by: int = 1) -> None:
    """Adds to a counter, from 0 where there is no row of that key. Within a write only."""
    here = [table.c[name] == value for name, value in key.items()]
    if (await connection.execute(update(table).where(*here).values({column: table.c[column] + by}))).rowcount == 0:
        await connection.execute(insert(table).values(**key, **{column: by}))
