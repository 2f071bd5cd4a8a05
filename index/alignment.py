"""Asked words beside an article's: what is the same, what differs, and how alike they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from index.article import Citation
from index.language import STOP_WORDS
from index.wording import Document, Word

_MISSPELT = 75.0
"""From this likeness of letters (0 to 100) on, one word is the other misspelt."""
_LITTLE = 0.3
"""What a stop word counts, a word that says something being 1."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Asked words `asked` (first, end) stand for the document's words `found` (first, end); either may be none."""

    asked: tuple[int, int]
    found: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Words `first` to `last` (exclusive) of a document beside all that is asked."""

    document: Document
    first: int
    last: int
    same: tuple[tuple[int, int], ...]
    """Pairs of an asked word and the document's word that is the same."""
    edits: tuple[Edit, ...]
    likeness: float
    """0 to 1: twice the weight of what is the same, over the weight of both."""

    @classmethod
    def of_equal(cls, document: Document, first: int, count: int) -> Alignment:
        """All words the same, from a word of the document on."""
        return cls(document, first, first + count, tuple((i, first + i) for i in range(count)), (), 1.0)

    def cited(self, article: str) -> tuple[Citation, ...]:
        """The document's words."""
        return self.document.cite(article, self.first, self.last)


def likeness(asked: Sequence[Word], document: Document) -> float:
    """How alike the document's likest stretch may be: quick, to choose whom to align."""
    forms = [word.form for word in asked]
    start, end = _window(forms, document.forms)
    left = list(document.forms[start:end])
    shared = 0.0
    for form in forms:
        if form in left:
            left.remove(form)
            shared += _weight(form)
    return shared / sum(map(_weight, forms))


def align(asked: Sequence[Word], document: Document) -> Alignment | None:
    """The stretch of the document that is most like the asked words; None where nothing is alike."""
    forms = [word.form for word in asked]
    start, end = _window(forms, document.forms)
    pairs = [(a, b + start) for a, b in _pairs(forms, document.forms[start:end])]
    alike = [i for i, (a, b) in enumerate(pairs) if fuzz.ratio(forms[a], document.forms[b]) >= _MISSPELT]
    if not alike:
        return None
    pairs = pairs[_reach(pairs, document, alike[0], -1) : _reach(pairs, document, alike[-1], 1) + 1]
    same = tuple((a, b) for a, b in pairs if forms[a] == document.forms[b])
    return Alignment(document, pairs[0][1], pairs[-1][1] + 1, same, *_compared(forms, document.forms, pairs))


def _reach(pairs: list[tuple[int, int]], document: Document, at: int, step: int) -> int:
    """The last pair of other words right beside the outermost that are alike: “to swim” stands for “to row”."""
    for _ in range(_BESIDE):
        if not 0 <= at + step < len(pairs):
            break
        (a, b), (c, d) = pairs[at], pairs[at + step]
        (place, one), (other_place, other) = document.words[min(b, d)], document.words[max(b, d)]
        if (c - a, d - b) != (step, step) or place != other_place or other.start - one.end != 1:
            break
        at += step
    return at


_BESIDE = 2
"""Words."""


def _window(asked: list[str], found: list[str]) -> tuple[int, int]:
    """Where in a document to look: the run of as many words that is most alike, and some on either side."""
    if len(found) <= len(asked):
        return 0, len(found)
    best = fuzz.partial_ratio_alignment(asked, found)
    if best is None:
        return 0, len(found)
    margin = 3 + len(asked) // 3
    return max(0, best.dest_start - margin), min(len(found), best.dest_end + margin)


def _pairs(asked: list[str], found: list[str]) -> list[tuple[int, int]]:
    """Words that stand for each other, in order.

    The cheapest alignment (Needleman and Wunsch 1970) where a misspelt word costs as much as its letters differ, and the
    found words before the first pair and after the last cost nothing. A word put in between costs little: “do know”
    must stay beside “do not know”, not be cut to “know”.
    """
    if len(asked) * len(found) > _CELLS:
        return _roughly(asked, found)
    alike = process.cdist(asked, found, scorer=fuzz.ratio, score_cutoff=_MISSPELT) / 100
    row = [0.0] * (len(found) + 1)
    moves: list[bytearray] = []
    for i, likes in enumerate(alike.tolist()):
        above, row = row, [row[0] + _COST_DROP]
        move = bytearray(len(found) + 1)
        inner = i + 1 < len(asked)
        for j, like in enumerate(likes):
            replace = above[j] + (1 - like if like else _COST_REPLACE)
            left_out, put_in = above[j + 1] + _COST_DROP, row[j] + (_COST_PUT if inner else 0.0)
            cost = min(replace, left_out, put_in)
            move[j + 1] = _PAIR if cost == replace else _DROP if cost == left_out else _PUT
            row.append(cost)
        moves.append(move)
    pairs: list[tuple[int, int]] = []
    i, j = len(asked), len(found)
    while i and j:
        step = moves[i - 1][j]
        if step == _PAIR:
            pairs.append((i - 1, j - 1))
        i, j = i - (step != _PUT), j - (step != _DROP)
    return pairs[::-1]


_DROP, _PAIR, _PUT = 0, 1, 2
_COST_DROP, _COST_REPLACE, _COST_PUT = 1.0, 0.95, 0.15
_CELLS = 40_000
"""Of more, some tenths of a second, the alignment is only the one of fewest changes."""


def _roughly(asked: list[str], found: list[str]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for op in Levenshtein.opcodes(asked, found):
        if op.tag in ("equal", "replace"):
            pairs += zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True)
    return pairs


def _weight(form: str) -> float:
    return _LITTLE if form in STOP_WORDS else 1.0


def _compared(asked: list[str], found: list[str], pairs: Sequence[tuple[int, int]]) -> tuple[tuple[Edit, ...], float]:
    """What differs, and the likeness of all that is asked and what it is paired with."""
    edits: list[Edit] = []
    same = 0.0
    a, b = 0, pairs[0][1]
    for one, other in pairs:
        if one > a or other > b:
            edits.append(Edit((a, one), (b, other)))
        if asked[one] != found[other]:
            edits.append(Edit((one, one + 1), (other, other + 1)))
        likeness = fuzz.ratio(asked[one], found[other])
        if likeness >= _MISSPELT:
            same += likeness / 100 * (_weight(asked[one]) + _weight(found[other]))
        a, b = one + 1, other + 1
    if a < len(asked):
        edits.append(Edit((a, len(asked)), (b, b)))
    total = sum(map(_weight, asked)) + sum(map(_weight, found[pairs[0][1] : b]))
    return tuple(_merged(edits)), same / total if total else 0.0


def _merged(edits: Sequence[Edit]) -> list[Edit]:
    """Edits that touch are one."""
    merged: list[Edit] = []
    for edit in edits:
        if merged and merged[-1].asked[1] == edit.asked[0] and merged[-1].found[1] == edit.found[0]:
            merged[-1] = Edit((merged[-1].asked[0], edit.asked[1]), (merged[-1].found[0], edit.found[1]))
        else:
            merged.append(edit)
    return merged
