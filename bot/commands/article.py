"""/article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.commands.choices import articles
from bot.commands.installs import everywhere
from bot.lookups import article_card

if TYPE_CHECKING:
    from bot.client import ArticleBot


@app_commands.command()
@app_commands.describe(article="Its title; the first article where you leave it out")
@app_commands.autocomplete(article=articles)
@everywhere
async def article(interaction: discord.Interaction[ArticleBot], article: str | None = None) -> None:
    """Read the article: title, author, length, and its paragraphs page by page."""
    bot = interaction.client
    scope = await bot.scope(interaction)
    await bot.answer(
        interaction, lambda: article_card(scope.library, scope.meant(article)), private=scope.settings.private
    )
