"""Markdown front matter: the YAML between two `---` lines at the head of a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

import yaml

from index.article import ArticleError

_BLOCK = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True)
class FrontMatter:
    """What the head of the file says of the article; `end` is where its body begins in the text."""

    title: str | None = None
    deck: str | None = None
    author: str | None = None
    published: date | None = None
    source: str | None = None
    language: str | None = None
    end: int = 0


def read_front_matter(text: str) -> FrontMatter:
    """Reads the head of `text`; an empty FrontMatter where there is none. Raises ArticleError for broken YAML."""
    match = _BLOCK.match(text)
    if not match:
        return FrontMatter()
    try:
        data = yaml.safe_load(match.group(1))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 2}" if mark else "the lines between ---"
        raise ArticleError(
            f"its front matter is not valid YAML at {where}: put values with a colon in quotes"
        ) from error
    if not isinstance(data, dict):
        return FrontMatter()  # a horizontal rule, a verse: no keys, no front matter
    found = {str(k).casefold(): v for k, v in data.items()}
    return FrontMatter(
        title=_text(found.get("title")),
        deck=_text(found.get("deck") or found.get("subtitle") or found.get("description")),
        author=_text(found.get("author") or found.get("authors") or found.get("byline")),
        published=_date(found.get("published") or found.get("date")),
        source=_text(found.get("source") or found.get("publisher") or found.get("url")),
        language=_text(found.get("language") or found.get("lang")),
        end=match.end(),
    )


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = ", ".join(str(v) for v in value)
    words = " ".join(str(value).split()) if value is not None else ""
    return words or None


def _date(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%Y/%m/%d"):
            try:
                return datetime.strptime(value.strip()[:30], form).date()
            except ValueError:
                continue
        try:
            return datetime.fromisoformat(value.strip()).date()
        except ValueError:
            return None
    return None
