"""/help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.cards import Card, make
from bot.commands.installs import everywhere
from bot.markdown import shorten
from bot.words import count

if TYPE_CHECKING:
    from bot.client import ArticleBot
    from index.library import Library

TEXT = """\
I answer questions about {articles} with the article's own words, and say in which paragraph (¶) they stand. \
Where the article does not say, I say so.

**/ask** question – or mention me with a question
**/quote** – what somebody said, word for word
**/who** – who somebody is
**/when**, **/where** – the times and places that are named
**/check** – whether a quotation stands in the article, and who said it; for a message: Apps, **Check this quote**
**/article** – read it page by page
**/reindex** – for moderators: read the articles anew

A press on **In context** or **More passages** answers you alone. I read no messages but those that mention me."""


@app_commands.command(name="help")
@everywhere
async def help_(interaction: discord.Interaction[ArticleBot]) -> None:
    """What I can do, and how to ask."""
    library = (await interaction.client.scope(interaction)).library
    await interaction.client.answer(interaction, lambda: help_card(library), private=True)


def help_card(library: Library) -> Card:
    """The commands, and what can be asked about."""
    one = len(library.names) == 1
    articles = f"“{shorten(library.entry().article.title, 300)}”" if one else count(len(library.names), "article")
    text = TEXT.format(articles=articles)
    return make("Ask the article", text, plain=text)
