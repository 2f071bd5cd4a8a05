"""The channel where a guild's moderators see what each of them did. It never keeps an action from being done."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.errors import UsageError
from bot.markdown import escape, shorten

if TYPE_CHECKING:
    from bot.client import ArticleBot
    from bot.scope import Scope

_log = logging.getLogger(__name__)

_WHAT = 1500
"""Characters of one note, so that a long name cannot fill the channel."""


async def note(bot: ArticleBot, scope: Scope, who: discord.abc.User, what: str) -> None:
    """Notes who did what, in the guild's log channel and, without who, in the host's log; does not wait for Discord.

    `what` is plain text that goes on from the name: “added the article …”.
    """
    _log.info("guild %s: a moderator %s", scope.guild_id, what)
    channel_id = scope.settings.log_channel_id
    if scope.guild_id is not None and channel_id is not None:
        text = f"{who.mention} ({escape(who.name)}) {shorten(what, _WHAT)}."
        asyncio.create_task(_note(bot, scope.guild_id, channel_id, text))  # noqa: RUF006 - it holds itself


async def _note(bot: ArticleBot, guild_id: int, channel_id: int, text: str) -> None:
    bot.hold()
    try:
        await write(bot, guild_id, channel_id, text)
    except (UsageError, discord.DiscordException, aiohttp.ClientError, OSError) as error:
        _log.warning("guild %s: the log channel could not be written to: %s", guild_id, error)
    except Exception:
        _log.exception("guild %s: the log channel could not be written to", guild_id)


async def write(bot: ArticleBot, guild_id: int, channel_id: int, text: str) -> None:
    """Writes into a channel of that guild; a mention in it pings nobody.

    Raises UsageError where there is no such channel or the bot may not write there, discord.HTTPException where
    Discord does not take it.
    """
    guild = bot.get_guild(guild_id)
    # Of this guild and no other: an id in the settings could have been forged.
    channel = guild and guild.get_channel_or_thread(channel_id)
    if guild is None or not isinstance(channel, discord.TextChannel | discord.Thread):
        raise UsageError("There is no such channel in this server that I can see: choose another.")
    rights = channel.permissions_for(guild.me)
    may_send = rights.send_messages_in_threads if isinstance(channel, discord.Thread) else rights.send_messages
    if not rights.view_channel or not may_send:
        raise UsageError(
            f"I may not write in {channel.mention}: let me see it and send messages there, or choose another channel."
        )
    if rights.embed_links:
        await channel.send(embed=discord.Embed(description=text, timestamp=discord.utils.utcnow()))
    else:
        await channel.send(text)
