"""The Discord client: it holds the libraries, hands interactions to the commands, and sees to errors and its own end."""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Self

import discord
from discord import app_commands

from bot import commands
from bot.admission import admit
from bot.buttons import PRESSES
from bot.buttons.route import route
from bot.commands.installs import GUILDS, IN_GUILDS
from bot.conversation import Conversations
from bot.cooldown import Cooldowns
from bot.failures import report
from bot.libraries import Libraries
from bot.lifetime import run
from bot.memory import open_store, purge_daily
from bot.messages import answer_message, heard
from bot.recent import Recent
from bot.respond import Work, answer
from bot.scope import Scope, scope_of
from bot.settings import Settings
from bot.store import Store
from bot.sync import sync
from index.library import Library

__all__ = ["ArticleBot", "run"]

_log = logging.getLogger(__name__)

_THREADS = max(2, os.cpu_count() or 2)
"""For what takes processor time: with more of them the event loop would seldom have its turn, and acknowledge late."""
_AHEAD = ThreadPoolExecutor(1, "ahead")
"""Nobody waits for what is found ahead, and it keeps no thread from those who do."""
_JUST_ASKED = 0.2
"""Seconds in which a question that Discord has already sent becomes an answer under way."""


class _Tree(app_commands.CommandTree["ArticleBot"]):
    async def interaction_check(self, _: discord.Interaction[ArticleBot]) -> bool:
        self.client.hold()
        return True

    async def on_error(self, interaction: discord.Interaction[ArticleBot], error: app_commands.AppCommandError) -> None:
        name = interaction.command.qualified_name if interaction.command else "an unknown command"
        await report(interaction, error, f"/{name}")


class ArticleBot(discord.Client):
    """Default intents, no pings, and as little kept of Discord as it works with."""

    def __init__(self, settings: Settings, library: Library) -> None:
        super().__init__(
            intents=discord.Intents.default(),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
        )
        self.settings = settings
        self.libraries = Libraries(library)
        self.store: Store | None = None
        """Open while the bot runs; None where the host keeps no memory."""
        self.tree = _Tree(self, allowed_installs=GUILDS, allowed_contexts=IN_GUILDS)
        for command in commands.ALL:
            self.tree.add_command(command)
        self.add_dynamic_items(*PRESSES)
        self.cooldowns = Cooldowns()
        self.changing_settings = asyncio.Lock()
        """Held while settings of a guild are looked at and then changed."""
        self.conversations = Conversations()
        self.typing_in: set[int] = set()
        """The channels that are shown that the bot is typing."""
        self.shared = Recent(1000)
        """Cards that were made public, so that a second press does not do so again."""
        self._under_way: set[asyncio.Task[Any]] = set()
        self.reindexing = asyncio.Lock()
        """Held while the host's articles are read anew."""
        self._purging: asyncio.Task[None] | None = None
        self._ending = threading.Event()

    async def __aenter__(self) -> Self:
        """Opens the memory. Raises StoreError where it cannot be used."""
        await super().__aenter__()
        self.loop.set_default_executor(ThreadPoolExecutor(_THREADS, "working"))
        self.store = await open_store(self.settings)
        return self

    async def setup_hook(self) -> None:
        """Registers the commands where they have changed, and reads the articles through while Discord connects."""
        assert self.application_id is not None
        await sync(self.tree, self.application_id, self.settings.discord.guild_ids, self.settings.state)
        self._warm()
        if self.store is not None:
            self._purging = asyncio.create_task(purge_daily(self.store, self.settings.memory))

    async def on_ready(self) -> None:
        """Says so in the log, and looks which servers were left or joined meanwhile."""
        _log.info("ready as %s in %d servers, %d articles", self.user, len(self.guilds), len(self.libraries.host.names))
        if self.store is not None:
            self.hold()
            await self.store.guilds.compare([guild.id for guild in self.guilds])

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Begins the time after which what is kept of the server is deleted."""
        if self.store is not None:
            self.hold()
            await self.store.guilds.left(guild.id)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Ends that time."""
        if self.store is not None:
            self.hold()
            await self.store.guilds.back(guild.id)

    async def on_message(self, message: discord.Message) -> None:
        """Answers a message that asks the bot something."""
        said = heard(message, self.user) if self.user else None
        if said is None:
            return
        self.hold()
        try:
            await answer_message(self, message, said)
        except (discord.Forbidden, discord.NotFound) as error:
            _log.info("cannot answer in channel %s: %s", message.channel.id, error)
        except Exception as error:
            await report(message, error, f"a question by {said.way}")

    async def on_interaction(self, interaction: discord.Interaction[ArticleBot]) -> None:
        """Takes in what neither the command tree nor a dynamic item does."""
        await route(interaction)

    async def scope(self, where: discord.Interaction[ArticleBot] | discord.Message) -> Scope:
        """What holds where something is asked: articles, the one that is meant, settings."""
        return await scope_of(self, where)

    async def admit(self, interaction: discord.Interaction[ArticleBot]) -> Scope:
        """The same for somebody who asks for something, and is counted: see `bot.admission.admit`."""
        scope = await self.scope(interaction)
        admit(self, scope, interaction.user)
        return scope

    async def answer(
        self,
        interaction: discord.Interaction[ArticleBot],
        work: Work,
        *,
        private: bool,
        edit: bool = False,
    ) -> None:
        """See `bot.respond.answer`; what goes wrong is told to the presser of a button too."""
        self.hold()
        try:
            await answer(interaction, work, private=private, edit=edit)
        except Exception as error:
            name = interaction.command.qualified_name if interaction.command else "a button"
            await report(interaction, error, name)

    def hold(self) -> None:
        """Makes `finish` wait for the task that calls this."""
        task = asyncio.current_task()
        assert task is not None
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def finish(self, seconds: float) -> None:
        """Waits for the answers under way, then closes."""
        await asyncio.sleep(_JUST_ASKED)
        if self._under_way:
            _log.info("finishing %d answers", len(self._under_way))
            await asyncio.wait(self._under_way, timeout=seconds)
        await self.close()

    async def close(self) -> None:
        """Closes the connection, then the memory."""
        self._ending.set()
        if self._purging is not None:
            self._purging.cancel()
        await super().close()
        if self.store is not None:
            await self.store.close()

    def _warm(self) -> None:
        self.warm(self.libraries.host, self.libraries.host.names)

    def warm(self, library: Library, names: Sequence[str]) -> None:
        """Builds the index, and finds what there is in the named articles, before the first member asks for it."""
        self.loop.run_in_executor(_AHEAD, _find_ahead, library, names, self._ending)


def _find_ahead(library: Library, names: Sequence[str], ending: threading.Event) -> None:
    try:
        library.ask("What is it about?")
        for name in names:
            if ending.is_set():
                return
            entry = library.entry(name)
            _ = entry.quotes, entry.people, entry.times, entry.locations
            entry.wording.likely("a word", 1)
    except Exception:
        _log.exception("the articles could not be read through ahead of questions")
