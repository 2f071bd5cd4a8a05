"""The finders by name, as settings give them."""

from __future__ import annotations

from typing import Literal

from index.candidates import Finder
from index.plain import PlainFinder

FinderName = Literal["auto", "plain"]


def finder_named(name: str) -> Finder:
    """The finder of that name; “auto” is the best that this host can run. Raises ValueError for an unknown one."""
    if name in ("auto", "plain"):
        return PlainFinder()
    raise ValueError(f"there is no finder {name!r}")
