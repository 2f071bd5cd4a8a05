"""/help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.commands.installs import everywhere
from bot.help_page import Reader, Where, help_card
from bot.permissions import is_moderator
from bot.try_these import try_these

if TYPE_CHECKING:
    from bot.cards import Card
    from bot.client import ArticleBot
    from bot.scope import Scope


@app_commands.command(name="help")
@everywhere
async def help_(interaction: discord.Interaction[ArticleBot]) -> None:
    """What I can do, how to ask, and what to try first."""
    bot = interaction.client
    scope = await bot.scope(interaction)
    reader = _reader(interaction, scope)
    commands = bot.tree.get_commands() or bot.tree.get_commands(guild=interaction.guild)

    def work() -> Card:
        tries = try_these(scope.library, scope.article, scope.settings.strictness)
        return help_card(scope.library, scope.article, commands, tries, reader)

    await bot.answer(interaction, work, private=True)


def _reader(interaction: discord.Interaction[ArticleBot], scope: Scope) -> Reader:
    where: Where = "elsewhere"
    if scope.guild_id is not None:
        where = "server"
    elif interaction.context.dm_channel:
        where = "direct"
    me = interaction.client.user
    moderates = scope.guild_id is not None and is_moderator(interaction.user, scope.settings)
    return Reader(where, moderates, me.mention if me else "my name")
