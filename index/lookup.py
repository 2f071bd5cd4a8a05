"""Finding a quotation or a person by what somebody typed: a surname, a misspelling, a role, a topic."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from index.article import Article, Citation
from index.bm25 import ParagraphIndex
from index.language import stem, terms
from index.people import Person
from index.quotes import Quote

FITS = 72.0
"""From this score (0 to 100) on, a spelling counts as the name that it is held against."""

_HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady prof professor the a an".split())
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """A person, and how well what was typed fits, 0 to 100."""

    person: Person
    score: float


def match_people(article: Article, people: Sequence[Person], typed: str, limit: int = 25) -> tuple[PersonMatch, ...]:
    """People by surname, first name, alias, title or role, spelling forgiven; the best first, none under 50.

    Nothing typed gives all of them, by how often the article mentions them, each with a score of 100.
    """
    words = _words(typed)
    if not words:
        often = sorted(people, key=lambda p: -len(p.mentions))
        return tuple(PersonMatch(p, 100.0) for p in often[:limit])
    scored = (PersonMatch(p, _fit(words, _names(article, p), _roles(article, p))) for p in people)
    ranked = sorted((m for m in scored if m.score >= 50), key=lambda m: (-m.score, -len(m.person.mentions)))
    return tuple(ranked[:limit])


def search_quotes(
    article: Article,
    quotes: Sequence[Quote],
    speaker: str | None,
    about: str | None,
    people: Sequence[Person] = (),
) -> tuple[Quote, ...]:
    """The quotations of a speaker, about a topic, or both; in article order, or by relevance where a topic is given.

    `people` lets a speaker be found by alias and role too. Quotations that share no word with `about` are left out.
    """
    found = list(quotes)
    if speaker and _words(speaker):
        found = _said_by_typed(article, found, speaker, people)
    if about and terms(about):
        weights = _relevance(article, quotes, about)
        found = sorted((q for q in found if weights[q]), key=lambda q: -weights[q])
    return tuple(found)


def said_by(person: Person, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """What the person said, in article order."""
    return tuple(q for q in quotes if q.speaker == person.name)


def speakers(article: Article, quotes: Sequence[Quote]) -> tuple[str, ...]:
    """All who are quoted, for completion: those with most quotations first."""
    counted = Counter(article.slice(q.speaker) for q in quotes if q.speaker)
    return tuple(name for name, _ in counted.most_common())


def _said_by_typed(article: Article, quotes: list[Quote], typed: str, people: Sequence[Person]) -> list[Quote]:
    words = _words(typed)
    scores: dict[Citation, float] = {}
    for match in match_people(article, people, typed):
        scores[match.person.name] = match.score
    for quote in quotes:
        if quote.speaker and quote.speaker not in scores:
            scores[quote.speaker] = _fit(words, [article.slice(quote.speaker)], [])
    best = max(scores.values(), default=0.0)
    if best < FITS:
        return []
    # A shared surname keeps both who bear it; a weaker likeness gives way to a better one.
    return [q for q in quotes if q.speaker and scores[q.speaker] >= max(FITS, best - 3)]


def _names(article: Article, person: Person) -> list[str]:
    return [article.slice(c) for c in (person.name, *person.aliases)]


def _roles(article: Article, person: Person) -> list[str]:
    return [article.slice(c) for c in person.roles]


def _fit(typed: list[str], names: Sequence[str], roles: Sequence[str]) -> float:
    by_name = max((_name_fit(typed, _words(name)) for name in names), default=0.0)
    by_role = max((_role_fit(typed, _words(role)) for role in roles), default=0.0)
    return max(by_name, by_role)


def _name_fit(typed: list[str], name: list[str]) -> float:
    """Every typed word must resemble a word of the name; a beginning counts too, for completion."""
    if not typed or not name:
        return 0.0
    whole = fuzz.ratio(" ".join(typed), " ".join(name))
    total = 0.0
    for word in typed:
        likeness = max(fuzz.ratio(word, w) for w in name)
        begins = 90.0 if len(word) > 1 and any(w.startswith(word) for w in name) else 0.0
        total += max(likeness, begins)
    each = total / len(typed)
    # The surname is what people type: it breaks ties between those who share a first name.
    last = 1.0 if fuzz.ratio(typed[-1], name[-1]) >= 80 else 0.98
    return max(whole, each * last)


def _role_fit(typed: list[str], role: list[str]) -> float:
    stems = {stem(w) for w in role}
    wanted = [stem(w) for w in typed]
    share = sum(w in stems for w in wanted) / len(wanted)
    return 95.0 * share if share > 0.5 else 0.0


def _relevance(article: Article, quotes: Sequence[Quote], about: str) -> dict[Quote, float]:
    """The BM25 score of each quotation."""
    index = ParagraphIndex([" ".join(article.slice(c) for c in q.parts) for q in quotes])
    return dict(zip(quotes, index.get_scores(sorted(set(terms(about)))).tolist(), strict=True))


def _words(text: str) -> list[str]:
    """Lower-case words without accents, possessive endings and honorifics; all of them where nothing else is left."""
    words = _plain(text)
    return [w for w in words if w not in _HONORIFICS] or words


def _plain(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    return _WORD.findall(re.sub(r"'s?\b", " ", folded))
