"""Changing a guild's settings: checked, kept, and noted in the log channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
from pydantic import ValidationError

from bot import log_channel
from bot.errors import UsageError
from bot.guild_settings import GuildSettings
from bot.memory import needed
from bot.settings_card import waits

if TYPE_CHECKING:
    from bot.client import ArticleBot
    from bot.scope import Scope

_LOG_BEGINS = "From now on I note here what moderators do with me."


async def change(
    bot: ArticleBot, scope: Scope, guild: discord.Guild, who: discord.abc.User, values: Mapping[str, Any]
) -> GuildSettings:
    """Keeps new values of some settings, and gives all as they are then.

    Raises UsageError for a role or channel that the guild does not have, a log channel that the bot may not write in,
    and where the host keeps no memory.
    """
    store = needed(bot.store)
    _check_roles(guild, values)
    channel_id = values.get("log_channel_id")
    if channel_id is not None and channel_id != scope.settings.log_channel_id:
        await _try_log(bot, guild, channel_id)
    async with bot.changing_settings:
        before = GuildSettings.of(bot.settings, await store.guild_settings.get(guild.id))
        try:
            after = before.changed(values)
        except ValidationError as error:
            raise UsageError("That cannot be set: choose one of the values that are offered.") from error
        await store.guild_settings.put(guild.id, after.own(bot.settings))
    if after != before:
        what = _changes(before, after, guild)
        await log_channel.note(bot, replace(scope, settings=before), who, what)
        if after.log_channel_id != before.log_channel_id:  # nobody turns the log off unseen
            await log_channel.note(bot, replace(scope, settings=after), who, what)
    return after


def _check_roles(guild: discord.Guild, values: Mapping[str, Any]) -> None:
    for name in ("ask_roles", "moderator_roles"):
        if any(guild.get_role(identity) is None for identity in values.get(name, ())):
            raise UsageError("There is no such role in this server: choose another.")
    if guild.default_role.id in values.get("moderator_roles", ()):
        raise UsageError(
            "With @everyone among the moderator roles every member would be a moderator: choose another role."
        )


async def _try_log(bot: ArticleBot, guild: discord.Guild, channel_id: int) -> None:
    """Only writing shows that one may write."""
    try:
        await log_channel.write(bot, guild.id, channel_id, _LOG_BEGINS)
    except discord.HTTPException as error:
        raise UsageError(f"Discord did not let me write in <#{channel_id}> ({error.text}): choose another.") from error


def _changes(before: GuildSettings, after: GuildSettings, guild: discord.Guild) -> str:
    was, now = _plain(before, guild), _plain(after, guild)
    return "changed the settings: " + "; ".join(
        f"{name} from {was[name]} to {now[name]}" for name in now if was[name] != now[name]
    )


def _plain(settings: GuildSettings, guild: discord.Guild) -> dict[str, str]:
    """Each setting in a few words of plain text."""

    def roles(identities: tuple[int, ...], none: str) -> str:
        return ", ".join(role.name if (role := guild.get_role(i)) else f"a gone role ({i})" for i in identities) or none

    log = settings.log_channel_id
    channel = guild.get_channel_or_thread(log) if log else None
    return {
        "who may ask": roles(settings.ask_roles, "everyone"),
        "moderator roles": roles(settings.moderator_roles, "none"),
        "wait": waits(settings.cooldown_seconds),
        "strictness": settings.strictness,
        "answers": "private" if settings.private else "public",
        "log channel": f"#{channel.name}" if channel else str(log or "none"),
    }
