"""A button that outlives a restart.

A plain view is forgotten with the process that sent it. A dynamic item is not: what it does stands in its custom id,
so a press on last week's card is understood by a client that was started this morning.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeAlias

import discord

from bot.failures import report
from bot.respond import is_private

if TYPE_CHECKING:
    from bot.client import ArticleBot

Pressed: TypeAlias = "discord.Interaction[ArticleBot]"


class Press(discord.ui.DynamicItem[discord.ui.Item[Any]], template=r"(?!)"):
    """One kind of button. A subclass names the shape of its custom ids, and says in `pressed` what a press does.

    >>> class Hello(Press, template=r"hello:(?P<name>[a-z]{1,20})"):
    ...     async def pressed(self, interaction: Pressed) -> None:
    ...         await interaction.response.send_message(f"Hello {self.match['name']}", ephemeral=True)
    """

    shape: ClassVar[re.Pattern[str]]
    """Of the whole custom id."""

    def __init_subclass__(cls, *, template: str) -> None:
        super().__init_subclass__(template=template)
        cls.shape = re.compile(template)

    def __init__(self, item: discord.ui.Item[Any], match: re.Match[str]) -> None:
        super().__init__(item)
        self.match = match

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Keeps what the custom id says."""
        return cls(item, match)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Does what `pressed` says; tells the presser what went wrong."""
        interaction.client.hold()
        try:
            await self.pressed(interaction)
        except Exception as error:
            await report(interaction, error, f"{type(self).__name__} {self.custom_id!r}")

    async def pressed(self, interaction: Pressed) -> None:
        """What a press does. Raises UsageError for what the presser is told in private."""
        raise NotImplementedError


def is_own(interaction: discord.Interaction[Any]) -> bool:
    """Whether the card is seen by the presser alone, or was asked for by the presser."""
    message = interaction.message
    return is_private(message) or (message is not None and _asker(message) == interaction.user)


def _asker(message: discord.Message) -> discord.abc.User | None:
    """By a command or a button, or by a message that the card replies to."""
    if message.interaction_metadata:
        return message.interaction_metadata.user
    asked = message.reference.resolved if message.reference else None
    return asked.author if isinstance(asked, discord.Message) else None
