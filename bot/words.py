"""The bot's own words, the same in Discord and in the terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from index.article import Citation
from index.check import Checked, Verdict
from index.dates import Range
from index.library import Library
from index.speaker import speaker_of

ONE_QUESTION = "Only the first question was answered: ask one at a time."
CLOSEST = "The closest it comes:"
UNCLEAR = "Speaker unclear"
CHECK = "Check this quote"
ASK_ABOUT = "Ask about this"
VERDICTS: dict[Verdict, str] = {
    "verbatim": "Word for word",
    "near": "Nearly: the words in bold differ",
    "absent": "Not in the article",
}
NOTHING_TO_CHECK = "There are no words to check."
WRITERS_OWN = "Nobody is quoted there: these are the writer’s own words."

_PLACES = {"title": "title", "deck": "deck", "byline": "byline", "note": "author’s note"}


def place_of(citation: Citation) -> str:
    """`¶ 8`, or the part's name."""
    return _PLACES[citation.place] if isinstance(citation.place, str) else f"¶ {citation.place}"


def places_of(citations: Sequence[Citation], most: int = 25) -> str:
    """`¶ 1, 2, 4, deck`."""
    places = list(dict.fromkeys(place_of(c) for c in citations))
    numbers = [place.removeprefix("¶ ") for place in places if place.startswith("¶")]
    named = [place for place in places if not place.startswith("¶")]
    shown = ", ".join([*numbers[:most], *(["…"] if len(numbers) > most else []), *named])
    return f"¶ {shown}" if numbers else shown


def refusal(library: Library) -> str:
    """That the articles do not say."""
    return "The articles do not say." if len(library.names) > 1 else "The article does not say."


def about_it(library: Library) -> str:
    """Before what the articles say about a message."""
    return f"What the {_articles(library)} about it:"


def nothing_about_it(library: Library) -> str:
    """That the articles do not say anything about a message."""
    return f"The {_articles(library)} nothing about it."


def _articles(library: Library) -> str:
    return "articles say" if len(library.names) > 1 else "article says"


def verdict_on(checked: Checked, library: Library) -> str:
    """Whether the words stand in the articles."""
    absent = "Not in the articles" if len(library.names) > 1 else VERDICTS["absent"]
    return absent if checked.verdict == "absent" else VERDICTS[checked.verdict]


def said_by_whom(checked: Checked, library: Library, text: str) -> str:
    """Who said the words in the article, and whom the message names, for the reader to compare; empty where nobody did."""
    if checked.verdict == "absent":
        return ""
    if checked.quote is None or checked.quote.kind == "scare":
        said = WRITERS_OWN
    else:
        speaker = speaker_of(checked.quote)
        said = f"Said by {library.text(speaker)}." if speaker else f"{UNCLEAR}."
    named = _named(checked, library, text)
    return f"{said} The message names {named}." if named else said


def _named(checked: Checked, library: Library, text: str) -> str:
    """Whom the message names: as the article does where it knows them, else in the message's words if they are a name."""
    if checked.claimed_person:
        return library.text(checked.claimed_person.name)
    name = _NAME.search(text[slice(*checked.claimed)]) if checked.claimed else None
    return name[0] if name and name[0].lower() not in _PRONOUNS else ""


_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]{0,20}(?: [^\W\d_a-z][\w.’'-]{0,20}){0,3}$")
_PRONOUNS = frozenset("he she they it i we you who this that".split())


def days_of(dates: Range) -> str:
    """`Thursday 20 April 2023`, `April 2023`, `2023`, `3 April to 9 May 2023`."""
    first, last = dates
    if first == last:
        return f"{first:%A} {first.day} {first:%B} {first.year}"
    whole = first.day == 1 and ((last.month, last.day) == (12, 31) or (last + timedelta(1)).day == 1)
    if whole and (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    begins, ends = (f"{d:%B}" if whole else f"{d.day} {d:%B}" for d in dates)
    if first.year != last.year:
        return f"{begins} {first.year} to {ends} {last.year}"
    return f"{ends} {last.year}" if begins == ends else f"{begins} to {ends} {last.year}"


def count(number: int, noun: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
