"""Whether two answers say the same: to a follow-up and its full question, to two wordings of one question."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.measures import normal
from index.answer import Answer
from index.article import Citation


def same_sentence(one: Answer, other: Answer) -> bool:
    """The same sentence is given, or both refuse."""
    if one.verdict != other.verdict:
        return False
    return one.verdict == "not_in_article" or one.sentence == other.sentence


def short_answer(text: Callable[[Citation], str], answer: Answer) -> str | None:
    """The short answer in SQuAD's normal form; None for a refusal, empty where there is none. `text`: a citation's words."""
    if answer.verdict == "not_in_article":
        return None
    return normal(text(answer.span)) if answer.span else ""
