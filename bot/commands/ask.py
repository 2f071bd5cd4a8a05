"""/ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import asking
from bot.asking import Query
from bot.commands.choices import articles
from bot.commands.installs import everywhere

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
