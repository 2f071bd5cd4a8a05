"""/who."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.commands.choices import people
from bot.commands.installs import everywhere
from bot.lookups import person_card

if TYPE_CHECKING:
    from bot.client import ArticleBot


@app_commands.command()
@app_commands.describe(name="A name, or part of one")
@app_commands.autocomplete(name=people)
@everywhere
async def who(interaction: discord.Interaction[ArticleBot], name: str) -> None:
    """Who somebody is, in the article's words."""
    bot = interaction.client
    scope = await bot.admit(interaction)
    await bot.answer(
        interaction, lambda: person_card(scope.library, name, scope.article), private=scope.settings.private
    )
