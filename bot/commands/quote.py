"""/quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.commands.choices import articles, speakers, topics
from bot.commands.installs import everywhere
from bot.lookups import quote_card

if TYPE_CHECKING:
    from bot.client import ArticleBot


@app_commands.command()
@app_commands.describe(speaker="Who said it", about="What it is about", article="Its title; all articles otherwise")
@app_commands.autocomplete(speaker=speakers, about=topics, article=articles)
@everywhere
async def quote(
    interaction: discord.Interaction[ArticleBot],
    speaker: str | None = None,
    about: str | None = None,
    article: str | None = None,
) -> None:
    """What somebody said, word for word; without options one quotation drawn by lot."""
    bot = interaction.client
    scope = await bot.admit(interaction)
    await bot.answer(
        interaction,
        lambda: quote_card(scope.library, speaker, about, scope.meant(article)),
        private=scope.settings.private,
    )
