"""What is typed in the chat, and what is shown for it: plain questions, and the commands that Discord has too."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field

from rich.console import RenderableType
from rich.text import Text

from bot.articles import entry_of
from bot.errors import UsageError
from bot.finding import checked, find_locations, find_people, find_quotes, find_times, suggest_people
from bot.questions import NO_WORDS, as_asked
from bot.settings import Settings
from bot.terminal import cards
from bot.terminal.plain import plain
from index.answer import Answer
from index.follow_ups.dialogue import Dialogue
from index.library import Library, LibraryError

HELP = {
    "/ask QUESTION": "the same as typing the question alone",
    "/more": "further passages for the last question",
    "/quote [SPEAKER] [about TOPIC]": "what somebody said, word for word; alone, a quotation drawn by lot",
    "/who [NAME]": "who somebody is; alone, everybody in the article",
    "/when [TOPIC]": "the dates and times that are named, or those in sentences about a topic",
    "/where [TOPIC]": "the places that are named, likewise",
    "/check WORDS": "whether a quotation stands in the article, and who said it",
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
    whole: bool = True
    """The library is the seeds folder's, not one article that was picked out."""
    last: Answer | None = None
    dialogue: Dialogue = field(default_factory=Dialogue)
    random: random.Random = field(default_factory=random.Random)

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
            "when": self.when,
            "where": self.where,
            "check": self.check,
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
        taken, self.last = self.dialogue.ask(self.library, asked.text)
        return cards.answer_cards(self.library, self.last, asked.notice, taken.understood)

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
        speaker, _, about = (part.strip() for part in f" {wanted} ".partition(" about "))
        found = find_quotes(self.library, speaker or None, about or None)
        if not wanted:
            return [cards.quote_card(self.library, self.random.choice(found))]
        shown = [cards.quote_card(self.library, q) for q in found[:_MOST]]
        rest = len(found) - _MOST
        return shown if rest <= 0 else [*shown, Text(f"and {rest} more: add about TOPIC", style="dim")]

    def who(self, name: str) -> Iterable[RenderableType]:
        """A person, or the names of all."""
        if name:
            return [cards.person_card(self.library, person) for person in find_people(self.library, name)]
        everybody = suggest_people(self.library, "", sys.maxsize)
        if not everybody:
            raise UsageError("Nobody is named.")
        return [cards.card("People", *(Text(plain(n)) for n in everybody))]

    def when(self, about: str) -> Iterable[RenderableType]:
        """Times, each in its sentence."""
        return [cards.times_card(self.library, find_times(self.library, about))]

    def where(self, about: str) -> Iterable[RenderableType]:
        """Places, each in a sentence."""
        return [cards.places_card(self.library, find_locations(self.library, about))]

    def check(self, text: str) -> Iterable[RenderableType]:
        """What the articles know of a quotation."""
        return [cards.check_card(self.library, text, found) for found in checked(self.library, text)]

    def show_article(self, wanted: str) -> Iterable[RenderableType]:
        """An article's head; or paragraphs of the one that answered last."""
        library = self.library
        part = _RANGE.fullmatch(wanted)
        if part is None:
            entries = [entry_of(library, wanted)] if wanted else [library.entry(n) for n in library.names]
            return [cards.article_card(e.article) for e in entries]
        article = library.entry(self.last.sentence.article if self.last and self.last.sentence else None).article
        first = int(part[1])
        last = min(int(part[2] or first), len(article.body), first + _MOST - 1)
        if not 1 <= first <= last:
            raise UsageError(f"The article has the paragraphs 1 to {len(article.body)}.")
        return [cards.paragraph_card(article, article.body[first - 1 : last])]

    def reindex(self, _: str) -> Iterable[RenderableType]:
        """Reads the seeds anew; what cannot be read leaves all as it was."""
        if not self.whole:
            raise UsageError("This chat is about one article: leave and start it anew to read it again.")
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
