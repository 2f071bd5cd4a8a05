"""What the bot remembers of a question: that it was asked, how it went, how long it took; its text only if in vain."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bot.finding import article_named
from index.small_talk import is_small_talk

if TYPE_CHECKING:
    from bot.asking import Query
    from bot.client import ArticleBot
    from bot.scope import Scope
    from index.answer import Answer

_log = logging.getLogger(__name__)


def keep(bot: ArticleBot, scope: Scope, query: Query, answer: Answer, milliseconds: float) -> None:
    """Counts a question asked in a guild; nobody waits for it, and nobody's answer fails with it."""
    if bot.store is not None and scope.guild_id is not None:
        asyncio.create_task(_keep(bot, scope.guild_id, scope, query, answer, milliseconds))  # noqa: RUF006 - it holds itself


async def _keep(
    bot: ArticleBot, guild_id: int, scope: Scope, query: Query, answer: Answer, milliseconds: float
) -> None:
    bot.hold()
    store = bot.store
    if store is None:
        return
    answered = answer.verdict == "answered"
    try:
        await store.questions.count(guild_id, "answered" if answered else "refused", milliseconds)
        if not answered and _is_theirs(query, answer.question):
            entry = await asyncio.to_thread(article_named, scope.library, scope.meant(query.article))
            await store.questions.unanswered(guild_id, answer.question, entry.article.name if entry else None)
    except Exception:
        _log.exception("guild %d: a question could not be counted", guild_id)


def _is_theirs(query: Query, question: str) -> bool:
    """A greeting is no question, and the words of somebody else's message were not put to the bot by their writer."""
    return query.way != "menu" and not is_small_talk(question)
