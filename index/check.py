"""Whether words that somebody quotes stand in an article: word for word, nearly, or not at all; and who said them.

Words are compared without case, accents, the shape of quotation marks and dashes, white space, and punctuation at their
ends. A passage is found word for word by a search over the whole article. Else the paragraphs that share most of the
rarer words (BM25) are aligned with what is asked, word by word, and the most alike of them is near, or nothing is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from index.alignment import Alignment, align, likeness
from index.article import Citation
from index.claims import Claim, Span, claims_in
from index.language import terms
from index.library import Entry
from index.lookup import FITS, match_people
from index.people import Person
from index.quotes import Quote
from index.wording import punctuation

Verdict = Literal["verbatim", "near", "absent"]

NEAR = 0.58
"""From this likeness (0 to 1, see `index.alignment`) on, a passage is nearly what was asked."""

_READ, _READ_IN_ALL = 12, 24
"""Paragraphs, of an article and of all, that are compared with what is asked."""
_ALIGNED = 4
"""Paragraphs, the likest of those, that are aligned with it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Characters `asked` (start, end) of the asked text stand for the words `found`; where nothing does, one is empty or None."""

    asked: Span
    found: Citation | None


@dataclass(frozen=True, slots=True)
class Checked:
    """One stretch of the asked text, and what the articles know of it."""

    start: int
    end: int
    """Characters of the asked text."""
    verdict: Verdict
    likeness: float
    passage: tuple[Citation, ...] = ()
    """The words of the article; several citations where a speech tag breaks them."""
    differences: tuple[Difference, ...] = ()
    quote: Quote | None = None
    """The quotation that holds the passage; None where these are the writer's own words."""
    claimed: Span | None = None
    """Characters of the asked text that name who is said to have said it."""
    claimed_person: Person | None = None
    """Who that is in the article."""


def check_quote(text: str, entries: Sequence[Entry]) -> tuple[Checked, ...]:
    """Checks each quotation in `text`, or all of it where it quotes nothing; empty where it has no words."""
    return tuple(_check(text, claim, entries) for claim in claims_in(text))


def _check(text: str, claim: Claim, entries: Sequence[Entry]) -> Checked:
    found = _exact(text, claim, entries) or _near(text, claim, entries)
    start, end = claim.words[0].start, claim.words[-1].end
    if found is None:
        return Checked(start, end, "absent", 0.0, claimed=claim.who)
    entry, alignment = found
    differences = tuple(sorted(_differences(text, claim, entry, alignment), key=lambda d: d.asked))
    passage = alignment.cited(entry.article.name)
    named = text[slice(*claim.who)] if claim.who else ""
    # A pronoun names nobody, though names begin like it.
    match = next(iter(match_people(entry.article, entry.people, named)), None) if terms(named) else None
    return Checked(
        start,
        end,
        "near" if differences else "verbatim",
        alignment.likeness,
        passage,
        differences,
        entry.wording.quote_holding(passage),
        claim.who,
        match.person if match and match.score >= FITS else None,
    )


def _exact(text: str, claim: Claim, entries: Sequence[Entry]) -> tuple[Entry, Alignment] | None:
    """Where the words stand in a row: rather in a quotation than outside, rather with the same punctuation than with other."""
    forms = [word.form for word in claim.words]
    best: tuple[tuple[bool, bool], Entry, Alignment] | None = None
    for entry in entries:
        for document, first in entry.wording.exact(forms):
            alignment = Alignment.of_equal(document, first, len(forms))
            held = entry.wording.quote_holding(alignment.cited(entry.article.name)) is not None
            rank = (held, not any(_differences(text, claim, entry, alignment)))
            if best is None or rank > best[0]:
                best = (rank, entry, alignment)
            if all(rank):
                return entry, alignment
    return best[1:] if best else None


def _near(text: str, claim: Claim, entries: Sequence[Entry]) -> tuple[Entry, Alignment] | None:
    asked = text[claim.words[0].start : claim.words[-1].end]
    likely = [(score, entry, d) for entry in entries for score, d in entry.wording.likely(asked, _READ)]
    likely.sort(key=lambda found: -found[0])
    ranked = sorted(likely[:_READ_IN_ALL], key=lambda found: -likeness(claim.words, found[2]))
    best: tuple[Entry, Alignment] | None = None
    for _, entry, document in ranked[:_ALIGNED]:
        alignment = align(claim.words, document)
        if alignment and alignment.likeness > (best[1].likeness if best else NEAR):
            best = (entry, alignment)
    return best


def _differences(text: str, claim: Claim, entry: Entry, alignment: Alignment) -> Iterator[Difference]:
    """Words that differ, and punctuation between words that do not."""
    document, asked, name = alignment.document, claim.words, entry.article.name
    for edit in alignment.edits:
        first, last = edit.asked
        at = asked[first].start if first < len(asked) else asked[-1].end
        span = (at, asked[last - 1].end if last > first else at)
        cited = document.cite(name, *edit.found)
        yield Difference(span, cited[0] if cited else None)
        yield from (Difference((span[1], span[1]), more) for more in cited[1:])
    for (a, b), (c, d) in pairwise(alignment.same):
        if c != a + 1 or d != b + 1 or c in claim.joints or d in document.joints:
            continue
        (place, left), (_, right) = document.words[b], document.words[d]
        ours = entry.article.at(place).text[left.end : right.start]
        if punctuation(text[asked[a].end : asked[c].start]) != punctuation(ours):
            yield Difference((asked[a].end, asked[c].start), Citation(name, place, left.end, right.start))
