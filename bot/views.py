"""A card's menus and buttons as Discord takes them."""

from __future__ import annotations

from collections.abc import Iterable

import discord

from bot.cards import Card

UP, DOWN = "👍", "👎"


def view_of(card: Card, *, alone: bool = False) -> discord.ui.View | None:
    """Menus, then a row of five buttons at most, first those that are wanted most. To be called on the event loop.

    `alone`: only one person sees the card, in a place where others could.
    """
    items: list[discord.ui.Item[discord.ui.View]] = [select.item() for select in card.selects]
    items += [
        discord.ui.Button(label=b.label, custom_id=b.custom_id, disabled=b.disabled, style=b.style)
        for b in card.buttons
    ]
    if alone and card.shares is not None:
        items.append(discord.ui.Button(label="Share", custom_id=f"share:{card.shares}"))
    if card.votes:
        items += [discord.ui.Button(emoji=UP, custom_id="vote:+"), discord.ui.Button(emoji=DOWN, custom_id="vote:-")]
    return view_with(items) if items else None


def view_with(items: Iterable[discord.ui.Item[discord.ui.View]]) -> discord.ui.View:
    """A view that discord.py does not keep: the client dispatches by custom id."""
    view = discord.ui.View(timeout=None)
    for item in items:
        view.add_item(item)
    view.stop()
    return view
