"""The one way on which every question reaches the articles, however it came."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import discord

from bot import counting
from bot.admission import admit
from bot.card_turn import turns_to
from bot.cards import Card, answer_card, notice
from bot.errors import UsageError
from bot.finding import article_named
from bot.markdown import untagged
from bot.questions import NO_WORDS, NO_WORDS_IN_MESSAGE, Asked, as_asked
from bot.related_card import related_card
from index.follow_ups.follow_up import Turn, resolve
from index.question import is_question
from index.small_talk import is_small_talk

if TYPE_CHECKING:
    from bot.client import ArticleBot
    from bot.scope import Scope

GREETING = "I answer questions about articles, with their own words. Ask me one; **/help** says how, and what to try."
_LONG = 300
"""Characters of a message that is asked as it stands; of a longer one it is not clear what it asks."""

Way = Literal["command", "mention", "reply", "direct", "menu", "again"]


@dataclass(frozen=True)
class Query:
    """A question as somebody put it."""

    text: str
    """As typed, of any length."""
    asker: discord.User | discord.Member
    """In a guild a member, with roles."""
    way: Way
    """/ask, a mention, a reply to one of the bot's cards, a direct message, the Apps menu of anybody's message, or the
    button of a card whose article is another by now."""
    article: str | None = None
    """The article that the asker chose; None: the one that the channel talks about, or all."""
    told: tuple[str, ...] = ()
    """What the asker is to be told beside the answer."""
    card: discord.Message | None = None
    """The bot's card that it replies to: it goes on from there."""
    alone: bool = False
    """It does not go on from what the asker asked before."""


@dataclass(frozen=True)
class Reply:
    """What came of a query."""

    turn: Turn | None
    """None where the message asks nothing: the card shows what the articles say about it, or how to ask."""
    card: Card


async def ask(bot: ArticleBot, scope: Scope, query: Query) -> Card:
    """The card for a question.

    Raises NotAllowedError where the asker may not ask here, CooldownError where it is too soon, UsageError for a
    question without words, or for an article that there is not.
    """
    asked = _asked(bot, query)
    admit(bot, scope, query.asker)
    conversation = bot.conversations.of(scope.channel_id, query.asker.id)
    async with conversation.answering:
        began = time.perf_counter()
        before = [] if query.alone else conversation.turns(scope.library)
        votes = bot.store is not None and scope.guild_id is not None
        reply = await asyncio.to_thread(_reply, scope, query, asked, before, votes)
        milliseconds = (time.perf_counter() - began) * 1000
        if reply.turn is not None:
            conversation.add(reply.turn, scope.library)
            bot.conversations.forget_in_time()
            counting.keep(bot, scope, query, reply.turn.answer, milliseconds)
    return reply.card


def _asked(bot: ArticleBot, query: Query) -> Asked:
    of_another = query.way == "menu"
    limit, what = bot.settings.limits.question_characters, "message" if of_another else "question"
    asked = as_asked(untagged(query.text), limit, what)
    if not asked.has_words:
        raise UsageError(NO_WORDS_IN_MESSAGE if of_another else NO_WORDS)
    return asked


def _reply(scope: Scope, query: Query, asked: Asked, before: list[Turn], votes: bool) -> Reply:
    """What is asked is resolved by what was asked before, then answered from the article that is meant."""
    if query.way in ("mention", "direct") and is_small_talk(asked.text):
        return Reply(None, notice(GREETING))
    library = scope.library
    entry = article_named(library, scope.meant(query.article))
    name = entry.article.name if entry else None
    told = " ".join(filter(None, [*query.told, asked.notice])) or None
    if query.card is not None:
        before = turns_to(query.card, before, library)
    if query.article:
        before = [turn for turn in before if name is None or _is_of(turn, name)]
    taken = resolve(asked.text, before, library)
    if query.way == "menu" and not taken.understood and not (len(query.text) <= _LONG and is_question(query.text)):
        return Reply(None, related_card(library, asked.text, library.related(asked.text, name), told))
    of = name if query.article else taken.article or name
    answer = library.ask(taken.question, of, scope.settings.strictness)
    # The card shows the words that were typed, and below them what they were taken to mean.
    shown = replace(answer, question=asked.text) if taken.understood else answer
    card = answer_card(library, shown, told, understood=taken.understood, of=of, votes=votes)
    return Reply(Turn(shown.question, taken.understood, answer), card)


def _is_of(turn: Turn, article: str) -> bool:
    return turn.answer.sentence is not None and turn.answer.sentence.article == article
