"""The card of checked quotations: asked words and an article's side by side, and who said them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.cards import BRIEF, Body, Button, Card, make, plain_text, press, quoted, shared_by, whence
from bot.markdown import embolden, escape, shorten, size
from bot.pointers import Pointer, pointer_to
from bot.words import CHECK, said_by_whom, verdict_on
from index.check import Checked
from index.library import Library

_MOST = 3
"""Quotations of a message that are shown."""
_WORDS = 600


def check_card(library: Library, text: str, found: Sequence[Checked]) -> Card:
    """What the articles know of the quotations in a text; the first few where it has many."""
    body = Body()
    for checked in found[:_MOST]:
        for line in _lines(library, text, checked):
            body.add(line)
    if len(found) > _MOST:
        body.add(f"*Only the first {_MOST} of {len(found)} quotations are shown.*")
    first = next((c.passage[0] for c in found if c.passage), None)
    footer = whence(library, first) if first else ""
    card = make(CHECK, body, footer, _brief(library, text, found), list(_buttons(library, found[:_MOST])))
    return replace(card, shares=shared_by(library, (c.passage[0] for c in found[:_MOST] if c.passage)))


def _lines(library: Library, text: str, checked: Checked, room: int = _WORDS) -> Iterator[str]:
    yield f"{_MARKS[checked.verdict]} **{escape(verdict_on(checked, library))}**"
    if checked.verdict != "verbatim":
        yield f"Asked: {_asked(text, checked, room)}"
    for part in checked.passage:
        yield quoted(library, part, room, *(d.found for d in checked.differences))
    said = said_by_whom(checked, library, text)
    if said:
        yield escape(said)


def _brief(library: Library, text: str, found: Sequence[Checked]) -> str:
    """In the plain message that replaces the card: the first quotation alone, for its words can be long."""
    return plain_text(*_lines(library, text, found[0], BRIEF // 2))


_MARKS = {"verbatim": "✅", "near": "🟡", "absent": "❌"}


def _asked(text: str, checked: Checked, room: int) -> str:
    """The asked words on one line, those that differ in bold; cut where they are many."""
    line = " ".join(text[checked.start : checked.end].split("\n"))
    if size(escape(line)) > room:
        return shorten(line, room)
    bold = [(d.asked[0] - checked.start, d.asked[1] - checked.start) for d in checked.differences]
    return embolden(line, bold, 0, len(line))


def _buttons(library: Library, found: Sequence[Checked]) -> Iterator[Button]:
    pointers = [pointer_to(library.entry(c.passage[0].article), c.passage[0]) for c in found if c.passage]
    numbers: dict[Pointer, int] = {}
    for number, pointer in enumerate(pointers, 1):
        numbers.setdefault(pointer, number)  # the same words may be quoted twice, but no card has a button twice
    for pointer, number in numbers.items():
        yield press("In context" if len(numbers) == 1 else f"In context ({number})", "c", [pointer], new=True)
