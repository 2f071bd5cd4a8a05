"""A private card made public by whom it was made for."""

from __future__ import annotations

from typing import Any

import discord

from bot.buttons.press import Press, Pressed
from bot.errors import UsageError
from bot.pointers import entry_tagged, number36
from bot.scope import Scope
from bot.views import view_with

PUBLIC = "This card is public already."
TWICE = "This card is shared already."
BOT_MAY_NOT = (
    "I may not write in this channel, so the card stays with you: ask a moderator to let me send messages here."
)
MEMBER_MAY_NOT = "You may not write in this channel, so the card stays with you."
APPS_MAY_NOT = "In this server the apps that members bring along may not post, so the card stays with you."
DONE = "This card is shared."
_LABEL, _USED = "Share", "Shared"


class ShareButton(Press, template=r"share:(?P<tags>(?:[a-z2-7]{8}(?:![a-z2-7]{8}){0,9})?)"):
    """Posts the card as it was seen, with who shared it; never words of an article that has changed since."""

    async def pressed(self, interaction: Pressed) -> None:
        """Takes the button away first, so that the card is not shared twice."""
        message = interaction.message
        if message is None or not message.flags.ephemeral or not message.embeds:
            raise UsageError(PUBLIC)
        scope = await interaction.client.scope(interaction)
        for tag in filter(None, self.match["tags"].split("!")):
            entry_tagged(scope.library, tag)
        _check_rights(interaction, scope)
        shown = (message.id, message.embeds[0].description)
        if not interaction.client.shared.add(shown):
            raise UsageError(TWICE)
        put_off = interaction.response.is_done()  # until the articles were read: then the button cannot be taken away
        try:
            if put_off:
                await interaction.edit_original_response(content=DONE)
            else:
                await interaction.response.edit_message(view=_without(message, shared=True))
            await interaction.followup.send(
                f"Shared by {interaction.user.mention}", embed=message.embeds[0], view=_public(message)
            )
        except discord.HTTPException as error:
            interaction.client.shared.discard(shown)
            if interaction.response.is_done() and not put_off:
                await interaction.edit_original_response(view=_without(message, shared=False))
            if isinstance(error, discord.Forbidden):
                raise UsageError(BOT_MAY_NOT) from error
            raise


def _check_rights(interaction: Pressed, scope: Scope) -> None:
    """Raises UsageError where the bot, or who shares, could not write a message there."""
    if interaction.guild_id is None:
        return
    if scope.guild_id is None and not interaction.permissions.use_external_apps:
        raise UsageError(APPS_MAY_NOT)
    thread = isinstance(interaction.channel, discord.Thread)
    if scope.guild_id is not None and not _may_send(interaction.app_permissions, thread=thread):
        raise UsageError(BOT_MAY_NOT)
    if not _may_send(interaction.permissions, thread=thread):
        raise UsageError(MEMBER_MAY_NOT)


def _may_send(rights: discord.Permissions, *, thread: bool) -> bool:
    return rights.send_messages_in_threads if thread else rights.send_messages


def _buttons(message: discord.Message) -> list[discord.ui.Button[discord.ui.View]]:
    items: list[Any] = discord.ui.View.from_message(message, timeout=None).children
    return [item for item in items if isinstance(item, discord.ui.Button)]


def _without(message: discord.Message, *, shared: bool) -> discord.ui.View:
    """The private card's buttons, of which that one is used up."""
    buttons = _buttons(message)
    for button in buttons:
        if (button.custom_id or "").startswith("share:"):
            button.disabled, button.label = shared, _USED if shared else _LABEL
    return view_with(buttons)


def _public(message: discord.Message) -> discord.ui.View:
    """The public card's buttons; a vote on it counts as one on the private card."""
    buttons = [b for b in _buttons(message) if not (b.custom_id or "").startswith("share:")]
    for button in buttons:
        if button.custom_id in ("vote:+", "vote:-"):
            button.custom_id += f":{number36(message.id)}"
    return view_with(buttons)
