"""An open database: reads side by side, writes one after another, and errors in plain words."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import URL, Table, insert, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.store import sqlite
from bot.store.errors import StoreError

_log = logging.getLogger(__name__)

LOST = "My memory is out of reach, so nothing was saved: try again in a minute."


def reading(url: URL) -> AsyncEngine:
    """An engine whose statements stand alone: a third of the work of a transaction each, and most reads are one."""
    # A burst waits for one of the pool's connections: each is a thread, and slow to make.
    return _engine(url, isolation_level="AUTOCOMMIT", pool_reset_on_return=None, max_overflow=0)


def writing(url: URL) -> AsyncEngine:
    """An engine with the one connection that writes; on SQLite what it commits is durable."""
    engine = _engine(url, pool_size=1, max_overflow=0)
    if url.get_backend_name() == "sqlite":
        sqlite.begin_early(engine)
    return engine


def _engine(url: URL, **options: Any) -> AsyncEngine:  # noqa: ANN401 - as SQLAlchemy has them
    """Raises StoreError for a driver that is missing."""
    try:
        engine = create_async_engine(url, **options)
    except ModuleNotFoundError as error:
        raise StoreError(f"the package {error.name} is missing, which memory.database asks for: install it") from error
    if url.get_backend_name() == "sqlite":
        sqlite.set_up(engine)
    return engine


class Database:
    """What the tables of the store share. Belongs to one event loop."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self._reading = reading(url)
        self._writing = writing(url)
        self._one_writer = asyncio.Lock()  # a queue in the process is fairer than a database that is busy
        self._uses = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._closing = False

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection for reads, each of what is there by then. Raises StoreError where that cannot be read now."""
        with self._use(), plain_errors():
            async with self._reading.connect() as connection:
                yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """All of it or, after an error, nothing; durable at the end. For what `to_its_end` makes `close` wait for.

        Raises StoreError where it cannot be written.
        """
        async with self._one_writer:
            with plain_errors():
                async with self._writing.begin() as connection:
                    yield connection

    async def tidy(self) -> None:
        """Takes what was deleted out of the database's files too; where that fails it is logged, and done later."""
        if self.url.get_backend_name() == "sqlite":
            with suppress(StoreError), plain_errors():
                async with self._one_writer, self._writing.connect() as connection:
                    await sqlite.empty_log(connection)

    async def close(self) -> None:
        """Takes nothing new on, waits for what is under way, and closes the connections."""
        self._closing = True
        await self._idle.wait()
        await self._reading.dispose()
        await self._writing.dispose()

    def begin(self) -> None:
        """Makes `close` wait for `end`. Raises StoreError once it is called."""
        if self._closing:
            raise StoreError("I am about to stop, so nothing was saved: try again in a minute.")
        self._uses += 1
        self._idle.clear()

    def end(self) -> None:
        """What `begin` began is done."""
        self._uses -= 1
        if self._uses == 0:
            self._idle.set()

    @contextmanager
    def _use(self) -> Iterator[None]:
        self.begin()
        try:
            yield
        finally:
            self.end()


_P = ParamSpec("_P")
_S = TypeVar("_S", bound="_Table")
_T = TypeVar("_T")


class _Table(Protocol):
    _database: Database


def to_its_end(
    change: Callable[Concatenate[_S, _P], Coroutine[Any, Any, _T]],
) -> Callable[Concatenate[_S, _P], Coroutine[Any, Any, _T]]:
    """A table's change that goes on where its caller is cancelled, who only waits for it no longer.

    A connection that is cut off amid a transaction may keep SQLite's lock, and every later change would wait for it.
    """

    @wraps(change)
    async def whole(table: _S, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        table._database.begin()
        task = asyncio.create_task(change(table, *args, **kwargs))
        task.add_done_callback(lambda _: table._database.end())
        return await asyncio.shield(task)

    return whole


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turns what the host can mend (a full disk, say) into a StoreError; bugs stay what they are."""
    try:
        yield
    except DBAPIError as error:
        sentence = LOST if error.connection_invalidated else sqlite.sentence(error.orig)
        if sentence is None:
            raise
        _log.error("the memory failed: %s", error.orig)
        raise StoreError(sentence) from error
    except OSError as error:
        _log.error("the database is out of reach: %s", error)
        raise StoreError(LOST) from error
    except PoolTimeoutError as error:
        _log.error("the memory was busy for too long: %s", error)
        raise StoreError(sqlite.BUSY) from error


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
