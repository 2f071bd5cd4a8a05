"""Choices while somebody types: at most 25, none over 100 characters, and in time or not at all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.cards import CHOICE, CHOICES, fit_choice
from bot.finding import suggest_people, suggest_speakers, suggest_topics
from bot.markdown import size
from bot.pointers import TAG_MARK, tag_of

if TYPE_CHECKING:
    from bot.client import ArticleBot

_PATIENCE = 1.0
"""Seconds; later nobody looks at the list any more. What was worked out meanwhile serves the next letter typed."""
_TYPED = 200
"""Characters of what was typed that are looked at."""

Choices = list[app_commands.Choice[str]]


async def articles(interaction: discord.Interaction[ArticleBot], typed: str) -> Choices:
    """Articles by title; the value is the name, or a tag where the name is too long for a value."""
    library = (await interaction.client.scope(interaction)).library

    def work() -> Choices:
        found = [library.entry(article.name) for article in library.suggest(typed[:_TYPED], CHOICES)]
        return [
            app_commands.Choice(
                name=fit_choice(e.article.title),
                value=e.article.name if size(e.article.name) <= CHOICE else TAG_MARK + tag_of(e),
            )
            for e in found
        ]

    return await _in_time(work)


async def people(interaction: discord.Interaction[ArticleBot], typed: str) -> Choices:
    """Persons by name."""
    library = (await interaction.client.scope(interaction)).library
    return await _in_time(lambda: _names(suggest_people(library, typed[:_TYPED], CHOICES)))


async def speakers(interaction: discord.Interaction[ArticleBot], typed: str) -> Choices:
    """Those who are quoted."""
    library = (await interaction.client.scope(interaction)).library
    return await _in_time(lambda: _names(suggest_speakers(library, typed[:_TYPED], CHOICES)))


async def topics(interaction: discord.Interaction[ArticleBot], typed: str) -> Choices:
    """People and places."""
    library = (await interaction.client.scope(interaction)).library
    return await _in_time(lambda: _names(suggest_topics(library, typed[:_TYPED], CHOICES)))


def _names(names: list[str]) -> Choices:
    return [
        app_commands.Choice(name=fit_choice(name), value=name[: CHOICE // 2] if size(name) > CHOICE else name)
        for name in names
    ]


async def _in_time(work: Callable[[], Choices]) -> Choices:
    try:
        return await asyncio.wait_for(asyncio.to_thread(work), _PATIENCE)
    except TimeoutError:
        return []
