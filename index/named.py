"""What an article names, found again in what somebody types: people, places and other names, in any case, slips forgiven."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz.distance import OSA

from index.article import Article, Citation
from index.language import STOP_WORDS
from index.lexicon import Gender, first_names, is_role, words
from index.names import fold
from index.people import Person
from index.places import Location
from index.tokens import Token
from index.verbs import verb

Kind = Literal["person", "place", "name"]

_CAPITALS = re.compile(
    r"(?<![.!?:“\"‘•-] )(?<!^)\b[A-Z][\w’'&.-]*\w(?: (?:(?:of|the) (?:the )?)?[A-Z0-9][\w’'&.-]*\w)*"
)
_WORK = re.compile(
    r"(?:\b(?:film|movie|play|book|novel|song|album|poem|series|show|opera|called|titled|entitled),? [“\"‘']?|[“\"])"
    r"(?P<title>[A-Z][\w’'-]*(?: (?:(?:[a-z]{1,4}|into|from|with|about) ){0,2}[A-Z][\w’'-]*\w)+)"
)
"""“Flight into Danger”: a title has little words in it."""
_MEN = re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE)
_WOMEN = re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
_SIGHT = 240  # characters after a name in which a pronoun may stand for it
_FUZZY = 5  # letters from which on a slip is forgiven
TITLES = frozenset("mr mrs ms miss dr lord lady sir dame prof professor".split())
_TITLE = re.compile(r"\b(?:Mrs?|Ms|Miss|Dr|Lord|Lady|Prof|Professor)\.? $")
_NO_NAME = frozenset("i a an the mr mrs ms dr".split())


@dataclass(frozen=True)
class Named:
    """Something that the article names."""

    kind: Kind
    text: str
    """The name to ask by."""
    shown: str
    """The fullest form, to be shown."""
    gender: Gender | None = None
    mentions: tuple[Citation, ...] = ()
    surely: bool = False
    """Name and text both say that it is a person: many a company has a first name."""


class Names:
    """The names of one article, by the words that they are written with."""

    def __init__(self, article: Article, people: Sequence[Person], locations: Sequence[Location]) -> None:
        self._forms: dict[tuple[str, ...], Named] = {}
        self._longest = 1
        self.people = _with_surnames(article, [_person(article, p) for p in people])
        self.places = tuple(
            Named("place", article.slice(x.name), article.slice(x.name), None, x.mentions) for x in locations
        )
        for person, named in zip(people, self.people, strict=True):
            for cite in (person.name, *person.aliases):
                self._add(article.slice(cite), named)
            full = article.slice(person.name).split()
            if len(full) > 1:
                self._add(full[-1], named)
        for person, named in zip(people, self.people, strict=True):
            first = article.slice(person.name).split()[0]
            if first in first_names() and verb(first.lower()) is None:
                self._add(first, named)
        for place in self.places:
            for text in {article.slice(m) for m in place.mentions}:
                self._add(text, Named("place", text, text, None, place.mentions))
        for text in _other_names(article):
            self._add(text, Named("name", text, text))
        for text in _other_names(article):
            first, _, last = text.partition(" ")
            if first in first_names() and last and " " not in last:
                self._add(last, Named("name", last, text))

    def _add(self, text: str, named: Named) -> None:
        key = tuple(fold(w) for w in re.findall(r"[\w.’'&-]*\w", text))
        if key and not (len(key) == 1 and key[0] in _NO_NAME):
            self._forms.setdefault(key, named)
            self._longest = max(self._longest, len(key))

    def at(self, tokens: Sequence[Token], first: int) -> tuple[int, Named] | None:
        """The longest name that starts at a token: where it ends (exclusive), and what it names."""
        for last in range(min(len(tokens), first + self._longest), first, -1):
            key = tuple(fold(t.text) for t in tokens[first:last])
            found = self._forms.get(key) or self._forms.get((*key[:-1], key[-1].removesuffix("s")))
            if found and (len(key) > 1 or (_may_be_name(tokens[first]) and not _is_thing(tokens, first, found))):
                return last, found
        return self._misspelt(tokens, first)

    def _misspelt(self, tokens: Sequence[Token], first: int) -> tuple[int, Named] | None:
        """A person's name of one word, or of two, with a slip in it."""
        word = fold(tokens[first].text)
        if len(word) < _FUZZY or tokens[first].tag not in "nN" or is_role(word):
            return None
        most = 1 if len(word) < 8 else 2
        for key, named in self._forms.items():
            last = key[-1]
            alike = named.kind == "person" and last[0] == word[0] and last != word and len(last) >= _FUZZY
            if alike and OSA.distance(last, word, score_cutoff=most) <= most:
                return first + 1, named
        return None

    def mentioned(self, passage: Citation) -> Iterator[tuple[int, Named]]:
        """The people and places named inside a passage, with the place of their first character, in order."""
        found = [
            (m.start, named)
            for named in (*self.people, *self.places)
            for m in named.mentions
            if m.article == passage.article and m.place == passage.place and passage.start <= m.start < passage.end
        ]
        return iter(sorted(found, key=lambda pair: pair[0]))


