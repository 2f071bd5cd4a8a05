"""/where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import pages
from bot.cards import Card
from bot.commands.choices import articles, topics
from bot.commands.installs import everywhere
from bot.finding import find_locations
from bot.when_where import places_state

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
    scope = await bot.scope(interaction)
    library = scope.library

    def work() -> Card:
        return pages.draw(library, "p", places_state(library, find_locations(library, about, scope.meant(article))))

    await bot.answer(interaction, work, private=scope.settings.private)
