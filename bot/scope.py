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
    """None in a direct conversation, and where a person calls the bot in a guild that has not installed it (or no longer)."""
    channel_id: int | None
    library: Library
    """The host's articles and the guild's own."""
    article: str | None
    """The name of the article that this channel talks about; None: all of them."""
    settings: GuildSettings


async def scope_of(bot: ArticleBot, where: discord.Interaction[ArticleBot] | discord.Message) -> Scope:
    """The scope of an interaction or a message."""
    channel = where.channel
    guild_id = _guild_id(bot, where)
    own = await bot.store.guild_settings.get(guild_id) if bot.store and guild_id else {}
    return Scope(
        guild_id=guild_id,
        channel_id=channel.id if channel else None,
        library=bot.libraries.host,
        article=None,
        settings=GuildSettings.of(bot.settings, own),
    )


def _guild_id(bot: ArticleBot, where: discord.Interaction[ArticleBot] | discord.Message) -> int | None:
    """Only of guilds that have installed the bot: somebody who has it for themselves may call it anywhere."""
    if isinstance(where, discord.Interaction):
        guild_id = where.guild_id if where.is_guild_integration() else None
    else:
        guild_id = where.guild.id if where.guild else None
    return guild_id if guild_id and bot.get_guild(guild_id) else None
