"""Many articles by name; replaced whole, never half."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from index.answer import Answer
from index.article import Article, Citation
from index.people import Person, find_people
from index.quotes import Quote, find_quotes


class LibraryError(Exception):
    """No article could be read; the message says why and what to do."""


@dataclass(frozen=True)
class Problem:
    """A file that was left out, and why."""

    file: str
    reason: str


@dataclass(frozen=True)
class Changes:
    """What a reread found, by article name."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]
    articles: int
    paragraphs: int
    milliseconds: float


@dataclass(frozen=True)
class Entry:
    """An article of the library with what is found in it, each found when first asked for."""

    article: Article
    digest: str

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Its quotations, in reading order."""
        return find_quotes(self.article)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Its people, by first mention."""
        return find_people(self.article)


class Library:
    """Immutable: a reread makes a new library, so that whoever holds the old one is served to the end."""

    def __init__(self, folder: Path, entries: Sequence[Entry], problems: Sequence[Problem] = ()) -> None:
        self.folder = folder
        self.problems = tuple(problems)
        self._entries = {e.article.name: e for e in entries}

    @classmethod
    def load(cls, folder: Path) -> Library:
        """Reads every .txt and .md file of `folder`. Raises LibraryError where none can be read."""
        raise NotImplementedError

    def reread(self) -> tuple[Library, Changes]:
        """A new library of what the folder holds now. Raises LibraryError, and this one stays good."""
        raise NotImplementedError

    @property
    def names(self) -> tuple[str, ...]:
        """The articles' names, in order."""
        return tuple(self._entries)

    def entry(self, name: str | None = None) -> Entry:
        """By name, title or a spelling near either; without a name the first. Raises KeyError where none is near."""
        raise NotImplementedError

    def suggest(self, typed: str, limit: int = 25) -> tuple[Article, ...]:
        """Articles for completion: those whose title or name is nearest to what was typed."""
        raise NotImplementedError

    def ask(self, question: str, article: str | None = None) -> Answer:
        """Answers from one article, or from all. Raises KeyError for a name that no article bears."""
        raise NotImplementedError

    def text(self, citation: Citation) -> str:
        """The cited words."""
        return self._entries[citation.article].article.slice(citation)
