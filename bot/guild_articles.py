"""What moderators do to their guild's articles. Each is checked, kept, noted, and answered with a card; or nothing is done."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

import discord

from bot import pages, uploads
from bot.article_cards import LIST, added_card, removed_card, restored_card, with_removed
from bot.article_names import name_of, taken
from bot.cards import Card, notice
from bot.errors import UsageError
from bot.finding import article_named
from bot.log_channel import note
from bot.markdown import escape
from bot.memory import needed
from bot.permissions import is_moderator, require_moderator
from bot.store.errors import ArticleGoneError, NameTakenError
from bot.uploads import Upload
from bot.words import count

if TYPE_CHECKING:
    from bot.client import ArticleBot
    from bot.scope import Scope
    from bot.settings import Limits
    from bot.store.articles import StoredArticle
    from index.library import Library

Interaction = discord.Interaction["ArticleBot"]


async def listed(interaction: Interaction, scope: Scope) -> Card:
    """All articles; for moderators with a way back to what was removed."""
    card = await asyncio.to_thread(pages.draw, scope.library, "l", LIST)
    store = interaction.client.store
    if store is None or scope.guild_id is None or not is_moderator(interaction.user, scope.settings):
        return card
    return with_removed(card, await store.articles.removed(scope.guild_id))


async def add_file(interaction: Interaction, scope: Scope, attachment: discord.Attachment, name: str | None) -> Card:
    """Adds an attached file. Raises UsageError."""
    bot, limits = interaction.client, interaction.client.settings.limits
    guild_id = require_moderator(interaction, scope)
    uploads.check(attachment, limits.article_bytes)
    _require_room(await needed(bot.store).articles.all(guild_id), attachment.size, limits)
    data = await uploads.fetch(attachment, limits.article_bytes)
    return await add(interaction, scope, Upload(name, attachment.filename.rsplit(".", 1)[0], data))


async def add(interaction: Interaction, scope: Scope, upload: Upload) -> Card:
    """Adds an article. Raises UsageError."""
    bot, store = interaction.client, needed(interaction.client.store)
    guild_id = require_moderator(interaction, scope)
    entry = await uploads.read(upload)
    name = entry.article.name
    async with bot.libraries.changing(guild_id):
        _require_room(await store.articles.all(guild_id), len(upload.data), bot.settings.limits)
        _require_free(name, await bot.libraries.of(guild_id, store))
        await store.articles.add(guild_id, name, upload.data)
    bot.warm(await bot.libraries.of(guild_id, store), [name])
    await note(bot, scope, interaction.user, f"added the article “{name}”")
    return added_card(entry)


async def rename(interaction: Interaction, scope: Scope, old: str, typed: str) -> Card:
    """Gives one of the guild's own articles another name. Raises UsageError."""
    bot, store = interaction.client, needed(interaction.client.store)
    guild_id = require_moderator(interaction, scope)
    before, name = own_named(scope.library, old), name_of(typed)
    async with bot.libraries.changing(guild_id):
        library = await bot.libraries.of(guild_id, store)
        _require_free(name, library, but=before)
        await store.articles.rename(guild_id, before, name)
    await note(bot, scope, interaction.user, f"renamed the article “{before}” to “{name}”")
    return notice(f"“{escape(before)}” is called “{escape(name)}” now. Its title stays what the article says.")


async def remove(interaction: Interaction, scope: Scope, name: str) -> Card:
    """Removes one of the guild's own articles, for good after a day. Raises UsageError."""
    bot, store = interaction.client, needed(interaction.client.store)
    guild_id = require_moderator(interaction, scope)
    removal = await store.articles.remove(guild_id, name)
    await note(bot, scope, interaction.user, f"removed the article “{name}”")
    return removed_card(name, removal)


async def restore(interaction: Interaction, scope: Scope, removal: int) -> Card:
    """Brings back what was removed. Raises UsageError."""
    bot, store = interaction.client, needed(interaction.client.store)
    guild_id = require_moderator(interaction, scope)
    async with bot.libraries.changing(guild_id):
        _require_room(await store.articles.all(guild_id), 0, bot.settings.limits)
        name = await store.articles.restore(guild_id, removal)
    await note(bot, scope, interaction.user, f"brought back the article “{name}”")
    return restored_card(name)


async def use(interaction: Interaction, scope: Scope, article: str | None, *, everywhere: bool) -> Card:
    """Says what a channel, or the whole guild, talks about; with no article, nothing in particular. Raises UsageError."""
    bot, store = interaction.client, needed(interaction.client.store)
    guild_id = require_moderator(interaction, scope)
    entry = article_named(scope.library, article)
    name = entry.article.name if entry else None
    await store.uses.put(guild_id, None if everywhere else scope.channel_id, name)
    where = "this server" if everywhere else "this channel"
    if name is None:
        await note(bot, scope, interaction.user, f"ended what {_noted(scope, everywhere)} talks about")
        return notice(f"Questions in {where} are for all articles again{_still(everywhere)}.")
    await note(bot, scope, interaction.user, f"let {_noted(scope, everywhere)} talk about the article “{name}”")
    return notice(
        f"Questions in {where} are about “{escape(name)}” now, unless they name another article"
        f"{'' if everywhere else '; its threads follow'}."
    )


async def used_in(bot: ArticleBot, scope: Scope, name: str) -> str:
    """Where an article is talked about: channels as mentions; empty where nowhere."""
    if bot.store is None or scope.guild_id is None:
        return ""
    uses = await bot.store.uses.all(scope.guild_id)
    return ", ".join(f"<#{place}>" if place else "the whole server" for place, used in uses.items() if used == name)


def _noted(scope: Scope, everywhere: bool) -> str:
    return "the server" if everywhere else f"<#{scope.channel_id}>"


def _still(everywhere: bool) -> str:
    return ", but in channels that have one of their own" if everywhere else ", or for the one that the server has"


def own_named(library: Library, typed: str) -> str:
    """The name of one of the guild's own articles, by what was typed. Raises UsageError for one of the host's."""
    entry = article_named(library, typed)
    if entry is None:
        raise UsageError("Choose an article from the list while you type.")
    name = entry.article.name
    if name in library.own:
        return name
    if taken(typed, [name, entry.article.title]):
        raise UsageError(
            f"“{name}” comes from whoever runs me, for all servers: only your server's own can be changed."
        )
    raise ArticleGoneError(typed)


def _require_room(stored: Sequence[StoredArticle], more: int, limits: Limits) -> None:
    if len(stored) >= limits.guild_articles:
        raise UsageError(
            f"This server has {count(len(stored), 'article')} of its own, as many as it can have: remove one first."
        )
    held = sum(len(article.data) for article in stored)
    if held + more > limits.guild_bytes:
        raise UsageError(
            f"This server's own articles have {held:,} bytes, and can have {limits.guild_bytes:,}: "
            f"these {more:,} more are too many, so remove something first."
        )


def _require_free(name: str, library: Library, but: str | None = None) -> None:
    other = taken(name, (n for n in library.names if n != but))
    if other is not None:
        raise NameTakenError(other)
