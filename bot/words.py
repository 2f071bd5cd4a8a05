"""The bot's own words, the same in Discord and in the terminal."""

from __future__ import annotations

from index.article import Citation
from index.library import Library

ONE_QUESTION = "Only the first question was answered: ask one at a time."
CLOSEST = "The closest it comes:"

_PLACES = {"title": "title", "deck": "deck", "byline": "byline", "note": "author’s note"}


def place_of(citation: Citation) -> str:
    """`¶ 8`, or the part's name."""
    return _PLACES[citation.place] if isinstance(citation.place, str) else f"¶ {citation.place}"


def refusal(library: Library) -> str:
    """That the articles do not say."""
    return "The articles do not say." if len(library.names) > 1 else "The article does not say."


def count(number: int, noun: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
