"""A week's counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta


@dataclass(frozen=True)
class Week:
    """What was asked in a guild in one week, without any text."""

    monday: date
    answered: int
    refused: int
    up: int
    down: int
    p50_ms: float | None
    """Half of the answers took no longer; exact to 5 %; None where nothing was asked."""
    p95_ms: float | None

    @property
    def asked(self) -> int:
        """Answered or refused."""
        return self.answered + self.refused


def monday_of(time: datetime) -> date:
    """The first day of the week, in UTC."""
    day = time.astimezone(UTC).date()
    return day - timedelta(days=day.weekday())
