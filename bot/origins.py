"""What a card answers, so that it can be asked anew when its article is another.

A mark at the end of a button's custom id says which command the card is of and, for a question, which article was
asked. What was asked for stands in the card's title: a question, a speaker, a person, the title of an article, a topic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.pointers import NAME_TAG, name_tag
from index.library import Library

Kind = Literal["A", "q", "w", "a", "t", "p"]
"""A question; quotations of a speaker; a person; an article; times; places."""

ORIGIN = rf"(?:~(?P<origin>A[a-z2-7]{{0,{NAME_TAG}}}|[qwatp]))?"
"""The mark, in the template of a custom id."""
ROOM = len("~A") + NAME_TAG

_MARK = re.compile(ORIGIN.removesuffix("?") + r"\Z")
# What a button opens says it too: a page of quotations was found by its speaker.
_OPENS = re.compile(r"\+?([qwatp]):")


@dataclass(frozen=True)
class Origin:
    """A kind of card."""

    kind: Kind
    article: str = ""
    """The tag of the name of the article that was asked; empty where it was any of them."""

    def __str__(self) -> str:
        return f"{self.kind}{self.article}"

    def article_in(self, library: Library) -> str | None:
        """The name of the article that was asked, where it was one and is there."""
        return next((name for name in library.names if self.article and name_tag(name) == self.article), None)

    @classmethod
    def read(cls, written: str) -> Origin:
        """Undoes `str`."""
        kind: Kind = written[0]  # type: ignore[assignment] # the templates of custom ids let no other through
        return cls(kind, written[1:])


def asked_of(article: str | None) -> Origin:
    """A question, put to the article of that name or to all."""
    return Origin("A", name_tag(article) if article else "")


def origin_of(custom_ids: Sequence[str]) -> Origin | None:
    """What the card with these buttons answers, that which was pressed first; None where they do not say."""
    for custom_id in custom_ids:
        mark = _MARK.search(custom_id)
        if mark:
            return Origin.read(mark["origin"])
    for custom_id in custom_ids:
        opens = _OPENS.match(custom_id)
        if opens:
            return Origin.read(opens[1])
    # Before there were marks, these two stood under answers and nothing else.
    answers = all(any(custom_id.startswith(kind) for custom_id in custom_ids) for kind in ("+c:", "+m:"))
    return Origin("A") if answers else None
