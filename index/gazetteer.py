"""Names of places that are known beforehand, read once from `index/data/places.txt`."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

Kind = Literal["countries", "regions", "abbreviations", "cities", "ambiguous"]
Key = tuple[str, ...]
"""The folded words of a name."""

_SAME = {"saint": "st", "mount": "mt", "fort": "ft"}
_ONE_COUNTRY: dict[Key, Key] = {
    ("us",): ("united", "states"),
    ("usa",): ("united", "states"),
    ("united", "states", "of", "america"): ("united", "states"),
    ("uk",): ("united", "kingdom"),
    ("great", "britain"): ("britain",),
    ("dc",): ("washington",),
    ("kiev",): ("kyiv",),
    ("new", "york", "city"): ("new", "york"),
}


def fold(word: str) -> str:
    """Lower case, without accents, full stops and what shortens: `St.` and `Saint` are one."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
    bare = "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace(".", "")
    return _SAME.get(bare, bare)


@cache
def kinds() -> dict[Key, Kind]:
    """The kind of each name; what stands in several sections is of the last."""
    found: dict[Key, Kind] = {}
    section: Kind = "cities"
    for line in (files("index") / "data" / "places.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")  # type: ignore[assignment]
        elif not line.startswith("#"):
            for name in line.split():
                if section != "abbreviations":
                    found[tuple(map(fold, name.split("_")))] = section
    return found


@cache
def abbreviations() -> frozenset[str]:
    """Of states and provinces, as written."""
    text = (files("index") / "data" / "places.txt").read_text("utf-8")
    return frozenset(text.partition("[abbreviations]\n")[2].partition("\n\n")[0].replace("_", " ").split())


@cache
def longest() -> dict[str, int]:
    """How many words the longest name has that starts with a word."""
    most: dict[str, int] = {}
    for key in kinds():
        most[key[0]] = max(most.get(key[0], 0), len(key))
    return most


def identity(key: Sequence[str]) -> Key:
    """One key for the several names of a place: `US` is the United States."""
    return _ONE_COUNTRY.get(tuple(key), tuple(key))
