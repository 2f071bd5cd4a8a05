"""/where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.commands.choices import articles, topics
from bot.commands.installs import everywhere
from bot.lookups import places_card

if TYPE_CHECKING:
    from bot.client import ArticleBot


@app_commands.command()
@app_commands.describe(
    about="What the sentence is about; all of them otherwise", article="Its title; all articles otherwise"
)
@app_commands.autocomplete(about=topics, article=articles)
@everywhere
async def where(
    interaction: discord.Interaction[ArticleBot], about: str | None = None, article: str | None = None
) -> None:
    """Where things happen: the places that the article names."""
    bot = interaction.client
    scope = await bot.admit(interaction)
    await bot.answer(
        interaction, lambda: places_card(scope.library, about, scope.meant(article)), private=scope.settings.private
    )
