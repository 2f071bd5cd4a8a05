"""Names of places in a text: those of the gazetteer, and those that the words around them make places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.gazetteer import Key, Kind, abbreviations, fold, kinds, longest
from index.intervals import Intervals
from index.lexicon import words
from index.place_words import (
    ABSTRACT,
    APPOSED,
    CITIES_TOO,
    DATELINE,
    DEMONYM,
    DIRECTION,
    FREE,
    FUNCTION,
    GOVERNS_IN,
    HEAD,
    KIND_OF_PLACE,
    LEADING,
    LOCATIVE,
    NEWSPAPERS,
    NO_PLACES,
    NOBLE,
    PARTICLES,
    PARTIES,
    SHORT,
    TAIL,
    THINGS,
    Token,
    tokens_of,
)


@dataclass(frozen=True, slots=True)
class Name:
    """Characters `start` to `end` that name a place; `key` is the place itself, without the state or country after it."""

    start: int
    end: int
    key: Key
    sure: bool
    """Whether these words alone make it a place; else only “in” before it does."""


def find_names(
    text: str, taken: Intervals, known: frozenset[Key] = frozenset(), *, opening: bool = False
) -> list[Name]:
    """The names of places, left to right, none overlapping.

    `taken`: what is named there is something else. `known`: names that other parts of the article have made places.
    `opening`: the text may begin with a dateline.
    """
    return list(_Reading(text, taken, known).names(opening))


class _Reading:
    def __init__(self, text: str, taken: Intervals, known: frozenset[Key]) -> None:
        self.text = text
        self.taken = taken
        self.known = known
        self.tokens = tokens_of(text)
        self.done = 0
        """The tokens before this one belong to names that have been found."""
        self.free = [t.capital and not taken.meet(t.start, t.end) for t in self.tokens]

    def names(self, opening: bool) -> Iterator[Name]:
        at = 0
        dateline = self._dateline() if opening else None
        if dateline:
            yield dateline
            at = next((i for i, t in enumerate(self.tokens) if t.start >= dateline.end), len(self.tokens))
        while at < len(self.tokens):
            found = self._at(at) if self.free[at] else None
            if found is None:
                at += 1
                continue
            name, end = found
            if name is not None:
                yield name
                self.done = end
            at = max(end, at + 1)

    def _dateline(self) -> Name | None:
        match = DATELINE.match(self.text)
        if match is None or (len(match["name"]) < 4 and match["name"] not in ("US", "UK")):
            return None
        key = tuple(fold(w) for w in match["name"].split())
        known = key in kinds()
        end = match.end("name")
        if not known and any(w in words(name) for w in key for name in NO_PLACES):
            return None
        held = self._holder(end)
        return Name(match.start("name"), held or end, key, True)

    def _at(self, first: int) -> tuple[Name | None, int] | None:
        """The name that starts at a token, and the token after it; no name but an end for a run that is something else."""
        listed = self._listed(first)
        if listed:
            last, kind = listed
            start, end, fits = self._around(first, last)
            key = self._key(first, last + 1)
            if not fits:
                return None, last + 1
            held = self._holder(self.tokens[end].end) if kind in ("cities", "ambiguous") or key in CITIES_TOO else None
            led = self._led(first, LEADING) and not self.tokens[last].owner
            if kind == "ambiguous" and not (held or key in self.known or led) and (start, end) == (first, last):
                return None, last + 1
            key = self._key(start, end + 1) if (start, end) != (first, last) else key
            return Name(self.tokens[start].start, held or self.tokens[end].end, key, True), self._after(held, end)
        return self._unlisted(first)

    def _listed(self, first: int) -> tuple[int, Kind] | None:
        """The last token and the kind of the longest name of the gazetteer that starts here."""
        for size in range(min(longest().get(self.tokens[first].fold, 0), len(self.tokens) - first), 0, -1):
            part = self.tokens[first : first + size]
            kind = kinds().get(tuple(t.fold for t in part))
            if (
                kind is None
                or any(t.owner for t in part[:-1])
                or not all(self._adjacent(first + i) for i in range(size - 1))
            ):
                continue
            if size == 1 and kind != "cities" and len(part[0].fold) <= 3 and not part[0].raw.replace(".", "").isupper():
                continue  # “us” is no country
            if any(not t.capital and t.fold not in PARTICLES for t in part):
                continue
            return first + size - 1, kind
        return None

    def _unlisted(self, first: int) -> tuple[Name | None, int] | None:
        token = self.tokens[first]
        if token.fold in FUNCTION and not token.raw.isupper():
            return None
        last = first
        while last + 1 < len(self.tokens) and self._joined(last) and last - first < 4 and not self._listed(last + 1):
            last += 1
        key = self._key(first, last + 1)
        end = self.tokens[last].end
        name = Name(token.start, end, key, True)
        if key in self.known:
            held = self._holder(end)
            return Name(token.start, held or end, key, True), self._after(held, last)
        foreign = any(w in words(n) for w in key if w not in HEAD | DIRECTION for n in NO_PLACES)
        if last > first and key[-1] in TAIL and not all(w in words("demonyms") or w in FUNCTION for w in key[:-1]):
            return name, last + 1
        if last > first and key[0] in HEAD and not foreign:
            return name, last + 1
        if foreign or token.raw.replace(".", "").isupper() or DEMONYM.search(key[-1]):
            return None, last + 1
        of = first > 1 and self.tokens[first - 1].fold == "of" and self.tokens[first - 2].fold in KIND_OF_PLACE
        beside = last + 1 < len(self.tokens) and self._adjacent(last) and self.tokens[last + 1].raw in KIND_OF_PLACE
        led = self._led(first, LEADING)
        if of or (beside and not self.tokens[last].owner):
            return name, last + 1
        if self._home(first, end) or APPOSED.match(self.text, end):
            return name, last + 1
        held = self._holder(end)
        if held and (led or self.text[:held].endswith(".")):
            return Name(token.start, held, key, True), self._after(held, last)
        weak = self._led(first, LOCATIVE) and not self.tokens[last].owner and FREE.match(self.text, end)
        if weak and not self._figurative(first, key):
            return Name(token.start, end, key, False), last + 1
        return None, last + 1

    def _figurative(self, first: int, key: Key) -> bool:
        """Whether “in” belongs to a word before it, or leads to a language, a firm, a magazine, a belief."""
        governor = self.tokens[first - 2].fold if first > 1 and self._adjacent(first - 2) else ""
        if governor == "and" and first > 4 and self.tokens[first - 4].fold == "in":  # “in Vogue and in Forbes”
            governor = self.tokens[first - 5].fold
        return bool(GOVERNS_IN.match(governor) or THINGS & set(key) or ABSTRACT.search(key[-1]))

    def _around(self, first: int, last: int) -> tuple[int, int, bool]:
        """The tokens that belong to the name too, and whether what stands beside it leaves it a name of its own."""
        if first > self.done and self._joined(first - 1):
            before = self.tokens[first - 1].fold
            if before in DIRECTION or before in HEAD:
                first -= 1
            elif not (before in words("titles") or before in words("roles") or before in words("demonyms")):
                return first, last, False
        elif (
            first > 1
            and self.tokens[first - 1].fold == "of"
            and self._adjacent(first - 1)
            and self.tokens[first - 2].capital
        ):
            before = self.tokens[first - 2].fold
            if before in NOBLE or not (
                before in words("titles") or before in words("roles") or before in KIND_OF_PLACE | TAIL | DIRECTION
            ):
                return first, last, False
            if before in HEAD | TAIL and first - 2 >= self.done:
                first -= 2  # the Gulf of Aden is not Aden
        while self._joined(last):
            after = self.tokens[last + 1].fold
            if after not in TAIL:
                person = after in words("titles") or after in words("roles") or after in PARTIES
                return first, last, person and after not in NEWSPAPERS
            last += 1
        return first, last, True

    def _home(self, first: int, end: int) -> bool:
        """“Leonard Tripp, of Crediton,”: where somebody is from."""
        start = self.tokens[first].start
        if start < 6 or not self.text.startswith(", of ", start - 5) or not self.text.startswith((",", ".", ";"), end):
            return False
        return self.taken.meet(start - 6, start - 5) or self.text[start - 6].isdigit()

    def _joined(self, at: int) -> bool:
        """Whether a token and the next are words of one name as it is written."""
        if at + 1 >= len(self.tokens) or not (self._adjacent(at) and self.free[at] and self.free[at + 1]):
            return False
        left, right = self.tokens[at], self.tokens[at + 1]
        plain = left.fold in FUNCTION and not left.raw.isupper() and left.fold not in HEAD
        return not (left.owner or plain or right.fold in FUNCTION)

    def _adjacent(self, at: int) -> bool:
        return at + 1 < len(self.tokens) and self.text[self.tokens[at].end : self.tokens[at + 1].start] == " "

    def _led(self, first: int, leading: frozenset[str]) -> bool:
        before = first - 1
        if before >= 0 and self._adjacent(before) and self.tokens[before].fold in ("the", *DIRECTION):
            before -= 1
        return before >= 0 and self._adjacent(before) and self.tokens[before].fold in leading

    def _holder(self, end: int) -> int | None:
        """Where the state or country ends that follows a comma: “Casper, Wyo.”, “Paris, France”."""
        if not self.text.startswith(", ", end):
            return None
        short = SHORT.match(self.text, end + 2)
        if short and short[1] in abbreviations():
            return short.end(1)
        at = next((i for i, t in self._from(end + 2) if t.start == end + 2), None)
        listed = self._listed(at) if at is not None and self.free[at] else None
        if at is None or listed is None or listed[1] not in ("countries", "regions") or self._joined(listed[0]):
            return None
        return self.tokens[listed[0]].end

    def _from(self, position: int) -> Iterator[tuple[int, Token]]:
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].start < position:
                low = middle + 1
            else:
                high = middle
        return ((i, self.tokens[i]) for i in range(low, min(low + 1, len(self.tokens))))

    def _after(self, held: int | None, last: int) -> int:
        at = last + 1
        while held and at < len(self.tokens) and self.tokens[at].start < held:
            at += 1
        return at

    def _key(self, first: int, end: int) -> Key:
        return tuple(t.fold for t in self.tokens[first:end])
