"""`ask`, `quotes` and `people`: one process, one question or many, cards or JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from bot.errors import UsageError
from bot.finding import entries
from bot.json_lines import Json, dumps, objects
from bot.questions import NO_WORDS, Asked, as_asked
from bot.records import all_people, all_quotes, answer_record, quote_record
from index.article import ArticleError
from index.follow_ups.dialogue import Dialogue
from index.library import Library
from index.quotes import find_quotes
from index.records import article_of_paragraphs


def tell(message: str) -> None:
    """One sentence on standard error, where it does not disturb the answers."""
    from bot.terminal.plain import plain

    print(f"article-bot: {plain(message)}", file=sys.stderr, flush=True)


@contextmanager
def lines_of(name: str) -> Iterator[TextIO]:
    """The lines of a file, or of standard input for `-`. Raises UsageError where it cannot be read."""
    if name == "-":
        yield sys.stdin
        return
    with ExitStack() as stack:
        try:
            file = stack.enter_context(Path(name).open(encoding="utf-8-sig", errors="replace"))
        except OSError as error:
            raise UsageError(f"{name} cannot be read: {error.strerror}") from error
        yield file


class Asker:
    """Asks the articles and prints what they say, as JSON or as cards."""

    def __init__(self, library: Library, limit: int, as_json: bool) -> None:
        self.library = library
        self.limit = limit
        self.as_json = as_json
        self._dialogues: dict[str, Dialogue] = {}

    def one(self, typed: str) -> int:
        """Answers one question. Gives the exit code. Raises UsageError for one that is too long to be meant whole."""
        asked = as_asked(typed, self.limit)
        if asked.notice:
            raise UsageError(
                f"the question has {len(typed):,} characters, more than the {self.limit:,} allowed: shorten it"
            )
        self._answer(asked, typed, None, None)
        return 0 if asked.has_words else 2

    def many(self, lines: Iterable[str], source: str) -> int:
        """Answers the `question` of each line's object, in order; lines of one `conversation` are its turns.

        Gives the exit code: 2 where a line was no question.
        """
        code = 0
        for found in objects(lines, source):
            if isinstance(found, UsageError):
                tell(str(found))
                code = 2
            elif not isinstance(found.get("question"), str):
                tell(f'{source}: an object without a "question" was left out: {dumps(found)[:80]}')
                code = 2
            else:
                key = None if found.get("conversation") is None else dumps(found["conversation"])
                self._answer(as_asked(found["question"], self.limit), found["question"], found.get("id"), key)
        return code

    def _answer(self, asked: Asked, typed: str, id_: object, conversation: str | None) -> None:
        notice = asked.notice if asked.has_words else NO_WORDS
        if notice:
            tell(notice)
        dialogue = Dialogue() if conversation is None else self._dialogues.setdefault(conversation, Dialogue())
        taken, answer = dialogue.ask(self.library, asked.text) if asked.has_words else (None, None)
        understood = taken.understood if taken else None
        if self.as_json:
            print(dumps(answer_record(self.library, answer, typed, id_, understood)), flush=True)
        elif answer:
            from bot.terminal.cards import answer_cards
            from bot.terminal.chat import console

            for card in answer_cards(self.library, answer, understood=understood):
                console().print(card)


def print_quotes(library: Library, as_json: bool) -> int:
    """All quotations."""
    if as_json:
        return _print_list(all_quotes(entries(library)))
    from bot.terminal.cards import quote_card
    from bot.terminal.chat import console

    cards: list[object] = [quote_card(library, q) for e in entries(library) for q in e.quotes]
    console().print(*(cards or ["Nobody is quoted."]), sep="\n")
    return 0


def print_people(library: Library, as_json: bool) -> int:
    """All people."""
    if as_json:
        return _print_list(all_people(entries(library)))
    from bot.terminal.cards import person_card
    from bot.terminal.chat import console

    cards: list[object] = [person_card(library, p) for e in entries(library) for p in e.people]
    console().print(*(cards or ["Nobody is named."]), sep="\n")
    return 0


def quotes_of_many(lines: Iterable[str], source: str) -> int:
    """The quotations of each line's article, `{"id", "title", "paragraphs"}`, a broken one as its parts, one by one.

    Gives the exit code, as Asker.many.
    """
    code = 0
    for found in objects(lines, source):
        try:
            if isinstance(found, UsageError):
                raise found
            print(dumps(_quotes_of(found)), flush=True)
        except (UsageError, ArticleError) as error:
            tell(str(error))
            code = 2
    return code


def _quotes_of(found: Json) -> Json:
    paragraphs = found.get("paragraphs")
    if not isinstance(paragraphs, list) or not all(isinstance(p, str) for p in paragraphs):
        raise UsageError(f'an object without "paragraphs", a list of texts, was left out: {dumps(found)[:80]}')
    title = found.get("title")
    article = article_of_paragraphs(str(found.get("id")), title if isinstance(title, str) else "", paragraphs)
    # Keys of quotation corpora, and what scores against them, count each stretch between marks by itself.
    stretches = [replace(q, parts=(part,)) for q in find_quotes(article) for part in q.parts]
    return {"id": found.get("id"), "quotes": [quote_record(article, q) for q in stretches]}


def _print_list(records: list[Json]) -> int:
    """A JSON array with an element a line: good for programs and for eyes."""
    print("[" + ",\n ".join(map(dumps, records)) + "]", flush=True)
    return 0
