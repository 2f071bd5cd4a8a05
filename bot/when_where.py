"""Pages of times and places, each with the sentence that names it. Kinds: `t` times, `p` places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from bot.cards import Body, Card, make, pack_numbers, quoted, whence, words
from bot.markdown import escape
from bot.paging import clamp, item_at, numbered, turns
from bot.pointers import entry_tagged, spread, unpack
from bot.words import days_of, place_of, places_of
from index.article import Citation
from index.library import Entry, Library
from index.places import Location
from index.times import Time

_ON_A_PAGE = 4
_SENTENCE = 700


def times_state(library: Library, times: Iterable[Time]) -> str:
    """What the buttons of cards of times remember."""
    return pack_numbers(library, [(t.words.article, t) for t in times], lambda entry: entry.times)


def places_state(library: Library, places: Iterable[tuple[Location, Citation]]) -> str:
    """What the buttons of cards of places remember: which sentence it is of all that name places."""
    return pack_numbers(
        library, [(sentence.article, (location, sentence)) for location, sentence in places], _sentences
    )


def _sentences(entry: Entry) -> list[tuple[Location, Citation]]:
    return [(location, sentence) for location in entry.locations for sentence in location.sentences]


def draw_times(library: Library, state: str, page: int) -> Card:
    """Sentences with their times in bold, and the days that they stand for where the article tells."""
    numbers = spread(unpack(state))
    times = [item_at(entry_tagged(library, tag).times, number) for tag, number in numbers]
    groups = [list(group) for _, group in groupby(times, key=lambda t: t.sentence)]
    pages = -(-len(groups) // _ON_A_PAGE)
    page = clamp(page, pages)
    body = Body()
    for group in groups[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE]:
        sentence = group[0].sentence
        body.add(quoted(library, sentence, _SENTENCE, *(t.words for t in group)))
        body.add(f"*{escape(' · '.join([_where(library, times, sentence), *_resolved(library, group)]))}*")
    title, footer = _frame(library, times[0].words, "When", page, pages)
    return make(title, body, footer, buttons=turns("t", state, page, pages))


def _resolved(library: Library, times: Sequence[Time]) -> Iterable[str]:
    """The days of times whose words do not say them already."""
    for time in times:
        said = library.text(time.words)
        days = days_of(time.dates) if time.dates else ""
        if days and days not in said:
            yield f"{said}: {days}"


def draw_places(library: Library, state: str, page: int) -> Card:
    """Places, where each is named, and a sentence that names it."""
    numbers = spread(unpack(state))
    found = [item_at(_sentences(entry_tagged(library, tag)), number) for tag, number in numbers]
    pages = -(-len(found) // _ON_A_PAGE)
    page = clamp(page, pages)
    body = Body()
    for location, sentence in found[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE]:
        body.add(f"**{words(library, location.name, 200)}** ({places_of(location.mentions)})")
        body.add(quoted(library, sentence, _SENTENCE, *location.mentions))
    title, footer = _frame(library, found[0][0].name, "Where", page, pages)
    return make(title, body, footer, buttons=turns("p", state, page, pages))


def _where(library: Library, times: Sequence[Time], sentence: Citation) -> str:
    several = len({t.words.article for t in times}) > 1
    return whence(library, sentence) if several else place_of(sentence)


def _frame(library: Library, first: Citation, title: str, page: int, pages: int) -> tuple[str, str]:
    """Title and footer."""
    article = library.entry(first.article).article.title
    return title, " · ".join(filter(None, [article, numbered(page, pages)]))
