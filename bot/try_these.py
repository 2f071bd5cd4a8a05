"""What a newcomer can try, made from the article itself, and tried before it is shown: each of these finds something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice

from bot.errors import UsageError
from bot.finding import checked, find_locations, find_people, find_quotes, find_times, quotes_of
from bot.markdown import size
from index.calibration import Strictness
from index.library import Entry, Library
from index.people import Person
from index.question import is_question
from index.speaker import surely_said_by

_PEOPLE = 4
"""Of so many persons, those most often named, it is looked what can be asked about them."""
_ARTICLES = 3
"""In so many articles of a library it is looked for something."""
_LONGEST = 80
"""Characters of what is to be typed."""
_TITLE = range(2, 6)
"""Words of what a person is, where it is to be asked who that is."""
_NO_TITLE = frozenset("a an the who which whose his her their its my our one then".split())
_WORDS = range(5, 13)
"""Words of a quotation that is to be checked."""


@dataclass(frozen=True)
class Try:
    """A command with one of its options: `/who` `name` `Ada Quill`."""

    command: str
    option: str
    value: str


def try_these(library: Library, article: str | None, strictness: Strictness) -> list[Try]:
    """At most one of each command; `article` is the name of the one that is meant, None: all."""
    names = [article] if article in library.names else library.names[:_ARTICLES]
    entries = [library.entry(name) for name in names]
    finders = (_ask, _who, _quote, _when, _where, _check)
    looked = _Look(library, article, strictness)
    return [t for find in finders for t in islice(chain.from_iterable(find(looked, e) for e in entries), 1)]


@dataclass(frozen=True)
class _Look:
    library: Library
    article: str | None
    strictness: Strictness


def _ask(look: _Look, entry: Entry) -> Iterator[Try]:
    """A question that the article answers surely: one of its headings, or who bears a title or a name."""
    headings = [p.text.strip() for p in entry.article.body if len(p.sentences) == 1 and ":" not in p.text]
    people = _people(entry)
    titles = [f"Who is {title}?" for person in people for title in _titles(entry, person)]
    names = [f"Who is {_name(entry, person)}?" for person in people]
    for question in (*filter(is_question, headings), *titles, *names, "Who wrote this article?"):
        answer = look.library.ask(question, look.article, look.strictness)
        if size(question) <= _LONGEST and answer.verdict == "answered" and answer.sureness != "unsure":
            yield Try("ask", "question", question)


def _titles(entry: Entry, person: Person) -> Iterator[str]:
    """What a person is, as one asks for it: `the harbour master`, `Oman’s environment minister`."""
    for role in person.roles:
        words = entry.article.slice(role).split()
        if len(words) in _TITLE and words[0].lower() not in _NO_TITLE:
            yield " ".join(words if words[0].endswith(("’s", "'s")) else ["the", *words])


def _who(look: _Look, entry: Entry) -> Iterator[Try]:
    for person in _people(entry):
        name = _name(entry, person)
        if person.roles and _finds(lambda name=name: find_people(look.library, name)):  # type: ignore[misc]
            yield Try("who", "name", name)


def _quote(look: _Look, entry: Entry) -> Iterator[Try]:
    for person in sorted(entry.people, key=lambda p: -len(surely_said_by(p, entry.quotes)))[:_PEOPLE]:
        name = _name(entry, person)
        if surely_said_by(person, entry.quotes) and _finds(lambda: find_quotes(look.library, name, None, look.article)):  # noqa: B023
            yield Try("quote", "speaker", name)


def _when(look: _Look, entry: Entry) -> Iterator[Try]:
    return _about(look, entry, "when", lambda topic: find_times(look.library, topic, look.article))


def _where(look: _Look, entry: Entry) -> Iterator[Try]:
    return _about(look, entry, "where", lambda topic: find_locations(look.library, topic, look.article))


def _about(look: _Look, entry: Entry, command: str, find: Callable[[str], object]) -> Iterator[Try]:
    """A topic for a command: a place or a person of which it tells something."""
    places = [look.library.text(p.name) for p in sorted(entry.locations, key=lambda p: -len(p.sentences))[:_PEOPLE]]
    for topic in (*places, *(_name(entry, p) for p in _people(entry))):
        if size(topic) <= _LONGEST and _finds(lambda: find(topic)):  # noqa: B023
            yield Try(command, "about", topic)


def _check(look: _Look, entry: Entry) -> Iterator[Try]:
    """Words of somebody's, in the marks that make them a quotation."""
    for quote in quotes_of(entry):
        text = look.library.text(quote.parts[0])
        if len(text.split()) in _WORDS and size(text) <= _LONGEST:
            words = f"“{text}”"
            with suppress(UsageError):
                if checked(look.library, words)[0].verdict == "verbatim":
                    yield Try("check", "text", words)


def _people(entry: Entry) -> list[Person]:
    """Those most often named, by names that can be typed."""
    author = entry.article.slice(entry.article.author) if entry.article.author else ""
    fit = [p for p in entry.people if size(_name(entry, p)) <= _LONGEST // 2 and _name(entry, p) not in author]
    return sorted(fit, key=lambda p: -len(p.mentions))[:_PEOPLE]


def _name(entry: Entry, person: Person) -> str:
    return " ".join(entry.article.slice(person.name).split())


def _finds(find: Callable[[], object]) -> bool:
    with suppress(UsageError):
        return bool(find())
    return False
