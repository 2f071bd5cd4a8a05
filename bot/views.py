"""Buttons that outlive a restart.

A plain view is forgotten with the process that sent it. A dynamic item is not: what it does stands in its custom id,
so a press on last week's card is understood by a client that was started this morning.
"""

from __future__ import annotations

import re
from typing import Any

import discord

from bot import pages
from bot.cards import Card

Pressed = discord.Interaction[Any]
"""Its client is an ArticleBot."""


class PageButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]],
    template=r"(?P<new>\+?)(?P<kind>[a-z]):(?P<page>-?\d{1,4}):(?P<state>[\w.,!-]{1,91})",
):
    """Turns its card to another page; with a `+`, and on another member's card, shows the page to its presser alone."""

    def __init__(self, item: discord.ui.Button[discord.ui.View], match: re.Match[str]) -> None:
        super().__init__(item)
        self.new = bool(match["new"])
        self.kind = match["kind"]
        self.page = int(match["page"])
        self.state = match["state"]

    @classmethod
    async def from_custom_id(
        cls, _: Pressed, item: discord.ui.Item[discord.ui.View], match: re.Match[str]
    ) -> PageButton:
        """Reads what to show from the custom id."""
        assert isinstance(item, discord.ui.Button)
        return cls(item, match)

    async def callback(self, interaction: Pressed) -> None:
        """Draws the page in a thread and shows it."""
        bot = interaction.client
        library = (await bot.scope(interaction)).library
        turn = not self.new and _is_own(interaction)
        await bot.answer(
            interaction, lambda: pages.draw(library, self.kind, self.state, self.page), private=True, edit=turn
        )


def _is_own(interaction: Pressed) -> bool:
    """Whether the card is seen by the presser alone, or was asked for by the presser."""
    message = interaction.message
    if message is None:
        return False
    asked = message.interaction_metadata.user if message.interaction_metadata else None
    return message.flags.ephemeral or asked == interaction.user


def view_of(card: Card) -> discord.ui.View | None:
    """The card's buttons; to be called on the event loop."""
    if not card.buttons:
        return None
    view = discord.ui.View(timeout=None)
    for button in card.buttons:
        view.add_item(discord.ui.Button(label=button.label, custom_id=button.custom_id, disabled=button.disabled))
    view.stop()  # the client dispatches by custom id; it need not keep this view
    return view
