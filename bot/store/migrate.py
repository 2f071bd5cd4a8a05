"""Brings a database to the present revision, or says why not. Blocks: for a thread."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sqlalchemy import URL, Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.store import sqlite
from bot.store.database import writing
from bot.store.errors import StoreError

if TYPE_CHECKING:
    from alembic.config import Config

_log = logging.getLogger(__name__)

FOLDERS = (Path(__file__).parent / "migrations" / "versions",)
"""Of the steps, each in a file that is named after its revision: `0001_first.py`."""

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
    return max(_revisions())


def _revisions() -> set[str]:
    """All that this version knows; read off the files' names, as Alembic is slow to import and seldom needed."""
    return {file.name.partition("_")[0] for folder in FOLDERS for file in folder.glob("[0-9]*_*.py")}


def config(connection: Connection | None = None) -> Config:
    """Alembic's, without a file of settings."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "bot.store:migrations")
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(map(str, FOLDERS)).replace("%", "%%"))
    return config


def _revision(url: URL) -> str | None:
    path = sqlite_file(url)
    if path is not None:
        return sqlite.revision(path)
    from alembic.runtime.migration import MigrationContext

    found: list[str | None] = []
    _run(url, lambda connection: found.append(MigrationContext.configure(connection).get_current_revision()))
    return found[0]


def _upgrade(connection: Connection) -> None:
    from alembic import command

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
