"""Taking an article out of a guild's library, bringing it back, and pasting one in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot import guild_articles
from bot.article_names import MOST
from bot.buttons.form import Form, modal
from bot.buttons.press import Press, Pressed, is_own
from bot.permissions import require_moderator
from bot.pointers import StaleError, entry_tagged
from bot.uploads import pasted

if TYPE_CHECKING:
    from bot.client import ArticleBot

PASTED = 4000
"""Characters that a field of a form holds."""


class RemoveButton(Press, template=r"drop:(?P<tag>[a-z2-7]{8})"):
    """Removes the article that its question was about, if it is still the same."""

    async def pressed(self, interaction: Pressed) -> None:
        """The article is looked for among the presser's guild's own, whoever's the custom id was."""
        bot = interaction.client
        scope = await bot.scope(interaction)
        require_moderator(interaction, scope)
        name = entry_tagged(scope.library, self.match["tag"]).article.name
        if name not in scope.library.own:
            raise StaleError
        await bot.answer(
            interaction, guild_articles.remove(interaction, scope, name), private=True, edit=is_own(interaction)
        )


class UndoButton(Press, template=r"undo:(?P<removal>\d{1,18})"):
    """Brings back what was removed."""

    async def pressed(self, interaction: Pressed) -> None:
        """Only what was removed from the presser's guild."""
        bot, removal = interaction.client, int(self.match["removal"])
        scope = await bot.scope(interaction)
        await bot.answer(
            interaction, guild_articles.restore(interaction, scope, removal), private=True, edit=is_own(interaction)
        )


class PasteForm(Form, template="paste"):
    """Takes an article that somebody pastes."""

    async def submitted(self, interaction: discord.Interaction[ArticleBot], filled: dict[str, str]) -> None:
        """Adds it."""
        bot = interaction.client
        scope = await bot.scope(interaction)
        require_moderator(interaction, scope)
        upload = pasted(filled.get("title", ""), filled.get("text", ""))
        await bot.answer(interaction, guild_articles.add(interaction, scope, upload), private=True)


def paste_form(title: str | None) -> discord.ui.Modal:
    """The window to paste an article into; to be called on the event loop."""
    line = discord.ui.TextInput[discord.ui.Modal](custom_id="title", max_length=MOST, default=title and title[:MOST])
    text = discord.ui.TextInput[discord.ui.Modal](
        custom_id="text", style=discord.TextStyle.paragraph, max_length=PASTED
    )
    return modal(
        "Add an article",
        "paste",
        [
            discord.ui.Label(text="Title", component=line),
            discord.ui.Label(
                text="Text",
                description="A blank line between paragraphs. For more than 4,000 characters attach a file instead.",
                component=text,
            ),
        ],
    )
