"""The turns of a conversation: what was asked, what it was taken to mean, what was answered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.answer import Answer
from index.library import Library
from index.named import Names

ARROW = " → "
"""Between a word and what it was taken to stand for."""


@dataclass(frozen=True)
class Turn:
    """One question and its answer. `question` may be what was typed or what was asked in its place."""

    question: str
    understood: str | None
    """As `FollowUp` gives it."""
    answer: Answer

    @property
    def asked(self) -> str:
        """The question that can stand alone."""
        if self.answer.question and self.answer.question != self.question:
            return self.answer.question
        return replaced(self.question, self.understood)


def replaced(question: str, understood: str | None) -> str:
    """A question as understood, from what its card shows: the whole, or its words with what they stand for."""
    if not understood:
        return question
    if ARROW not in understood:
        return understood
    for pair in understood.split(", "):
        word, arrow, meant = pair.partition(ARROW)
        if not arrow:
            return question
        question = re.sub(rf"\b{re.escape(word)}\b", lambda _, m=meant: m, question, count=1, flags=re.IGNORECASE)  # type: ignore[misc]
    return question


def pairs(understood: str | None) -> list[tuple[str, str]]:
    """Each word and what it was taken for; none where the whole question was shown."""
    if not understood or ARROW not in understood:
        return []
    return [(word, meant) for word, arrow, meant in (p.partition(ARROW) for p in understood.split(", ")) if arrow]


def names_of(turn: Turn, library: Library) -> list[Names]:
    """The names of the article that answered, or came closest; of a library's only article."""
    sentence = turn.answer.sentence
    if sentence is not None and sentence.article in library.names:
        return [library.entry(sentence.article).names]
    return [library.entry().names] if len(library.names) == 1 else []
