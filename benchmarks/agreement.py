"""Whether two answers say the same: to a follow-up and its full question, to two wordings of one question."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.measures import normal, one_holds_the_other
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


def same_answer(text: Callable[[Citation], str], one: Answer, other: Answer) -> bool:
    """The same sentence, and one short answer holds the words of the other; or both refuse."""
    return same_sentence(one, other) and one_holds_the_other(short_answer(text, one), short_answer(text, other))
