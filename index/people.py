"""Who is who in an article."""

from __future__ import annotations

from dataclasses import dataclass

from index.article import Article, Citation
from index.entities import Entity
from index.lexicon import Gender
from index.names import Name
from index.roles import find_roles
from index.scenes import Stage, read_stage


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the article, and the words it describes them with."""

    name: Citation
    """The fullest form of the name."""
    aliases: tuple[Citation, ...]
    """Other forms, one citation each."""
    roles: tuple[Citation, ...]
    """Titles and descriptions, as the article words them."""
    mentions: tuple[Citation, ...]
    gender: Gender | None = None
    """By title or first name: a man's, a woman's or either's (“u”); None where nothing tells."""


def find_people(article: Article) -> tuple[Person, ...]:
    """The people of the article, by first mention."""
    stage = read_stage(article)
    roles = find_roles(stage.scenes)
    people = []
    for entity in stage.names.entities:
        if entity.person:
            of = tuple(
                Citation(article.name, stage.places[r.paragraph], r.start, r.end) for r in roles if r.entity is entity
            )
            people.append(_person(article, stage, entity, of))
    order = {place: i for i, place in enumerate(stage.places)}
    return tuple(sorted(people, key=lambda p: (order[p.mentions[0].place], p.mentions[0].start)))


def _person(article: Article, stage: Stage, entity: Entity, roles: tuple[Citation, ...]) -> Person:
    def cite(name: Name) -> Citation:
        return Citation(article.name, stage.places[name.paragraph], name.start, name.end)

    fullest = cite(entity.fullest)
    aliases: dict[str, Citation] = {}
    for name in entity.names:
        aliases.setdefault(article.slice(cite(name)), cite(name))
    aliases.pop(article.slice(fullest), None)
    return Person(fullest, tuple(aliases.values()), roles, tuple(cite(n) for n in entity.names), entity.gender)
