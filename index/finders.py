"""The trained parts that this host can run, by the name that settings give them; loaded when first used."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from index.candidates import Finder
from index.model_files import ModelUnavailableError
from index.plain import PlainFinder
from index.reader_finder import ReaderFinder
from index.vectors import StaticVectors

ToolName = Literal["auto", "plain"]


@dataclass(frozen=True)
class Tools:
    """What finds answers: “auto”, the trained reader and vectors where they can be had, or “plain”, words alone."""

    name: ToolName = "auto"

    @cached_property
    def missing(self) -> str | None:
        """Why the trained parts cannot be used here, and what to do; None where they can, or are not asked for."""
        if self.name == "plain":
            return None
        try:
            _trained()
        except ModelUnavailableError as error:
            return str(error)
        return None

    @property
    def finder(self) -> Finder:
        """The best finder there is."""
        return PlainFinder() if self.name == "plain" or self.missing else _trained()[0]

    @property
    def vectors(self) -> StaticVectors | None:
        """None for words alone."""
        return None if self.name == "plain" or self.missing else _trained()[1]


@lru_cache(maxsize=1)
def _trained() -> tuple[ReaderFinder, StaticVectors]:
    """One copy for all libraries of the process."""
    from index.reader import TrainedReader  # late: not before the first question

    return ReaderFinder(TrainedReader.load()), StaticVectors.load()
