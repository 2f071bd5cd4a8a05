"""Opens the articles as the settings say. The one place where settings meet the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.settings import Settings
    from index.library import Entry, Library


def open_library(settings: Settings, file: Path | None = None) -> Library:
    """The articles of the seeds folder, or the one in `file`. Raises index.library.LibraryError."""
    from index.answer import Answerer  # late: numpy and the models are slow to import
    from index.finders import finder_named
    from index.library import Library

    answers = settings.answers
    answerer = Answerer(strictness=answers.strictness, finder=finder_named(answers.reader))
    limit = settings.limits.article_bytes
    return Library.load(settings.seeds, answerer, limit) if file is None else Library.load_file(file, answerer, limit)


def file_named(article: str | None) -> Path | None:
    """The file that `--article NAME|PATH` points at, if it is a path. Raises UsageError where there is none."""
    if article is None:
        return None
    path = Path(article).expanduser()
    if path.is_file():
        return path
    if path.is_dir():
        raise UsageError(f"{article} is a folder: name one article's file in it")
    if path.is_absolute() or path.suffix.lower() in {".txt", ".md"}:
        raise UsageError(f"there is no file {article}: name a file that is, or a title from `article-bot articles`")
    return None


def entry_of(library: Library, article: str | None) -> Entry:
    """By name or title; the first without one. Raises UsageError that names what there is."""
    try:
        return library.entry(article)
    except KeyError:
        near = ", ".join(f"“{a.title}”" for a in library.suggest(article or "", 3))
        raise UsageError(f"there is no article “{article}”: try {near}, or see `article-bot articles`") from None
