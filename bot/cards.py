"""What Discord shows: answers, quotes, persons and pages as embeds. The only place that knows Discord's size limits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

import discord

from bot.controls import Attachment, Select
from bot.markdown import ELLIPSIS, cut, escape, quote_block, shorten, size, unescape
from bot.origins import ROOM, Origin, asked_of
from bot.pointers import Pointer, pack, pointer_to, ranges, tag_of
from bot.words import CLOSEST, ONE_QUESTION, place_of, refusal
from index.answer import Answer
from index.article import Citation
from index.library import Entry, Library

_Item = TypeVar("_Item")

TITLE, DESCRIPTION, CONTENT = 256, 4096, 2000
CHOICES, CHOICE = 25, 100
LABEL = 80
STATE = 100 - len("+k:-9999:") - ROOM
"""What a custom id holds beside the kind, the page and the mark of an origin."""
_ROOM_UNDERSTOOD = 500
_UNDERSTOOD = "-# Taken to mean: "
FOOTER = 600
"""Less than Discord's 2048, so that title, description and footer stay below its 6000 together."""
SENTENCE = 1200
"""A card is read at a glance; longer sentences are read in context."""
BRIEF = 700
"""A quotation in the plain message that replaces a card."""


@dataclass(frozen=True)
class Button:
    """A button of a card; what it does stands in its custom id."""

    label: str
    custom_id: str
    disabled: bool = False
    style: discord.ButtonStyle = discord.ButtonStyle.secondary


@dataclass(frozen=True)
class Card:
    """An embed with its menus, buttons and files, and the plain message that is sent where Discord refuses it."""

    embed: discord.Embed
    plain: str
    buttons: tuple[Button, ...] = ()
    selects: tuple[Select, ...] = ()
    """Above the buttons, at most four with them, each on a row of its own."""
    files: tuple[Attachment, ...] = ()
    shares: str | None = None
    """The tags of the articles that it shows, with `!` between them; None where it is not to be shared."""
    votes: bool = False
    """Whether members may say how good it is."""


class Body:
    """The description of a card, grown line by line; what no longer fits is left out with an ellipsis."""

    def __init__(self, room: int = DESCRIPTION) -> None:
        self._lines: list[str] = []
        self._room = room - 2
        self.full = False

    @property
    def room(self) -> int:
        """How much may still be added."""
        return 0 if self.full else self._room

    def add(self, line: str) -> None:
        """Adds a line of markup, or an ellipsis for the first that does not fit."""
        if self.full:
            return
        if size(line) + 1 > self._room:
            self._lines.append(ELLIPSIS)
            self.full = True
            return
        self._lines.append(line)
        self._room -= size(line) + 1

    def __str__(self) -> str:
        return "\n".join(self._lines)


def make(title: str, body: str | Body, footer: str = "", plain: str = "", buttons: Iterable[Button] = ()) -> Card:
    """A card. `title` and `footer` are plain text, the body is markup that fits; `plain` is markup too."""
    embed = discord.Embed(title=shorten(title, TITLE) or None, description=str(body) or None)
    if footer:
        embed.set_footer(text=footer if size(footer) <= FOOTER else cut(footer, FOOTER - 1) + ELLIPSIS)
    return Card(embed, plain or plain_text(shorten(title, TITLE), shorten(footer, FOOTER)), tuple(buttons))


def plain_text(*lines: str) -> str:
    """Lines of markup as one message, those left out that would make it too long."""
    body = Body(CONTENT)
    for line in filter(None, lines):
        body.add(line)
    return str(body) or ELLIPSIS


