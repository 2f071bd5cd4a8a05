"""/unanswered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.cards import Card
from bot.permissions import require_moderator
from bot.unanswered import groups_of
from bot.unanswered_card import unanswered_card

if TYPE_CHECKING:
    from bot.client import ArticleBot


@app_commands.command()
@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
async def unanswered(interaction: discord.Interaction[ArticleBot]) -> None:
    """For moderators: what members asked in vain, to dismiss or to export."""
    bot = interaction.client
    guild_id = require_moderator(interaction, await bot.scope(interaction))

    async def work() -> Card:
        return unanswered_card(await groups_of(bot.store, guild_id), 0, bot.settings.memory.unanswered_days)

    await bot.answer(interaction, work(), private=True)
