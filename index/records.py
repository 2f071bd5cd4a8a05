"""Articles that come already split: a title and the paragraphs, as data sets and scripts hold them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.article import Article, ArticleError, Paragraph, Place, Sentence
from index.sentences import split_sentences

_BREAKS = re.compile(r"[\n\r\t\f\v\u2028\u2029]")


def article_of_paragraphs(name: str, title: str, paragraphs: Sequence[str]) -> Article:
    """An Article whose ¶ n is `paragraphs[n - 1]`, empty ones counted. Raises ArticleError where no paragraph has words.

    Offsets are those of the strings given; a line break inside one becomes a blank.
    """
    if not any(p.strip() for p in paragraphs):
        raise ArticleError("it holds no paragraph with words")
    title, *lines = (_BREAKS.sub(" ", p) for p in (title, *paragraphs))
    text = "\n\n".join([title, *lines])
    parts = [_paragraph("title", title, 0)] if title.strip() else []
    offset = len(title)
    for number, line in enumerate(lines, 1):
        offset += 2
        parts.append(_paragraph(number, line, offset))
        offset += len(line)
    return Article(name, text, tuple(parts))


def _paragraph(place: Place, text: str, offset: int) -> Paragraph:
    return Paragraph(place, text, split_sentences(text) or (Sentence(0, len(text)),), offset)
