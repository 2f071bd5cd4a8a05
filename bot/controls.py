"""What a card has beside its text and buttons: menus to choose from, and files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal

import discord

TEXT_CHANNELS = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.public_thread,
    discord.ChannelType.private_thread,
]


@dataclass(frozen=True)
class Option:
    """One choice of a menu; `value` is what the bot gets."""

    label: str
    value: str
    description: str | None = None


@dataclass(frozen=True)
class Select:
    """A menu, on a row of its own; what it does stands in its custom id. It shows what is chosen."""

    custom_id: str
    placeholder: str
    offers: Sequence[Option] | Literal["roles", "channels"]
    chosen: tuple[str | int, ...] = ()
    """Values of options, or the ids of roles or a channel."""
    least: int = 0
    most: int = 1

    def item(self) -> discord.ui.Item[discord.ui.View]:
        """As Discord takes it; to be called on the event loop."""
        about: dict[str, Any] = {
            "custom_id": self.custom_id,
            "placeholder": self.placeholder,
            "min_values": self.least,
            "max_values": self.most,
        }
        if self.offers == "roles":
            return discord.ui.RoleSelect(default_values=self._defaults(discord.SelectDefaultValueType.role), **about)
        if self.offers == "channels":
            chosen = self._defaults(discord.SelectDefaultValueType.channel)
            return discord.ui.ChannelSelect(channel_types=TEXT_CHANNELS, default_values=chosen, **about)
        options = [
            discord.SelectOption(
                label=o.label, value=o.value, description=o.description, default=o.value in self.chosen
            )
            for o in self.offers
            if isinstance(o, Option)
        ]
        return discord.ui.Select(options=options, **about)

    def _defaults(self, kind: discord.SelectDefaultValueType) -> list[discord.SelectDefaultValue]:
        return [discord.SelectDefaultValue(id=int(identity), type=kind) for identity in self.chosen]


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a card; an embed shows a picture as `attachment://NAME`."""

    name: str
    data: bytes
    description: str = ""
    """What somebody hears who cannot see it."""

    def file(self) -> discord.File:
        """As discord.py sends it, once."""
        return discord.File(BytesIO(self.data), self.name, description=self.description or None)
