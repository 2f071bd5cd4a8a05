"""Where a command is offered. The tree offers all of them in guilds that have installed the bot; some go further."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from discord import app_commands

_Command = TypeVar("_Command", bound=Callable[..., Any])

GUILDS = app_commands.AppInstallationType(guild=True, user=False)
IN_GUILDS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)


def everywhere(command: _Command) -> _Command:
    """For what reads articles: a person who has installed the bot takes it along to any guild and conversation."""
    contexts = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    return app_commands.allowed_installs(guilds=True, users=True)(contexts(command))
