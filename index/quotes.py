"""Who said what, word for word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.article import Article, Citation

QuoteKind = Literal["speech", "fragment", "scare"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks, and who said them."""

    kind: QuoteKind
    parts: tuple[Citation, ...]
    """The words without their marks; several where a speech tag or a new paragraph breaks the quotation."""
    speaker: Citation | None
    """The speaker's fullest name, wherever the article gives it."""
    source: Citation | None
    """The words beside the quotation that name the speaker: a name, a pronoun, a noun phrase."""
    cue: Citation | None
    """The words that attribute it: “said”, “according to”."""
    confidence: float
    """0 to 1: how sure the speaker is."""


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """All quotations of the article, in its order."""
    return ()
