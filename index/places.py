"""Where: the places that an article names, each with the sentences that name it.

Known names come from a gazetteer. Others are places by how they are written: beside a word for a place (“the village of
Thornby”, “Malvara Province”, “Lake Orta”), before the state or country that holds them (“Casper, Wyo.”), in a dateline,
or after “in”, “near”, “outside” where nothing says that they are anything else. Persons are no places, nor are names that
a place is only a part of (“Bank of England”, “The New York Times”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.article import Article, Citation, Paragraph
from index.gazetteer import Key, fold, identity, kinds
from index.intervals import by_place
from index.people import Person
from index.place_names import Name, find_names

_READ = ("title", "deck", "body", "note")


@dataclass(frozen=True, slots=True)
class Location:
    """A place, and where the article names it."""

    name: Citation
    """Its fullest form, such as “Casper, Wyo.”; the first of those."""
    mentions: tuple[Citation, ...]
    sentences: tuple[Citation, ...]
    """Those that name it, each once."""


def find_locations(article: Article, people: Sequence[Person] = ()) -> tuple[Location, ...]:
    """The places of the article, by first mention. `people`: whose names are no places."""
    grouped: dict[Key, list[tuple[Paragraph, Name]]] = {}
    for paragraph, name in _names(article, people):
        grouped.setdefault(identity(name.key), []).append((paragraph, name))
    return tuple(_location(article, found) for found in grouped.values())


def _names(article: Article, people: Sequence[Person]) -> Iterator[tuple[Paragraph, Name]]:
    taken = by_place(article, (c for p in people for c in p.mentions if not _is_listed(article.slice(c))))
    read = [(p, taken[p.place]) for p in article.paragraphs if p.part in _READ]
    text = [(p, t) for p, t in read if p.part != "title"]
    first = {id(p): find_names(p.text, t, opening=p.place == 1) for p, t in text}
    every = [n for names in first.values() for n in names]
    sure = {n.key for n in every if n.sure}
    known = frozenset(sure | ({n.key for n in every} - _others(article)))
    # What is written as a place once is one wherever it stands; in a title, where all is capitals, nothing else is.
    for paragraph, intervals in read:
        for name in find_names(paragraph.text, intervals, known, opening=paragraph.place == 1):
            if name.key in known:
                yield paragraph, name


def _is_listed(name: str) -> bool:
    """Of several words the gazetteer knows better than grammar whether they name a person: “Rio de Janeiro”."""
    key = tuple(map(fold, name.split()))
    return len(key) > 1 and kinds().get(key, "ambiguous") != "ambiguous"


def _others(article: Article) -> frozenset[Key]:
    """Names that the article speaks of as of a body, a work or a person: “the Guardian”, “Meridia said”."""
    found = (m["the"] or m["speaker"] for p in article.body for m in _OTHER.finditer(p.text))
    return frozenset(tuple(map(fold, name.split())) for name in found)


_RUN = r"[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,3}"
_OTHER = re.compile(
    rf"\b(?:[Tt]he (?P<the>{_RUN})(?! [^\W\d_a-z])|(?P<speaker>{_RUN}) (?:said|says|announced|reported|wrote|told|tweeted)\b)"
)


def _location(article: Article, found: Sequence[tuple[Paragraph, Name]]) -> Location:
    mentions = [Citation(article.name, p.place, n.start, n.end) for p, n in found]
    fullest = max(range(len(found)), key=lambda i: (_fullness(*found[i]), -i))
    sentences = []
    for paragraph, name in found:
        sentence = paragraph.sentence_at(name.start)
        sentences.append(Citation(article.name, paragraph.place, sentence.start, max(sentence.end, name.end)))
    return Location(mentions[fullest], tuple(mentions), tuple(dict.fromkeys(sentences)))


def _fullness(paragraph: Paragraph, name: Name) -> tuple[bool, int]:
    """A form that no dateline sets in capitals, of the most words."""
    words = paragraph.text[name.start : name.end]
    return not (words.isupper() and len(words) > 4), words.count(" ")
