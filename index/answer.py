"""From a question to one answer: a cited sentence, often a short span, or “the article does not say”."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.article import Citation

Verdict = Literal["answered", "not_in_article"]
Sureness = Literal["sure", "likely", "unsure"]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another passage that may answer."""

    sentence: Citation
    confidence: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What the library says to one question. All its words are citations."""

    question: str
    """The question that was answered: the first of several in the message."""
    more_questions: bool
    """The message held further questions."""
    verdict: Verdict
    sentence: Citation | None
    """The sentence that answers; on a refusal, the closest one; None where the library has no words at all."""
    span: Citation | None
    """The short answer inside the sentence, where one fits the kind of question."""
    confidence: float
    """Probability, 0 to 1, that the sentence answers."""
    sureness: Sureness
    alternatives: tuple[Alternative, ...]
    """Up to ten, likeliest first."""
