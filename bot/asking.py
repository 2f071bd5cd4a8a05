"""The one way on which every question reaches the articles, however it came."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import discord

from bot import counting
from bot.cards import Card, answer_card
from bot.errors import UsageError
from bot.finding import article_named
from bot.markdown import untagged
from bot.permissions import is_moderator, require_may_ask
from bot.questions import NO_WORDS, NO_WORDS_IN_MESSAGE, Asked, as_asked
from bot.related_card import related_card
from index.question import is_question

if TYPE_CHECKING:
    from bot.client import ArticleBot
    from bot.scope import Scope
    from index.answer import Answer

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


@dataclass(frozen=True)
class Reply:
    """What came of a query."""

    answer: Answer | None
    """None where the message asks nothing: the card shows what the articles say about it."""
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
    if reply.answer is not None:
        counting.keep(bot, scope, query, reply.answer, reply.milliseconds)
    return reply.card


async def _reply(bot: ArticleBot, scope: Scope, query: Query) -> Reply:
    began = time.perf_counter()
    of_another = query.way == "menu"
    limit, what = bot.settings.limits.question_characters, "message" if of_another else "question"
    asked = as_asked(untagged(query.text), limit, what)
    if not asked.has_words:
        raise UsageError(NO_WORDS_IN_MESSAGE if of_another else NO_WORDS)
    if not is_moderator(query.asker, scope.settings):
        cooldown, a_minute = scope.settings.cooldown_seconds, bot.settings.limits.questions_a_minute
        bot.cooldowns.take(scope.guild_id, query.asker.id, cooldown, a_minute)
    votes = bot.store is not None and scope.guild_id is not None
    answer, card = await asyncio.to_thread(_answer, scope, query, asked, votes)
    return Reply(answer, card, (time.perf_counter() - began) * 1000)


def _answer(scope: Scope, query: Query, asked: Asked, votes: bool) -> tuple[Answer | None, Card]:
    library = scope.library
    entry = article_named(library, scope.meant(query.article))
    name = entry.article.name if entry else None
    told = " ".join(filter(None, [*query.told, asked.notice])) or None
    if query.way == "menu" and not (len(query.text) <= _LONG and is_question(query.text)):
        return None, related_card(library, asked.text, library.related(asked.text, name), told)
    answer = library.ask(asked.text, name, scope.settings.strictness)
    return answer, answer_card(library, answer, told, of=name, votes=votes)
