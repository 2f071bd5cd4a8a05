"""A guild's own articles, as they were uploaded; what was removed can be brought back for a day."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database, put, to_its_end
from bot.store.errors import ArticleGoneError, NameTakenError, RemovalGoneError
from bot.store.tables import article_versions, articles, removals, unanswered, uses

UNDO = timedelta(hours=24)
"""How long a removed article can be restored."""
MOST_REMOVALS = 20
"""A guild's latest removals, older ones are gone for good: else adding and removing in turns would fill the disk."""
_NAMED_IN = ((uses, "article"), (unanswered, "article"), (unanswered, "pointed_article"))


@dataclass(frozen=True)
class StoredArticle:
    """An article of a guild."""

    name: str
    data: bytes
    """The file as it was uploaded."""
    added_at: datetime


@dataclass(frozen=True)
class Removal:
    """An article that was removed, and can be restored by the id."""

    id: int
    name: str


class Articles:
    """Names are the same whatever their case; each change is whole or does not happen."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    async def all(self, guild_id: int) -> list[StoredArticle]:
        """The guild's articles by name."""
        wanted = select(*articles.c["name", "data", "added_at"]).where(articles.c.guild_id == guild_id)
        async with self._database.read() as connection:
            rows = await connection.execute(wanted.order_by(articles.c.key))
            return [StoredArticle(*row) for row in rows]

    async def version(self, guild_id: int) -> int:
        """Another number after each change of the guild's articles, also by another process; 0 where there are none."""
        wanted = select(article_versions.c.version).where(article_versions.c.guild_id == guild_id)
        async with self._database.read() as connection:
            return await connection.scalar(wanted) or 0

    @to_its_end
    async def add(self, guild_id: int, name: str, data: bytes) -> None:
        """Raises NameTakenError."""
        async with self._database.write() as connection:
            await _insert(connection, guild_id, name, data, self._clock())

    @to_its_end
    async def replace(self, guild_id: int, name: str, data: bytes) -> None:
        """Gives the article another text. Raises ArticleGoneError."""
        change = update(articles).where(*_of(guild_id, name)).values(data=data, added_at=self._clock())
        async with self._database.write() as connection:
            if (await connection.execute(change)).rowcount == 0:
                raise ArticleGoneError(name)
            await _touch(connection, guild_id)

    @to_its_end
    async def rename(self, guild_id: int, old: str, new: str) -> None:
        """What refers to the article follows. Raises ArticleGoneError, NameTakenError."""
        async with self._database.write() as connection:
            written = await _written(connection, guild_id, old)
            try:
                await connection.execute(update(articles).where(*_of(guild_id, old)).values(key=_key(new), name=new))
            except IntegrityError:
                raise NameTakenError(new) from None
            for table, column in _NAMED_IN:
                here = table.c.guild_id == guild_id, table.c[column] == written
                await connection.execute(update(table).where(*here).values({column: new}))
            await _touch(connection, guild_id)

    @to_its_end
    async def remove(self, guild_id: int, name: str) -> int:
        """Gives the removal's id, by which the article can be restored for a day. Raises ArticleGoneError."""
        async with self._database.write() as connection:
            row = (await connection.execute(select(articles).where(*_of(guild_id, name)))).one_or_none()
            if row is None:
                raise ArticleGoneError(name)
            here = uses.c.guild_id == guild_id, uses.c.article == row.name
            kept = {
                "guild_id": guild_id,
                "name": row.name,
                "data": row.data,
                "added_at": row.added_at,
                "removed_at": self._clock(),
                "used_in": list(await connection.scalars(select(uses.c.channel_id).where(*here))),
            }
            added = await connection.execute(insert(removals).values(**kept).returning(removals.c.id))
            removal: int = added.scalar_one()
            await connection.execute(delete(uses).where(*here))
            await connection.execute(delete(articles).where(*_of(guild_id, name)))
            latest = select(removals.c.id).where(removals.c.guild_id == guild_id).order_by(removals.c.id.desc())
            old = list(await connection.scalars(latest.offset(MOST_REMOVALS)))
            await connection.execute(delete(removals).where(removals.c.id.in_(old)))
            await _touch(connection, guild_id)
            return removal

    async def removed(self, guild_id: int) -> list[Removal]:
        """What can be restored, the latest first."""
        wanted = select(removals.c.id, removals.c.name).where(
            removals.c.guild_id == guild_id, removals.c.removed_at > self._clock() - UNDO
        )
        async with self._database.read() as connection:
            rows = await connection.execute(wanted.order_by(removals.c.id.desc()))
            return [Removal(*row) for row in rows]

    @to_its_end
    async def restore(self, guild_id: int, removal_id: int) -> str:
        """Brings an article back, with its channels that talk of no other now; gives its name.

        Raises RemovalGoneError, NameTakenError.
        """
        here = removals.c.id == removal_id, removals.c.guild_id == guild_id
        async with self._database.write() as connection:
            row = (await connection.execute(select(removals).where(*here))).one_or_none()
            if row is None or row.removed_at <= self._clock() - UNDO:
                raise RemovalGoneError
            await _insert(connection, guild_id, row.name, row.data, row.added_at)
            taken = set(await connection.scalars(select(uses.c.channel_id).where(uses.c.guild_id == guild_id)))
            for channel_id in set(row.used_in) - taken:
                await connection.execute(
                    insert(uses).values(guild_id=guild_id, channel_id=channel_id, article=row.name)
                )
            await connection.execute(delete(removals).where(*here))
            return str(row.name)


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _of(guild_id: int, name: str) -> tuple[Any, ...]:
    return articles.c.guild_id == guild_id, articles.c.key == _key(name)


async def _written(connection: AsyncConnection, guild_id: int, name: str) -> str:
    """The name as it is kept."""
    written = await connection.scalar(select(articles.c.name).where(*_of(guild_id, name)))
    if written is None:
        raise ArticleGoneError(name)
    return str(written)


async def _insert(connection: AsyncConnection, guild_id: int, name: str, data: bytes, added_at: datetime) -> None:
    row = insert(articles).values(guild_id=guild_id, key=_key(name), name=name, data=data, added_at=added_at)
    try:
        await connection.execute(row)
    except IntegrityError:
        raise NameTakenError(name) from None
    await _touch(connection, guild_id)


async def _touch(connection: AsyncConnection, guild_id: int) -> None:
    # By lot, so that a guild that was forgotten and begins anew does not come upon an old number.
    await put(connection, article_versions, {"guild_id": guild_id}, {"version": 1 + secrets.randbits(62)})
