"""Who “the prime minister” is: the one person whom the article calls so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.library import Library
from index.named import Named

_PARTS = re.compile(r" (?:of|for|at|in) ", re.IGNORECASE)
_LEADING = re.compile(r"(?:the|an?|its|his|her|their) (?:current |new |present )?", re.IGNORECASE)


def holder(text: str, library: Library, article: str) -> Named | None:
    """The person of the article whose role the words are, “the mayor” or “the mayor of Thornby”; None for none or several."""
    asked = _words(text)
    entry = library.entry(article)
    found: list[Named] = []
    for person, named in zip(entry.people, entry.names.people, strict=True):
        roles = [_words(entry.article.slice(r)) for r in person.roles]
        if any(_fit(asked, role) for role in roles):
            found.append(named)
    return found[0] if len(found) == 1 else None


def _words(role: str) -> list[str]:
    parts = _PARTS.split(_LEADING.sub("", role.strip(), count=1) if _LEADING.match(role) else role, maxsplit=1)
    return [p.lower() for p in parts]


def _fit(asked: Sequence[str], role: Sequence[str]) -> bool:
    """The same office, and no other country's or town's."""
    return asked[0] == role[0] and (len(asked) == 1 or len(role) == 1 or asked[1] in role[1] or role[1] in asked[1])
