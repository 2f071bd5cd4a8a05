"""All that is particular to SQLite: durable connections, a look at a file that leaves it as it is, copies."""

from __future__ import annotations

import glob
import os
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.paths import is_file
from bot.store.errors import StoreError

_PRAGMAS = (
    "busy_timeout = 10000",  # milliseconds: another process, `article-bot forget` say, may be writing
    "journal_mode = WAL",
    "synchronous = FULL",  # a commit is on the disk when it returns
    "foreign_keys = ON",
    "secure_delete = ON",  # what is forgotten is overwritten
)
BUSY = "My memory was busy for too long, so nothing was saved: try again."
_TELL = "tell whoever runs me"
_SENTENCES = {
    sqlite3.SQLITE_FULL: f"There is no room left on the disk, so nothing was saved: {_TELL}.",
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_READONLY: f"My memory may not be written, so nothing was saved: {_TELL}.",
    sqlite3.SQLITE_IOERR: f"My memory cannot be read or written, so nothing was saved: {_TELL}.",
    sqlite3.SQLITE_CANTOPEN: f"My memory cannot be opened, so nothing was saved: {_TELL}.",
    sqlite3.SQLITE_CORRUPT: f"My memory is damaged, so nothing was saved: {_TELL}.",
    sqlite3.SQLITE_NOTADB: f"My memory is damaged, so nothing was saved: {_TELL}.",
}
_BEFORE = ".before-"
_PRIMARY = 0xFF
"""The part of an error code that is not detail."""


def set_up(engine: AsyncEngine) -> None:
    """Makes every connection of the engine durable."""
    event.listen(engine.sync_engine, "connect", _set_up)


def _set_up(connection: DBAPIConnection, _: object) -> None:
    # Without this the driver begins transactions by itself, and late: only before the first change.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def begin_early(engine: AsyncEngine) -> None:
    """Lets transactions wait for their turn to write before they read, so that what they have read still holds."""
    event.listen(engine.sync_engine, "begin", _begin)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


async def empty_log(connection: AsyncConnection) -> None:
    """Moves the write-ahead log into the database, and leaves nothing in it that was deleted."""
    raw = (await connection.get_raw_connection()).driver_connection
    assert raw is not None
    await raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # not within a transaction


def sentence(error: BaseException | None) -> str | None:
    """What to tell a member about an error that the host can mend; None for all others."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _SENTENCES.get(code & _PRIMARY)


def revision(path: Path) -> str | None:
    """The schema's revision in the file, which is left as it is; None where there is no file, or an empty one.

    Raises StoreError for a file that is broken, unreadable, or of another program.
    """
    try:
        if not is_file(path) or path.stat().st_size == 0:
            return None
        with closing(_read_only(path)) as connection:
            faults = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
            if faults != ["ok"]:
                raise StoreError(_broken(path, faults[0]))
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if not tables:
                return None
            rows = connection.execute("SELECT version_num FROM alembic_version").fetchall() if tables >= _OURS else []
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # SQLite quotes what it cannot read
        raise StoreError(_broken(path, str(error).partition("\n")[0])) from error
    except OSError as error:
        raise StoreError(f"the memory {path} cannot be read: {error.strerror}") from error
    if len(rows) != 1:
        raise StoreError(
            f"{path} is a database of another program, and was left as it is: name another file under memory.database"
        )
    return str(rows[0][0])


_OURS = {"alembic_version", "departures"}


def _broken(path: Path, fault: str) -> str:
    return (
        f"the memory {path} is damaged ({fault}) and was left as it is: put a copy of yours in its place, "
        "or move it away to begin anew"
    )


def _read_only(path: Path) -> sqlite3.Connection:
    # Where there is no log, nobody has the database open, and reading need not leave a log beside it either.
    how = "mode=ro" if is_file(path.with_name(f"{path.name}-wal")) else "immutable=1"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True)
    connection.text_factory = lambda data: data.decode(errors="replace")  # of a damaged file too
    return connection


def make_file(path: Path) -> None:
    """An empty file that only its owner may read, and its folder. Raises StoreError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise StoreError(f"the memory {path} cannot be made ({error.strerror}): {_ELSEWHERE}") from error


_ELSEWHERE = "name another file under memory.database in config.yaml, or set memory.enabled to false"


def keep_copy(path: Path, before: str) -> Path:
    """Copies the database, whole, to a file beside it whose name says before which revision. Raises StoreError."""
    copy = path.with_name(f"{path.name}{_BEFORE}{before}")
    fresh = copy.with_name(f"{copy.name}.new")
    try:
        fresh.unlink(missing_ok=True)
        make_file(fresh)
        with closing(_read_only(path)) as source, closing(sqlite3.connect(fresh)) as target:
            source.backup(target)
        fresh.replace(copy)
    except (OSError, sqlite3.Error) as error:
        fresh.unlink(missing_ok=True)
        raise StoreError(f"the memory {path} must be copied before it is changed, and cannot be: {error}") from error
    return copy


def drop_copies(path: Path, seconds: float) -> list[Path]:
    """Deletes the copies beside the database that are at least so old; gives their paths. Raises StoreError."""
    try:
        past = [p for p in path.parent.glob(f"{glob.escape(path.name)}{_BEFORE}*") if _age(p) >= seconds]
        for copy in past:
            copy.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(
            f"a copy of the memory beside {path} cannot be deleted ({error.strerror}): delete it"
        ) from error
    return past


def _age(path: Path) -> float:
    return time.time() - path.stat().st_mtime
