"""/who."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import pages
from bot.cards import Card
from bot.commands.choices import people
from bot.commands.installs import everywhere
from bot.finding import DidYouMeanError, find_people

if TYPE_CHECKING:
    from bot.client import ArticleBot


@app_commands.command()
@app_commands.describe(name="A name, or part of one")
@app_commands.autocomplete(name=people)
@everywhere
async def who(interaction: discord.Interaction[ArticleBot], name: str) -> None:
    """Who somebody is, in the article's words."""
    bot = interaction.client
    scope = await bot.scope(interaction)
    library = scope.library

    def work() -> Card:
        try:
            return pages.draw(library, "w", pages.people_state(library, find_people(library, name)))
        except DidYouMeanError as near:
            return pages.did_you_mean(library, str(near), near.people)

    await bot.answer(interaction, work, private=scope.settings.private)
