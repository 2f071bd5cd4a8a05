"""What all cards of several pages share: which page it is, and the buttons that turn it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from bot.cards import Button, press
from bot.pointers import StaleError

_Item = TypeVar("_Item")


def item_at(items: Sequence[_Item], number: int) -> _Item:
    """Raises StaleError where there are not so many."""
    if number >= len(items):
        raise StaleError
    return items[number]


def clamp(page: int, pages: int) -> int:
    """The nearest page that there is."""
    return max(0, min(page, pages - 1))


def numbered(page: int, pages: int) -> str:
    """`2 of 7`; nothing for a single page."""
    return f"{page + 1} of {pages}" if pages > 1 else ""


def turns(kind: str, state: str, page: int, pages: int) -> Iterable[Button]:
    """The buttons to the pages before and after."""
    if pages < 2:
        return ()
    back, on = press("◀ Back", kind, state, page - 1), press("Next ▶", kind, state, page + 1)
    return (
        Button(back.label, back.custom_id, disabled=page == 0),
        Button(on.label, on.custom_id, disabled=page == pages - 1),
    )
