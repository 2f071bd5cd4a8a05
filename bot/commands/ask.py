"""/ask, and the same by mentioning the bot."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.cards import Card, answer_card
from bot.commands.choices import articles
from bot.errors import UsageError
from bot.finding import article_named
from bot.questions import NO_WORDS, as_asked
from bot.respond import reply

if TYPE_CHECKING:
    from bot.client import ArticleBot
    from bot.scope import Scope

EMPTY_MENTION = "Write a question after my name, and I answer it with the article's own words."


@app_commands.command()
@app_commands.describe(
    question="What you want to know",
    article="The article to ask; all of them where you leave it out",
    private="Whether only you see the answer",
)
@app_commands.autocomplete(article=articles)
async def ask(
    interaction: discord.Interaction[ArticleBot], question: str, article: str | None = None, private: bool | None = None
) -> None:
    """Ask the article: it answers with its own words, or does not say."""
    bot = interaction.client
    scope, limit = await bot.scope(interaction), bot.settings.limits.question_characters
    unseen = scope.settings.private if private is None else private
    await bot.answer(interaction, lambda: answer_to(scope, question, article, limit), private=unseen)


def answer_to(scope: Scope, typed: str, article: str | None, limit: int) -> Card:
    """The card for a question as it was typed. Raises UsageError for one without words."""
    asked = as_asked(typed, limit)
    if not asked.has_words:
        raise UsageError(NO_WORDS)
    entry = article_named(scope.library, article or scope.article)
    answer = scope.library.ask(asked.text, entry.article.name if entry else None)
    return answer_card(scope.library, answer, asked.notice)


def question_in(message: discord.Message, me: discord.abc.User) -> str | None:
    """What a message asks the bot that it names; None where it names it not in its text, or is a bot's own."""
    mention = re.compile(rf"<@!?{me.id}>")
    if message.author.bot or not mention.search(message.content):
        return None
    return mention.sub(" ", message.content).strip()


async def answer_mention(bot: ArticleBot, message: discord.Message, question: str) -> None:
    """Answers a message as /ask would, in public."""
    if not question:
        raise UsageError(EMPTY_MENTION)
    scope, limit = await bot.scope(message), bot.settings.limits.question_characters
    await reply(message, await asyncio.to_thread(answer_to, scope, question, None, limit))
