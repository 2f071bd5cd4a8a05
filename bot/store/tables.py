"""The tables. Whatever has a `guild_id` is deleted when the guild is forgotten; a change here needs a migration."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    DateTime,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator

# Names that a later migration can refer to, whatever the database.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Utc(TypeDecorator[datetime]):
    """A time in UTC, aware in Python also where the database keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> datetime | None:
        """To the database."""
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: datetime | None, _: Dialect) -> datetime | None:
        """From the database."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


_Id = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts ids up only in a column that is an INTEGER."""


def _numbered(name: str, *columns: Column[Any] | Index) -> Table:
    """A table whose rows have an id that is never given out twice: ids stand in buttons that outlive their row."""
    return Table(name, metadata, Column("id", _Id, primary_key=True), *columns, sqlite_autoincrement=True)


def _guild_key() -> Column[int]:
    return Column("guild_id", BigInteger, primary_key=True, autoincrement=False)


articles = Table(
    "articles",
    metadata,
    _guild_key(),
    Column("key", Text, primary_key=True),  # the name, folded: names that differ in case only are the same
    Column("name", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("added_at", Utc, nullable=False),
)
removals = _numbered(
    "removals",
    Column("guild_id", BigInteger, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("added_at", Utc, nullable=False),
    Column("removed_at", Utc, nullable=False, index=True),
    Column("used_in", JSON, nullable=False),  # ids of the channels that talked about it; 0 is the guild
)
article_versions = Table("article_versions", metadata, _guild_key(), Column("version", BigInteger, nullable=False))
uses = Table(
    "uses",
    metadata,
    _guild_key(),
    Column("channel_id", BigInteger, primary_key=True, autoincrement=False),  # 0: the whole guild
    Column("article", Text, nullable=False),
)
guild_settings = Table("guild_settings", metadata, _guild_key(), Column("values", JSON, nullable=False))
weeks = Table(
    "weeks",
    metadata,
    _guild_key(),
    Column("monday", Date, primary_key=True),
    *(Column(name, Integer, nullable=False, default=0) for name in ("answered", "refused", "up", "down")),
)
durations = Table(
    "durations",
    metadata,
    _guild_key(),
    Column("monday", Date, primary_key=True),
    Column("bucket", Integer, primary_key=True, autoincrement=False),
    Column("count", Integer, nullable=False),
)
unanswered = _numbered(
    "unanswered",
    Column("guild_id", BigInteger, nullable=False),
    Column("digest", LargeBinary(16), nullable=False),  # of the folded text: a long text makes a poor index
    Column("text", Text, nullable=False),
    Column("article", Text),
    Column("count", Integer, nullable=False),
    Column("first_asked", Utc, nullable=False),
    Column("last_asked", Utc, nullable=False, index=True),
    Column("pointed_article", Text),  # where a member says that it is answered
    Column("pointed_paragraph", Integer),
    Index(None, "guild_id", "digest"),
)
votes = Table(
    "votes",
    metadata,
    _guild_key(),
    Column("voter", LargeBinary(16), primary_key=True),  # a keyed hash of card and member
    Column("up", Integer, nullable=False),
    Column("monday", Date, nullable=False, index=True),  # the week in which it is counted
)
departures = Table("departures", metadata, _guild_key(), Column("left_at", Utc, nullable=False))
keys = Table("keys", metadata, Column("name", Text, primary_key=True), Column("key", LargeBinary, nullable=False))

OF_GUILDS = [table for table in metadata.sorted_tables if "guild_id" in table.columns]
"""All that is kept of guilds."""
