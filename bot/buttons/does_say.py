"""“It does say”, under a refusal: a member points to the paragraph that answers."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING

import discord

from bot.buttons.form import Form, modal
from bot.buttons.press import Press, Pressed
from bot.cards import Card
from bot.finding import article_named
from bot.origins import ORIGIN, Origin
from bot.pointed_card import paragraph_typed, pointed_card
from bot.pointers import entry_tagged
from bot.stale import asked_on
from index.library import Entry, Library

if TYPE_CHECKING:
    from bot.client import ArticleBot
    from bot.scope import Scope

_SHAPE = r"says:(?P<tag>[a-z2-7]{8})(?P<any>\*?)" + ORIGIN
_TITLE = "It does say"
_NUMBER, _WORDS, _ARTICLE = "paragraph", "words", "article"


class DoesSayButton(Press, template=_SHAPE):
    """Asks in a form which paragraph it is."""

    async def pressed(self, interaction: Pressed) -> None:
        """Opens the form at once: Discord lets no form be put off until an article is read."""
        await interaction.response.send_modal(modal(_TITLE, self.match.string, _fields(bool(self.match["any"]))))


def _fields(any_article: bool) -> Iterator[discord.ui.Label[discord.ui.Modal]]:
    yield _field("Which paragraph (¶)?", _NUMBER, "Its number, for example 4", 12)
    yield _field("Which words in it? (may be left out)", _WORDS, "They are shown in bold", 1000, required=False)
    if any_article:
        yield _field(
            "In which article? (may be left out)", _ARTICLE, "Its title; else the one on the card", 300, required=False
        )


def _field(label: str, name: str, hint: str, most: int, *, required: bool = True) -> discord.ui.Label[discord.ui.Modal]:
    text: discord.ui.TextInput[discord.ui.Modal] = discord.ui.TextInput(
        custom_id=name, placeholder=hint, max_length=most, required=required
    )
    return discord.ui.Label(text=label, component=text)


class DoesSayForm(Form, template=_SHAPE):
    """Shows the paragraph to whom it was who pointed, and keeps the question for the moderators."""

    async def submitted(self, interaction: discord.Interaction[ArticleBot], filled: dict[str, str]) -> None:
        """Raises UsageError for a number that no paragraph bears, StaleError where the article is another by now."""
        bot = interaction.client
        scope = await bot.scope(interaction)
        await bot.answer(interaction, self._pointed(bot, scope, asked_on(interaction.message), filled), private=True)

    async def _pointed(
        self, bot: ArticleBot, scope: Scope, asked: tuple[str, bool] | None, filled: dict[str, str]
    ) -> Card:
        library, origin = scope.library, Origin.read(self.match["origin"] or "A")
        entry, number = await asyncio.to_thread(_found, library, self.match["tag"], filled)
        question, whole = asked or (entry.article.title, False)
        kept = False
        if whole and bot.store is not None and scope.guild_id is not None:
            of = origin.article_in(library)
            kept = await bot.store.questions.point(scope.guild_id, question, of, entry.article.name, number)
        words = filled.get(_WORDS, "")
        return await asyncio.to_thread(pointed_card, library, entry, question, number, words, origin, kept=kept)


def _found(library: Library, tag: str, filled: dict[str, str]) -> tuple[Entry, int]:
    entry = article_named(library, filled.get(_ARTICLE)) or entry_tagged(library, tag)
    return entry, paragraph_typed(entry.article, filled.get(_NUMBER, ""))
