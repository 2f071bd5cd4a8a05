"""The prompt of a person at a terminal: history, and completion of commands, names and titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from bot.finding import suggest_people, suggest_speakers, suggest_topics
from bot.terminal.commands import HELP, Conversation
from bot.terminal.plain import plain

_MOST = 25  # names to choose from, as in Discord


def typed_lines(conversation: Conversation, prompt: str) -> Iterator[str]:
    """What is typed, line by line, until Ctrl-D; Ctrl-C drops the line."""
    session: PromptSession[str] = PromptSession(
        history=_history(conversation), completer=Completions(conversation), complete_while_typing=False
    )
    while True:
        try:
            yield session.prompt(prompt)
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


class Completions(Completer):
    """Commands after a slash; people after /who and /quote, places too after /when and /where; titles after /article."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:  # noqa: ARG002 - the base class's
        """What the text before the cursor may become."""
        typed = document.text_before_cursor.lstrip()
        command, blank, rest = typed.partition(" ")
        if not typed.startswith("/"):
            return
        if not blank:
            names = dict.fromkeys(what.split()[0] for what in HELP)
            yield from (Completion(f"{n} ", -len(typed), display=n) for n in names if n.startswith(typed))
            return
        yield from (Completion(plain(text), -len(rest)) for text in self._values(command, rest))

    def _values(self, command: str, typed: str) -> list[str]:
        if command == "/article":
            return [a.title for a in self.conversation.library.suggest(typed)]
        if command == "/who":
            return suggest_people(self.conversation.library, typed, _MOST)
        if command == "/quote":
            return suggest_speakers(self.conversation.library, typed, _MOST)
        if command in ("/when", "/where"):
            return suggest_topics(self.conversation.library, typed, _MOST)
        return []


def _history(conversation: Conversation) -> History:
    """In the state folder; for this run only where that cannot be written."""
    folder = conversation.settings.state
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "chat-history"
        file.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return FileHistory(file)
