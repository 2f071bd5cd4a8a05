"""From the start to the end of the Discord bot: log in, wait for a gateway that is away, stop when asked to."""

from __future__ import annotations

import asyncio
import logging
import random
import signal
from collections.abc import Iterator
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.articles import open_library
from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.client import ArticleBot
    from bot.settings import Settings
    from index.library import Library

_log = logging.getLogger(__name__)

GRACE = 8.0
"""Seconds for what is under way at the end: systemd and Docker give ten or more."""
_BAD_TOKEN = (
    "Discord does not accept the token: take a fresh one from the developer portal, and set DISCORD_TOKEN to it"  # noqa: S105
)
_AWAY = (OSError, aiohttp.ClientError, TimeoutError, discord.GatewayNotFound, discord.DiscordServerError)


def run(settings: Settings) -> int:
    """Runs the bot until SIGTERM or SIGINT; gives the exit code.

    Raises SettingsError without a token, LibraryError without articles, UsageError for a token that is not accepted.
    """
    token = settings.discord.token()
    discord.utils.setup_logging(level=logging.getLevelNamesMapping()[settings.log.level.upper()], root=True)
    logging.getLogger("discord.client").addFilter(_one_sentence)
    logging.getLogger("discord.app_commands.tree").addFilter(_late_choices)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    library = open_library(settings)
    for problem in library.problems:
        _log.warning("left out: %s", problem)
    asyncio.run(_serve(settings, library, token))
    return 0


async def _serve(settings: Settings, library: Library, token: str) -> None:
    stop = asyncio.Event()
    _on_signals(stop)
    stopping = asyncio.create_task(stop.wait())
    for delay in _delays():
        reason = await _serve_once(settings, library, token, stopping)
        if reason is None:
            return
        _log.warning("Discord is out of reach (%s): trying again in %.0f s", reason, delay)
        await asyncio.wait({stopping}, timeout=delay)


async def _serve_once(settings: Settings, library: Library, token: str, stopping: asyncio.Task[bool]) -> str | None:
    """Runs a client until it is to stop; gives the reason where Discord was out of reach from the beginning."""
    from bot.client import ArticleBot

    if stopping.done():
        return None
    async with ArticleBot(settings, library) as bot:
        serving = asyncio.create_task(bot.start(token))
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if stopping.done():
            _log.info("stopping")
            await bot.finish(GRACE)
            await asyncio.wait({serving}, timeout=GRACE)
            serving.cancel()
            return None
        return _why_ended(bot, serving)


def _why_ended(bot: ArticleBot, serving: asyncio.Task[None]) -> str | None:
    """The reason to try again. Raises what trying again would not mend."""
    try:
        serving.result()
    except discord.LoginFailure as error:
        raise UsageError(_BAD_TOKEN) from error
    except discord.ConnectionClosed as error:
        if error.code == 4004:
            raise UsageError(_BAD_TOKEN) from error
        raise UsageError(f"Discord has ended the connection for good: {error}") from error
    except AttributeError as error:
        # discord.py asks its first gateway connection where to resume, though there has been none yet.
        if bot.ws is None and isinstance(error.__context__, _AWAY):
            return _brief(error.__context__)
        raise
    except _AWAY as error:
        return _brief(error)
    return "the connection ended"


def _brief(error: BaseException) -> str:
    return str(error) or type(error).__name__


def _delays() -> Iterator[float]:
    """Seconds to wait: 1, 2, 4 … 60, each up to a quarter longer so that bots do not come back all at once."""
    delay = 1.0
    while True:
        yield delay * (1 + random.random() / 4)
        delay = min(60.0, delay * 2)


def _on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))


def _one_sentence(record: logging.LogRecord) -> bool:
    """A lost gateway is no bug: discord.py's traceback for it becomes a sentence."""
    if record.exc_info and "Attempting a reconnect" in str(record.msg):
        record.msg = f"the gateway was lost ({_brief(record.exc_info[1] or Exception())}). {record.msg}"
        record.levelno, record.levelname, record.exc_info = logging.WARNING, "WARNING", None
    return True


def _late_choices(record: logging.LogRecord) -> bool:
    """Choices that came after Discord had given up are no bug either: whoever typed went on typing."""
    error = record.exc_info[1] if record.exc_info else None
    if "in autocomplete" in str(record.msg) and isinstance(error, discord.NotFound):
        record.msg, record.args = "choices came too late", ()
        record.levelno, record.levelname, record.exc_info = logging.WARNING, "WARNING", None
    return True
