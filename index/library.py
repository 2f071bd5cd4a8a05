"""Many articles by name; replaced whole, never half."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from rapidfuzz import fuzz, process, utils

from index.answer import Answer, Answerer
from index.article import Article, ArticleError, Citation
from index.calibration import Strictness
from index.files import DEFAULT_MAX_BYTES, SUFFIXES, article_files, article_from_bytes, digest, read_bytes
from index.named import Names
from index.people import Person, find_people
from index.places import Location, find_locations
from index.quotes import Quote, find_quotes
from index.segments import Segment
from index.times import Time, find_times
from index.vectors import StaticVectors
from index.wording import Wording

NEAR_ENOUGH = 75
"""Likeness (0 to 100, rapidfuzz's WRatio) at which a misspelt article name is taken for the one meant."""

Progress = Callable[[int, int], None]
"""Takes how much is done, and of how much."""


def _unseen(_done: int, _of: int) -> None:
    """For whom nobody waits."""


class LibraryError(Exception):
    """No article could be read; the message says why and what to do."""


@dataclass(frozen=True)
class Problem:
    """A file that was left out, and why."""

    file: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file} was left out: {self.reason}"


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

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """Its dates, days and spans of time, in reading order."""
        return find_times(self.article, self.people)

    @cached_property
    def locations(self) -> tuple[Location, ...]:
        """Its places, by first mention."""
        return find_locations(self.article, self.people)

    @cached_property
    def names(self) -> Names:
        """What it names, to be found in questions."""
        return Names(self.article, self.people, self.locations)

    @cached_property
    def wording(self) -> Wording:
        """Its words, to check quotations against."""
        return Wording(self.article, self.quotes)

    @cached_property
    def segment(self) -> Segment:
        """Its index, for libraries that are joined of entries."""
        return Segment([self.article])

    @classmethod
    def of(cls, name: str, data: bytes) -> Entry:
        """Of a file's bytes. Raises ArticleError."""
        return cls(article_from_bytes(name, data), digest(data))


