"""A message of a conversation made a question that stands alone: what “he” is, and what “and when?” asks.

A message that can stand alone stays as it is. What is resolved is only asked, never shown as the article's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from index.follow_ups.alternatives import chosen, listed
from index.follow_ups.antecedents import resolve as resolve_anaphors
from index.follow_ups.bare_pronoun import PRONOUN_ALONE
from index.follow_ups.career import asks_before, before_office
from index.follow_ups.chat_style import written_out
from index.follow_ups.clause import Clause
from index.follow_ups.costs import with_cost, with_payment
from index.follow_ups.ellipsis import completed, is_another_phrase, leading_phrase
from index.follow_ups.existential import whether
from index.follow_ups.filler import without_then
from index.follow_ups.left_out import with_money, with_object, with_time
from index.follow_ups.possessor import POSSESSIVES
from index.follow_ups.question_form import bare
from index.follow_ups.question_part import is_aside
from index.follow_ups.reaction import took
from index.follow_ups.referents import Referent, without_descriptor
from index.follow_ups.remark import without_remark
from index.follow_ups.short_forms import in_usual_words, with_topic
from index.follow_ups.spoken_of import referents
from index.follow_ups.support import Support
from index.follow_ups.turns import ARROW, Turn, names_of
from index.follow_ups.why_then import told_when
from index.library import Library
from index.named import Names
from index.question import understand

__all__ = ["FollowUp", "Turn", "resolve"]

TURNS = 6
"""How many turns back a message may refer to."""
_PAIR = re.compile(r"\b([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*) (?:and|or) ([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)")
_FIRST_OF_TWO = re.compile(r"(?!\W*what\?)(?P<first>[^?]+\?)[\s?!.]*\w", re.IGNORECASE)
"""“when was that? and who paid for it”."""
_LONGEST = 300
"""Characters of a message that may be a follow-up: who writes more says what they mean."""


@dataclass(frozen=True)
class FollowUp:
    """A question to be asked in place of a message."""

    question: str
    understood: str | None
    """For the card: “he → Jens Stoltenberg”, or the whole question; None where the message stands as it is."""
    article: str | None
    """The article that was talked about; None where the message stands as it is, or where none answered."""


def resolve(message: str, turns: Sequence[Turn], library: Library) -> FollowUp:
    """The question that `message` asks after `turns`, the last of which came right before it.

    >>> resolve("what did he say?", turns, library).understood  # doctest: +SKIP
    'he → Jens Stoltenberg'
    """
    if not turns:
        return FollowUp(message, None, None)
    return _resolve(message, [_still_there(turn, library) for turn in turns[-TURNS:]], library)


def _resolve(message: str, turns: Sequence[Turn], library: Library) -> FollowUp:
    as_it_is = FollowUp(message, None, None)
    question = understand(message)
    if len(message) > _LONGEST or question.about is not None or question.small_talk:
        return as_it_is
    first = _FIRST_OF_TWO.match(message)
    if first is not None and Clause(first["first"]).wh:
        part = _resolve(first["first"], turns, library)
        if part.understood is not None and ARROW not in part.understood:
            return part  # only whole questions can be asked together
    last = turns[-1]
    names = list({id(n): n for turn in turns for n in names_of(turn, library)}.values())
    typed = without_then(written_out(without_remark(message, names)), last.asked)
    text = with_object(in_usual_words(typed))
    in_short = text != typed
    answered = last.answer.sentence if last.answer.verdict == "answered" else None
    article = answered.article if answered is not None and answered.article in library.names else None
    known = referents(turns, library)
    text = took(text, known)
    nearest = last.answer.sentence.article if last.answer.sentence is not None else None
    about = nearest if nearest in library.names else next(iter(library.names)) if len(library.names) == 1 else None
    support = Support(library.entry(about).article if about is not None else None)
    one = chosen(text, list(_lists(turns, library)), last.asked)
    text = one[0] if one else text
    asking = _gone_on_from(turns, text, names) if is_another_phrase(text, names) else last
    before = Clause(written_out(asking.asked), names)
    answer = _short(known, asking, library)
    as_typed = text
    text, before = with_payment(with_cost(text, before), before)
    roles = _roles(text, names, known, support, library, article)
    filled = whether(
        with_money(with_time(before_office(text, before, roles), before), [before, *_wholes(turns, names)]),
        before,
        answer,
        known,
    )
    told = filled != as_typed or with_topic(typed) is not None
    text, in_short = filled, in_short or told
    resolved = resolve_anaphors(Clause(text, names), known, support)
    meant = [shown for _, shown in resolved.pairs] if resolved else []
    like, does = partial(_likeness, library), partial(support.does, person=True)
    whole = completed(text, before, answer, names, like, does, meant)
    if whole is not None:
        whole = told_when(whole, typed, asking, library)
        if PRONOUN_ALONE.fullmatch(text) or bare(text).lower() in POSSESSIVES:  # who was asked about is another
            known = [r for r in known if r.text.lower() not in asking.asked.lower()]
        resolved = resolve_anaphors(Clause(whole, names), known, support)
        asked = _as_question(resolved.text if resolved else whole)
        return FollowUp(asked, asked, article)
    pairs = [*([(one[1], one[2])] if one else []), *(resolved.pairs if resolved else ())]
    if not pairs and not told:
        return as_it_is
    asked = _as_question(resolved.text if resolved else text)
    understood = asked if in_short else ", ".join(f"{word}{ARROW}{meant}" for word, meant in pairs)
    return FollowUp(asked, understood, article)


def _roles(
    text: str,
    names: Sequence[Names],
    known: Sequence[Referent],
    support: Support,
    library: Library,
    article: str | None,
) -> list[str]:
    """What the article calls the one of whom is asked what they were before."""
    resolved = resolve_anaphors(Clause(text, names), known, support) if article and asks_before(text) else None
    if resolved is None or article is None:
        return []
    entry, (_, shown) = library.entry(article), resolved.pairs[0]
    return [entry.article.slice(r) for p in entry.people if entry.article.slice(p.name) == shown for r in p.roles]


def _gone_on_from(turns: Sequence[Turn], message: str, names: Sequence[Names]) -> Turn:
    """The last turn but those that only asked when, where or why of the one before; “and for the rebels?” goes with “for”."""
    at = len(turns) - 1
    while at and is_aside(turns[at].question) and turns[at].understood and ARROW not in str(turns[at].understood):
        at -= 1
    given = leading_phrase(Clause(message, names))
    if given is None or given.kind == "time":
        return turns[at]
    for turn in reversed(turns[: at + 1]):
        # What a pronoun stands for is no phrase of the question.
        asked = turn.question if turn.understood and ARROW in turn.understood else turn.asked
        if any(
            p.preposition == given.preposition and p.kind != "time" for p in Clause(written_out(asked), names).phrases
        ):
            return turn
    return turns[at]


def _wholes(turns: Sequence[Turn], names: Sequence[Names]) -> Iterator[Clause]:
    """The last question, and those that it was only a part of: “how much did Quill raise”, before “and when?”."""
    for turn in reversed(turns):
        yield Clause(written_out(turn.asked), names)
        if not turn.understood or ARROW in turn.understood:
            return


def _lists(turns: Sequence[Turn], library: Library) -> Iterator[list[str]]:
    """What short answers and questions list, the latest first."""
    for turn in reversed(turns):
        span = turn.answer.span
        if span is not None and turn.answer.verdict == "answered" and span.article in library.names:
            yield listed(library.text(span))
        for match in _PAIR.finditer(turn.asked):
            yield [match[1], match[2]]


def _still_there(turn: Turn, library: Library) -> Turn:
    """A turn whose article has been replaced or taken away since keeps its question only."""
    for citation in (turn.answer.sentence, turn.answer.span):
        if citation is None:
            continue
        article = library.entry(citation.article).article if citation.article in library.names else None
        there = article is not None and any(
            p.place == citation.place and citation.end <= len(p.text) for p in article.paragraphs
        )
        if not there:
            return replace(turn, answer=replace(turn.answer, verdict="not_in_article", sentence=None, span=None))
    return turn


def _as_question(text: str) -> str:
    text = text.strip(" ?.!,")
    return f"{text[:1].upper()}{text[1:]}?"


def _short(known: Sequence[Referent], turn: Turn, library: Library) -> str | None:
    """The short answer as one would speak of it in a question: a person by the usual name."""
    span = turn.answer.span
    if span is None or turn.answer.verdict != "answered" or span.article not in library.names:
        return None
    text = library.text(span)
    return next(
        (
            r.text
            for r in known
            if r.sort in ("man", "woman", "person") and r.proper and text.endswith((r.text, r.shown))
        ),
        without_descriptor(text),
    )


def _likeness(library: Library, one: str, other: str) -> float:
    vectors = library.vectors
    if vectors is None:
        return 0.0
    found = vectors.embed([one, other], "text")
    return float(np.dot(found[0], found[1]))
