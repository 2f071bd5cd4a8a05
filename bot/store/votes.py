"""Thumbs up and down: one a member and card, of which nobody can read the member."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import delete, insert, select

from bot.store.database import Database, count_up, to_its_end
from bot.store.tables import votes, weeks
from bot.store.weeks import monday_of


class Votes:
    """A member's hash differs from card to card, so that it does not say what else the member voted on."""

    def __init__(self, database: Database, key: bytes, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._key = key
        self._clock = clock

    @to_its_end
    async def vote(self, guild_id: int, card: str, user_id: int, up: bool | None) -> None:
        """Votes up, down or (None) not at all, in place of what the member voted on that card before."""
        voter = hmac.digest(self._key, f"{guild_id} {user_id} {card}".encode(), hashlib.sha256)[:16]
        key = {"guild_id": guild_id, "voter": voter}
        async with self._database.write() as connection:
            before = (await connection.execute(select(votes).filter_by(**key))).one_or_none()
            if before is not None:
                await connection.execute(delete(votes).filter_by(**key))
                week = {"guild_id": guild_id, "monday": before.monday}
                await count_up(connection, weeks, week, "up" if before.up else "down", -1)
            if up is not None:
                week = {"guild_id": guild_id, "monday": monday_of(self._clock())}
                await connection.execute(insert(votes).values(**key, up=int(up), monday=week["monday"]))
                await count_up(connection, weeks, week, "up" if up else "down")
