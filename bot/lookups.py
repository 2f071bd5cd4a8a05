"""Cards found by what somebody typed: the same for a command and for a card that is asked anew."""

from __future__ import annotations

from bot import pages
from bot.cards import TITLE, Card
from bot.finding import DidYouMeanError, article_named, find_locations, find_people, find_quotes, find_times
from bot.markdown import shorten
from bot.when_where import places_state, times_state
from index.library import Library


def quote_card(library: Library, speaker: str | None, about: str | None, article: str | None) -> Card:
    """Quotations that fit; one drawn by lot where nothing was typed. Raises UsageError where none fits."""
    found = find_quotes(library, speaker, about, article)
    if speaker or about:
        return pages.draw(library, "q", pages.quotes_state(library, found))
    return pages.by_lot(library, found)


def person_card(library: Library, name: str, article: str | None = None) -> Card:
    """Persons of that name, or those who may be meant; where the article has some, only those.

    Raises UsageError where there is nobody near it.
    """
    try:
        return pages.draw(library, "w", pages.people_state(library, find_people(library, name, article)))
    except DidYouMeanError as near:
        return pages.did_you_mean(library, str(near), near.people)


def article_card(library: Library, article: str | None) -> Card:
    """An article's first page; the first article's where none is named. Raises UsageError where none is called so."""
    entry = article_named(library, article) or library.entry()
    return pages.draw(library, "a", pages.article_state(entry))


def times_card(library: Library, about: str | None, article: str | None) -> Card:
    """Times of sentences about a topic, or all. Raises UsageError where there are none."""
    return _titled(pages.draw(library, "t", times_state(library, find_times(library, about, article))), about)


def places_card(library: Library, about: str | None, article: str | None) -> Card:
    """Places of sentences about a topic, or all. Raises UsageError where there are none."""
    return _titled(pages.draw(library, "p", places_state(library, find_locations(library, about, article))), about)


def _titled(card: Card, about: str | None) -> Card:
    if about and about.strip():
        card.embed.title = shorten(f"{card.embed.title}{_TOPIC}{about.strip()}", TITLE)
    return card


def topic_of(title: str) -> str | None:
    """What the card with that title is about; None where it is about all."""
    return title.partition(_TOPIC)[2] or None


_TOPIC = ": "
