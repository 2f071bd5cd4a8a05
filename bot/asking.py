"""The one way on which every question reaches the articles, however it came."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import discord

from bot.cards import Card, answer_card
from bot.errors import UsageError
from bot.finding import article_named
from bot.permissions import is_moderator, require_may_ask
from bot.questions import NO_WORDS, Asked, as_asked

if TYPE_CHECKING:
    from bot.client import ArticleBot
    from bot.scope import Scope
    from index.answer import Answer

Way = Literal["command", "mention", "reply", "direct", "menu"]


@dataclass(frozen=True)
class Query:
    """A question as somebody put it."""

    text: str
    """As typed, of any length."""
    asker: discord.User | discord.Member
    """In a guild a member, with roles."""
    way: Way
    """/ask, a mention, a reply to one of the bot's cards, a direct message, the Apps menu of a message."""
    article: str | None = None
    """The article that the asker chose; None: the one that the channel talks about, or all."""


@dataclass(frozen=True)
class Reply:
    """What came of a query."""

    answer: Answer
    card: Card
    milliseconds: float
    """From the question to its card, without what Discord takes."""


async def ask(bot: ArticleBot, scope: Scope, query: Query) -> Card:
    """The card for a question.

    Raises NotAllowedError where the asker may not ask here, CooldownError where it is too soon, UsageError for a
    question without words, or for an article that there is not.
    """
    require_may_ask(query.asker, scope)
    reply = await _reply(bot, scope, query)
    return reply.card


async def _reply(bot: ArticleBot, scope: Scope, query: Query) -> Reply:
    began = time.perf_counter()
    asked = as_asked(query.text, bot.settings.limits.question_characters)
    if not asked.has_words:
        raise UsageError(NO_WORDS)
    if not is_moderator(query.asker, scope.settings):
        cooldown, a_minute = scope.settings.cooldown_seconds, bot.settings.limits.questions_a_minute
        bot.cooldowns.take(scope.guild_id, query.asker.id, cooldown, a_minute)
    answer, card = await asyncio.to_thread(_answer, scope, query, asked)
    return Reply(answer, card, (time.perf_counter() - began) * 1000)


def _answer(scope: Scope, query: Query, asked: Asked) -> tuple[Answer, Card]:
    library = scope.library
    entry = article_named(library, query.article or scope.article)
    answer = library.ask(asked.text, entry.article.name if entry else None, scope.settings.strictness)
    return answer, answer_card(library, answer, asked.notice)
