"""Where something is asked, and what holds there: which articles, which of them is meant, and which settings."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.guild_settings import GuildSettings
from index.library import Library

if TYPE_CHECKING:
    from bot.client import ArticleBot

PATIENCE = 0.5
"""Seconds that a guild's articles may take to be read before the asker is shown “thinking…”: most of the three that
Discord gives are for the answer."""


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

    def meant(self, typed: str | None) -> str | None:
        """The article that is asked: the one that was typed, or else the one that the channel talks about."""
        return typed if typed and typed.strip() else self.article


async def scope_of(bot: ArticleBot, where: discord.Interaction[ArticleBot] | discord.Message) -> Scope:
    """The scope of an interaction or a message. Raises StoreError where the memory cannot be read."""
    channel_id, guild_id, store = where.channel.id if where.channel else None, _guild_id(bot, where), bot.store
    if guild_id is None or store is None:
        host = bot.libraries.host
        return Scope(guild_id, channel_id, host, None, GuildSettings.of(bot.settings, {}))
    kept = await store.overview(guild_id)
    settings = GuildSettings.of(bot.settings, kept.settings)
    reading = asyncio.create_task(bot.libraries.at(guild_id, kept.articles, store))
    if isinstance(where, discord.Interaction) and where.type is not discord.InteractionType.autocomplete:
        await asyncio.wait({reading}, timeout=PATIENCE)
        if not reading.done():
            # In private, as it is not known here what is to be shown: too much is worse than too little.
            await where.response.defer(ephemeral=True, thinking=True)
    library = await reading
    used = (kept.uses.get(place) for place in (channel_id, _parent_id(where), None))
    article = next((name for name in used if name in library.names), None)
    return Scope(guild_id, channel_id, library, article, settings)


def _guild_id(bot: ArticleBot, where: discord.Interaction[ArticleBot] | discord.Message) -> int | None:
    """Only of guilds that have installed the bot: somebody who has it for themselves may call it anywhere."""
    if isinstance(where, discord.Interaction):
        guild_id = where.guild_id if where.is_guild_integration() else None
    else:
        guild_id = where.guild.id if where.guild else None
    return guild_id if guild_id and bot.get_guild(guild_id) else None


def _parent_id(where: discord.Interaction[ArticleBot] | discord.Message) -> int | None:
    """Of a thread: it talks about what its channel does."""
    return where.channel.parent_id if isinstance(where.channel, discord.Thread) else None
