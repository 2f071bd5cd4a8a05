"""Brings a database to the present revision, or says why not. Blocks: for a thread."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Literal

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from bot.store import sqlite
from bot.store.database import WRITES, engine_for
from bot.store.errors import StoreError

_log = logging.getLogger(__name__)

Condition = Literal["new", "older", "current"]


def condition(url: URL) -> Condition:
    """What would be done to the database at a start; nothing is. Raises StoreError for a newer or broken one."""
    return _condition(_revision(url), url)


def bring_up_to_date(url: URL) -> None:
    """Makes or migrates the database; of an SQLite file that is migrated a copy is kept. Raises StoreError."""
    revision = _revision(url)
    state = _condition(revision, url)
    if state == "current":
        return
    path = sqlite_file(url)
    if path is not None:
        sqlite.make_file(path)
        if revision is not None:
            _log.info("a copy of the memory is kept at %s", sqlite.keep_copy(path, revision))
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


def _condition(revision: str | None, url: URL) -> Condition:
    scripts = ScriptDirectory.from_config(_config())
    if revision is None:
        return "new"
    if revision == scripts.get_current_head():
        return "current"
    if revision in {script.revision for script in scripts.walk_revisions()}:
        return "older"
    raise StoreError(
        f"the memory {named(url)} was written by a newer version of article-bot ({revision}) and was left as it is: "
        "install that version or a later one"
    )


def _config(connection: Connection | None = None) -> Config:
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
    command.upgrade(_config(connection), "head")


def _run(url: URL, work: object) -> None:
    """Does the work in one transaction, in an event loop of its own: drivers are asynchronous."""

    async def run() -> None:
        engine = engine_for(url, poolclass=NullPool)
        try:
            async with engine.execution_options(**{WRITES: True}).begin() as connection:
                await connection.run_sync(work)  # type: ignore[arg-type]
        finally:
            await engine.dispose()

    try:
        asyncio.run(run())
    except (SQLAlchemyError, OSError) as error:
        reason = getattr(error, "orig", None) or error
        raise StoreError(f"the memory {named(url)} cannot be opened: {reason}") from error
