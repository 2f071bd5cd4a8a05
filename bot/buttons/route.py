"""Presses and forms that discord.py has no taker for: ours by their shape, and those that nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.buttons import FORMS, PRESSES
from bot.errors import UsageError
from bot.failures import report

if TYPE_CHECKING:
    from bot.client import ArticleBot

UNKNOWN = "This button is none that I know, or one of an older version of me: use the command again."
UNKNOWN_FORM = "This form is none that I know, or one of an older version of me: open it again."


async def route(interaction: discord.Interaction[ArticleBot]) -> None:
    """Takes a form to its kind; tells the presser where a button or a form is of no kind."""
    data: Any = interaction.data or {}
    custom_id = str(data.get("custom_id"))
    if interaction.type is discord.InteractionType.modal_submit:
        for kind in FORMS:
            match = kind.shape.fullmatch(custom_id)
            if match:
                await kind(match).submit(interaction)
                return
        await _tell(interaction, UNKNOWN_FORM)
    elif interaction.type is discord.InteractionType.component and not _is_known(custom_id):
        await _tell(interaction, UNKNOWN)


def _is_known(custom_id: str) -> bool:
    """Whether discord.py hands it to one of our dynamic items."""
    return any(kind.shape.fullmatch(custom_id) for kind in PRESSES)


async def _tell(interaction: discord.Interaction[ArticleBot], sentence: str) -> None:
    interaction.client.hold()
    await report(interaction, UsageError(sentence), "an unknown custom id")
