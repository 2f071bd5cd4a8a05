"""What is typed in the chat, and what is shown for it: plain questions, and the commands that Discord has too."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rich.console import RenderableType
from rich.text import Text

from bot.articles import entry_of
from bot.errors import UsageError
from bot.questions import NO_WORDS, as_asked
from bot.settings import Settings
from bot.terminal import cards
from bot.terminal.plain import plain
from index.answer import Answer
from index.library import Entry, Library, LibraryError
from index.lookup import FITS, match_people, search_quotes, speakers

HELP = {
    "/ask QUESTION": "the same as typing the question alone",
    "/more": "further passages for the last question",
    "/quote [SPEAKER] [about TOPIC]": "what somebody said, word for word; alone, a quotation drawn by lot",
    "/who [NAME]": "who somebody is; alone, everybody in the article",
    "/article [TITLE or ¶ 4 or 4-9]": "an article's title and length, or its paragraphs to read",
    "/reindex": "read the articles anew",
    "/help": "this",
    "/quit": "leave; so does Ctrl-D",
}
_MOST = 10  # quotations or paragraphs at once: more would scroll the first ones away
_RANGE = re.compile(r"¶?\s*(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")


class Quit(Exception):  # noqa: N818 - a wish, no error
    """The person wants to leave."""


@dataclass
class Conversation:
    """The articles that are asked about, and what was answered last."""

    library: Library
    settings: Settings
    article: str | None = None
    """The one article asked about; all of them where None."""
    last: Answer | None = None
    random: random.Random = field(default_factory=random.Random)

    def entries(self) -> list[Entry]:
        """The one article asked about, or all. Raises UsageError where it is gone."""
        if self.article is not None:
            return [entry_of(self.library, self.article)]
        return [self.library.entry(name) for name in self.library.names]

    def respond(self, line: str) -> Iterable[RenderableType]:
        """Cards for one line of input. Raises UsageError for what cannot be done, and Quit."""
        line = line.strip()
        if not line:
            return ()
        if not line.startswith("/"):
            return self.ask(line)
        name, _, rest = line[1:].partition(" ")
        command = {
            "ask": self.ask,
            "more": self.more,
            "quote": self.quote,
            "who": self.who,
            "article": self.show_article,
            "reindex": self.reindex,
            "help": self.help,
            "quit": self.quit,
            "exit": self.quit,
        }.get(name.lower())
        if command is None:
            raise UsageError(f"There is no command /{name}: /help lists those there are.")
        return command(rest.strip())

    def ask(self, typed: str) -> Iterable[RenderableType]:
        """Answers a question."""
        asked = as_asked(typed, self.settings.limits.question_characters)
        if not asked.has_words:
            raise UsageError(NO_WORDS)
        self.last = self.library.ask(asked.text, self.article)
        return cards.answer_cards(self.library, self.last, asked.notice)

    def more(self, _: str) -> Iterable[RenderableType]:
        """The passages behind the last answer."""
        if self.last is None:
            raise UsageError("Ask a question first; /more then shows further passages.")
        if not self.last.alternatives:
            raise UsageError("There are no further passages for that question.")
        found = [a.sentence for a in self.last.alternatives]
        return [cards.passage_card(self.library, f"More passages: {self.last.question}", found)]

    def quote(self, wanted: str) -> Iterable[RenderableType]:
        """Quotations of a speaker, about a topic, or one by lot."""
        entries = self.entries()
        spoken = {e.article.name: [q for q in e.quotes if q.kind != "scare"] for e in entries}
        everything = [q for quotes in spoken.values() for q in quotes]
        if not everything:
            raise UsageError("Nobody is quoted.")
        if not wanted:
            return [cards.quote_card(self.library, self.random.choice(everything))]
        speaker, _, about = (part.strip() for part in f" {wanted} ".partition(" about "))
        found = [
            quote
            for e in entries
            for quote in search_quotes(e.article, spoken[e.article.name], speaker or None, about or None, e.people)
        ]
        if not found:
            named = [name for e in entries for name in speakers(e.article, spoken[e.article.name])]
            quoted = ", ".join(named[:_MOST]) or "people without names"
            raise UsageError(f"No quotation fits “{wanted}”. Quoted are {quoted}.")
        shown = [cards.quote_card(self.library, q) for q in found[:_MOST]]
        rest = len(found) - _MOST
        return shown if rest <= 0 else [*shown, Text(f"and {rest} more: add about TOPIC", style="dim")]

    def who(self, name: str) -> Iterable[RenderableType]:
        """A person, or all of them."""
        found = [
            (entry.article, match)
            for entry in self.entries()
            for match in match_people(entry.article, entry.people, name, limit=len(entry.people) + 1)
        ]
        if not name:
            if not found:
                raise UsageError("Nobody is named.")
            names = dict.fromkeys(plain(article.slice(match.person.name)) for article, match in found)
            return [cards.card("People", *map(Text, names))]
        found.sort(key=lambda f: -f[1].score)
        best = [f for f in found if f[1].score >= max(FITS, found[0][1].score - 3)]
        if not best:
            near = " or ".join(dict.fromkeys(article.slice(match.person.name) for article, match in found[:3]))
            hint = f"did you mean {near}?" if near else "/who alone lists everybody."
            raise UsageError(f"Nobody is named like “{name}”: {hint}")
        return [cards.person_card(self.library, article, match.person) for article, match in best]

    def show_article(self, wanted: str) -> Iterable[RenderableType]:
        """An article's head, or paragraphs of it."""
        part = _RANGE.fullmatch(wanted)
        if part is None:
            entries = [entry_of(self.library, wanted)] if wanted else self.entries()
            return [cards.article_card(e.article) for e in entries]
        article = entry_of(self.library, self.article).article
        first = int(part[1])
        last = min(int(part[2] or first), len(article.body), first + _MOST - 1)
        if not 1 <= first <= last:
            raise UsageError(f"The article has the paragraphs 1 to {len(article.body)}.")
        return [cards.paragraph_card(article, article.body[first - 1 : last])]

    def reindex(self, _: str) -> Iterable[RenderableType]:
        """Reads the seeds anew; what cannot be read leaves all as it was."""
        try:
            self.library, changes = self.library.reread()
        except LibraryError as error:
            raise UsageError(f"{error}. The articles read before are kept.") from error
        return [cards.changes_card(changes)]

    def help(self, _: str) -> Iterable[RenderableType]:
        """The commands."""
        return [cards.table_card("Type a question, or", HELP.items())]

    def quit(self, _: str) -> Iterable[RenderableType]:
        """Leaves."""
        raise Quit
