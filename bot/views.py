"""A card's menus and buttons as Discord takes them."""

from __future__ import annotations

import discord

from bot.cards import Card


def view_of(card: Card) -> discord.ui.View | None:
    """To be called on the event loop."""
    if not card.buttons and not card.selects:
        return None
    view = discord.ui.View(timeout=None)
    for select in card.selects:
        view.add_item(select.item())
    for button in card.buttons:
        view.add_item(
            discord.ui.Button(
                label=button.label, custom_id=button.custom_id, disabled=button.disabled, style=button.style
            )
        )
    view.stop()  # the client dispatches by custom id; it need not keep this view
    return view
