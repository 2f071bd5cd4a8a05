"""Who may do what in a guild. Discord hides commands by its own permissions; here everything is checked again.

A custom id can be forged and a button outlives its presser's office, so every handler of a moderator's command, button
or modal asks here first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.guild_settings import GuildSettings
    from bot.scope import Scope

SERVER_ONLY = "That works only in a server that I am a member of."
MANAGERS_ONLY = "Only those who may manage this server can do that."
MODERATORS_ONLY = (
    "Only moderators can do that: those who may manage this server, or who have a role that /settings names for it."
)


class NotAllowedError(UsageError):
    """The one who asks may not do that here; the message says who may."""


def is_manager(user: discord.abc.User) -> bool:
    """Whether the user may manage the guild in which this came about."""
    if not isinstance(user, discord.Member):
        return False
    # What Discord sends along with an interaction counts; a message has only the member's roles.
    permissions = user.resolved_permissions or user.guild_permissions
    return permissions.manage_guild or permissions.administrator


def is_moderator(user: discord.abc.User, settings: GuildSettings) -> bool:
    """Whether the user may manage the guild or has a moderator role of it."""
    return is_manager(user) or _has_one_of(user, settings.moderator_roles)


def require_moderator(interaction: discord.Interaction[Any], scope: Scope) -> int:
    """The guild that the presser moderates. Raises NotAllowedError."""
    return _guild(interaction, scope, is_moderator(interaction.user, scope.settings), MODERATORS_ONLY)


def moderated_guild(interaction: discord.Interaction[Any], scope: Scope) -> discord.Guild:
    """The same with its roles and channels. Raises NotAllowedError."""
    require_moderator(interaction, scope)
    if interaction.guild is None:
        raise NotAllowedError(SERVER_ONLY)
    return interaction.guild


def require_manager(interaction: discord.Interaction[Any], scope: Scope) -> int:
    """The guild that the presser may manage. Raises NotAllowedError."""
    return _guild(interaction, scope, is_manager(interaction.user), MANAGERS_ONLY)


def require_may_ask(user: discord.abc.User, scope: Scope) -> None:
    """Raises NotAllowedError where the guild keeps its questions to some roles, and the user has none of them."""
    roles = scope.settings.ask_roles
    if scope.guild_id is None or not roles:
        return
    if not _has_one_of(user, roles) and not is_moderator(user, scope.settings):
        raise NotAllowedError(
            "The moderators of this server have kept questions to some roles, and you have none of them."
        )


def _guild(interaction: discord.Interaction[Any], scope: Scope, allowed: bool, who: str) -> int:
    if scope.guild_id is None or interaction.guild_id != scope.guild_id:
        raise NotAllowedError(SERVER_ONLY)
    if not allowed:
        raise NotAllowedError(who)
    return scope.guild_id


def _has_one_of(user: discord.abc.User, roles: tuple[int, ...]) -> bool:
    return isinstance(user, discord.Member) and any(role.id in roles for role in user.roles)
