"""Article text for Discord: escaped so that it reads as it stands, cut at a word, set as a block quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

ELLIPSIS = "…"

# A backslash before any of Discord's marks is taken away again when the text is shown. The colon is escaped only
# where it would make a link: inside a link Discord shows backslashes as they are.
_SPECIAL = re.compile(r"[\\*_~`|<>\[\]@]|:(?=//)|^(?P<indent>\s*)(?P<list>[#+-]|\d+(?=\.\s))", re.MULTILINE)


def escape(text: str) -> str:
    """The text with Discord's marks made plain: emphasis, links, mentions, timestamps, emoji, quotes, lists, headers."""
    return _SPECIAL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    mark = match["list"]
    if mark is None:
        return "\\" + match[0]
    # “1. ” is a list too; a digit cannot be escaped, the dot after it can.
    return match[0] + "\\" if mark.isdigit() else f"{match['indent']}\\{mark}"


def unescape(markup: str) -> str:
    """Undoes `escape`."""
    return re.sub(r"\\(.)", r"\1", markup, flags=re.DOTALL)


def size(text: str) -> int:
    """How long Discord takes a text to be: UTF-16 units, the longest of the ways in which its parts count."""
    return len(text) + sum(character > "\uffff" for character in text)


def untagged(typed: str) -> str:
    """What somebody typed, without mentions, channels, custom emoji and timestamps: to the articles they are no words."""
    return _TAG.sub(" ", typed)


_TAG = re.compile(r"<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|/[^<>]{1,100}:\d+|id:\w+)>")


def cut(text: str, room: int) -> str:
    """The longest beginning, whole words if possible, that takes no more than `room` when it is escaped."""
    return text[: _longest(text, 0, len(text), room)]


def shorten(text: str, room: int) -> str:
    """Escaped, and cut with an ellipsis where it takes more than `room`."""
    whole = escape(text)
    return whole if size(whole) <= room else escape(cut(text, room - 1)) + ELLIPSIS


def quote_block(text: str, room: int, bold: Sequence[tuple[int, int]] = ()) -> str:
    """The text as a block quote of at most `room`, with the stretches of `bold` (in order, apart) in bold.

    Where it must be cut, the part around `bold` stays; an ellipsis stands on a line of its own, outside the quote.
    """
    bold = _apart(text, bold)[:_BOLD]
    start, end = _window(text, room - 8 - 4 * max(1, len(bold)), (bold[0][0], bold[-1][1]) if bold else None)
    inside = embolden(text, bold, start, end)
    before = f"{ELLIPSIS}\n" if start > 0 else ""
    after = f"\n{ELLIPSIS}" if end < len(text) else ""
    return f"{before}> {inside}{after}"


_BOLD = 30
"""Stretches in bold; of more, the first ones."""


def embolden(text: str, bold: Iterable[tuple[int, int]], start: int, end: int) -> str:
    """Characters `start` to `end` escaped, with those of `bold` in bold."""
    pieces, done = [], start
    for left, right in _apart(text, ((max(start, left), min(end, right)) for left, right in bold)):
        pieces += [escape(text[done:left]), f"**{escape(text[left:right])}**"]
        done = right
    return "".join([*pieces, escape(text[done:end])])


def _apart(text: str, bold: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without blanks at their ends, beside which Discord shows asterisks; those that touch as one."""
    found: list[tuple[int, int]] = []
    for left, right in bold:
        while left < right and text[left].isspace():
            left += 1
        while left < right and text[right - 1].isspace():
            right -= 1
        if left < right and found and left <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        elif left < right:
            found.append((left, right))
    return found


def _window(text: str, room: int, bold: tuple[int, int] | None) -> tuple[int, int]:
    """The widest stretch around `bold` that fits into `room` once escaped."""
    if size(escape(text)) <= room:
        return 0, len(text)
    if bold is None:
        return 0, _longest(text, 0, len(text), room)
    left, right = bold
    if size(escape(text[left:right])) >= room:
        return left, _longest(text, left, right, room)
    narrow, wide = 0, len(text)
    while narrow < wide:
        margin = (narrow + wide + 1) // 2
        start, end = max(0, left - margin), min(len(text), right + margin)
        if size(escape(text[start:end])) <= room:
            narrow = margin
        else:
            wide = margin - 1
    start, end = max(0, left - narrow), min(len(text), right + narrow)
    return _word_start(text, start, left), _word_end(text, end, right)


def _longest(text: str, start: int, end: int, room: int) -> int:
    low, high = start, end
    while low < high:
        middle = (low + high + 1) // 2
        if size(escape(text[start:middle])) <= room:
            low = middle
        else:
            high = middle - 1
    return _word_end(text, low, start)


def _word_start(text: str, start: int, latest: int) -> int:
    """`start`, moved on past a broken word; as it is where that would pass `latest`."""
    if start == 0 or text[start - 1].isspace():
        return start
    gap = re.compile(r"\s+").search(text, start, latest)
    return gap.end() if gap else start


def _word_end(text: str, end: int, earliest: int) -> int:
    """`end`, moved back before a broken word; as it is where that would pass `earliest`."""
    if end >= len(text) or text[end].isspace():
        return end
    gap = text.rfind(" ", earliest, end)
    return len(text[:gap].rstrip()) if gap > earliest else end
