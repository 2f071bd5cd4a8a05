"""Brings a database to the present revision, or says why not. Blocks: for a thread."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.store import sqlite
from bot.store.database import writing
from bot.store.errors import StoreError

_log = logging.getLogger(__name__)

Condition = Literal["new", "older", "current"]


def condition(url: URL) -> Condition:
    """What would be done to the database at a start; nothing is. Raises StoreError for a newer or broken one."""
    revision = _revision(url)
    if revision is None:
        return "new"
    if revision == head():
        return "current"
    if revision in _revisions():
        return "older"
    raise StoreError(
        f"the memory {named(url)} was written by a newer version of article-bot ({revision}) and was left as it is: "
        "install that version or a later one"
    )


def bring_up_to_date(url: URL) -> None:
    """Makes or migrates the database; of an SQLite file that is migrated a copy is kept. Raises StoreError."""
    state = condition(url)
    if state == "current":
        return
    path = sqlite_file(url)
    if path is not None:
        sqlite.make_file(path)
        if state == "older":
            _log.info("a copy of the memory is kept at %s", sqlite.keep_copy(path, head()))
    _run(url, _upgrade)
    _log.info("the memory is ready: %s", named(url))


def sqlite_file(url: URL) -> Path | None:
    """The file of an SQLite database. Raises StoreError for one that would be gone at the end."""
    if url.get_backend_name() != "sqlite":
        return None
    if not url.database or url.database == ":memory:":
        raise StoreError("memory.database names no file: write a path, or set memory.enabled to false")
    return Path(url.database)


def named(url: URL) -> str:
    """How the database is called in messages: without a password."""
    return url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string()


def head() -> str:
    """The revision that this version of the bot works with."""
    return next(_revisions())


def _revisions() -> Iterator[str]:
    """All that this version knows, the latest first."""
    return (script.revision for script in ScriptDirectory.from_config(config()).walk_revisions())


def config(connection: Connection | None = None) -> Config:
    """Alembic's, without a file of settings."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "bot.store:migrations")
    return config


def _revision(url: URL) -> str | None:
    path = sqlite_file(url)
    if path is not None:
        return sqlite.revision(path)
    found: list[str | None] = []
    _run(url, lambda connection: found.append(MigrationContext.configure(connection).get_current_revision()))
    return found[0]


def _upgrade(connection: Connection) -> None:
    command.upgrade(config(connection), "head")


def _run(url: URL, work: Callable[[Connection], None]) -> None:
    """Does the work in one transaction, in an event loop of its own: drivers are asynchronous."""

    async def run() -> None:
        engine = writing(url)
        try:
            async with engine.begin() as connection:
                await connection.run_sync(work)
        finally:
            await engine.dispose()

    try:
        asyncio.run(run())
    except (SQLAlchemyError, OSError) as error:
        reason = getattr(error, "orig", None) or error
        raise StoreError(f"the memory {named(url)} cannot be opened: {reason}") from error
