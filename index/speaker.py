"""Whom a quotation is given to, and whether that is sure enough to be said."""

from __future__ import annotations

from collections.abc import Sequence

from index.article import Article, Citation
from index.people import Person
from index.quotes import Quote

SURE_ENOUGH = 0.5
"""`Quote.confidence` is the probability that the speaker is right: below this, some other is likelier, and none is named."""


def speaker_of(quote: Quote) -> Citation | None:
    """The speaker's name; None where the article names none, or too unclearly."""
    return quote.speaker if quote.confidence >= SURE_ENOUGH else None


def surely_said_by(person: Person, quotes: Sequence[Quote]) -> list[Quote]:
    """What the person said, in article order, without what may be another's."""
    return [quote for quote in quotes if quote.kind != "scare" and speaker_of(quote) == person.name]


def passage_of(article: Article, quote: Quote) -> Citation:
    """The sentences around a quotation's first part, and around what names its speaker where that is in the paragraph."""
    first = quote.parts[0]
    near = [c for c in (*quote.parts, quote.source) if c is not None and c.place == first.place]
    paragraph = article.at(first.place)
    start = paragraph.sentence_at(min(c.start for c in near)).start
    end = paragraph.sentence_at(max(c.end for c in near) - 1).end
    return Citation(article.name, first.place, min(start, first.start), max(end, *(c.end for c in near)))
