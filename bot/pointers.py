"""What a button remembers: places in articles, written into the hundred characters of a custom id.

A pointer is a pair of a tag and an item. The tag names one version of one article, so that a button of last week
never shows words of a text that has changed since. Items are numbers in base 36: `4.0.1c` is paragraph 4,
characters 0 to 48; `3-9` stands for the items 3 to 9. Packed, a tag is written once for the items that follow it.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from hashlib import blake2s

from bot.errors import UsageError
from index.article import Citation, Place
from index.library import Entry, Library

Pointer = tuple[str, str]

TAG_MARK = "#"
"""Before a tag that stands where an article's name could."""
TAG = re.compile(r"#[a-z2-7]{8}")
"""Such a tag, with its mark."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PLACES: dict[Place, str] = {"title": "T", "deck": "D", "byline": "B", "note": "N"}
_BY_LETTER = {letter: place for place, letter in _PLACES.items()}
_GROUP = re.compile(r"([a-z2-7]{8})([0-9a-zTDBN.,-]*)")


class StaleError(UsageError):
    """A pointer to words that are no longer there, or that never were."""

    what = "The article behind this card has been changed or removed since."

    def __init__(self) -> None:
        super().__init__(self.what.removesuffix(".") + ": ask again.")


NAME_TAG = 5
"""Characters of a tag of a name alone: enough to tell the articles of one library apart."""


def tag_of(entry: Entry) -> str:
    """Eight characters for this version of this article."""
    return _hash(f"{entry.article.name}\0{entry.digest}")


def name_tag(name: str) -> str:
    """Five characters for an article of that name, whatever its text becomes."""
    return _hash(name)[:NAME_TAG]


def _hash(text: str) -> str:
    return base64.b32encode(blake2s(text.encode("utf-8", "replace"), digest_size=5).digest()).decode().lower()


def entry_tagged(library: Library, tag: str) -> Entry:
    """Raises StaleError where the library has no such version of an article."""
    for name in library.names:
        entry = library.entry(name)
        if tag_of(entry) == tag:
            return entry
    raise StaleError


def tags_in(packed: str) -> tuple[str, ...]:
    """The articles that a packed state speaks of. Raises StaleError for what `pack` did not write."""
    return tuple(dict.fromkeys(tag for tag, _ in unpack(packed)))


def number36(number: int) -> str:
    """In base 36."""
    digits = ""
    while number or not digits:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits


def pointer_to(entry: Entry, citation: Citation) -> Pointer:
    """To the cited words."""
    place = _PLACES.get(citation.place) or number36(int(citation.place))
    return tag_of(entry), f"{place}.{number36(citation.start)}.{number36(citation.end)}"


def citation_at(library: Library, pointer: Pointer) -> Citation:
    """The words that `pointer_to` pointed to. Raises StaleError where there are none."""
    article = entry_tagged(library, pointer[0]).article
    try:
        place, start, end = pointer[1].split(".")
        citation = Citation(article.name, _BY_LETTER.get(place) or int(place, 36), int(start, 36), int(end, 36))
        inside = 0 <= citation.start < citation.end <= len(article.at(citation.place).text)
    except (ValueError, KeyError):
        raise StaleError from None
    if not inside:
        raise StaleError
    return citation


def ranges(numbers: Iterable[int]) -> Iterator[str]:
    """Items for numbers in their order, runs of successive ones as one item."""
    first = last = -2
    for number in numbers:
        if number != last + 1:
            if first >= 0:
                yield _range(first, last)
            first = number
        last = number
    if first >= 0:
        yield _range(first, last)


def _range(first: int, last: int) -> str:
    return number36(first) if first == last else f"{number36(first)}-{number36(last)}"


def spread(pointers: Iterable[Pointer], most: int = 5000) -> list[tuple[str, int]]:
    """Undoes `ranges`: one number each. Raises StaleError for what `ranges` did not write."""
    numbers: list[tuple[str, int]] = []
    for tag, item in pointers:
        try:
            first, last = (int(end, 36) for end in item.split("-")) if "-" in item else (int(item, 36),) * 2
        except ValueError:
            raise StaleError from None
        numbers += [(tag, number) for number in range(first, min(last, first + most) + 1)]
    return numbers


def pack(pointers: Iterable[Pointer], room: int) -> str:
    """As many of them, from the first on, as fit into `room` characters."""
    packed, current = "", ""
    for tag, item in pointers:
        more = f",{item}" if tag == current else f"!{tag}{item}" if packed else f"{tag}{item}"
        if len(packed) + len(more) > room:
            break
        packed, current = packed + more, tag
    return packed


def unpack(packed: str) -> list[Pointer]:
    """What `pack` wrote; an article alone is a pointer with an empty item. Raises StaleError for anything else."""
    pointers: list[Pointer] = []
    for group in packed.split("!"):
        match = _GROUP.fullmatch(group)
        if match is None:
            raise StaleError
        pointers += [(match[1], item) for item in match[2].split(",")]
    return pointers
