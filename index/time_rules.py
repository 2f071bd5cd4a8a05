"""From the form of a time to days of the calendar; the rules are stated in `index.times`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from index import dates
from index.dates import Range, Tense, Unit, around
from index.time_forms import Form
from index.time_present import Present

_UNITS: dict[str, Unit] = {
    "day": "day", "night": "day", "week": "week", "weekend": "weekend", "month": "month", "year": "year", "decade": "decade",
    "century": "century", "centurie": "century",
}  # fmt: skip


def resolve(form: Form, present: Present) -> Range | None:
    """The first and last day on which a time may lie; None where that cannot be told."""
    rule = _RULES.get(form.kind)
    return rule(form.parts, present) if rule and "about" not in form.parts else None


def _month_day(parts: Mapping[str, str], present: Present) -> Range | None:
    month, day = dates.month_of(parts["month"]), int(parts["day"])
    first = dates.a_day(int(parts["year"]), month, day) if "year" in parts else _nearest(present, month, day)
    if first is None or "until" not in parts:
        return first
    last = dates.a_day(first[0].year, dates.month_of(parts.get("month2", parts["month"])), int(parts["until"]))
    return (first[0], last[1]) if last and first[0] <= last[0] else None


def _nearest(present: Present, month: int, day: int | None) -> Range | None:
    """A date without its year: as the tense has it, unless one on the other side lies much nearer."""
    now = present.published
    tense = present.tense if now else None
    if now is None or tense is None:
        return None
    found = dates.dated(now, month, day, tense)
    other = dates.dated(now, month, day, "past" if tense == "future" else "future", other=True)
    if found and other and abs((found[0] - now).days) > abs((other[0] - now).days) + _DOUBT:
        return None
    return found


_DOUBT = 120
"""Days."""


def _months(parts: Mapping[str, str], _: Present) -> Range | None:
    if "year" not in parts:
        return None
    last = dates.a_month(int(parts["year"]), dates.month_of(parts["month2"]))
    first = dates.a_month(int(parts.get("year2", parts["year"])), dates.month_of(parts["month"]))
    return (first[0], last[1]) if first and last and first[0] <= last[0] else None


def _month(parts: Mapping[str, str], present: Present) -> Range | None:
    month = dates.month_of(parts["month"])
    if "year" in parts:
        return dates.a_month(int(parts["year"]), month)
    return _nearest(present, month, None)


def _which_month(parts: Mapping[str, str], present: Present) -> Range | None:
    month, which, day = dates.month_of(parts["month"]), parts["which"].lower(), present.published
    if day is None or which.startswith("the"):
        return None
    if which == "this":
        return dates.a_month(day.year, month)
    return dates.dated(day, month, None, "past" if which == "last" else "future", other=True)


def _iso(parts: Mapping[str, str], _: Present) -> Range | None:
    return dates.a_day(int(parts["year"]), int(parts["month"]), int(parts["day"]))


def _numeric(parts: Mapping[str, str], _: Present) -> Range | None:
    """Americans write the month first, others the day: told apart only where one of them cannot be a month."""
    one, two, year = int(parts["one"]), int(parts["two"]), int(parts["year"])
    if len(parts["year"]) == 2:
        return None
    if parts["sign"] == "." or one > 12:
        return dates.a_day(year, two, one)
    return dates.a_day(year, one, two) if two > 12 or one == two else None


def _weekday(parts: Mapping[str, str], present: Present) -> Range | None:
    day, wanted, which = present.published, dates.day_of(parts["named"]), parts.get("which", "").lower()
    if "plural" in parts or which in ("every", "each"):
        return None
    if which.startswith("the"):
        anchor = _one_day(present.anchor)
        return dates.weekday(anchor, wanted, _direction(which), other=True) if anchor else None
    if day is None:
        return None
    if which == "this":
        return _in_week(around(day, "week"), wanted)
    if which:
        return dates.weekday(day, wanted, "past" if which == "last" else "future", other=True)
    if present.owns and not present.led:
        return None  # “Monday’s debate” was held or will be, whatever the verb
    # News names the days of the week around it: said without a verb, it is the one just past.
    tense = present.tense or (None if present.says else "past")
    return dates.weekday(day, wanted, tense) if tense else None


def _day_of_week(parts: Mapping[str, str], present: Present) -> Range | None:
    week = _which_unit(parts, present)
    return _in_week(week, dates.day_of(parts["named"]))


def _in_week(week: Range | None, wanted: int) -> Range | None:
    return around(week[0], "day", wanted) if week else None


def _which_unit(parts: Mapping[str, str], present: Present) -> Range | None:
    which, word = parts["which"].lower(), parts["unit"]
    unit, day = _UNITS.get(word), present.published
    if which.startswith(("the", "that")):
        steps = 0 if which.endswith(("same", "that", "same ")) else -1 if which.endswith("previous") else 1
        return _stepped(present.anchor, unit, steps) if unit and not which.endswith("coming") else None
    if day is None:
        return None
    if word in ("morning", "afternoon", "evening", "night"):
        back = {"this": 0, "last": -1}.get(which)
        return around(day, "day", back) if back is not None else None
    if unit in (None, "decade", "century", "day") and which != "this":
        return None
    if unit == "weekend" and which == "this":
        # Read on a working day it may be the one before or the one ahead.
        back = {"past": 0 if day.weekday() > 4 else -1, "future": 0}.get(str(present.tense))
        return around(day, unit, back) if back is not None else None
    return around(day, unit, {"last": -1, "this": 0, "next": 1}[which]) if unit else None


def _ago(parts: Mapping[str, str], present: Present) -> Range | None:
    number, unit = dates.number_of(parts.get("number", "")), _UNITS.get(parts["unit"].rstrip("s"))
    return around(present.published, unit, -number) if present.published and number and unit else None


def _offset(parts: Mapping[str, str], present: Present) -> Range | None:
    way, unit = parts["way"], _UNITS.get(parts["unit"].rstrip("s"))
    number = dates.number_of(parts["number"]) if "number" in parts else 1
    # “Before” and “after” lead to an event as a rule; alone they count from a time like “earlier” and “later”.
    if number is None or unit is None or (way in ("before", "after") and present.leads_on):
        return None
    return _stepped(present.anchor, unit, -number if way in ("earlier", "before") else number)


def _window(parts: Mapping[str, str], present: Present) -> Range | None:
    unit, way = _UNITS.get(parts["unit"].rstrip("s")), parts["way"]
    number = dates.number_of(parts.get("number", "many" if parts["unit"].endswith("s") else "a"))
    if way in ("previous", "following"):
        return _stepped(present.anchor, unit, _sign(way)) if unit and "number" not in parts else None
    if present.published is None or number is None or unit is None:
        return None
    if unit == "weekend":
        return around(present.published, unit, _sign(way)) if "number" not in parts else None
    if unit in ("week", "decade"):  # seven days and ten years, wherever in theirs the present stands
        number, unit = (7 * number, "day") if unit == "week" else (10 * number, "year")
    other = around(present.published, unit, number * _sign(way))
    if other is None:
        return None
    return (other[0], present.published) if _sign(way) < 0 else (present.published, other[1])


def _year(parts: Mapping[str, str], _: Present) -> Range | None:
    year = int(parts["year"])
    if "decade" in parts:
        return dates.years(year, year + (99 if year % 100 == 0 and year < 2000 else 9)) if year % 10 == 0 else None
    until = parts.get("until", parts["year"])
    return dates.years(year, int(parts["year"][: 4 - len(until)] + until))


def _century(parts: Mapping[str, str], _: Present) -> Range | None:
    number = dates.ordinal_of(parts["ordinal"])
    return dates.years(100 * number - 99, 100 * number) if number else None


def _part_of_year(parts: Mapping[str, str], _: Present) -> Range | None:
    year, months = int(parts["year"]), 3 if parts["size"] == "quarter" else 6
    last = 12 // months
    number = (
        last if parts["part"] in ("final", "last") else ("first", "second", "third", "fourth").index(parts["part"]) + 1
    )
    if number > last:
        return None
    first, end = dates.a_month(year, months * (number - 1) + 1), dates.a_month(year, months * number)
    return (first[0], end[1]) if first and end else None


def _deictic(parts: Mapping[str, str], present: Present) -> Range | None:
    steps = {"yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
    return around(present.published, "day", steps.get(parts["word"].lower(), 0)) if present.published else None


def _one_day(anchor: Range | None) -> date | None:
    return anchor[0] if anchor and anchor[0] == anchor[1] else None


def _direction(which: str) -> Tense:
    return "past" if which.endswith("previous") else "future"


def _sign(way: str) -> int:
    return -1 if way in ("last", "past", "previous") else 1


def _stepped(anchor: Range | None, unit: Unit, steps: int) -> Range | None:
    """The unit so many steps from that of the anchor; None where the anchor is longer than a unit."""
    if anchor is None:
        return None
    first, last = around(anchor[0], unit), around(anchor[1], unit)
    return around(anchor[0], unit, steps) if first and first == last else None


_RULES: dict[str, Callable[[Mapping[str, str], Present], Range | None]] = {
    "month_day": _month_day,
    "day_month": _month_day,
    "days": _month_day,
    "months": _months,
    "month": _month,
    "which_month": _which_month,
    "iso": _iso,
    "numeric": _numeric,
    "weekday": _weekday,
    "day_of_week": _day_of_week,
    "which_unit": _which_unit,
    "ago": _ago,
    "offset": _offset,
    "next_to": _offset,
    "window": _window,
    "year": _year,
    "century": _century,
    "part_of_year": _part_of_year,
    "deictic": _deictic,
}
