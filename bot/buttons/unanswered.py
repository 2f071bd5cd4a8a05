"""The buttons of /unanswered."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence

from bot import log_channel
from bot.buttons.press import Press, Pressed
from bot.cards import Card
from bot.markdown import cut
from bot.memory import needed
from bot.permissions import require_moderator
from bot.respond import is_private
from bot.scope import Scope
from bot.unanswered import Group, groups_of
from bot.unanswered_card import confirm_card, table_card, unanswered_card
from bot.words import count

_ID = r"\d{1,19}"
_NAMED = 200
"""Characters of a question in the log channel."""


class UnansweredButton(
    Press,
    template=rf"unanswered:(?:page:(?P<page>\d{{1,4}}):[bnk]|dismiss:(?P<group>{_ID}):(?P<seen>{_ID}):(?P<at>\d{{1,4}})"
    rf"|all:(?P<all>{_ID})|sure:(?P<sure>{_ID})|(?P<csv>csv))",
):
    """Turns pages, dismisses what its presser has seen and nothing that was asked since, exports."""

    async def pressed(self, interaction: Pressed) -> None:
        """Does what the button says where the presser moderates."""
        bot = interaction.client
        scope = await bot.scope(interaction)
        guild_id = require_moderator(interaction, scope)
        turn = is_private(interaction.message) and not self.match["csv"]
        await bot.answer(interaction, self._done(interaction, scope, guild_id), private=True, edit=turn)

    async def _done(self, interaction: Pressed, scope: Scope, guild_id: int) -> Card:
        bot, match = interaction.client, self.match
        groups = await groups_of(bot.store, guild_id)
        told = ""
        if match["csv"]:
            return await asyncio.to_thread(table_card, groups)
        if match["all"]:
            return confirm_card(len(_seen(groups, match["all"])), int(match["all"]))
        if match["sure"]:
            told = await self._dismiss(interaction, scope, "all questions", _seen(groups, match["sure"]))
        elif match["group"]:
            meant = [g for g in groups if any(q.id == int(match["group"]) for q in g.questions)]
            name = f"“{cut(meant[0].questions[0].text, _NAMED)}”" if meant else ""
            told = await self._dismiss(interaction, scope, name, _seen(meant, match["seen"]))
        if told:
            groups = await groups_of(bot.store, guild_id)
        page = int(match["page"] or match["at"] or 0)
        return unanswered_card(groups, page, bot.settings.memory.unanswered_days, told)

    async def _dismiss(self, interaction: Pressed, scope: Scope, what: str, ids: Sequence[int]) -> str:
        """Gives the sentence that says so."""
        bot = interaction.client
        number = 0
        if ids and scope.guild_id is not None:
            number = await needed(bot.store).questions.dismiss(scope.guild_id, ids)
        if not number:
            return "There is nothing left to dismiss: somebody else has done it."
        await log_channel.note(
            bot, scope, interaction.user, f"dismissed {what} asked in vain ({count(number, 'question')})"
        )
        return f"{count(number, 'question')} dismissed."


def _seen(groups: Iterable[Group], newest: str) -> list[int]:
    """Those that stood there when the button was made."""
    return [question.id for group in groups for question in group.questions if question.id <= int(newest)]
