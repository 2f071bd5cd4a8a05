"""Names in a question that the article knows, but that stand nowhere near the answer.

“What did Poland promise?” answered from a passage that never names Poland is likely about somebody else.
"""

from __future__ import annotations

import re

from index.article import Article, Place
from index.language import terms

MOST = 3
"""More far names than this say no more."""

_NAME = re.compile(r"(?<!^)(?<![.?!] )\b[A-Z][\w’'.-]*\w|\b[A-Z]{2,}\b")
"""What is typed as a name: a capital, but not that of a first word."""


def far_names(question: str, article: Article, place: Place) -> int:
    """How many of the question's names the article has, but neither its title nor the paragraph or its neighbours: 0 to `MOST`."""
    asked = set(terms(" ".join(_NAME.findall(question))))
    if not asked:
        return 0
    number = next(i for i, p in enumerate(article.paragraphs) if p.place == place)
    around = article.paragraphs[max(0, number - 1) : number + 2]
    far = asked.difference(terms(" ".join([article.title, *(p.text for p in around)])))
    known = [n for n in far if re.search(rf"\b{re.escape(n)}", article.text, re.IGNORECASE)]
    return min(MOST, len(known))
