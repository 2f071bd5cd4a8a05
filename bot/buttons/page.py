"""Pages of a card."""

from __future__ import annotations

from dataclasses import replace

from bot import pages
from bot.buttons.press import Press, Pressed, is_own
from bot.cards import Card
from bot.origins import ORIGIN
from bot.stale import title_of
from index.library import Library


class PageButton(Press, template=r"(?P<new>\+?)(?P<kind>[a-z]):(?P<page>-?\d{1,4}):(?P<state>[\w.,!-]{1,91})" + ORIGIN):
    """Turns its card to another page; with a `+`, and on another member's card, shows the page to its presser alone."""

    async def pressed(self, interaction: Pressed) -> None:
        """Draws the page in a thread and shows it."""
        library = (await interaction.client.scope(interaction)).library
        title = title_of(interaction.message)
        turn = not self.match["new"] and is_own(interaction)
        await interaction.client.answer(interaction, lambda: self._page(library, title), private=True, edit=turn)

    def _page(self, library: Library, title: str | None) -> Card:
        kind, origin = self.match["kind"], self.match["origin"]
        card = pages.draw(library, kind, self.match["state"], int(self.match["page"]))
        if kind not in _OF_QUESTIONS:
            return card
        card.embed.title = title or card.embed.title
        marked = (replace(b, custom_id=f"{b.custom_id}~{origin}") if origin else b for b in card.buttons)
        return replace(card, buttons=tuple(marked))


_OF_QUESTIONS = "mtp"
"""Kinds of pages whose title says what was asked, which only the card that is pressed knows."""
