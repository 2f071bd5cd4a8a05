"""One page that tells a newcomer what to type. What is listed comes from the commands and the articles themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from discord import app_commands

from bot.cards import Body, Card, make, plain_text
from bot.markdown import escape, shorten
from bot.try_these import Try
from bot.words import ASK_ABOUT, CHECK, count
from index.library import Library

Where = Literal["server", "direct", "elsewhere"]
"""A server that installed the bot, its direct conversation, anywhere else that a person calls it."""
Commands = Sequence[app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu]

_PROMISE = (
    "I answer questions about {articles} with the article’s own words, and say in which paragraph (¶) they stand. "
    "Where the article does not say, I say so."
)
_ON = (
    "Ask on within ten minutes: I take “he” and “and when?” from what you asked before, and the card says what I took "
    "them for."
)
_ON_FROM_A_CARD = (
    "Reply to one of my cards, with the ping on, to ask on from there, however old it is and whoever asked."
)
_ON_A_MESSAGE = f"On anybody’s message: Apps, then **{ASK_ABOUT}** or **{CHECK}**."
_ASKING: dict[Where, tuple[str, ...]] = {
    "server": (
        "Type **/ask** and your question, or write it in a message with my name: {name} {question}",
        _ON,
        _ON_FROM_A_CARD,
        _ON_A_MESSAGE,
        "You can also write to me directly.",
    ),
    "direct": ("Just write me your question, or type **/ask**.", _ON, _ON_FROM_A_CARD),
    "elsewhere": ("Type **/ask** and your question.", _ON, _ON_A_MESSAGE),
}
_CARDS = (
    "**In context** and **More passages** answer you alone, whoever asked. **Share** posts a card that only you see.",
    "Where I find no answer and you do, press **It does say** and give the number of the paragraph.",
)
_UNREAD: dict[Where, str] = {
    "server": (
        "I read no messages but those that are meant for me. These do not reach me: a reply to my card with the ping "
        "turned off, a role or @everyone in place of my name, and my name added to a message later."
    ),
    "direct": "A question that you change after sending it does not reach me: send it again.",
    "elsewhere": "I am no member here: I see commands only, no messages.",
}


@dataclass(frozen=True)
class Reader:
    """For whom the page is."""

    where: Where
    moderates: bool
    me: str
    """The bot's name, as it is mentioned."""


def help_card(library: Library, article: str | None, commands: Commands, tries: Iterable[Try], reader: Reader) -> Card:
    """What can be asked, how, and with which commands; for moderators with theirs. `article`: the one that is meant."""
    tries = list(tries)
    asked = next((t.value for t in tries if t.command == "ask"), "what is it about?")
    body = Body()
    body.add(_PROMISE.format(articles=_articles(library, article)))
    _part(body, "Try these", [f"**/{t.command}** {t.option}: {escape(t.value)}" for t in tries])
    _part(body, "How to ask", [line.format(name=reader.me, question=escape(asked)) for line in _ASKING[reader.where]])
    _part(body, "On my cards", _CARDS)
    typed = [c for c in commands if not isinstance(c, app_commands.ContextMenu) and _is_offered(c, reader)]
    _part(body, "What else there is", (_line(c) for c in typed if c.default_permissions is None))
    if reader.moderates:
        _part(body, "For moderators", (_line(c) for c in typed if c.default_permissions is not None))
    _part(body, "What does not reach me", [_UNREAD[reader.where]])
    return make("Ask the article", body, plain=plain_text(*str(body).split("\n")))


def _is_offered(command: app_commands.Command[Any, ..., Any] | app_commands.Group, reader: Reader) -> bool:
    """Whether there is more to say of it: it is used there, and has not been explained yet."""
    goes_anywhere = command.allowed_contexts is not None and command.allowed_contexts.dm_channel
    return command.name not in ("ask", "help") and (reader.where == "server" or bool(goes_anywhere))


def _articles(library: Library, article: str | None) -> str:
    """`“A bridge opens”`, `“A bridge opens” and, where you choose them, 3 others`, `4 articles`."""
    named = article if article in library.names else library.names[0] if len(library.names) == 1 else None
    if named is None:
        return count(len(library.names), "article")
    others = len(library.names) - 1
    title = f"“{shorten(library.entry(named).article.title, 200)}”"
    return (
        f"{title} and, where you choose {'them' if others > 1 else 'it'}, {count(others, 'other')}" if others else title
    )


def _part(body: Body, title: str, lines: Iterable[str]) -> None:
    """A part of the page; none of it where there are no lines."""
    for number, line in enumerate(lines):
        if not number:
            body.add(f"\n**{title}**")
        body.add(f"• {line}")


def _line(command: app_commands.Command[Any, ..., Any] | app_commands.Group) -> str:
    parts = ""
    if isinstance(command, app_commands.Group):
        parts = f" {', '.join(c.name for c in command.commands)}"
    return f"**/{command.name}**{parts}: {escape(command.description.removeprefix('For moderators: '))}"
