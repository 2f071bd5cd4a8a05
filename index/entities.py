"""Which names are the same, and which of them are people."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from index.gazetteer import kinds
from index.lexicon import Gender, words
from index.names import Name, find_names, first_name_gender, fold, surname
from index.tokens import Token

_CAMEL = re.compile(r"[a-z][A-Z](?<!Mc.)(?<!Mac.)(?<!De.)(?<!La.)(?<!Le.)(?<!Di.)(?<!Du.)(?<!Van.)(?<!Fitz.)")
"""A capital inside of a word, as companies have it."""


@dataclass(eq=False)
class Entity:
    """What several mentions name."""

    names: list[Name] = field(default_factory=list)
    person: bool = False
    gender: Gender | None = None

    @cached_property
    def fullest(self) -> Name:
        """The longest form of the name, the earliest of those."""
        return max(self.names, key=lambda n: (min(len(n.words), 4), not n.words[0].isupper(), -n.paragraph, -n.start))


class Names:
    """All names of an article and the entities that they make up."""

    def __init__(self, paragraphs: Sequence[Sequence[Token]], texts: Sequence[str]) -> None:
        """`paragraphs`: the plain tokens of each text."""
        self.names = find_names(paragraphs, texts)
        self._evidence: dict[tuple[str, ...], Counter[str]] = {}
        for name in (n for found in self.names for n in found):
            seen = self._evidence.setdefault(tuple(map(fold, name.words)), Counter())
            seen["all"] += 1
            seen.update(name.evidence)
        self.entities = self._entities()
        self._by_name = {id(n): e for e in self.entities for n in e.names}

    def entity(self, name: Name) -> Entity:
        """What the mention names."""
        return self._by_name[id(name)]

    def _entities(self) -> list[Entity]:
        names = [n for found in self.names for n in found]
        by_words: dict[tuple[str, ...], list[Name]] = {}
        for name in names:
            by_words.setdefault(tuple(map(fold, name.words)), []).append(name)
        entities: list[Entity] = []
        full: dict[str, list[Entity]] = {}
        firsts: dict[str, list[Entity]] = {}
        self._surnames = {
            surname(n.words) for n in names if len(n.words) > 1 and first_name_gender(n.words[0]) is not None
        }
        shorts: dict[str, int] = Counter(surname(w) for w in by_words if len(w) == 1 for _ in by_words[w])
        for folded, mentions in sorted(by_words.items(), key=lambda item: -len(item[0])):
            if len(folded) == 1:
                continue
            known = next((e for e in full.get(surname(folded), ()) if _same(folded, e)), None)
            if known:
                known.names += mentions
                continue
            entity = Entity(mentions)
            entity.person = self._is_person(folded, mentions, shorts.get(surname(folded), 0))
            entities.append(entity)
            if entity.person:
                full.setdefault(surname(folded), []).append(entity)
                firsts.setdefault(folded[0], []).append(entity)
        for folded, mentions in by_words.items():
            if len(folded) == 1:
                self._link_short(folded[0], mentions, full, firsts, entities)
        for entity in entities:
            entity.names.sort(key=lambda n: (n.paragraph, n.start))
            entity.gender = _gender(entity)
        return entities

    def _link_short(
        self,
        word: str,
        mentions: list[Name],
        full: dict[str, list[Entity]],
        firsts: dict[str, list[Entity]],
        entities: list[Entity],
    ) -> None:
        """A name of one word goes to the person so called who was last named in full before it, or stands for itself."""
        known = full.get(word) or firsts.get(word) or []
        if not known:
            entity = Entity(mentions)
            entity.person = self._is_person((word,), mentions, 0)
            entities.append(entity)
            return
        genders = [_gender(e) for e in known]
        places = [sorted((n.paragraph, n.start) for n in e.names if len(n.words) > 1) for e in known]
        for name in mentions:
            honorific = _title_gender(name.titles)
            fitting = [i for i, g in enumerate(genders) if honorific is None or g in (None, "u", honorific)]
            best = (fitting or [0])[0]
            latest = (-1, -1)
            for i in fitting or range(len(known)):
                earlier = bisect_left(places[i], (name.paragraph, name.start))
                if earlier and places[i][earlier - 1] > latest:
                    best, latest = i, places[i][earlier - 1]
            known[best].names.append(name)

    def _is_person(self, folded: tuple[str, ...], mentions: list[Name], alone: int) -> bool:
        seen = self._evidence[folded]

        def many(kind: str, most: int) -> int:
            return min(seen[kind], most)

        last, first = surname(folded), mentions[0].words[0]
        score = (
            2.0 * many("described", 1)
            + 3.0 * many("title", 1)
            + 2.0 * many("role", 1)
            + 1.5 * many("speech", 2)
            + 1.0 * many("relative", 1)
        )
        score -= 3.0 * many("the", 1) * (seen["the"] * 2 > seen["all"]) + 0.7 * many("in", 2)
        acronym = all(w.isupper() and len(w) > 1 for n in mentions for w in n.words) and (
            len(folded) != 2 or first_name_gender(first) is None
        )
        if len(folded) > 1:
            given = first_name_gender(first) is not None
            score += 2.5 * given + 1.0 * any(len(w) == 1 for w in folded[1:]) + 1.0 * bool(alone)
            score += 1.5 * (last in self._surnames and not given)
            score += 0.5 * (len(folded) <= 3) - 1.0 * (len(folded) > 4)
            # Many a Hall and Park is a person, where something else says so.
            thing = last in words("organisations") or last in words("things")
            score -= (2.0 if given and len(folded) == 2 and last in words("surnames") else 4.0) * thing
            score -= 4.0 * (kinds().get(folded, "ambiguous") != "ambiguous")
            middle = folded[:-1] if not given else folded[1:-1]
            score -= 3.0 * any(w in words("organisations") or w in words("demonyms") for w in middle)
            score -= 2.0 * any(w in words("things") or w in words("months") for w in middle)
            score -= 2.5 * (last in words("places") and not given) + 1.0 * (last in words("places") and given)
            score -= 2.0 * (folded[0] in words("places") and not given) + 3.0 * (folded[0] in words("months"))
        else:
            given = first_name_gender(first) is not None
            score += 1.5 * given
            score -= 2.5 * (seen["part"] * 2 > seen["all"]) + 2.0 * (_CAMEL.search(mentions[0].words[0]) is not None)
            no_person = ("organisations", "things", "places", "demonyms", "months")
            score -= 8.0 * any(last in words(name) for name in no_person)
            score -= 1.0 * (last in words("titles")) + 1.0 * (last.endswith("s") and last[:-1] in words("demonyms"))
        score -= 3.0 * acronym * (not seen["title"])
        return bool(score >= 2.0)


def _same(folded: tuple[str, ...], entity: Entity) -> bool:
    """“Hillary Clinton” is “Hillary Rodham Clinton”, not “Bill Clinton”."""
    for form in {name.words for name in entity.names}:
        other = tuple(map(fold, form))
        if folded[0] == other[0] or (len(folded[0]) == 1 and other[0].startswith(folded[0])):
            return True
        if set(folded) <= set(other):
            return True
    return False


def _title_gender(titles: Iterable[str]) -> Gender | None:
    for title in titles:
        if title in words("men"):
            return "m"
        if title in words("women"):
            return "f"
    return None


def _gender(entity: Entity) -> Gender | None:
    for name in entity.names:
        found = _title_gender(name.titles)
        if found:
            return found
    single = all(len(name.words) == 1 for name in entity.names)
    for name in entity.names:
        if len(name.words) > 1 or not name.titles:
            for word in name.words[: max(1, len(name.words) - 1)]:
                found = first_name_gender(word)
                if found and (len(name.words) > 1 or word != name.words[-1] or single):
                    return found
    return None
