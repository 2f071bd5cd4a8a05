"""/reindex."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import log_channel
from bot.cards import Card
from bot.commands.choices import named_articles
from bot.permissions import require_moderator
from bot.progress import answer_with_progress
from bot.reindexing import Progress, reread, reread_card

if TYPE_CHECKING:
    from bot.client import ArticleBot


@app_commands.command()
@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
@app_commands.describe(article="The one to read anew; all of them where you leave it out")
@app_commands.autocomplete(article=named_articles)
async def reindex(interaction: discord.Interaction[ArticleBot], article: str | None = None) -> None:
    """For moderators: read the articles anew, and say what has changed."""
    bot, progress = interaction.client, Progress()
    scope = await bot.scope(interaction)
    require_moderator(interaction, scope)

    async def work() -> Card:
        found = await reread(bot, scope, article, progress)
        name = f"the article “{found.only}”" if found.only else "the articles"
        await log_channel.note(bot, scope, interaction.user, f"read {name} anew: {found}")
        return reread_card(found)

    await answer_with_progress(interaction, work(), lambda: str(progress))
