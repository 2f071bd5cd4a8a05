"""What the articles say about a message that asks nothing, or too much at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.cards import SENTENCE, Body, Card, make, plain_text, press, quoted, shared_by, whence
from bot.markdown import ELLIPSIS, cut, escape, shorten, size
from bot.pointers import pointer_to
from bot.words import about_it, nothing_about_it, place_of
from index.article import Citation
from index.library import Library

_SHOWN = 3
_TITLE = 120
"""Characters of the message: the message itself is at hand."""


def related_card(library: Library, text: str, cited: Sequence[Citation], told: str | None = None) -> Card:
    """The nearest sentences and where they stand; `told`: what the asker should know besides."""
    body, brief = Body(), [shorten(text, _TITLE)]
    names = {citation.article for citation in cited}
    body.add(f"**{about_it(library) if cited else nothing_about_it(library)}**")
    brief.append(str(body))
    for citation in cited[:_SHOWN]:
        where = place_of(citation) if len(names) == 1 else whence(library, citation)
        quote = quoted(library, citation, SENTENCE // 2)
        body.add(f"{quote}\n*{escape(where)}*")
        brief.append(quote)
    if told:
        body.add(f"*{escape(told)}*")
    footer = library.entry(cited[0].article).article.title if len(names) == 1 else ""
    buttons = []
    if len(cited) > _SHOWN:
        pointers = [pointer_to(library.entry(c.article), c) for c in cited]
        buttons.append(press("More passages", "m", pointers, page=1, new=True))
    title = text if size(text) <= _TITLE else cut(text, _TITLE - 1) + ELLIPSIS
    card = make(title, body, footer, plain_text(*brief), buttons)
    return replace(card, shares=shared_by(library, cited[:_SHOWN]) if cited else None)
