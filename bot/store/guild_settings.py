"""What a guild has set otherwise than the host."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, select

from bot.store.database import Database, put, to_its_end
from bot.store.tables import guild_settings


class GuildSettingsTable:
    """Values by name, as JSON has them; who reads them checks them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, guild_id: int) -> dict[str, Any]:
        """The values; empty where the guild has set none."""
        wanted = select(guild_settings.c["values"]).where(guild_settings.c.guild_id == guild_id)
        async with self._database.read() as connection:
            return await connection.scalar(wanted) or {}

    @to_its_end
    async def put(self, guild_id: int, values: dict[str, Any]) -> None:
        """Replaces all values by these."""
        async with self._database.write() as connection:
            if values:
                await put(connection, guild_settings, {"guild_id": guild_id}, {"values": values})
            else:
                await connection.execute(delete(guild_settings).where(guild_settings.c.guild_id == guild_id))
