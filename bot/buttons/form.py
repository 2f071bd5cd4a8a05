"""A form (Discord: modal) that is understood after a restart too, because its custom id says what it is about.

discord.py has dynamic items for buttons only. A modal that it is given to keep is lost with the process, and kept
for good where its window is closed unsent; so it keeps none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

import discord

from bot.failures import report

if TYPE_CHECKING:
    from bot.client import ArticleBot

TITLE, LABEL, DESCRIPTION = 45, 45, 100
"""Characters that Discord takes."""


class Form:
    """One kind of form. A subclass names the shape of its custom ids, and says in `submitted` what is done with it."""

    shape: ClassVar[re.Pattern[str]]
    """Of the whole custom id."""

    def __init_subclass__(cls, *, template: str) -> None:
        super().__init_subclass__()
        cls.shape = re.compile(template)

    def __init__(self, match: re.Match[str]) -> None:
        self.match = match

    async def submit(self, interaction: discord.Interaction[ArticleBot]) -> None:
        """Does what `submitted` says; tells the one who filled it in what went wrong."""
        interaction.client.hold()
        try:
            await self.submitted(interaction, values(interaction))
        except Exception as error:
            await report(interaction, error, f"{type(self).__name__} {self.match.string!r}")

    async def submitted(self, interaction: discord.Interaction[ArticleBot], filled: dict[str, str]) -> None:
        """What is done; `filled`: what stands in each field, by its custom id.

        Raises UsageError for what the one who filled it in is told in private.
        """
        raise NotImplementedError


def modal(title: str, custom_id: str, fields: Iterable[discord.ui.Label[Any]]) -> discord.ui.Modal:
    """The window to send; to be called on the event loop."""
    window = discord.ui.Modal(title=title, custom_id=custom_id)
    for field in fields:
        window.add_item(field)
    window.stop()  # the client dispatches by custom id; discord.py need not keep this window
    return window


def values(interaction: discord.Interaction[Any]) -> dict[str, str]:
    """What was filled in, by the fields' custom ids; of a choice the first value, what was left empty as ''."""
    data: Any = interaction.data or {}
    return {item["custom_id"]: _value(item) for item in _items(data.get("components", ())) if "custom_id" in item}


def _value(item: dict[str, Any]) -> str:
    chosen = item.get("values") or [""]
    return str(item.get("value") or chosen[0])


def _items(components: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        inside = component.get("component")
        yield from _items([*component.get("components", ()), *([inside] if inside else [])])
