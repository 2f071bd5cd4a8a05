"""Guilds that the bot has left: remembered for a while, then forgotten."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database, to_its_end
from bot.store.tables import OF_GUILDS, departures

_KNOWN = union(*(select(table.c.guild_id) for table in OF_GUILDS))


class Guilds:
    """Forgetting takes all rows of a guild, whatever the table."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    async def known(self) -> set[int]:
        """The guilds of which anything is kept."""
        async with self._database.read() as connection:
            return set(await connection.scalars(_KNOWN))

    @to_its_end
    async def left(self, guild_id: int) -> None:
        """Begins the grace period, where it has not begun yet."""
        async with self._database.write() as connection:
            wanted = select(departures.c.guild_id).where(departures.c.guild_id == guild_id)
            if await connection.scalar(wanted) is None:
                await connection.execute(insert(departures).values(guild_id=guild_id, left_at=self._clock()))

    @to_its_end
    async def back(self, guild_id: int) -> None:
        """Ends the grace period; what is kept of the guild stays."""
        async with self._database.write() as connection:
            await connection.execute(delete(departures).where(departures.c.guild_id == guild_id))

    @to_its_end
    async def compare(self, present: Collection[int]) -> None:
        """Catches up on what happened while the bot was away: begins and ends grace periods, given where it is now."""
        async with self._database.write() as connection:
            left = set(await connection.scalars(select(departures.c.guild_id)))
            known = set(await connection.scalars(_KNOWN))
            for guild_id in left & set(present):
                await connection.execute(delete(departures).where(departures.c.guild_id == guild_id))
            for guild_id in known - left - set(present):
                await connection.execute(insert(departures).values(guild_id=guild_id, left_at=self._clock()))

    @to_its_end
    async def forget(self, guild_id: int) -> int:
        """Deletes all that is kept of the guild, at once; gives the number of rows."""
        async with self._database.write() as connection:
            rows = await _forget(connection, guild_id)
        await self._database.tidy()
        return rows

    @to_its_end
    async def forget_expired(self, grace_days: int) -> list[int]:
        """Forgets the guilds that were left that many days ago or more; gives their ids."""
        wanted = select(departures.c.guild_id).where(departures.c.left_at <= self._clock() - timedelta(days=grace_days))
        async with self._database.write() as connection:
            expired = sorted(await connection.scalars(wanted))
            for guild_id in expired:
                await _forget(connection, guild_id)
        if expired:
            await self._database.tidy()
        return expired


async def _forget(connection: AsyncConnection, guild_id: int) -> int:
    deletions = [delete(table).where(table.c.guild_id == guild_id) for table in OF_GUILDS]
    return sum([(await connection.execute(deletion)).rowcount for deletion in deletions])