def notice(sentence: str) -> Card:
    """One sentence of the bot's own."""
    text = sentence if size(sentence) <= CONTENT else sentence[: CONTENT // 2] + ELLIPSIS
    return Card(discord.Embed(description=text), text)


def whence(library: Library, citation: Citation, *more: str) -> str:
    """Where words stand: paragraph, title, byline, and what else is to be said."""
    article = library.entry(citation.article).article
    author = article.slice(article.author) if article.author else ""
    return " · ".join(filter(None, [place_of(citation), cut(article.title, 200), cut(author, 150), *more]))


def quoted(library: Library, citation: Citation, room: int, *bold: Citation | None) -> str:
    """The cited words as a block quote, with those of `bold` in bold where they lie inside."""
    inside = [b for b in bold if b and b.place == citation.place and citation.start <= b.start < b.end <= citation.end]
    return quote_block(
        library.text(citation), room, [(b.start - citation.start, b.end - citation.start) for b in inside]
    )


def shared_by(library: Library, citations: Iterable[Citation]) -> str:
    """What a card that shows these words remembers for its button `Share`."""
    return "!".join(tag_of(library.entry(name)) for name in dict.fromkeys(c.article for c in citations))


def words(library: Library, citation: Citation, room: int) -> str:
    """The cited words on a line among others."""
    return shorten(library.text(citation).strip(), room)


def fit_choice(text: str) -> str:
    """The name of a choice: plain text of at most 100 characters."""
    return text if size(text) <= CHOICE else cut(text, CHOICE - 1) + ELLIPSIS


def press(
    label: str,
    kind: str,
    pointers: Iterable[Pointer] | str,
    page: int = 0,
    *,
    new: bool = False,
    origin: Origin | None = None,
) -> Button:
    """A button that shows a page of `pointers`, in place of its card or, with `new`, in a message of its own.

    `origin`: what the card answers, where the kind of the page does not say it.
    """
    state = pointers if isinstance(pointers, str) else pack(pointers, STATE)
    return Button(label, f"{'+' if new else ''}{kind}:{page}:{state}{f'~{origin}' if origin else ''}")


def pack_numbers(
    library: Library, found: Iterable[tuple[str, _Item]], all_of: Callable[[Entry], Sequence[_Item]]
) -> str:
    """Things of articles, given by name, each as its number among all of its article; as many as a custom id holds."""
    pairs = list(found)
    numbers = {name: _first_of(all_of(library.entry(name))) for name in {name for name, _ in pairs}}
    by_article = groupby(pairs, key=lambda pair: pair[0])
    pointers = [
        (tag_of(library.entry(name)), item)
        for name, items in by_article
        for item in ranges(numbers[name][i] for _, i in items)
    ]
    return pack(pointers, STATE)


def _first_of(items: Sequence[_Item]) -> dict[_Item, int]:
    found: dict[_Item, int] = {}
    for number, item in enumerate(items):
        found.setdefault(item, number)
    return found


def answer_card(
    library: Library,
    answer: Answer,
    told: str | None = None,
    *,
    understood: str | None = None,
    of: str | None = None,
    votes: bool = False,
) -> Card:
    """The short answer, the sentence that it stands in, where that is; or that the article does not say.

    `understood`: what a follow-up was taken to mean; `of`: the name of the article that was asked, where not all were;
    `votes`: whether there is a memory to keep them.
    """
    notes = [told] if told else []
    if answer.more_questions:
        notes.append(ONE_QUESTION)
    body, brief = Body(), [shorten(answer.question, TITLE)]
    if understood:
        body.add(f"{_UNDERSTOOD}{shorten(understood, _ROOM_UNDERSTOOD)}")
    footer = ""
    refused = answer.verdict == "not_in_article"
    if refused:
        body.add(f"**{refusal(library)}**")
    elif answer.span is not None:
        body.add(f"**{words(library, answer.span, SENTENCE)}**")
    brief.append(str(body))
    if answer.sentence is not None:
        if refused:
            body.add(CLOSEST)
        body.add(quoted(library, answer.sentence, SENTENCE, answer.span))
        footer = whence(library, answer.sentence, *([] if refused else [answer.sureness]))
        brief += [quoted(library, answer.sentence, BRIEF, answer.span), shorten(footer, BRIEF)]
    for note in notes:
        body.add(f"*{escape(note)}*")
    card = make(answer.question, body, footer, plain_text(*brief), _answer_buttons(library, answer, of))
    shares = shared_by(library, [answer.sentence]) if answer.sentence else None
    return replace(card, shares=shares, votes=votes and not refused)


def understood_on(description: str) -> str | None:
    """What an answer's card says that its question was taken to mean, as far as it stands there."""
    line = description.split("\n", 1)[0]
    return unescape(line.removeprefix(_UNDERSTOOD)) if line.startswith(_UNDERSTOOD) else None


def _answer_buttons(library: Library, answer: Answer, of: str | None) -> Iterable[Button]:
    if answer.sentence is None:
        return
    origin = asked_of(of)
    entry = library.entry(answer.sentence.article)
    yield press("In context", "c", [pointer_to(entry, answer.sentence)], new=True, origin=origin)
    if answer.alternatives:
        others = [pointer_to(library.entry(a.sentence.article), a.sentence) for a in answer.alternatives]
        yield press("More passages", "m", others, new=True, origin=origin)
    if answer.verdict == "not_in_article":
        several = "*" if of is None and len(library.names) > 1 else ""
        yield Button("It does say", f"says:{tag_of(entry)}{several}~{origin}")
