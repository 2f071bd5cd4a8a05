"""/quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import pages
from bot.cards import Card
from bot.commands.choices import speakers
from bot.finding import find_quotes

if TYPE_CHECKING:
    from bot.client import ArticleBot


@app_commands.command()
@app_commands.describe(speaker="Who said it", about="What it is about")
@app_commands.autocomplete(speaker=speakers)
async def quote(
    interaction: discord.Interaction[ArticleBot], speaker: str | None = None, about: str | None = None
) -> None:
    """What somebody said, word for word."""
    bot = interaction.client
    library = bot.library

    def work() -> Card:
        return pages.first(library, "q", find_quotes(library, speaker, about))

    await bot.answer(interaction, work, private=bot.settings.answers.private)
