"""Calendar arithmetic for times as newspapers write them: units, their neighbours, the nearest of a name.

A range is its first and its last day. Weeks run from Monday to Sunday. What the calendar does not hold (the year 0,
31 April) is None.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from index.irregular import NUMBER_WORDS
from index.time_words import DAYS, MONTHS

Range = tuple[date, date]
Unit = Literal["day", "week", "weekend", "month", "year", "decade", "century"]
Tense = Literal["past", "future"]

_MONTH_NUMBER = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_DAY_NUMBER = {name[:3].lower(): number for number, name in enumerate(DAYS)}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first""".split(),
        1,
    )
}


def number_of(word: str) -> int | None:
    """`12`, `twelve`, `a`; None for what is no exact number, such as “several”."""
    lower = word.lower()
    if lower in ("a", "an", "one"):
        return 1
    digits = NUMBER_WORDS.get(lower, lower.replace(",", ""))
    return int(digits) if digits.isdecimal() and len(digits) < 5 else None


def ordinal_of(word: str) -> int | None:
    """`19th` or `nineteenth`."""
    digits = word.lower().rstrip("stndrh")
    return int(digits) if digits.isdecimal() else _ORDINALS.get(word.lower())


def month_of(word: str) -> int:
    """`Sept.` is 9. Raises KeyError for what is no month."""
    return _MONTH_NUMBER[word[:3].lower()]


def day_of(word: str) -> int:
    """`Thursday` is 3. Raises KeyError for what is no day of the week."""
    return _DAY_NUMBER[word[:3].lower()]


def a_day(year: int, month: int, day: int) -> Range | None:
    """One day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def a_month(year: int, month: int) -> Range | None:
    """From its first day to its last."""
    if not (1 <= year < 9999 and 1 <= month <= 12):
        return None
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(1)


def years(first: int, last: int) -> Range | None:
    """From January of the first to December of the last."""
    return (date(first, 1, 1), date(last, 12, 31)) if 1 <= first <= last <= 9999 else None


def around(day: date, unit: Unit, steps: int = 0) -> Range | None:
    """The unit that holds `day`, or the one so many steps later (earlier, where negative)."""
    try:
        if unit == "day":
            found = day + timedelta(steps)
            return found, found
        if unit in ("week", "weekend"):
            monday = day + timedelta(7 * steps - day.weekday())
            return monday + timedelta(5 if unit == "weekend" else 0), monday + timedelta(6)
    except OverflowError:
        return None
    if unit == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + steps, 12)
        return a_month(year, month + 1)
    if unit == "year":
        return years(day.year + steps, day.year + steps)
    if unit == "decade":
        first = day.year // 10 * 10 + 10 * steps
        return years(first, first + 9)
    first = (day.year - 1) // 100 * 100 + 1 + 100 * steps
    return years(first, first + 99)


def weekday(day: date, wanted: int, tense: Tense, *, other: bool = False) -> Range | None:
    """The latest such day up to `day`, or the earliest from it on; with `other`, `day` itself does not count."""
    if tense == "past":
        back = (day.weekday() - wanted) % 7 or (7 if other else 0)
        return around(day, "day", -back)
    return around(day, "day", (wanted - day.weekday()) % 7 or (7 if other else 0))


def dated(day: date, month: int, number: int | None, tense: Tense, *, other: bool = False) -> Range | None:
    """A month, or a day of it, of no named year: the latest begun by `day`, or the earliest not yet over.

    With `other`, one that holds `day` does not count.
    """
    for year in _years(day, tense):
        found = a_month(year, month) if number is None else a_day(year, month, number)
        if found is None or (other and found[0] <= day <= found[1]):
            continue
        if (found[0] <= day) if tense == "past" else (found[1] >= day):
            return found
    return None


def _years(day: date, tense: Tense) -> Iterator[int]:
    """Eight of them are enough for 29 February."""
    step = -1 if tense == "past" else 1
    return (day.year + step * i for i in range(9) if 1 <= day.year + step * i < 9999)
