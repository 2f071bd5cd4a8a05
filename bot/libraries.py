"""The libraries that the bot answers from: the host's, and one for each guild that has articles of its own."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from index.article import ArticleError
from index.files import digest
from index.library import Entry, Library, Problem

if TYPE_CHECKING:
    from bot.store import Store
    from bot.store.articles import StoredArticle

_log = logging.getLogger(__name__)

MOST_CHARACTERS, MOST_GUILDS = 10_000_000, 500
"""Of own articles, and guilds, that are held ready; those that asked longest ago are read anew when they ask again."""


@dataclass(frozen=True)
class _Kept:
    """A guild's library, and what it was made of."""

    version: int
    host: Library
    own: tuple[Entry, ...]
    library: Library
    problems: tuple[Problem, ...]

    @property
    def characters(self) -> int:
        return sum(len(entry.article.text) for entry in self.own)


@dataclass(frozen=True)
class Own:
    """How much a guild has of its own."""

    articles: int
    paragraphs: int
    problems: tuple[Problem, ...]


class Libraries:
    """Libraries are replaced whole; an answer under way keeps the one that it began with."""

    def __init__(self, host: Library, most_characters: int = MOST_CHARACTERS) -> None:
        self.host = host
        """The articles of the seeds folder, for everybody; replaced by a reindex."""
        self._most = most_characters
        self._kept: OrderedDict[int, _Kept] = OrderedDict()
        self._making: dict[tuple[int, int, int], asyncio.Task[Library]] = {}
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def of(self, guild_id: int, store: Store) -> Library:
        """The host's articles and the guild's own, as the store has them now, whichever process changed them."""
        return await self.at(guild_id, await store.articles.version(guild_id), store)

    async def at(self, guild_id: int, version: int, store: Store) -> Library:
        """The same, for whom knows the version of its articles."""
        if not version:
            self._kept.pop(guild_id, None)
            return self.host
        kept = self._kept.get(guild_id)
        if kept is not None and kept.version == version and kept.host is self.host:
            self._kept.move_to_end(guild_id)
            return kept.library
        wanted = (guild_id, version, id(self.host))
        making = self._making.get(wanted)
        if making is None:
            making = self._making[wanted] = asyncio.create_task(self._make(guild_id, version, store))
            making.add_done_callback(lambda _: self._making.pop(wanted, None))
        return await asyncio.shield(making)  # others may wait for it too

    async def anew(self, guild_id: int, store: Store) -> Own:
        """Reads a guild's own articles anew from the store."""
        self._kept.pop(guild_id, None)
        await self.of(guild_id, store)
        kept = self._kept.get(guild_id)
        if kept is None:
            return Own(0, 0, ())
        return Own(len(kept.own), sum(len(entry.article.body) for entry in kept.own), kept.problems)

    def changing(self, guild_id: int) -> asyncio.Lock:
        """Held while a guild's articles are looked at and then changed, so that nothing comes between."""
        return self._locks.setdefault(guild_id, asyncio.Lock())

    async def _make(self, guild_id: int, version: int, store: Store) -> Library:
        host, kept = self.host, self._kept.get(guild_id)
        stored = await store.articles.all(guild_id)
        made = await asyncio.to_thread(_join, host, version, stored, kept.own if kept else ())
        self._kept[guild_id] = made
        self._kept.move_to_end(guild_id)
        held = sum(kept.characters for kept in self._kept.values())
        while (held > self._most or len(self._kept) > MOST_GUILDS) and len(self._kept) > 1:
            held -= self._kept.popitem(last=False)[1].characters
        return made.library


def _join(host: Library, version: int, stored: Sequence[StoredArticle], known: Sequence[Entry]) -> _Kept:
    """What is known of an article that is the same as before stays."""
    before = {(entry.article.name, entry.digest): entry for entry in known}
    own: list[Entry] = []
    problems: list[Problem] = []
    for article in stored:
        try:
            own.append(before.get((article.name, digest(article.data))) or Entry.of(article.name, article.data))
        except ArticleError as error:  # it could be read by the version that took it in
            _log.warning("an article of a server is left out: %s", error)
            problems.append(Problem(article.name, str(error)))
    return _Kept(version, host, tuple(own), host.joined(own), tuple(problems))
