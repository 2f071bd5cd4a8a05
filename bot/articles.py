"""Opens the articles as the settings say. The one place where settings meet the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import UsageError
from bot.paths import is_file, is_folder, typed_path

if TYPE_CHECKING:
    from bot.settings import Settings
    from index.library import Entry, Library


def open_library(settings: Settings, article: str | None = None) -> Library:
    """The articles of the seeds folder; or the one that `--article NAME|PATH` names.

    Raises index.library.LibraryError where nothing can be read, UsageError for an article that there is not.
    """
    from index.answer import Answerer  # late: numpy and the models are slow to import
    from index.finders import Tools
    from index.library import Library

    answers, limit, published = settings.answers, settings.limits.article_bytes, settings.published
    answerer = Answerer(strictness=answers.strictness, tools=Tools(answers.reader))
    file = file_named(article)
    if file is not None:
        return Library.load_file(file, answerer, limit, published)
    library = Library.load(settings.seeds, answerer, limit, published)
    if article is None:
        return library
    entry = entry_of(library, article)
    return Library(library.folder, [entry], answerer.for_articles([entry.article]), library.problems, limit, published)


def file_named(article: str | None) -> Path | None:
    """The file that `--article NAME|PATH` points at, if it is a path. Raises UsageError where there is none."""
    if article is None:
        return None
    path = typed_path(article)
    if is_file(path):
        return path
    if is_folder(path):
        raise UsageError(f"{article} is a folder: name one article's file in it")
    if path.is_absolute() or path.suffix.lower() in {".txt", ".md"}:
        raise UsageError(f"there is no file {article}: name a file that is, or a title from `article-bot articles`")
    return None


def entry_of(library: Library, article: str) -> Entry:
    """By name or title. Raises UsageError that names what there is."""
    try:
        return library.entry(article)
    except KeyError:
        near = ", ".join(f"“{a.title}”" for a in library.suggest(article, 3))
        raise UsageError(f"there is no article “{article}”: try {near}, or see `article-bot articles`") from None
