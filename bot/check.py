"""`article-bot check`: whether all is there that the bot needs, and how to mend what is not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.articles import open_library
from bot.errors import UsageError
from bot.memory import database_of
from bot.paths import is_file, is_folder
from bot.settings import Settings, SettingsError
from bot.words import count
from index.finders import Tools
from index.library import LibraryError


@dataclass(frozen=True)
class Finding:
    """One thing looked at."""

    subject: str
    good: bool
    words: str


def findings(config: Path | None) -> Iterator[Finding]:
    """Looks at the settings first; at the rest only where these can be read."""
    try:
        settings = Settings.load(config)
    except SettingsError as error:
        yield Finding("settings", False, str(error))
        return
    yield Finding("settings", True, "all keys are known and well formed")
    yield from _articles(settings)
    yield _reader(settings)
    yield _state(settings)
    yield _memory(settings)
    yield _token(settings)


def _articles(settings: Settings) -> Iterator[Finding]:
    try:
        library = open_library(settings)
    except LibraryError as error:
        yield Finding("articles", False, str(error))
        return
    paragraphs = sum(len(library.entry(n).article.body) for n in library.names)
    size = f"{count(len(library.names), 'article')}, {count(paragraphs, 'paragraph')}"
    yield Finding("articles", True, f"{size} in {settings.seeds}")
    for problem in library.problems:
        yield Finding("articles", False, str(problem))


def _reader(settings: Settings) -> Finding:
    """Without the trained reader the bot answers too, but worse than the settings ask for."""
    missing = Tools(settings.answers.reader).missing
    if missing:
        return Finding("reader", False, f"{missing}; or set answers.reader to plain in config.yaml")
    trained = "the trained reader" if settings.answers.reader == "auto" else "words alone, as answers.reader says"
    return Finding("reader", True, trained)


def _state(settings: Settings) -> Finding:
    """The nearest folder that exists must be writable: the rest is made when needed."""
    folder = next(p for p in (settings.state, *settings.state.parents) if is_folder(p) or is_file(p))
    if is_folder(folder) and os.access(folder, os.W_OK):
        return Finding("state", True, f"{settings.state}")
    return Finding(
        "state", False, f"{settings.state} cannot be written: name another folder under state in config.yaml"
    )


def _memory(settings: Settings) -> Finding:
    """Looks at the database, and leaves it as it is."""
    if not settings.memory.enabled:
        return Finding("memory", True, "none is kept, as memory.enabled says")
    from bot.store.migrate import condition, named

    try:
        url = database_of(settings)
        state = condition(url)
    except UsageError as error:
        return Finding("memory", False, str(error))
    what = {"new": "made at the first start", "older": "brought up to date at the next start", "current": "opens well"}
    return Finding("memory", True, f"{named(url)}, {what[state]}")


def _token(settings: Settings) -> Finding:
    try:
        settings.discord.token()
    except SettingsError as error:
        return Finding("token", False, f"{error} (only `article-bot run` needs one)")
    return Finding("token", True, "found")
