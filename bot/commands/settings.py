"""/settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.permissions import moderated_guild
from bot.settings_card import settings_card

if TYPE_CHECKING:
    from bot.client import ArticleBot


@app_commands.command()
@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
async def settings(interaction: discord.Interaction[ArticleBot]) -> None:
    """For moderators: who may ask, how often, how sure I must be, and where what you do is noted."""
    bot = interaction.client
    scope = await bot.scope(interaction)
    guild = moderated_guild(interaction, scope)
    memory = bot.store is not None
    await bot.answer(interaction, lambda: settings_card(scope.settings, guild, memory=memory), private=True)
