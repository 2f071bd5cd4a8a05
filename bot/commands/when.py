"""/when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import pages
from bot.cards import Card
from bot.commands.choices import articles, topics
from bot.commands.installs import everywhere
from bot.finding import find_times
from bot.when_where import times_state

if TYPE_CHECKING:
    from bot.client import ArticleBot


@app_commands.command()
@app_commands.describe(
    about="What the sentence is about; all of them otherwise", article="Its title; all articles otherwise"
)
@app_commands.autocomplete(about=topics, article=articles)
@everywhere
async def when(
    interaction: discord.Interaction[ArticleBot], about: str | None = None, article: str | None = None
) -> None:
    """When things happen: dates, days and spans as the article writes them."""
    bot = interaction.client
    scope = await bot.scope(interaction)
    library = scope.library

    def work() -> Card:
        return pages.draw(library, "t", times_state(library, find_times(library, about, scope.meant(article))))

    await bot.answer(interaction, work, private=scope.settings.private)
