"""The menus and buttons of /settings."""

from __future__ import annotations

import re
from typing import Any

import discord
from discord.ui.select import BaseSelect

from bot.buttons.press import Press, Pressed
from bot.change_settings import change
from bot.errors import UsageError
from bot.permissions import moderated_guild, require_manager
from bot.respond import is_private
from bot.settings_card import settings_card

_SECONDS = re.compile(r"[0-9]{1,4}")


class SettingsControl(
    Press,
    template=r"settings:(?:(?P<menu>ask_roles|moderator_roles|cooldown|log_channel)"
    r"|strictness:(?P<strictness>strict|balanced|eager)|private:(?P<private>yes|no))",
):
    """Changes one setting, and shows them all as they are then; with the reason where it could not be."""

    async def pressed(self, interaction: Pressed) -> None:
        """Makes the change where the presser may."""
        bot = interaction.client
        scope = await bot.scope(interaction)
        guild = moderated_guild(interaction, scope)
        settings, problem = scope.settings, ""
        try:
            if self.match["menu"] == "moderator_roles":
                require_manager(interaction, scope)  # a moderator by role makes no others
            settings = await change(bot, scope, guild, interaction.user, self._values(guild))
        except UsageError as error:
            problem = str(error)
        await bot.answer(
            interaction,
            lambda: settings_card(settings, guild, memory=bot.store is not None, problem=problem),
            private=True,
            edit=is_private(interaction.message),
        )

    def _values(self, guild: discord.Guild) -> dict[str, Any]:
        """What is to be changed to what. Raises UsageError for what no menu of ours offers."""
        menu = self.match["menu"]
        if menu is None:
            strictness, private = self.match["strictness"], self.match["private"]
            return {"strictness": strictness} if strictness else {"private": private == "yes"}
        chosen: list[Any] = self.item.values if isinstance(self.item, BaseSelect) else []
        if menu == "cooldown":
            if len(chosen) != 1 or not _SECONDS.fullmatch(chosen[0]):
                raise UsageError("Choose one of the times that the menu offers.")
            return {"cooldown_seconds": int(chosen[0])}
        if menu == "log_channel":
            return {"log_channel_id": chosen[0].id if chosen else None}
        roles = tuple(sorted(role.id for role in chosen))
        return {menu: () if menu == "ask_roles" and guild.default_role.id in roles else roles}
