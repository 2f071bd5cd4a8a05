"""What members of a guild asked in vain: grouped by likeness, and as a table for a spreadsheet."""

from __future__ import annotations

import asyncio
import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.memory import needed
from index.likeness import group_alike

if TYPE_CHECKING:
    from bot.store import Store
    from bot.store.questions import Unanswered

COLUMNS = (
    "group",
    "times asked",
    "question",
    "article",
    "first asked (UTC)",
    "last asked (UTC)",
    "paragraph that a member points to",
    "of the article",
)
MOST_BYTES = 8_000_000
"""Of a table; Discord takes ten million at least."""

# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), also in its wide forms; at the beginning
# of a cell, or of what is one where not commas part cells.
_FORMULA = re.compile(r"(?:^|(?<=[;\t|\n\r]))(?=[\s\"]*[=+\-@\t\r＝＋－＠])")


@dataclass(frozen=True)
class Group:
    """Questions that ask the same, the one asked most first."""

    questions: tuple[Unanswered, ...]

    @property
    def count(self) -> int:
        """How often they were asked together."""
        return sum(question.count for question in self.questions)

    @property
    def last_asked(self) -> datetime:
        """The last time that one of them was."""
        return max(question.last_asked for question in self.questions)


def grouped(questions: Sequence[Unanswered]) -> list[Group]:
    """All of them in groups, what was asked most first; takes up to a second for thousands, so not on the event loop."""
    leading = sorted(questions, key=lambda q: (-q.count, q.id))
    groups = [Group(tuple(leading[n] for n in numbers)) for numbers in group_alike([q.text for q in leading])]
    return sorted(groups, key=lambda group: (-group.count, -group.last_asked.timestamp()))


async def groups_of(store: Store | None, guild_id: int) -> list[Group]:
    """What a guild's members asked in vain. Raises UsageError where the host keeps no memory."""
    return await asyncio.to_thread(grouped, await needed(store).questions.list_unanswered(guild_id))


def as_table(groups: Sequence[Group]) -> tuple[bytes, int]:
    """CSV in UTF-8 with a mark that spreadsheets know it by, and how many questions it holds; the last may not fit."""
    out, rows = io.BytesIO(), 0
    out.write("\ufeff".encode() + _row(COLUMNS))
    for number, group in enumerate(groups, 1):
        for q in group.questions:
            times = (f"{q.first_asked:%Y-%m-%d %H:%M}", f"{q.last_asked:%Y-%m-%d %H:%M}")
            pointed = (str(q.pointed_paragraph or ""), q.pointed_article or "")
            row = _row((str(number), str(q.count), q.text, q.article or "", *times, *pointed))
            if out.tell() + len(row) > MOST_BYTES:
                return out.getvalue(), rows
            out.write(row)
            rows += 1
    return out.getvalue(), rows


def _row(cells: Sequence[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL).writerow([_FORMULA.sub("'", cell) for cell in cells])
    return line.getvalue().encode(errors="replace")
