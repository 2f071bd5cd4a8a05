"""How often may be asked: one question a member every so many seconds, and so many a minute in a guild."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.errors import UsageError
from bot.words import count

MINUTE = 60.0
_NEARLY = 1e-9
"""Of a question: what is lost in the arithmetic of floats."""


class CooldownError(UsageError):
    """Asked too soon; the message says when to ask again."""

    def __init__(self, why: str, seconds: float, told: bool) -> None:
        super().__init__(f"{why}: ask again in {span(seconds)}.")
        self.seconds = seconds
        """Until the next question is answered."""
        self.told = told
        """Whether the asker was told already since the last answer: in public it need not be said twice."""


@dataclass(slots=True)
class _Bucket:
    """A leaky bucket: each question pours in one, and it drains at the rate at which questions are welcome."""

    at: float
    level: float = 0.0
    told: bool = False

    def drain(self, now: float, a_second: float) -> None:
        self.level = max(0.0, self.level - (now - self.at) * a_second)
        self.at = now

    def wait(self, a_second: float, holds: float) -> float:
        """Seconds until there is room for one more."""
        over = self.level + 1 - holds
        return over / a_second if over > _NEARLY else 0.0


@dataclass
class Cooldowns:
    """Kept in this process's memory only: of the members and guilds that asked last, at most `most` of each."""

    clock: Callable[[], float] = time.monotonic
    """Seconds."""
    most: int = 10_000
    _members: OrderedDict[tuple[int | None, int], _Bucket] = field(default_factory=OrderedDict)
    _guilds: OrderedDict[int, _Bucket] = field(default_factory=OrderedDict)

    def take(self, guild_id: int | None, user_id: int, seconds: float, a_minute: float) -> None:
        """Counts a question, in a guild or (None) anywhere else.

        `seconds`: between two questions of one member; `a_minute`: questions of one guild; 0 is no limit.
        Raises CooldownError, and does not count the question, where one of the two is reached.
        """
        now = self.clock()
        member = self._members.setdefault((guild_id, user_id), _Bucket(now))
        self._members.move_to_end((guild_id, user_id))
        _shorten(self._members, self.most)
        own = _wait(member, now, 1 / seconds, 1) if seconds else 0.0
        if own:
            raise _refusal(member, f"I answer one question of each member every {span(seconds)}", own)
        if guild_id is not None and a_minute:
            guild = self._guilds.setdefault(guild_id, _Bucket(now))
            self._guilds.move_to_end(guild_id)
            _shorten(self._guilds, self.most)
            shared = _wait(guild, now, a_minute / MINUTE, a_minute)
            if shared:
                raise _refusal(member, "I have been asked very much in this server just now", shared)
            guild.level += 1
        member.level, member.told = 1.0, False


def span(seconds: float) -> str:
    """`1 second`, `20 seconds`, `5 minutes`, `1 hour`: never shorter than it is."""
    whole = max(1, math.ceil(seconds - _NEARLY))
    if whole < 120 and whole != 60:
        return count(whole, "second")
    minutes = math.ceil(whole / 60)
    return count(minutes // 60, "hour") if minutes % 60 == 0 else count(minutes, "minute")


def _wait(bucket: _Bucket, now: float, a_second: float, holds: float) -> float:
    bucket.drain(now, a_second)
    return bucket.wait(a_second, holds)


def _refusal(member: _Bucket, why: str, seconds: float) -> CooldownError:
    told, member.told = member.told, True
    return CooldownError(why, seconds, told)


def _shorten(table: OrderedDict[tuple[int | None, int], _Bucket] | OrderedDict[int, _Bucket], most: int) -> None:
    while len(table) > most:
        table.popitem(last=False)
