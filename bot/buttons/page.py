"""Pages of a card."""

from __future__ import annotations

from bot import pages
from bot.buttons.press import Press, Pressed, is_own
from bot.origins import ORIGIN


class PageButton(Press, template=r"(?P<new>\+?)(?P<kind>[a-z]):(?P<page>-?\d{1,4}):(?P<state>[\w.,!-]{1,91})" + ORIGIN):
    """Turns its card to another page; with a `+`, and on another member's card, shows the page to its presser alone."""

    async def pressed(self, interaction: Pressed) -> None:
        """Draws the page in a thread and shows it."""
        kind, state, page = self.match["kind"], self.match["state"], int(self.match["page"])
        library = (await interaction.client.scope(interaction)).library
        turn = not self.match["new"] and is_own(interaction)
        await interaction.client.answer(
            interaction, lambda: pages.draw(library, kind, state, page), private=True, edit=turn
        )
