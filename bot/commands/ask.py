"""/ask, and `Ask about this` in the Apps menu of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import asking
from bot.asking import Query
from bot.commands.choices import articles
from bot.commands.installs import everywhere
from bot.stale import asked_on
from bot.words import ASK_ABOUT

if TYPE_CHECKING:
    from bot.client import ArticleBot


@app_commands.command()
@app_commands.describe(
    question="What you want to know",
    article="The article to ask; all of them where you leave it out",
    private="Whether only you see the answer",
)
@app_commands.autocomplete(article=articles)
@everywhere
async def ask(
    interaction: discord.Interaction[ArticleBot], question: str, article: str | None = None, private: bool | None = None
) -> None:
    """Ask the article: it answers with its own words, or does not say."""
    bot = interaction.client
    scope = await bot.scope(interaction)
    query = Query(question, interaction.user, "command", article)
    await bot.answer(
        interaction, asking.ask(bot, scope, query), private=scope.settings.private if private is None else private
    )


@app_commands.context_menu(name=ASK_ABOUT)
@everywhere
async def ask_about(interaction: discord.Interaction[ArticleBot], message: discord.Message) -> None:
    """The same for a message that asks something, or what the article says about it; only who asks sees it."""
    bot = interaction.client
    scope = await bot.scope(interaction)
    text, another = _text_of(message, bot.user), message.author != interaction.user
    query = Query(text, interaction.user, "menu", alone=another)
    await bot.answer(interaction, asking.ask(bot, scope, query), private=True)


def _text_of(message: discord.Message, me: discord.abc.User | None) -> str:
    """What a message says; of one of the bot's cards what it was asked, of a forwarded message or a mere embed theirs."""
    asked = asked_on(message) if message.author == me else None
    if asked is not None:
        return asked[0]
    inside = [snapshot.content for snapshot in message.message_snapshots]
    inside += [text for embed in message.embeds for text in (embed.title, embed.description) if text]
    return message.content or "\n".join(filter(None, inside))
