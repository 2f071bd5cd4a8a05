"""Names in a question that the article knows, but that stand nowhere near the answer.

“What did Poland promise?” answered from a passage that never names Poland is likely about somebody else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from index.article import Article, Place
from index.language import STOP_WORDS, terms

MOST = 3
"""More far names than this say no more."""

_WORD = re.compile(r"\w[\w’'.-]*\w")


def far_names(question: str, article: Article, place: Place) -> int:
    """How many of the question's names the article has, but no word of them in its title, the paragraph or its neighbours: 0 to `MOST`."""
    asked = list(_names_in(question, article))
    if not asked:
        return 0
    number = next(i for i, p in enumerate(article.paragraphs) if p.place == place)
    around = article.paragraphs[max(0, number - 1) : number + 2]
    near = terms(" ".join([article.title, *(p.text for p in around)]))
    return min(MOST, sum(name.isdisjoint(near) for name in asked))


def _names_in(question: str, article: Article) -> Iterator[set[str]]:
    """The terms of each name, however it is typed: “Ada Lund” is one, and so “lund” alone is the same."""
    names = _terms_of_names(article)
    name: set[str] = set()
    for match in _WORD.finditer(question):
        found = set(terms(match[0]))
        if found and found <= names:
            name |= found
        elif name:
            yield name
            name = set()
    if name:
        yield name


@lru_cache(maxsize=256)
def _terms_of_names(article: Article) -> frozenset[str]:
    """Of the words that the article writes with a capital and never without."""
    written = Counter((m[0].lower(), m[0][0].isupper()) for p in article.paragraphs for m in _WORD.finditer(p.text))
    names = {word for word, capital in written if capital and (word, False) not in written and word not in STOP_WORDS}
    return frozenset(term for word in names for term in terms(word))
