"""/articles: the articles of a guild."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Literal

import discord
from discord import app_commands

from bot import guild_articles
from bot.article_cards import ask_removal, show_card
from bot.buttons.articles import paste_form
from bot.cards import Card
from bot.commands.choices import named_articles, own_articles
from bot.errors import UsageError
from bot.finding import article_named
from bot.memory import needed
from bot.permissions import require_moderator

if TYPE_CHECKING:
    from bot.client import ArticleBot

articles = app_commands.Group(name="articles", description="The articles that can be asked here")
"""Everybody may look; what changes something asks for a moderator in the code, as Discord hides only whole groups."""


@articles.command(name="list")
async def list_(interaction: discord.Interaction[ArticleBot]) -> None:
    """Which articles can be asked here."""
    scope = await interaction.client.scope(interaction)
    await interaction.client.answer(interaction, guild_articles.listed(interaction, scope), private=True)


@articles.command()
@app_commands.describe(article="Its title or name")
@app_commands.autocomplete(article=named_articles)
async def show(interaction: discord.Interaction[ArticleBot], article: str) -> None:
    """What an article is, how long, whose, and where it is talked about."""
    bot = interaction.client
    scope = await bot.scope(interaction)

    async def work() -> Card:
        entry = await asyncio.to_thread(article_named, scope.library, article) or scope.library.entry()
        used = await guild_articles.used_in(bot, scope, entry.article.name)
        return show_card(scope.library, entry, used)

    await bot.answer(interaction, work(), private=True)


@articles.command()
@app_commands.describe(
    file="The article as .txt or .md; leave it out to paste the text",
    name="What to call it; its title where you leave it out",
)
async def add(
    interaction: discord.Interaction[ArticleBot], file: discord.Attachment | None = None, name: str | None = None
) -> None:
    """For moderators: give this server an article of its own, which no other server sees."""
    bot = interaction.client
    scope = await bot.scope(interaction)
    require_moderator(interaction, scope)
    needed(bot.store)
    if file is None:
        if interaction.response.is_done():  # put off while the articles were read: Discord lets no form follow that
            raise UsageError("I had to read this server's articles first: type the command again, and the form opens.")
        await interaction.response.send_modal(paste_form(name))
        return
    await bot.answer(interaction, guild_articles.add_file(interaction, scope, file, name), private=True)


@articles.command()
@app_commands.describe(article="One of this server's own", name="What to call it from now on")
@app_commands.autocomplete(article=own_articles)
async def rename(interaction: discord.Interaction[ArticleBot], article: str, name: str) -> None:
    """For moderators: call one of this server's articles something else."""
    scope = await interaction.client.scope(interaction)
    await interaction.client.answer(interaction, guild_articles.rename(interaction, scope, article, name), private=True)


@articles.command()
@app_commands.describe(article="One of this server's own")
@app_commands.autocomplete(article=own_articles)
async def remove(interaction: discord.Interaction[ArticleBot], article: str) -> None:
    """For moderators: take one of this server's articles away; for a day it can be brought back."""
    bot = interaction.client
    scope = await bot.scope(interaction)
    require_moderator(interaction, scope)
    needed(bot.store)

    def work() -> Card:
        return ask_removal(scope.library.entry(guild_articles.own_named(scope.library, article)))

    await bot.answer(interaction, work, private=True)


@articles.command()
@app_commands.describe(
    article="What questions are about where they name no article; leave it out to end that",
    where="This channel with its threads, or the whole server",
)
@app_commands.autocomplete(article=named_articles)
async def use(
    interaction: discord.Interaction[ArticleBot],
    article: str | None = None,
    where: Literal["this channel", "whole server"] = "this channel",
) -> None:
    """For moderators: which article this channel, or the whole server, talks about."""
    scope = await interaction.client.scope(interaction)
    work = guild_articles.use(interaction, scope, article, everywhere=where == "whole server")
    await interaction.client.answer(interaction, work, private=True)
