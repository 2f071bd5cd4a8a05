"""A paragraph that a member points to where the bot had found no answer, word for word."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.cards import DESCRIPTION, SENTENCE, Body, Card, make, plain_text, press, quoted, whence
from bot.errors import UsageError
from bot.markdown import escape, shorten
from bot.origins import Origin
from bot.pointers import pointer_to, tag_of
from bot.words import count
from index.article import Article, Citation
from index.library import Entry, Library

POINTED = "A member points to this paragraph:"
NOT_THERE = "The words that were to be shown in bold do not stand in it one after the other."
KEPT = "The question is kept for the moderators, without who asked it and who points."

_NUMBER = re.compile(r"\d{1,6}")


def paragraph_typed(article: Article, typed: str) -> int:
    """The number of a paragraph, typed as `4`, `¶ 4` or `paragraph 4`. Raises UsageError that says which there are."""
    number = _NUMBER.search(typed)
    there = f"the article has {count(len(article.body), 'paragraph')}, numbered from 1"
    if number is None:
        raise UsageError(f"“{typed[:50]}” is no number of a paragraph: {there}. Press the button again and give one.")
    if not 1 <= int(number[0]) <= len(article.body):
        raise UsageError(f"There is no paragraph {number[0]}: {there}. Press the button again and give one of those.")
    return int(number[0])


def pointed_card(
    library: Library, entry: Entry, question: str, number: int, words: str, origin: Origin, *, kept: bool
) -> Card:
    """The paragraph whole where it fits, with `words` in bold where they stand in it."""
    paragraph = entry.article.at(number)
    whole = Citation(entry.article.name, number, 0, len(paragraph.text))
    bold = entry.wording.words_at(number, words)
    body = Body()
    body.add(f"**{POINTED}**")
    body.add(quoted(library, whole, DESCRIPTION - SENTENCE, bold))
    notes = [NOT_THERE] if words.strip() and bold is None else []
    for note in [*notes, *([KEPT] if kept else [])]:
        body.add(f"*{escape(note)}*")
    here = press("In context", "c", [pointer_to(entry, bold or whole)], new=True, origin=origin)
    footer = whence(library, whole)
    plain = plain_text(
        shorten(question, SENTENCE // 4),
        POINTED,
        quoted(library, whole, SENTENCE, bold),
        shorten(footer, SENTENCE // 4),
    )
    return replace(make(question, body, footer, plain, [here]), shares=tag_of(entry))
