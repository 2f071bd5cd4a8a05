"""A small picture of how much was asked, week by week. Drawn on any machine: Pillow brings its own font."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from bot.words import count

if TYPE_CHECKING:
    from datetime import date

    from bot.store.weeks import Week

_WIDTH, _HEIGHT = 960, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 24, 56, 48
_PAPER, _INK, _LINES = "#1e1f22", "#dbdee1", "#3f4147"
_ANSWERED, _REFUSED = "#5b8cff", "#f0b232"
"""Told apart by everybody, whatever colours they see, and readable on the paper."""
_TEXT = 20
_TENS: tuple[int, ...] = tuple(10**power for power in range(20))
ALT = 1024
"""Characters that Discord takes as the description of a file."""


def draw(weeks: Sequence[Week]) -> bytes:
    """Stacked bars as PNG, the answered below and the refused above them. Not to be drawn on the event loop."""
    image = Image.new("RGB", (_WIDTH, _HEIGHT), _PAPER)
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(_TEXT)
    top = _scale(max(week.asked for week in weeks))
    high = _HEIGHT - _TOP - _BOTTOM

    def y(value: float) -> int:
        return _HEIGHT - _BOTTOM - round(high * value / top)

    for value in range(0, top + 1, max(1, top // 4)):
        pen.line((_LEFT, y(value), _WIDTH - _RIGHT, y(value)), _LINES)
        pen.text((_LEFT - 10, y(value)), f"{value:,}", _INK, font, anchor="rm")
    step = (_WIDTH - _LEFT - _RIGHT) / len(weeks)
    bar = min(56.0, step * 0.7)
    every = math.ceil(90 / step)
    for number, week in enumerate(weeks):
        middle = _LEFT + step * (number + 0.5)
        left, right = round(middle - bar / 2), round(middle + bar / 2)
        for below, above, colour in ((0, week.answered, _ANSWERED), (week.answered, week.asked, _REFUSED)):
            if above > below:
                pen.rectangle((left, y(above), right, max(y(above), y(below) - 1)), colour)
        if (len(weeks) - 1 - number) % every == 0:
            pen.text((middle, _HEIGHT - _BOTTOM + 12), day(week.monday), _INK, font, anchor="mt")
    at = _LEFT
    for name, colour in (("answered", _ANSWERED), ("the article does not say", _REFUSED)):
        pen.rectangle((at, 20, at + 16, 36), colour)
        pen.text((at + 26, 28), name, _INK, font, anchor="lm")
        at += 60 + round(pen.textlength(name, font))
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def alt_text(weeks: Sequence[Week]) -> str:
    """The same in words, the latest week first, as far as Discord takes them."""
    text = f"Questions in {count(len(weeks), 'week')}, the latest first"
    for week in reversed(weeks):
        more = f"; week of {day(week.monday)}: {week.asked:,} asked, {week.answered:,} answered"
        if len(text) + len(more) >= ALT:
            break
        text += more
    return text + "."


def day(monday: date) -> str:
    """`3 Mar`."""
    return f"{monday.day} {monday:%b}"


def _scale(most: int) -> int:
    """The top of the axis: not less than `most`, and a multiple of four parts that read well."""
    parts = (digit * ten for ten in _TENS for digit in (1, 2, 5))
    return next(4 * part for part in parts if 4 * part >= most)
