"""How much of a question an article says of one thing or of another: the evidence for what a pronoun stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.article import Article
from index.follow_ups.question_form import AUXILIARIES
from index.language import terms
from index.lexicon import verbs
from index.tokens import Token, tokenise
from index.verbs import verb

_MOST = 40
"""Sentences that are looked at for one thing."""
_LIGHT = frozenset("get have take make give".split())
"""Verbs that tell nothing of what is counted: “how many visitors does it get”."""
_BETWEEN = frozenset("to be been being not".split())


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
        counting = question.lower().startswith("how many ")
        asked = [t for t in asked if t not in _LIGHT] if counting else asked
        if len(asked) < 2 and not (asked and counting):
            return False
        one, two = self.covered(first, asked), self.covered(other, asked)
        return two - one >= 2 or (two == len(asked) and one < two)

    def holds(self, noun: str) -> bool:
        """Whether the article says that something is in it or at it: “in the old garage”."""
        inside = re.compile(rf"\b(?:in|inside|at|into|near|outside) (?:the|an?|his|her|its|their|[A-Z][\w-]+['’]s) (?:[\w’'-]+ )?{re.escape(noun)}\b", re.IGNORECASE)  # fmt: skip
        return self.article is not None and any(inside.search(p.text) for p in self.article.paragraphs)

    def measures(self, name: str, quality: str) -> bool:
        """Whether the article says how long, or how deep, it is: “a lake 17 kilometres long”."""
        heads = [re.escape(w) for w in name.lower().split() if w not in ("the", "a", "an")]
        if self.article is None or not heads:
            return False
        told = re.compile(rf"\b(?:{'|'.join(heads)})\b(?:,? (?:is|was|which is))?,? (?:about |nearly |almost |some )?[\d.,]*\d [\w-]+ {re.escape(quality)}\b", re.IGNORECASE)  # fmt: skip
        return any(told.search(p.text) for p in self.article.paragraphs)

    def does(self, name: str, base: str, *, person: bool) -> bool:
        """Whether the article says that it does so, or, of a thing, that it is done to it: “to close the bridge”, “the bridge closes in May”."""
        words = [w for w in name.lower().split() if w not in ("the", "a", "an")]
        words = words[-1:] if person else words
        heads = (
            [words] if person or len(words) < 2 else [words, ["the", words[-1]]]
        )  # “the unit”, of the maternity unit
        if self.article is None or not words:
            return False
        looked = 0
        for paragraph in self.article.paragraphs:
            if words[-1] not in paragraph.text.lower():
                continue
            for sentence in paragraph.sentences:
                text = paragraph.text[sentence.start : sentence.end]
                if words[-1] in text.lower() and looked < _MOST:
                    looked += 1
                    tokens = tokenise(text)
                    if any(_says(tokens, head, base, person) for head in heads):
                        return True
        return False


def _past_own_words(tokens: Sequence[Token], at: int, person: bool) -> int:
    """Where the verb stands: after “, 74, has announced that he will” too."""
    if person and [t.tag for t in tokens[at : at + 3]] == [",", "#", ","]:
        at += 3
    at = _past_auxiliaries(tokens, at)
    if (
        not person
        or at >= len(tokens)
        or (tokens[at].lower not in verbs("say") and tokens[at].lower not in verbs("speak"))
    ):
        return at
    he = at + 1 + (tokens[at + 1 : at + 2] != [] and tokens[at + 1].lower == "that")
    return _past_auxiliaries(tokens, he + 1) if he < len(tokens) and tokens[he].lower in ("he", "she") else at


def _past_auxiliaries(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and (
        tokens[at].tag == "a" or tokens[at].lower in AUXILIARIES or tokens[at].lower in _BETWEEN
    ):
        at += 1
    return at


def _says(tokens: Sequence[Token], words: Sequence[str], base: str, person: bool) -> bool:
    """Whether a sentence has the words as the subject of the verb, or, of a thing, as its object."""
    lower = [t.lower for t in tokens]
    for first in range(len(lower) - len(words) + 1):
        last = first + len(words)
        if lower[first:last] != words:
            continue
        at = _past_own_words(tokens, last, person)
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        # Who closes a bridge does not close; but what stops running stops.
        alone = person or after is None or after.tag not in "dnN#r" or (verb(after.lower) or ("", ""))[1] == "ing"
        if at < len(tokens) and (verb(lower[at]) or ("", ""))[0] == base and alone:
            return True
        at = first - 1
        at -= at > 1 and tokens[at].tag == "n" and tokens[at - 1].tag == "d"  # “opened the new bridge”
        while at > 0 and tokens[at].tag == "d":
            at -= 1
        if not person and at >= 0 and (verb(lower[at]) or ("", ""))[0] == base:
            return True
    return False
