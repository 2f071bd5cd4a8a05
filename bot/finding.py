"""Quotations, persons and articles of a library by what somebody typed; a sentence that helps where none fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import NoReturn

from rapidfuzz import fuzz, process, utils

from bot.errors import UsageError
from bot.pointers import TAG, entry_tagged
from bot.words import NOTHING_TO_CHECK
from index.article import Citation
from index.check import Checked, check_quote
from index.library import Entry, Library
from index.lookup import FITS, match_people, search_quotes, speakers
from index.people import Person
from index.places import Location
from index.quotes import Quote
from index.speaker import speaker_of
from index.times import Time
from index.topics import about as about_topic

EVERY = "*"
"""Stands where an article's name could, for all of them."""
_NAMED = 8
"""Names in a sentence that says what there is."""
_NEAR = 4
"""Names of which one may have been meant."""
_CHECKED = 4000
"""Characters of a message that are checked: as many as a message can have."""


class DidYouMeanError(UsageError):
    """Nobody is named quite like that; `people` are."""

    def __init__(self, sentence: str, people: list[Person]) -> None:
        super().__init__(sentence)
        self.people = people


def entries(library: Library, article: str | None = None) -> list[Entry]:
    """All of them, in order; or the one that is named. Raises UsageError for a name that none bears."""
    named = article_named(library, article)
    return [named] if named else [library.entry(name) for name in library.names]


def article_named(library: Library, typed: str | None) -> Entry | None:
    """By name, title or the value of a choice; None where nothing was typed, or all were chosen.

    Raises UsageError that names what is near.
    """
    if not typed or not typed.strip() or typed == EVERY:
        return None
    if TAG.fullmatch(typed):
        return entry_tagged(library, typed[1:])
    try:
        return library.entry(typed)
    except KeyError:
        near = " or ".join(f"“{a.title}”" for a in library.suggest(typed, 2))
        raise UsageError(
            f"There is no article “{typed}”: choose from the list while you type, such as {near}."
        ) from None


def quotes_of(entry: Entry) -> list[Quote]:
    """What somebody said; not the words that a writer only holds at arm's length."""
    return [quote for quote in entry.quotes if quote.kind != "scare"]


def find_quotes(library: Library, speaker: str | None, about: str | None, article: str | None = None) -> list[Quote]:
    """Quotations of a speaker, about a topic, both, or all. Raises UsageError that says who is quoted where none fits."""
    spoken = [(entry, quotes_of(entry)) for entry in entries(library, article)]
    found = [q for e, quotes in spoken for q in search_quotes(e.article, quotes, speaker, about, e.people)]
    if speaker and speaker.strip():
        found = [q for q in found if speaker_of(q)]
    if found:
        return found
    quoted = list(islice(_quoted(e for e, _ in spoken), _NAMED))
    if not any(quotes for _, quotes in spoken):
        raise UsageError("Nobody is quoted word for word.")
    wanted = " about ".join(f"“{part}”" for part in (speaker, about) if part)
    raise UsageError(f"No quotation fits {wanted}. Quoted are {', '.join(quoted) or 'people without names'}.")


def find_people(library: Library, typed: str, article: str | None = None) -> list[Person]:
    """Persons of that name, the likeliest first: those of the article, where one is named and has some, or of all.

    Raises UsageError that says whom it may mean where none fits.
    """
    found = [match for e in entries(library) for match in match_people(e.article, e.people, typed)]
    found.sort(key=lambda match: (match.person.name.article != article, -match.score))
    if article and found and found[0].person.name.article == article and found[0].score >= FITS:
        found = [match for match in found if match.person.name.article == article]
    best = [match.person for match in found if match.score >= max(FITS, found[0].score - 3)]
    if best:
        return best
    near = {library.text(match.person.name): match.person for match in reversed(found[:_NEAR])}
    sentence = f"Nobody is named like “{typed}”: "
    if not near:
        raise UsageError(sentence + "the list while you type shows who is.")
    names = list(near)[::-1]
    raise DidYouMeanError(sentence + f"did you mean {' or '.join(names)}?", [near[name] for name in names])


def find_times(library: Library, about: str | None, article: str | None = None) -> list[Time]:
    """Times in reading order, or those of the sentences about a topic. Raises UsageError where there are none."""
    found: list[Time] = []
    for entry in entries(library, article):
        by_sentence: dict[Citation, list[Time]] = {}
        for time in entry.times:
            by_sentence.setdefault(time.sentence, []).append(time)
        sentences = list(by_sentence)
        found += [t for n in about_topic(entry.article, sentences, about or "") for t in by_sentence[sentences[n]]]
    return found or _none("No time is named", about)


def find_locations(library: Library, about: str | None, article: str | None = None) -> list[tuple[Location, Citation]]:
    """Places by first mention, each with the first sentence that names it; or with the likeliest about a topic.

    Raises UsageError where there are none.
    """
    found: dict[int, tuple[Location, Citation]] = {}
    for entry in entries(library, article):
        named = [(location, sentence) for location in entry.locations for sentence in _telling(location)]
        for number in about_topic(entry.article, [sentence for _, sentence in named], about or ""):
            found.setdefault(id(named[number][0]), named[number])
    return list(found.values()) or _none("No place is named", about)


def _telling(location: Location) -> list[Citation]:
    """The sentences that name a place; a title only where nothing else does."""
    return [s for s in location.sentences if s.place != "title"] or list(location.sentences)


def _none(sentence: str, about: str | None) -> NoReturn:
    raise UsageError(f"{sentence} in a sentence about “{about}”." if about else f"{sentence}.")


def checked(library: Library, text: str) -> tuple[Checked, ...]:
    """What the articles know of each quotation in a text. Raises UsageError where it has no words."""
    found = check_quote(text[:_CHECKED], entries(library))
    if not found:
        raise UsageError(NOTHING_TO_CHECK)
    return found


def suggest_topics(library: Library, typed: str, limit: int) -> list[str]:
    """People and places, for completion of what something is about: the likeliest first, or those most often named."""
    names: Counter[str] = Counter()
    for entry in entries(library):
        for name, mentions in [(p.name, p.mentions) for p in entry.people] + [
            (p.name, p.mentions) for p in entry.locations
        ]:
            names[entry.article.slice(name)] += len(mentions)
    return _nearest([name for name, _ in names.most_common()], typed, limit)


def suggest_people(library: Library, typed: str, limit: int) -> list[str]:
    """Names for completion: the likeliest first, or those most often mentioned where nothing was typed."""
    found = [match for e in entries(library) for match in match_people(e.article, e.people, typed, limit)]
    found.sort(key=lambda match: -match.score)
    return list(dict.fromkeys(library.text(match.person.name) for match in found))[:limit]


def suggest_speakers(library: Library, typed: str, limit: int) -> list[str]:
    """Those who are quoted, for completion: the likeliest first, or those most quoted where nothing was typed."""
    return _nearest(list(_quoted(entries(library))), typed, limit)


def _nearest(names: list[str], typed: str, limit: int) -> list[str]:
    if not typed.strip():
        return names[:limit]
    near = process.extract(
        typed, names, scorer=fuzz.WRatio, processor=utils.default_process, limit=limit, score_cutoff=50
    )
    return [name for name, *_ in near]


def _quoted(among: Iterable[Entry]) -> dict[str, None]:
    sure = ((e, [q for q in quotes_of(e) if speaker_of(q)]) for e in among)
    return dict.fromkeys(name for e, quotes in sure for name in speakers(e.article, quotes))
