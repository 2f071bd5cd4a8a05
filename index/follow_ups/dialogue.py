"""A conversation held in memory: each message is taken with the turns before it, and answered."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from index.answer import Answer
from index.follow_ups.follow_up import TURNS, FollowUp, Turn, resolve
from index.library import Library


@dataclass
class Dialogue:
    """The latest turns of one conversation.

    >>> dialogue = Dialogue()  # doctest: +SKIP
    >>> dialogue.ask(library, "Who visited Kyiv?"), dialogue.ask(library, "what did he say?")  # doctest: +SKIP
    """

    turns: deque[Turn] = field(default_factory=lambda: deque(maxlen=TURNS))

    def ask(self, library: Library, message: str) -> tuple[FollowUp, Answer]:
        """What the message was taken to ask, and the answer to that."""
        taken = resolve(message, tuple(self.turns), library)
        answer = library.ask(taken.question, taken.article)
        self.turns.append(Turn(message, taken.understood, answer))
        return taken, answer
