"""Work that may take long: who waits for it sees how far it has come."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

import discord

from bot.cards import Card
from bot.respond import show

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from bot.client import ArticleBot

SOON = 1.0
"""Seconds that it may take before anything is said."""
_OFTEN = 2.0
"""Seconds between two looks at how far it is."""


async def answer_with_progress(
    interaction: discord.Interaction[ArticleBot], work: Coroutine[Any, Any, Card], said: Callable[[], str]
) -> None:
    """Shows the card in private; before that what `said` says, if it takes more than a second."""
    task = asyncio.create_task(work)
    await asyncio.wait({task}, timeout=SOON)
    shown = ""
    while not task.done():
        if said() != shown:
            shown = said()
            with suppress(discord.HTTPException):  # the work matters more
                await _say(interaction, shown)
        await asyncio.wait({task}, timeout=_OFTEN)
    if task.exception() is not None and shown:
        with suppress(discord.HTTPException):  # what is said of the error then stands alone
            await interaction.delete_original_response()
    await show(interaction, await task, private=True)


async def _say(interaction: discord.Interaction[ArticleBot], text: str) -> None:
    if interaction.response.is_done():
        await interaction.edit_original_response(content=text)
    else:
        await interaction.response.send_message(text, ephemeral=True)
