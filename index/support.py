"""How much of a question an article says of one thing or of another: the evidence for what a pronoun stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.article import Article
from index.language import terms

_MOST = 40
"""Sentences that are looked at for one thing."""


@lru_cache(maxsize=4096)
def _terms_of(text: str) -> frozenset[str]:
    return frozenset(terms(text))


@dataclass(frozen=True)
class Support:
    """Of the article that was talked about; of none, nothing is supported."""

    article: Article | None

    def covered(self, name: str, asked: Sequence[str]) -> int:
        """The most terms of a question that one sentence which names the thing holds."""
        if self.article is None:
            return 0
        best, looked = 0, 0
        word = name.split()[-1].lower()
        for paragraph in self.article.paragraphs:
            if word not in paragraph.text.lower():
                continue
            for sentence in paragraph.sentences:
                text = paragraph.text[sentence.start : sentence.end]
                if word in text.lower() and looked < _MOST:
                    looked += 1
                    best = max(best, len(_terms_of(text) & set(asked)))
        return best

    def prefers(self, other: str, first: str, question: str) -> bool:
        """Whether the article says what is asked of `other` and not of `first`, the likelier one by grammar."""
        asked = [t for t in dict.fromkeys(terms(question)) if t not in _terms_of(f"{other} {first}")]
        if len(asked) < 2:
            return False
        one, two = self.covered(first, asked), self.covered(other, asked)
        return two - one >= 2 or (two == len(asked) and one < two)
