"""Where something is asked, and what holds there: which articles, which of them is meant, and which settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.guild_settings import GuildSettings
from index.library import Library

if TYPE_CHECKING:
    from bot.client import ArticleBot


@dataclass(frozen=True)
class Scope:
    """Made anew for each interaction and message. A handler reads articles and settings from here and nowhere else."""

    guild_id: int | None
    """None in a direct conversation, and in a guild that the bot is not a member of (or no longer)."""
    channel_id: int | None
    library: Library
    """The host's articles and the guild's own."""
    article: str | None
    """The name of the article that this channel talks about; None: all of them."""
    settings: GuildSettings


async def scope_of(bot: ArticleBot, where: discord.Interaction[ArticleBot] | discord.Message) -> Scope:
    """The scope of an interaction or a message."""
    channel = where.channel
    return Scope(
        guild_id=_guild_id(bot, where),
        channel_id=channel.id if channel else None,
        library=bot.libraries.host,
        article=None,
        settings=GuildSettings.of(bot.settings, {}),
    )


def _guild_id(bot: ArticleBot, where: discord.Interaction[ArticleBot] | discord.Message) -> int | None:
    """Only of guilds that the bot is in: somebody who has it for himself may call it anywhere."""
    guild_id = where.guild_id if isinstance(where, discord.Interaction) else where.guild and where.guild.id
    return guild_id if guild_id and bot.get_guild(guild_id) else None
