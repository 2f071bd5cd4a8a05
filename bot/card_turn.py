"""A card read back: what it was asked, what it took that to mean, what it answered, so that a reply can go on from there.

All of it stands on the card, so it makes no difference who asked, how long ago, and whether this is another process.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import discord

from bot.cards import understood_on
from bot.markdown import unescape
from bot.origins import Kind, origin_of
from bot.pointers import StaleError, citation_at, unpack
from bot.stale import custom_ids, typed_on
from bot.words import CLOSEST, UNCLEAR
from index.answer import Answer, Verdict
from index.article import Citation
from index.follow_ups.follow_up import Turn
from index.library import Library

_QUESTIONS: dict[Kind, str] = {"A": "{}", "q": "What did {} say?", "w": "Who is {}?"}
"""What a card of a kind answers, of which the title says the rest."""
_IN_CONTEXT = re.compile(r"\+c:0:([\w.,!-]{1,91})(?:~.*)?")
_BOLD = re.compile(r"\*\*(.+)\*\*")


def turns_to(card: discord.Message, turns: Sequence[Turn], library: Library) -> list[Turn]:
    """The turns up to that of a card: the asker's own, where it is one of them; or else that of the card alone."""
    shown = turn_on(card, library)
    if shown is None:
        return list(turns)
    for number, turn in reversed(list(enumerate(turns))):
        if turn.question.startswith(shown.question) and turn.understood == shown.understood:
            return list(turns[: number + 1])
    return [shown]


def turn_on(card: discord.Message, library: Library) -> Turn | None:
    """The turn that a card shows; None for one that answers nothing, such as a list.

    Where its article is another by now, what the articles of today answer takes the place of what it showed.
    """
    ids, title = custom_ids(card), typed_on(card)
    origin = origin_of(ids)
    form = _QUESTIONS.get(origin.kind) if origin else None
    if form is None or title is None or title[0] == UNCLEAR:
        return None
    question, description = form.format(title[0]), card.embeds[0].description or ""
    understood = understood_on(description)
    sentence = _sentence(ids, library)
    if sentence is None:
        asked = Turn(question, understood, _nothing(question))
        return Turn(question, understood, library.ask(asked.asked))
    lines = description.split("\n")
    refused = CLOSEST in lines
    span = None if refused else _span(lines[1 if understood else 0], sentence, library)
    verdict: Verdict = "not_in_article" if refused else "answered"
    return Turn(question, understood, Answer(question, False, verdict, sentence, span, 0.0, "unsure", ()))


def _sentence(ids: Sequence[str], library: Library) -> Citation | None:
    """What the button `In context` points to; None where there is none, or where the words are gone."""
    for custom_id in ids:
        opens = _IN_CONTEXT.fullmatch(custom_id)
        if opens:
            try:
                return citation_at(library, unpack(opens[1])[0])
            except StaleError:
                return None
    return None


def _span(line: str, sentence: Citation, library: Library) -> Citation | None:
    """The short answer, where it stands in the sentence."""
    bold = _BOLD.fullmatch(line)
    at = library.text(sentence).find(unescape(bold[1])) if bold else -1
    if bold is None or at < 0:
        return None
    start = sentence.start + at
    return Citation(sentence.article, sentence.place, start, start + len(unescape(bold[1])))


def _nothing(question: str) -> Answer:
    return Answer(question, False, "not_in_article", None, None, 0.0, "unsure", ())
