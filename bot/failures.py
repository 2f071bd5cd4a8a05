"""What people are told when something goes wrong: one kind sentence, with an id where the log holds more."""

from __future__ import annotations

import logging
from contextlib import suppress

import discord
from discord import app_commands
from discord.utils import MISSING

from bot.cards import Card, notice
from bot.cooldown import CooldownError
from bot.errors import UsageError, error_id
from bot.permissions import NotAllowedError
from bot.pointers import StaleError
from bot.respond import reply
from bot.stale import stale_card
from bot.views import view_of
from index.library import LibraryError

_log = logging.getLogger(__name__)

_UNKNOWN_INTERACTION = 10062
_PASSING = 15.0


async def report(where: discord.Interaction | discord.Message, error: Exception, doing: str) -> None:
    """Tells the one who asked, in private where that can be; a bug goes into the log with the id that is shown."""
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    if isinstance(error, discord.NotFound) and error.code == _UNKNOWN_INTERACTION:
        _log.warning("%s: Discord no longer waits for the answer", doing)
        return
    sentence = _sentence(error)
    if sentence is None:
        mark = error_id()
        _log.error("error %s in %s", mark, doing, exc_info=error)
        sentence = f"Something went wrong on my side. Try again; if it stays, tell whoever runs me the number `{mark}`."
    elif isinstance(where, discord.Message) and isinstance(error, CooldownError) and error.told:
        return
    with suppress(discord.HTTPException):  # there is nobody left to tell
        await _tell(where, _card(where, error, sentence), _seconds(error))


def _sentence(error: Exception) -> str | None:
    """For what the person can mend; None for a bug."""
    if isinstance(error, UsageError):
        return discord.utils.escape_markdown(str(error))
    if isinstance(error, LibraryError):
        return f"The articles could not be read, so those from before still answer: {discord.utils.escape_markdown(str(error))}"
    if isinstance(error, app_commands.MissingPermissions):
        return "Only those who may manage this server can do that."
    if isinstance(error, app_commands.NoPrivateMessage):
        return "That works in a server only."
    if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
        return "This command has changed: reload Discord (Ctrl+R) and try again."
    return None


def _seconds(error: Exception) -> float | None:
    """How long a sentence stays that concerns the asker alone, where it cannot be said in private; None: for good."""
    if isinstance(error, CooldownError):
        return min(_PASSING, error.seconds + 1)
    return _PASSING if isinstance(error, NotAllowedError) else None


def _card(where: discord.Interaction | discord.Message, error: Exception, sentence: str) -> Card:
    if isinstance(error, StaleError) and isinstance(where, discord.Interaction):
        return stale_card(where, error)
    return notice(sentence)


async def _tell(where: discord.Interaction | discord.Message, card: Card, seconds: float | None) -> None:
    if isinstance(where, discord.Message):
        await reply(where, card, seconds if where.guild else None)
        return
    view = view_of(card)
    # A bare sentence reads better than one in a frame.
    content, embed = (None, card.embed) if view else (card.plain, MISSING)
    if where.response.is_done():
        await where.followup.send(content or MISSING, embed=embed, view=view or MISSING, ephemeral=True)
    else:
        await where.response.send_message(content, embed=embed, view=view or MISSING, ephemeral=True)
