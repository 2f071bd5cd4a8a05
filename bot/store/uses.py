"""Which article a channel, or the whole guild, talks about."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database, put, to_its_end
from bot.store.tables import uses

_GUILD = 0
"""In the table, the channel's id of what holds for the whole guild: a key cannot be empty."""


class Uses:
    """An article is named as in the guild's library, be it the guild's or the host's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self, guild_id: int) -> dict[int | None, str]:
        """Articles by channel id; by None what holds for the whole guild."""
        async with self._database.read() as connection:
            return await used(connection, guild_id)

    @to_its_end
    async def put(self, guild_id: int, channel_id: int | None, article: str | None) -> None:
        """Says what a channel (None: the guild) talks about; with None as article, nothing in particular."""
        key = {"guild_id": guild_id, "channel_id": channel_id or _GUILD}
        async with self._database.write() as connection:
            if article is None:
                await connection.execute(delete(uses).filter_by(**key))
            else:
                await put(connection, uses, key, {"article": article})


async def used(connection: AsyncConnection, guild_id: int) -> dict[int | None, str]:
    """See `Uses.all`."""
    wanted = select(*uses.c["channel_id", "article"]).where(uses.c.guild_id == guild_id)
    return {row.channel_id or None: row.article for row in await connection.execute(wanted)}
