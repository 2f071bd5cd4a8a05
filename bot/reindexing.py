"""Reading articles anew: the host's, for everybody, and those of the guild in which that was asked for."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.cards import SENTENCE, Body, Card, make
from bot.errors import UsageError
from bot.finding import article_named
from bot.markdown import shorten
from bot.words import count

if TYPE_CHECKING:
    from bot.client import ArticleBot
    from bot.libraries import Own
    from bot.scope import Scope
    from index.library import Changes, Library

_log = logging.getLogger(__name__)

BUSY = "The articles are being read anew already: wait for that to end."


@dataclass
class Progress:
    """How far it has come; written in one thread and read in another."""

    done: int = 0
    of: int = 0
    indexing: bool = False

    def look(self, done: int, of: int) -> None:
        """Takes in how many files have been looked at."""
        self.done, self.of = done, of

    def __str__(self) -> str:
        if self.indexing:
            return "Reading the articles anew: building the index…"
        return f"Reading the articles anew: {self.done:,} of {self.of:,}…" if self.of else "Reading the articles anew…"


@dataclass(frozen=True)
class Reread:
    """What was found; None for the part that was not read."""

    only: str | None
    """The one article that was; None: all of them."""
    host: Changes | None
    own: Own | None

    def __str__(self) -> str:
        """In a few words of plain text, for the log channel."""
        counted = _counted(self.host) if self.host else []
        problems = [*(self.host.problems if self.host else ()), *(self.own.problems if self.own else ())]
        return ", ".join([*counted, *([count(len(problems), "problem")] if problems else [])]) or "nothing has changed"


async def reread(bot: ArticleBot, scope: Scope, typed: str | None, progress: Progress) -> Reread:
    """Reads one article anew, or all: the host's folder, then what the guild has of its own.

    Raises LibraryError where the folder cannot be read, and the old articles go on answering; UsageError for an
    article that there is not, and while it is under way already.
    """
    only = await asyncio.to_thread(_meant, scope.library, typed)
    if only in scope.library.own:
        return Reread(only, None, await _own(bot, scope))
    if bot.reindexing.locked():
        raise UsageError(BUSY)
    async with bot.reindexing:
        library, changes = await asyncio.to_thread(_host, bot.libraries.host, only, progress)
        if only is not None and only not in (*library.names, *changes.removed):
            await asyncio.to_thread(article_named, scope.library, typed)  # says what there is
        bot.libraries.host = library
    bot.warm(library, library.names)
    _log.info("reindexed: %d articles, %d problems", changes.articles, len(changes.problems))
    return Reread(only, changes, await _own(bot, scope) if only is None else None)


def _meant(library: Library, typed: str | None) -> str | None:
    """The article's name; as typed where there is none yet, as its file may have come meanwhile."""
    try:
        entry = article_named(library, typed)
    except UsageError:
        return typed
    return entry.article.name if entry else None


def _host(library: Library, only: str | None, progress: Progress) -> tuple[Library, Changes]:
    """With the index built, so that nobody waits for it whose question comes next."""
    fresh, changes = library.reread(only, progress.look)
    progress.indexing = True
    fresh.ask("What is it about?")
    return fresh, changes


async def _own(bot: ArticleBot, scope: Scope) -> Own | None:
    if bot.store is None or scope.guild_id is None:
        return None
    return await bot.libraries.anew(scope.guild_id, bot.store)


def reread_card(found: Reread) -> Card:
    """What has changed, and what could not be read."""
    body, footer = Body(), ""
    if found.host is not None:
        for what, names in _names(found.host):
            body.add(f"**{what}:** {shorten(', '.join(names), SENTENCE)}")
        if not str(body):
            body.add("Nothing has changed.")
        for problem in found.host.problems:
            body.add(f"⚠ {shorten(str(problem), SENTENCE)}")
        size = f"{count(found.host.articles, 'article')}, {count(found.host.paragraphs, 'paragraph')}"
        footer = f"{size}, {found.host.milliseconds:.0f} ms"
    if found.own is not None and (found.own.articles or found.own.problems or found.host is None):
        size = f"{count(found.own.articles, 'article')}, {count(found.own.paragraphs, 'paragraph')}"
        body.add(f"**This server's own:** {size}, read anew")
        for problem in found.own.problems:
            body.add(f"⚠ {shorten(str(problem), SENTENCE)}")
    return make("Reindexed", body, footer)


def _names(changes: Changes) -> list[tuple[str, tuple[str, ...]]]:
    found = [("Added", changes.added), ("Changed", changes.changed), ("Removed", changes.removed)]
    return [(what, names) for what, names in found if names]


def _counted(changes: Changes) -> list[str]:
    return [f"{len(names)} {what.lower()}" for what, names in _names(changes)]
