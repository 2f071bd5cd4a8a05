"""What is looked up before every answer in a guild, in one go: each reading takes a turn of its own through the driver."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from bot.store.database import Database
from bot.store.tables import article_versions, guild_settings
from bot.store.uses import used


@dataclass(frozen=True)
class Overview:
    """Of one guild, as of one moment."""

    articles: int
    """The version of its articles."""
    settings: dict[str, Any]
    uses: dict[int | None, str]


async def overview(database: Database, guild_id: int) -> Overview:
    """What the tables' own methods would give."""
    version = select(article_versions.c.version).where(article_versions.c.guild_id == guild_id)
    settings = select(guild_settings.c["values"]).where(guild_settings.c.guild_id == guild_id)
    both = select(version.scalar_subquery(), settings.scalar_subquery())
    async with database.read() as connection:
        row = (await connection.execute(both)).one()
        return Overview(row[0] or 0, row[1] or {}, await used(connection, guild_id))
