"""What /stats shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.cards import Body, Card, make
from bot.chart import alt_text, day, draw
from bot.controls import Attachment
from bot.words import count

if TYPE_CHECKING:
    from bot.store.weeks import Week

WEEKS = 12
NOTHING = f"Nothing has been asked in this server in the last {WEEKS} weeks."
PICTURE = "questions-by-week.png"


def stats_card(weeks: Sequence[Week]) -> Card:
    """Sums, a line for each week, and the picture; takes some tens of milliseconds."""
    if not any(week.asked for week in weeks):
        return make("Questions by week", NOTHING, plain=NOTHING)
    body = Body()
    asked, answered = sum(w.asked for w in weeks), sum(w.answered for w in weeks)
    votes, liked = sum(w.up + w.down for w in weeks), sum(w.up for w in weeks)
    body.add(
        f"**{count(asked, 'question')}** in {count(len(weeks), 'week')}, {_share(answered, asked)} of them answered."
    )
    if votes:
        body.add(f"{_share(liked, votes)} of {count(votes, 'vote')} on answers were 👍.")
    body.add("```\n" + "\n".join(_table(weeks)) + "\n```")
    body.add(
        "-# *ans.*: answered; *ref.*: the article does not say; *p50*, *p95*: half, and 95 % of all took no longer"
    )
    card = make("Questions by week", body, "Counts only: no text, no names. Weeks begin on Monday, in UTC.")
    card.embed.set_image(url=f"attachment://{PICTURE}")
    return replace(card, files=(Attachment(PICTURE, draw(weeks), alt_text(weeks)),))


def _table(weeks: Sequence[Week]) -> list[str]:
    """The latest week first; narrow enough for a telephone."""
    rows: list[tuple[str, ...]] = [("week", "asked", "ans.", "ref.", "liked", "p50", "p95")]
    for week in reversed(weeks):
        liked = _share(week.up, week.up + week.down) if week.up + week.down else "–"
        numbers = (f"{number:,}" for number in (week.asked, week.answered, week.refused))
        rows.append((day(week.monday), *numbers, liked, _took(week.p50_ms), _took(week.p95_ms)))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]


def _share(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)}%"


def _took(milliseconds: float | None) -> str:
    if milliseconds is None:
        return "–"
    return f"{milliseconds:.0f}ms" if milliseconds < 1000 else f"{milliseconds / 1000:.1f}s"
