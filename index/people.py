"""Who is who in an article."""

from __future__ import annotations

from dataclasses import dataclass

from index.article import Article, Citation


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


def find_people(article: Article) -> tuple[Person, ...]:
    """The people of the article, by first mention."""
    return ()
