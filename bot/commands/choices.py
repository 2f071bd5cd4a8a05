"""Choices while somebody types: at most 25, none over 100 characters, and in time or not at all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.cards import CHOICE, CHOICES, fit_choice
from bot.errors import UsageError
from bot.finding import EVERY, suggest_people, suggest_speakers, suggest_topics
from bot.markdown import cut, size
from bot.pointers import TAG_MARK, tag_of

if TYPE_CHECKING:
    from bot.client import ArticleBot
    from bot.scope import Scope
    from index.library import Entry, Library

PATIENCE = 0.08
"""Seconds: a list that lags behind the typing is worse than none. What is worked out late serves the next letter typed."""
_THREADS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="choices")
"""Of their own: nobody who types waits behind those whose questions are being answered."""
_TYPED = 200
"""Characters of what was typed that are looked at."""

ALL_ARTICLES = "All articles"

Choices = list[app_commands.Choice[str]]


async def articles(interaction: discord.Interaction[ArticleBot], typed: str) -> Choices:
    """Articles to ask; all of them too, where the channel talks about one."""
    return await _in_time(interaction, lambda scope: [*_all(scope, typed), *_articles(scope.library, typed)][:CHOICES])


async def named_articles(interaction: discord.Interaction[ArticleBot], typed: str) -> Choices:
    """Articles, each by itself."""
    return await _in_time(interaction, lambda scope: _articles(scope.library, typed))


async def own_articles(interaction: discord.Interaction[ArticleBot], typed: str) -> Choices:
    """The guild's own articles."""
    return await _in_time(interaction, lambda scope: _articles(scope.library, typed, scope.library.own))


async def people(interaction: discord.Interaction[ArticleBot], typed: str) -> Choices:
    """Persons by name."""
    return await _in_time(interaction, lambda scope: _names(suggest_people(scope.library, typed[:_TYPED], CHOICES)))


async def speakers(interaction: discord.Interaction[ArticleBot], typed: str) -> Choices:
    """Those who are quoted."""
    return await _in_time(interaction, lambda scope: _names(suggest_speakers(scope.library, typed[:_TYPED], CHOICES)))


async def topics(interaction: discord.Interaction[ArticleBot], typed: str) -> Choices:
    """People and places."""
    return await _in_time(interaction, lambda scope: _names(suggest_topics(scope.library, typed[:_TYPED], CHOICES)))


def _articles(library: Library, typed: str, among: Collection[str] | None = None) -> Choices:
    """By title; the value is the name, or a tag where the name is too long for a value."""
    return [
        app_commands.Choice(
            name=fit_choice(_label(e, library)),
            value=e.article.name if size(e.article.name) <= CHOICE else TAG_MARK + tag_of(e),
        )
        for e in (library.entry(article.name) for article in library.suggest(typed[:_TYPED], CHOICES, among))
    ]


def _label(entry: Entry, library: Library) -> str:
    """An own article may have been given a name that says more than its title."""
    name, title = entry.article.name, entry.article.title
    return title if name == title or name not in library.own else f"{cut(name, 45)} · {title}"


def _all(scope: Scope, typed: str) -> Choices:
    wanted = scope.article is not None and ALL_ARTICLES.casefold().startswith(typed.strip().casefold())
    return [app_commands.Choice(name=ALL_ARTICLES, value=EVERY)] if wanted else []


def _names(names: list[str]) -> Choices:
    return [
        app_commands.Choice(name=fit_choice(name), value=name[: CHOICE // 2] if size(name) > CHOICE else name)
        for name in names
    ]


async def _in_time(interaction: discord.Interaction[ArticleBot], work: Callable[[Scope], Choices]) -> Choices:
    async def found() -> Choices:
        try:
            scope = await interaction.client.scope(interaction)
            return await asyncio.get_running_loop().run_in_executor(_THREADS, work, scope)
        except UsageError:  # what is wrong is told when the command is sent
            return []

    # Never cancelled: a reading of the memory that is broken off takes its connection with it.
    finding = asyncio.create_task(found())
    done, _ = await asyncio.wait({finding}, timeout=PATIENCE)
    return finding.result() if done else []
