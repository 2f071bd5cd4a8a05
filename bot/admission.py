"""Who is answered now: those who may ask, and not too soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.permissions import is_moderator, require_may_ask

if TYPE_CHECKING:
    import discord

    from bot.client import ArticleBot
    from bot.scope import Scope


def admit(bot: ArticleBot, scope: Scope, asker: discord.abc.User) -> None:
    """Counts what is asked. Raises NotAllowedError where the asker may not ask here, CooldownError where it is too soon."""
    require_may_ask(asker, scope)
    if not is_moderator(asker, scope.settings):
        cooldown, a_minute = scope.settings.cooldown_seconds, bot.settings.limits.questions_a_minute
        bot.cooldowns.take(scope.guild_id, asker.id, cooldown, a_minute)
