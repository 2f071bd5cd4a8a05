"""Sending cards: within three seconds, in private where asked, and plainer where Discord refuses the card."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

import discord
from discord.utils import MISSING

from bot.cards import Card
from bot.views import view_of

if TYPE_CHECKING:
    from bot.client import ArticleBot

_log = logging.getLogger(__name__)

Work = Callable[[], Card] | Coroutine[Any, Any, Card]
"""What takes time before there is a card: plain code, which is done in a thread, or what awaits the store or Discord."""

PATIENCE = 0.8
"""Seconds that an answer may take before the asker is shown “thinking…”. Discord gives up after three, one of which is
lost where it fails and the client library tries again."""
_PAUSE = 1.0
"""Seconds for a Discord that fails to come to itself."""
_INVALID_FORM = 50035


async def answer(
    interaction: discord.Interaction[ArticleBot], work: Work, *, private: bool, edit: bool = False
) -> None:
    """Does the work and shows its card: as a new message, or in place of the one that was pressed."""
    if interaction.response.is_done():  # put off, in private, until the articles were read: see bot.scope
        private, edit = True, False
    task = asyncio.create_task(work if isinstance(work, Coroutine) else asyncio.to_thread(work))
    await asyncio.wait({task}, timeout=PATIENCE)
    if not task.done() and not interaction.response.is_done():
        await interaction.response.defer(ephemeral=private, thinking=not edit)
    await show(interaction, await task, private=private, edit=edit)


async def show(interaction: discord.Interaction[ArticleBot], card: Card, *, private: bool, edit: bool = False) -> None:
    """Shows a card; the plain text of it where Discord refuses the embed."""
    view = view_of(card, alone=_is_alone(interaction, private, edit))
    try:
        await _send(interaction, private, edit, card, None, card.embed, view)
    except discord.HTTPException as error:
        if not _refused(error):
            raise
        await _send(interaction, private, edit, card, card.plain, None, None)


def is_private(message: discord.Message | None) -> bool:
    """Whether a card is one that only its asker sees; None: there is no card."""
    return message is not None and message.flags.ephemeral


def _is_alone(interaction: discord.Interaction[ArticleBot], private: bool, edit: bool) -> bool:
    """Whether the card is seen by one person, in a place where others are."""
    if edit:
        private = is_private(interaction.message)
    return private and not interaction.context.dm_channel


async def _send(
    interaction: discord.Interaction[ArticleBot],
    private: bool,
    edit: bool,
    card: Card,
    content: str | None,
    embed: discord.Embed | None,
    view: discord.ui.View | None,
) -> None:
    files = [attachment.file() for attachment in card.files]
    if interaction.response.is_done():
        await interaction.edit_original_response(content=content, embed=embed, view=view, attachments=files)
    elif edit:
        await interaction.response.edit_message(content=content, embed=embed, view=view, attachments=files)
    else:
        await interaction.response.send_message(
            content, embed=embed or MISSING, view=view or MISSING, files=files or MISSING, ephemeral=private
        )


async def reply(message: discord.Message, card: Card, seconds: float | None = None) -> None:
    """Answers a message without a ping, and even where it has been deleted meanwhile; for good, or for `seconds`."""
    try:
        sent = await _reply(message, card)
    except discord.DiscordServerError:  # the client library tries again by itself, but for 503
        await asyncio.sleep(_PAUSE)
        sent = await _reply(message, card)
    if seconds is not None:
        await sent.delete(delay=seconds)


async def _reply(message: discord.Message, card: Card) -> discord.Message:
    reference = message.to_reference(fail_if_not_exists=False)
    if _may_embed(message):
        try:
            return await message.channel.send(
                embed=card.embed, view=view_of(card) or MISSING, reference=reference, mention_author=False
            )
        except discord.HTTPException as error:
            if not _refused(error):
                raise
    return await message.channel.send(card.plain, reference=reference, mention_author=False)


def _may_embed(message: discord.Message) -> bool:
    """Without the permission Discord drops the card from a message, and says nothing."""
    return message.guild is None or message.channel.permissions_for(message.guild.me).embed_links


def _refused(error: discord.HTTPException) -> bool:
    refused = error.status == 400 and error.code == _INVALID_FORM
    if refused:
        _log.warning("Discord refused a card, its plain text goes out instead: %s", error)
    return refused
