"""👍 and 👎 under an answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.buttons.press import Press, Pressed
from bot.cards import Button, Card, notice
from bot.errors import UsageError
from bot.pointers import number36
from bot.views import DOWN, UP

if TYPE_CHECKING:
    from bot.store import Store

NO_MEMORY = "Votes are counted in servers only, and only where whoever runs me lets me keep a memory."
TAKEN_BACK = "Your vote is taken back."
_VOTES = {"+": True, "-": False, "0": None}


class VoteButton(Press, template=r"vote:(?P<vote>[+0-])(?::(?P<card>[0-9a-z]{1,13}))?"):
    """Counts one vote a member and card; a later one takes the place of an earlier one. The card stays as it is."""

    async def pressed(self, interaction: Pressed) -> None:
        """Counts, and says so to the member alone."""
        bot, message = interaction.client, interaction.message
        scope = await bot.scope(interaction)
        if bot.store is None or scope.guild_id is None or message is None:
            raise UsageError(NO_MEMORY)
        card, up = self.match["card"] or number36(message.id), _VOTES[self.match["vote"]]
        await bot.answer(
            interaction,
            _vote(bot.store, scope.guild_id, card, interaction.user.id, up),
            private=True,
            edit=up is None and message.flags.ephemeral,
        )


async def _vote(store: Store, guild_id: int, card: str, user_id: int, up: bool | None) -> Card:
    await store.votes.vote(guild_id, card, user_id, up)
    if up is None:
        return notice(TAKEN_BACK)
    counted = notice(f"Your {UP if up else DOWN} is counted: it helps whoever looks after the articles.")
    return replace(counted, buttons=(Button("Take it back", f"vote:0:{card}"),))
