"""Whom a quotation is given to, and whether that is sure enough to be said."""

from __future__ import annotations

from index.article import Citation
from index.quotes import Quote

SURE_ENOUGH = 0.5
"""`Quote.confidence` is the probability that the speaker is right: below this, some other is likelier, and none is named."""


def speaker_of(quote: Quote) -> Citation | None:
    """The speaker's name; None where the article names none, or too unclearly."""
    return quote.speaker if quote.confidence >= SURE_ENOUGH else None
