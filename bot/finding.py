"""Quotations, persons and articles of a library by what somebody typed; a sentence that helps where none fits."""

from __future__ import annotations

from itertools import islice

from rapidfuzz import fuzz, process, utils

from bot.errors import UsageError
from bot.pointers import TAG_MARK, entry_tagged
from index.library import Entry, Library
from index.lookup import FITS, match_people, search_quotes, speakers
from index.people import Person
from index.quotes import Quote

_NAMED = 8
"""Names in a sentence that says what there is."""


def entries(library: Library) -> list[Entry]:
    """All of them, in order."""
    return [library.entry(name) for name in library.names]


def article_named(library: Library, typed: str | None) -> Entry | None:
    """By name, title or the value of a choice; None where nothing was typed. Raises UsageError that names what is near."""
    if not typed or not typed.strip():
        return None
    try:
        return entry_tagged(library, typed[1:]) if typed.startswith(TAG_MARK) else library.entry(typed)
    except KeyError:
        near = " or ".join(f"“{a.title}”" for a in library.suggest(typed, 2))
        raise UsageError(
            f"There is no article “{typed}”: choose from the list while you type, such as {near}."
        ) from None


def quotes_of(entry: Entry) -> list[Quote]:
    """What somebody said; not the words that a writer only holds at arm's length."""
    return [quote for quote in entry.quotes if quote.kind != "scare"]


def find_quotes(library: Library, speaker: str | None, about: str | None) -> list[Quote]:
    """Quotations of a speaker, about a topic, both, or all. Raises UsageError that says who is quoted where none fits."""
    spoken = [(entry, quotes_of(entry)) for entry in entries(library)]
    found = [q for e, quotes in spoken for q in search_quotes(e.article, quotes, speaker, about, e.people)]
    if found:
        return found
    quoted = list(islice(_quoted(library), _NAMED))
    if not any(quotes for _, quotes in spoken):
        raise UsageError("Nobody is quoted word for word.")
    wanted = " about ".join(f"“{part}”" for part in (speaker, about) if part)
    raise UsageError(f"No quotation fits {wanted}. Quoted are {', '.join(quoted) or 'people without names'}.")


def find_people(library: Library, typed: str) -> list[Person]:
    """Persons of that name, the likeliest first. Raises UsageError that says whom it may mean where none fits."""
    found = [match for e in entries(library) for match in match_people(e.article, e.people, typed)]
    found.sort(key=lambda match: -match.score)
    best = [match.person for match in found if match.score >= max(FITS, found[0].score - 3)]
    if best:
        return best
    near = " or ".join(dict.fromkeys(library.text(match.person.name) for match in found[:3]))
    hint = f"did you mean {near}?" if near else "the list while you type shows who is."
    raise UsageError(f"Nobody is named like “{typed}”: {hint}")


def suggest_people(library: Library, typed: str, limit: int) -> list[str]:
    """Names for completion: the likeliest first, or those most often mentioned where nothing was typed."""
    found = [match for e in entries(library) for match in match_people(e.article, e.people, typed, limit)]
    found.sort(key=lambda match: -match.score)
    return list(dict.fromkeys(library.text(match.person.name) for match in found))[:limit]


def suggest_speakers(library: Library, typed: str, limit: int) -> list[str]:
    """Those who are quoted, for completion: the likeliest first, or those most quoted where nothing was typed."""
    names = list(_quoted(library))
    if not typed.strip():
        return names[:limit]
    near = process.extract(
        typed, names, scorer=fuzz.WRatio, processor=utils.default_process, limit=limit, score_cutoff=50
    )
    return [name for name, *_ in near]


def _quoted(library: Library) -> dict[str, None]:
    return dict.fromkeys(name for e in entries(library) for name in speakers(e.article, quotes_of(e)))
