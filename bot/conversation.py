"""What somebody has asked lately in a channel, so that “and when?” is understood. Nothing of it outlives the process."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.pointers import tag_of
from index.follow_ups.follow_up import TURNS

if TYPE_CHECKING:
    from index.follow_ups.follow_up import Turn
    from index.library import Library

SECONDS = 600.0
"""How long a turn is remembered."""


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
        self._kept: deque[_Kept] = deque(maxlen=TURNS)

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
    _timer: asyncio.TimerHandle | None = None

    def of(self, channel_id: int | None, user_id: int) -> Conversation:
        """That of a person in a channel."""
        key = channel_id, user_id
        self.forget()
        found = self._held.setdefault(key, Conversation(lambda: self.clock()))
        self._held.move_to_end(key)
        if len(self._held) > self.most:
            self._held.popitem(last=False)
        return found

    def forget(self) -> None:
        """Drops those that are over, of which the one that went on longest ago comes first."""
        while self._held and next(iter(self._held.values())).over:
            self._held.popitem(last=False)

    def forget_in_time(self) -> None:
        """Sees to it that none is held for much longer than its turns are, even where nobody asks any more."""
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(SECONDS / 10, self._forget_now)

    def _forget_now(self) -> None:
        self._timer = None
        self.forget()
        if self._held:
            self.forget_in_time()

    def __len__(self) -> int:
        return len(self._held)