class Library:
    """Immutable: a reread makes a new library, so that whoever holds the old one is served to the end.

    >>> library = Library.load(Path("seeds"))  # doctest: +SKIP
    >>> answer = library.ask("Who is the NATO chief?")  # doctest: +SKIP
    >>> library.text(answer.sentence)  # doctest: +SKIP
    """

    def __init__(
        self,
        folder: Path,
        entries: Sequence[Entry],
        answerer: Answerer,
        problems: Sequence[Problem] = (),
        max_bytes: int = DEFAULT_MAX_BYTES,
        published: Mapping[str, date] | None = None,
        own: Sequence[str] = (),
    ) -> None:
        """`published`: the dates of articles, by name, that do not say them themselves."""
        self.own = tuple(own)
        """The names of the articles that were joined to others."""
        self.folder = folder
        self.problems = tuple(problems)
        self._entries = {e.article.name: e for e in entries}
        self._answerer = answerer
        self._max_bytes = max_bytes
        self._published = published or {}

    @classmethod
    def load(
        cls,
        folder: Path,
        answerer: Answerer | None = None,
        max_bytes: int = DEFAULT_MAX_BYTES,
        published: Mapping[str, date] | None = None,
    ) -> Library:
        """Reads every .txt and .md file of `folder`. Raises LibraryError where none can be read."""
        return cls(folder, (), answerer or Answerer(), (), max_bytes, published).reread()[0]

    @classmethod
    def load_file(
        cls,
        path: Path,
        answerer: Answerer | None = None,
        max_bytes: int = DEFAULT_MAX_BYTES,
        published: Mapping[str, date] | None = None,
    ) -> Library:
        """A library of one article from anywhere. Raises LibraryError."""
        try:
            data = read_bytes(path, max_bytes)
            entry = Entry(_dated(article_from_bytes(path.stem, data), published or {}), digest(data))
        except ArticleError as error:
            raise LibraryError(f"{path} is no article: {error}") from error
        return cls(path.parent, [entry], (answerer or Answerer()).for_articles([entry.article]), max_bytes=max_bytes)

    def reread(self, only: str | None = None, progress: Progress = _unseen) -> tuple[Library, Changes]:
        """A new library of what the folder holds now. Raises LibraryError, and this one stays good.

        A file that can no longer be read keeps its last good version, and is named among the problems. `only`: the
        name of the one article that is read anew; `progress`: told how many files of how many have been looked at.
        """
        began = time.perf_counter()
        entries, problems = self._read_folder(only, progress)
        articles = [e.article for e in entries]
        before, after = self._entries, {e.article.name: e for e in entries}
        same = before.keys() == after.keys() and all(after[n].digest == e.digest for n, e in before.items())
        answerer = self._answerer if same else self._answerer.for_articles(articles)
        changes = Changes(
            added=tuple(n for n in after if n not in before),
            changed=tuple(n for n, e in after.items() if n in before and before[n].digest != e.digest),
            removed=tuple(n for n in before if n not in after),
            problems=tuple(problems),
            articles=len(articles),
            paragraphs=sum(len(a.body) for a in articles),
            milliseconds=(time.perf_counter() - began) * 1000,
        )
        return Library(self.folder, entries, answerer, problems, self._max_bytes, self._published), changes

    def joined(self, own: Sequence[Entry]) -> Library:
        """A library of `own` articles and, behind them, all of this one's but those whose names `own` ones bear.

        What has been worked out about either serves both libraries, and any other that is joined of them. It is not
        to be reread: this one is, and then joined anew.
        """
        if not own:
            return self
        first = {e.article.name: e for e in own}
        behind = [e for name, e in self._entries.items() if name not in first]
        answerer = self._answerer.over([*(e.segment for e in first.values()), *self._answerer.segments])
        entries = [*first.values(), *behind]
        return Library(self.folder, entries, answerer, self.problems, self._max_bytes, own=tuple(first))

    def _read_folder(self, only: str | None, progress: Progress) -> tuple[list[Entry], list[Problem]]:
        try:
            files = article_files(self.folder)
        except OSError as error:
            raise LibraryError(
                f"the articles' folder {self.folder} cannot be read ({error.strerror}): create it, or set seeds in config.yaml"
            ) from error
        entries: dict[str, Entry] = {}
        problems: list[Problem] = []
        places = {path.stem: place for place, path in reversed(list(enumerate(files)))}
        if only is not None:
            files = [path for path in files if path.stem == only]
            entries = {name: entry for name, entry in self._entries.items() if name != only}
        for number, path in enumerate(files):
            progress(number, len(files))
            name = path.stem
            if name in entries:
                problems.append(Problem(path.name, f"another file is called {name} too: rename one of them"))
                continue
            known = self._entries.get(name)
            try:
                data = read_bytes(path, self._max_bytes)
                mark = digest(data)
                same = known if known and known.digest == mark else None
                entries[name] = same or Entry(_dated(article_from_bytes(name, data), self._published), mark)
            except ArticleError as error:
                problems.append(Problem(path.name, str(error)))
                if known:
                    entries[name] = known
        if not entries:
            why = "; ".join(map(str, problems)) or f"it holds no {' or '.join(sorted(SUFFIXES))} file"
            raise LibraryError(f"no article in {self.folder}: {why}. Put the article there as a text file")
        return sorted(entries.values(), key=lambda e: places.get(e.article.name, len(places))), problems

    @property
    def names(self) -> tuple[str, ...]:
        """The articles' names, in order."""
        return tuple(self._entries)

    def entry(self, name: str | None = None) -> Entry:
        """By name, title or a spelling near either; without a name the first. Raises KeyError where none is near."""
        if name is None:
            return next(iter(self._entries.values()))
        if name in self._entries:
            return self._entries[name]
        near = _nearest(self._entries, name, 1, NEAR_ENOUGH)
        if not near:
            raise KeyError(name)
        return self._entries[near[0]]

    def suggest(self, typed: str, limit: int = 25, among: Collection[str] | None = None) -> tuple[Article, ...]:
        """Articles for completion: those (of the names `among`) whose title or name is nearest to what was typed."""
        entries = {n: e for n, e in self._entries.items() if among is None or n in among}
        names = _nearest(entries, typed, limit, 0) if typed.strip() else list(entries)[:limit]
        return tuple(self._entries[n].article for n in names)

    def ask(self, question: str, article: str | None = None, strictness: Strictness | None = None) -> Answer:
        """Answers from one article, or from all; as strictly as the answerer does, unless said otherwise.

        Raises KeyError for a name that no article bears.
        """
        return self._answerer.ask(question, None if article is None else self.entry(article).article.name, strictness)

    def related(self, text: str, article: str | None = None, count: int = 10) -> tuple[Citation, ...]:
        """Sentences about what a text is about, be it no question; see `index.related`. Raises KeyError."""
        return self._answerer.related(text, None if article is None else self.entry(article).article.name, count)

    @property
    def vectors(self) -> StaticVectors | None:
        """What tells how near words are in meaning; None where this host has only words."""
        return self._answerer.tools.vectors

    def text(self, citation: Citation) -> str:
        """The cited words."""
        return self._entries[citation.article].article.slice(citation)


def _nearest(entries: Mapping[str, Entry], typed: str, limit: int, cutoff: float) -> list[str]:
    """Names of entries whose name or title is like what was typed, the likest first."""
    best: dict[str, float] = {}
    for texts in ({n: n for n in entries}, {n: e.article.title for n, e in entries.items()}):
        for _, score, name in process.extract(
            typed, texts, scorer=fuzz.WRatio, processor=utils.default_process, limit=limit, score_cutoff=cutoff
        ):
            best[name] = max(score, best.get(name, 0.0))
    return sorted(best, key=lambda n: -best[n])[:limit]


def _dated(article: Article, published: Mapping[str, date]) -> Article:
    """What the file says of its date counts first."""
    return article if article.published else replace(article, published=published.get(article.name))
