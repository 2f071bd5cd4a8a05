"""Pages of times and places, each with the sentence that names it. Kinds: `t` times, `p` places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from bot.cards import Body, Card, make, pack_numbers, quoted, whence, words
from bot.markdown import escape
from bot.paging import clamp, item_at, numbered, turns
from bot.pointers import entry_tagged, spread, unpack
from bot.words import days_of, place_of, places_of
from index.article import Citation
from index.library import Entry, Library
from index.places import Location
from index.times import Time

_Item = TypeVar("_Item")

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
    times = _kept(library, state, lambda entry: entry.times)
    groups = [list(group) for _, group in groupby(times, key=lambda t: t.sentence)]
    several = len({t.words.article for t in times}) > 1
    body = Body()
    for group in _on(page, groups):
        sentence = group[0].sentence
        body.add(quoted(library, sentence, _SENTENCE, *(t.words for t in group)))
        where = whence(library, sentence) if several else place_of(sentence)
        body.add(f"*{escape(' · '.join([where, *_resolved(library, group)]))}*")
    return _card(library, body, "t", state, page, groups, None if several else times[0].words)


def _resolved(library: Library, times: Sequence[Time]) -> Iterable[str]:
    """The days of times whose words do not say them already."""
    for time in times:
        said = library.text(time.words)
        days = days_of(time.dates) if time.dates else ""
        if days and days not in said:
            yield f"{said}: {days}"


def draw_places(library: Library, state: str, page: int) -> Card:
    """Places, where each is named, and a sentence that names it."""
    found = _kept(library, state, _sentences)
    several = len({sentence.article for _, sentence in found}) > 1
    body = Body()
    for location, sentence in _on(page, found):
        body.add(f"**{words(library, location.name, 200)}** ({places_of(location.mentions)})")
        body.add(quoted(library, sentence, _SENTENCE, *location.mentions))
        if several:
            body.add(f"*{escape(whence(library, sentence))}*")
    return _card(library, body, "p", state, page, found, None if several else found[0][1])


def _kept(library: Library, state: str, all_of: Callable[[Entry], Sequence[_Item]]) -> list[_Item]:
    """What the state remembers."""
    numbers = spread(unpack(state))
    every = {tag: all_of(entry_tagged(library, tag)) for tag in {tag for tag, _ in numbers}}
    return [item_at(every[tag], number) for tag, number in numbers]


def _on(page: int, items: Sequence[_Item]) -> Sequence[_Item]:
    page = clamp(page, _pages(items))
    return items[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE]


def _pages(items: Sequence[object]) -> int:
    return -(-len(items) // _ON_A_PAGE)


def _card(
    library: Library, body: Body, kind: str, state: str, page: int, items: Sequence[object], cited: Citation | None
) -> Card:
    """`cited`: words of the article that all is from; None where it is from several."""
    pages = _pages(items)
    page = clamp(page, pages)
    article = library.entry(cited.article).article.title if cited else ""
    footer = " · ".join(filter(None, [article, numbered(page, pages)]))
    return make(_TITLES[kind], body, footer, buttons=turns(kind, state, page, pages))


_TITLES = {"t": "When", "p": "Where"}
