"""Sentences that are about something, as somebody typed it."""

from __future__ import annotations

from collections.abc import Sequence

from index.article import Article, Citation
from index.bm25 import ParagraphIndex
from index.language import terms


def about(article: Article, sentences: Sequence[Citation], typed: str) -> list[int]:
    """The numbers (from 0) of the sentences that share a stem with what was typed, by BM25, best first.

    All of them in their order where nothing is typed but stop words.
    """
    if not terms(typed):
        return list(range(len(sentences)))
    index = ParagraphIndex([article.slice(sentence) for sentence in sentences])
    return [number for number, _ in index.best(typed, len(sentences))]
