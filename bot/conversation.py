"""What somebody has asked lately in a channel, so that “and when?” is understood. Nothing of it outlives the process."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.pointers import tag_of

if TYPE_CHECKING:
    from index.follow_up import Turn
    from index.library import Library

SECONDS = 600.0
"""How long a turn is remembered."""
_TURNS = 6


@dataclass(frozen=True, slots=True)
class _Kept:
    turn: Turn
    at: float
    tag: str | None
    """Of the version of the article that answered."""


class Conversation:
    """The turns of one person in one channel."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.answering = asyncio.Lock()
        """Held while a question is answered, so that the next one knows of it."""
        self.arriving = asyncio.Lock()
        """Held from a message's arrival on, so that of two that were typed fast the first is answered first."""
        self._clock = clock
        self._kept: deque[_Kept] = deque(maxlen=_TURNS)

    def add(self, turn: Turn, library: Library) -> None:
        """Remembers the newest turn, without what only its card shows."""
        sentence = turn.answer.sentence
        tag = tag_of(library.entry(sentence.article)) if sentence is not None else None
        self._kept.append(_Kept(replace(turn, answer=replace(turn.answer, alternatives=())), self._clock(), tag))

    def turns(self, library: Library) -> list[Turn]:
        """Those of the last ten minutes, oldest first, whose articles are still as they were when they answered."""
        self._forget()
        return [kept.turn for kept in self._kept if kept.tag is None or _is_there(kept, library)]

    @property
    def over(self) -> bool:
        """Whether nothing of it is remembered any more."""
        self._forget()
        return not self._kept and not self.answering.locked() and not self.arriving.locked()

    def _forget(self) -> None:
        while self._kept and self._clock() - self._kept[0].at > SECONDS:
            self._kept.popleft()


def _is_there(kept: _Kept, library: Library) -> bool:
    sentence = kept.turn.answer.sentence
    return (
        sentence is not None
        and sentence.article in library.names
        and kept.tag == tag_of(library.entry(sentence.article))
    )


@dataclass
class Conversations:
    """By channel and person: those that went on last, at most `most`."""

    clock: Callable[[], float] = time.monotonic
    """Seconds."""
    most: int = 2000
    _held: OrderedDict[tuple[int | None, int], Conversation] = field(default_factory=OrderedDict)

    def of(self, channel_id: int | None, user_id: int) -> Conversation:
        """That of a person in a channel; those that are over are dropped meanwhile."""
        key = channel_id, user_id
        found = self._held.setdefault(key, Conversation(lambda: self.clock()))
        self._held.move_to_end(key)
        while len(self._held) > 1:
            oldest = next(iter(self._held))
            if len(self._held) <= self.most and not self._held[oldest].over:
                break
            del self._held[oldest]
        return found

    def __len__(self) -> int:
        return len(self._held)
