"""/check, and `Check this quote` in the Apps menu of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.check_card import check_card
from bot.commands.installs import everywhere
from bot.finding import checked
from bot.words import CHECK

if TYPE_CHECKING:
    from bot.cards import Card
    from bot.client import ArticleBot
    from index.library import Library


@app_commands.command()
@app_commands.describe(text="A quotation, with or without the name of who is said to have said it")
@everywhere
async def check(interaction: discord.Interaction[ArticleBot], text: str) -> None:
    """Whether quoted words stand in the article: word for word, nearly, or not; and who said them."""
    bot = interaction.client
    scope = await bot.admit(interaction)
    await bot.answer(interaction, lambda: _card(scope.library, text), private=scope.settings.private)


@app_commands.context_menu(name=CHECK)
@everywhere
async def check_message(interaction: discord.Interaction[ArticleBot], message: discord.Message) -> None:
    """The same for what a message quotes; only who asks sees the answer."""
    bot = interaction.client
    scope, text = await bot.admit(interaction), text_of(message)
    await bot.answer(interaction, lambda: _card(scope.library, text), private=True)


def text_of(message: discord.Message) -> str:
    """What the message says; where it is only a card, what that says."""
    return message.content or "\n".join(e.description for e in message.embeds if e.description)


def _card(library: Library, text: str) -> Card:
    return check_card(library, text, checked(library, text))
