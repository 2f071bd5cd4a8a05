"""/stats."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.cards import Card
from bot.memory import needed
from bot.permissions import require_moderator
from bot.stats_card import WEEKS, stats_card

if TYPE_CHECKING:
    from bot.client import ArticleBot


@app_commands.command()
@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
async def stats(interaction: discord.Interaction[ArticleBot]) -> None:
    """For moderators: how much was asked and answered, how it was liked, and how long it took, week by week."""
    bot = interaction.client
    guild_id = require_moderator(interaction, await bot.scope(interaction))

    async def work() -> Card:
        weeks = await needed(bot.store).questions.weeks(guild_id, WEEKS)
        return await asyncio.to_thread(stats_card, weeks)

    await bot.answer(interaction, work(), private=True)
