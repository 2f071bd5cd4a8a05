"""/reindex."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

if TYPE_CHECKING:
    from bot.client import ArticleBot


@app_commands.command()
@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
@app_commands.checks.has_permissions(manage_guild=True)
async def reindex(interaction: discord.Interaction[ArticleBot]) -> None:
    """For moderators: read the articles anew, and say what has changed."""
    bot = interaction.client
    await bot.answer(interaction, bot.reindex, private=True)
