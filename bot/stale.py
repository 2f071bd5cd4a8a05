"""What is said where a card's article is another by now, with a button that asks the same anew."""

from __future__ import annotations

from typing import Any

import discord

from bot.cards import TITLE, Button, Card, notice, understood_on
from bot.markdown import ELLIPSIS, shorten, size, unescape
from bot.origins import Kind, origin_of
from bot.pointers import StaleError
from index.follow_ups.turns import replaced

_LABELS: dict[Kind, str] = {"A": "Ask again", "a": "Read it now"}
_LOOK = "Look again"


def stale_card(interaction: discord.Interaction, error: StaleError) -> Card:
    """The sentence of the error; with a button where the card that was pressed says what it answers."""
    message = interaction.message
    title = title_of(message)
    if message is None or title is None:
        return notice(str(error))
    data: Any = interaction.data or {}
    origin = origin_of([str(data.get("custom_id")), *custom_ids(message)])
    if origin is None:
        return notice(str(error))
    embed = discord.Embed(title=title, description=error.what)
    return Card(embed, str(error), (Button(_LABELS.get(origin.kind, _LOOK), f"again:{origin}"),))


def custom_ids(message: discord.Message) -> list[str]:
    """Of the buttons of a message, in their order."""
    rows = [row for row in message.components if isinstance(row, discord.ActionRow)]
    buttons = [item for row in rows for item in row.children if isinstance(item, discord.Button)]
    return [button.custom_id for button in buttons if button.custom_id]


def title_of(message: discord.Message | None) -> str | None:
    """The title of a card, as markup, a follow-up as it stands alone; None where it has none (any more)."""
    typed = typed_on(message)
    if message is None or typed is None:
        return None
    understood = understood_on(message.embeds[0].description or "")
    return shorten(replaced(typed[0], understood), TITLE) if understood else message.embeds[0].title


def asked_on(message: discord.Message | None) -> tuple[str, bool] | None:
    """What a card was asked, a follow-up as it stands alone, and whether that is all of it; None where it says nothing."""
    typed = typed_on(message)
    if message is None or typed is None:
        return None
    return replaced(typed[0], understood_on(message.embeds[0].description or "")), typed[1]


def typed_on(message: discord.Message | None) -> tuple[str, bool] | None:
    """What stands in the title of a card, and whether that is all of it; None where it has none (any more)."""
    title = message.embeds[0].title if message and message.embeds else None
    if not title:
        return None
    cut = title.endswith(ELLIPSIS) and size(title) > TITLE - 40
    return unescape(title.removesuffix(ELLIPSIS) if cut else title), not cut