def _may_be_name(token: Token) -> bool:
    """A word that is common in English is a name only with a capital."""
    lower = fold(token.text)
    if token.text[0].isupper():
        return lower not in _NO_NAME
    return token.tag in "nN" and lower not in STOP_WORDS and not is_role(lower) and lower not in words("months")


def _is_thing(tokens: Sequence[Token], at: int, named: Named) -> bool:
    """“the hospital”, typed of one that is called Ada Quill Hospital: no person is spoken of so."""
    common = named.kind == "person" and tokens[at].text.islower() and at > 0 and tokens[at - 1].tag == "d"
    return common and any(tokens[at].lower in words(name) for name in ("organisations", "things", "bodies", "works"))


def _person(article: Article, person: Person) -> Named:
    shown = article.slice(person.name)
    usual = _usual(article, person.mentions)
    gender = person.gender if person.gender in ("m", "f") else _by_pronouns(article, person) or person.gender
    surely = person.gender in ("m", "f") and (bool(person.roles) or _by_pronouns(article, person) == person.gender)
    return Named("person", _with_title(article, person, usual), shown, gender, person.mentions, surely)


def _with_surnames(article: Article, people: Sequence[Named]) -> tuple[Named, ...]:
    """Of a man and a woman with one surname that alone is the first's: “Vell”, before and after “his sister, Ada Vell”."""
    own, order = [list(p.mentions) for p in people], {p.place: i for i, p in enumerate(article.paragraphs)}
    for at, one in enumerate(people):
        first = next((i for i, p in enumerate(people[:at]) if _are_namesakes(p, one)), None)
        if first is None or {people[first].gender, one.gender} != {"m", "f"}:
            continue
        surname = one.shown.split()[-1]
        moved = [
            m
            for m in one.mentions
            if article.slice(m) == surname and not _TITLE.search(article.at(m.place).text[: m.start])
        ]
        own[at] = [m for m in own[at] if m not in moved]
        own[first] += moved
    changed = [i for i, p in enumerate(people) if len(own[i]) != len(p.mentions)]
    return tuple(
        replace(
            p, text=_usual(article, own[i]), mentions=tuple(sorted(own[i], key=lambda m: (order[m.place], m.start)))
        )
        if i in changed
        else p
        for i, p in enumerate(people)
    )


def _are_namesakes(one: Named, other: Named) -> bool:
    names = [p.shown.split() for p in (one, other)]
    return min(map(len, names)) > 1 and names[0][-1] == names[1][-1]


def _usual(article: Article, mentions: Sequence[Citation]) -> str:
    counted = [article.slice(m) for m in mentions]
    return max(dict.fromkeys(counted), key=counted.count)


def _with_title(article: Article, person: Person, usual: str) -> str:
    """“Mrs. Kowalczyk”: who has no first name in the article is asked for with the title that it gives."""
    before = article.at(person.name.place).text[: person.name.start]
    title = _TITLE.search(before) if " " not in article.slice(person.name) else None
    return f"{title[0]}{usual}" if title else usual


def _by_pronouns(article: Article, person: Person) -> Gender | None:
    """“he” or “she” after the name, before another capital's person may have come between."""
    men = women = 0
    for mention in person.mentions:
        text = article.at(mention.place).text
        after = text[mention.end : mention.end + _SIGHT]
        men += len(_MEN.findall(after))
        women += len(_WOMEN.findall(after))
    roles = {w.strip(".,").lower() for r in person.roles for w in article.slice(r).split()}
    men += 3 * bool(roles & words("men"))
    women += 3 * bool(roles & words("women"))
    return None if men == women else "m" if men > women else "f"


def _other_names(article: Article) -> dict[str, None]:
    """Runs of capitals inside sentences, in order, with and without what follows “of”; titles of works."""
    found: dict[str, None] = {}
    for paragraph in article.body:
        for match in _CAPITALS.finditer(paragraph.text):
            found[match[0].removesuffix("’s").removesuffix("'s")] = None
        for match in _WORK.finditer(paragraph.text):
            found[match["title"]] = None
    return found
