"""Counts of questions without their text, and the text of unanswered ones without their asker."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Literal

from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.articles import UNDO
from bot.store.database import Database, count_up, to_its_end
from bot.store.histogram import bucket_of, percentile
from bot.store.tables import durations, removals, unanswered, votes
from bot.store.tables import weeks as weeks_table
from bot.store.weeks import Week, monday_of

MOST = 2000
"""Unanswered questions kept of a guild; beyond them those asked longest ago go."""
VOTE_DAYS = 84
"""After that many days a vote is a count only, and no longer anybody's."""


@dataclass(frozen=True)
class Unanswered:
    """A question that got no answer, and how often."""

    id: int
    text: str
    article: str | None
    """The article that was asked; None: all."""
    count: int
    first_asked: datetime
    last_asked: datetime
    pointed_article: str | None = None
    """The article of the paragraph in which a member, the last one to point to any, says that it is answered."""
    pointed_paragraph: int | None = None


class Questions:
    """Weeks begin on Monday, in UTC."""

    def __init__(self, database: Database, clock: Callable[[], datetime], *, keep_unanswered: bool) -> None:
        self._database = database
        self._clock = clock
        self._keep_unanswered = keep_unanswered

    @to_its_end
    async def count(self, guild_id: int, outcome: Literal["answered", "refused"], milliseconds: float) -> None:
        """Counts a question, and how long its answer took."""
        week = {"guild_id": guild_id, "monday": monday_of(self._clock())}
        async with self._database.write() as connection:
            await count_up(connection, weeks_table, week, outcome)
            await count_up(connection, durations, {**week, "bucket": bucket_of(milliseconds)}, "count")

    @to_its_end
    async def unanswered(self, guild_id: int, text: str, article: str | None) -> None:
        """Keeps a question's text, or counts it once more; does nothing where the host keeps none."""
        if not self._keep_unanswered:
            return
        async with self._database.write() as connection:
            await self._ask(connection, guild_id, text, article)

    @to_its_end
    async def point(self, guild_id: int, text: str, article: str | None, to: str, paragraph: int) -> bool:
        """Keeps where a member says that a question is answered, in place of an earlier pointer; whether it is kept.

        Keeps the question too where it is not kept (any more), and does nothing where the host keeps none.
        """
        if not self._keep_unanswered:
            return False
        pointed = {"pointed_article": _storable(to), "pointed_paragraph": paragraph}
        here = update(unanswered).where(*_same(guild_id, text, article)).values(**pointed)
        async with self._database.write() as connection:
            if not (await connection.execute(here)).rowcount:
                await self._ask(connection, guild_id, text, article)
                await connection.execute(here)
        return True

    async def _ask(self, connection: AsyncConnection, guild_id: int, text: str, article: str | None) -> None:
        now = self._clock()
        again = update(unanswered).where(*_same(guild_id, text, article))
        if (await connection.execute(again.values(count=unanswered.c.count + 1, last_asked=now))).rowcount:
            return
        row = {"guild_id": guild_id, "digest": _digest(text), "text": _storable(text), "article": article}
        await connection.execute(insert(unanswered).values(**row, count=1, first_asked=now, last_asked=now))
        await _drop_oldest(connection, guild_id)

    async def list_unanswered(self, guild_id: int) -> list[Unanswered]:
        """The unanswered questions, those asked last first."""
        columns = [unanswered.c[field.name] for field in fields(Unanswered)]
        wanted = select(*columns).where(unanswered.c.guild_id == guild_id)
        async with self._database.read() as connection:
            rows = await connection.execute(wanted.order_by(unanswered.c.last_asked.desc(), unanswered.c.id.desc()))
            return [Unanswered(*row) for row in rows]

    @to_its_end
    async def dismiss(self, guild_id: int, ids: Sequence[int]) -> int:
        """Deletes unanswered questions by id; gives how many there were of them."""
        async with self._database.write() as connection:
            here = unanswered.c.guild_id == guild_id, unanswered.c.id.in_(ids)
            return (await connection.execute(delete(unanswered).where(*here))).rowcount

    async def weeks(self, guild_id: int, weeks: int = 12) -> list[Week]:
        """The last weeks, this one last, from the first in which there was anything on."""
        this = monday_of(self._clock())
        first = this - timedelta(weeks=weeks - 1)
        async with self._database.read() as connection:
            of = weeks_table.c.guild_id == guild_id, weeks_table.c.monday >= first
            rows = await connection.execute(select(weeks_table).where(*of))
            counts = {row.monday: row for row in rows}
            of = durations.c.guild_id == guild_id, durations.c.monday >= first
            took: dict[date, dict[int, int]] = {}
            for monday, bucket, count in await connection.execute(
                select(*durations.c["monday", "bucket", "count"]).where(*of)
            ):
                took.setdefault(monday, {})[bucket] = count
        if not counts:
            return []
        found = []
        for monday in (min(counts) + timedelta(weeks=n) for n in range((this - min(counts)).days // 7 + 1)):
            row, histogram = counts.get(monday), took.get(monday, {})
            found.append(
                Week(
                    monday,
                    answered=row.answered if row else 0,
                    refused=row.refused if row else 0,
                    up=row.up if row else 0,
                    down=row.down if row else 0,
                    p50_ms=percentile(histogram, 0.5),
                    p95_ms=percentile(histogram, 0.95),
                )
            )
        return found

    @to_its_end
    async def purge(self, unanswered_days: int) -> None:
        """Deletes unanswered questions not asked for that long, and removals and votes that are past their time."""
        now = self._clock()
        async with self._database.write() as connection:
            old = unanswered.c.last_asked <= now - timedelta(days=unanswered_days)
            await connection.execute(delete(unanswered).where(old))
            await connection.execute(delete(removals).where(removals.c.removed_at <= now - UNDO))
            past = votes.c.monday <= now.date() - timedelta(days=VOTE_DAYS)
            await connection.execute(delete(votes).where(past))
        await self._database.tidy()


def _same(guild_id: int, text: str, article: str | None) -> tuple[ColumnElement[bool], ...]:
    """The row of a question."""
    return (
        unanswered.c.guild_id == guild_id,
        unanswered.c.digest == _digest(text),
        unanswered.c.article.is_(None) if article is None else unanswered.c.article == article,
    )


async def _drop_oldest(connection: AsyncConnection, guild_id: int) -> None:
    here = unanswered.c.guild_id == guild_id
    too_many = (await connection.scalar(select(func.count()).select_from(unanswered).where(here)) or 0) - MOST
    if too_many > 0:
        oldest = select(unanswered.c.id).where(here).order_by(unanswered.c.last_asked, unanswered.c.id).limit(too_many)
        await connection.execute(delete(unanswered).where(unanswered.c.id.in_(oldest)))


def _storable(text: str) -> str:
    """Without what no database takes."""
    return text.replace("\0", "").encode(errors="replace").decode()


def _digest(text: str) -> bytes:
    """The same for texts that differ in case, blanks and the marks at their end only."""
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split()).rstrip("?!. ")
    return hashlib.sha256(folded.encode(errors="surrogatepass")).digest()[:16]
