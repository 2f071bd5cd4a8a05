"""A fake Discord of many servers, which fails a share of the requests as Discord does on a bad day."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from random import Random

from tests.fake_discord import FakeDiscord, Guild, Message, User
from tests.fake_discord.errors import Refusal, rate_limited
from tests.fake_discord.interactions import Interaction
from tests.fake_discord.world import BOT, MEMBER, MODERATOR, Channel

MARK = "the soak lets this one fail"
_STATUSES = (500, 502, 503, 504, 429, 429)
_SPARED = 3.0
"""Seconds in which a request that has failed is not failed again: the client library waits one second, then three, so
that nobody who was let down twice could be acknowledged in time."""


class CrowdedDiscord(FakeDiscord):
    """Guilds of `members` each, the first a moderator; fails `failing` of the requests, a fraction."""

    def __init__(self, guilds: int, members: int, random: Random) -> None:
        super().__init__()
        self.world.guilds = [self._guild(number, members) for number in range(guilds)]
        self.failing = 0.0
        self.injected: Counter[int] = Counter()
        """How many requests were failed, by status."""
        self.kinds: dict[int, str] = {}
        """What each interaction was, by id: `/ask`, `press`…"""
        self.finished: dict[int, float] = {}
        """Seconds from an interaction, or a message, to its answer, by id."""
        self._random = random
        self._last: dict[str, float] = {}
        self._asked: dict[int, tuple[float, asyncio.Event]] = {}

    def _guild(self, number: int, members: int) -> Guild:
        people = [User(f"Member{number}x{n}") for n in range(members)]
        permissions = dict.fromkeys(people, MEMBER) | {people[0]: MODERATOR}
        guild = Guild(f"Guild {number}", {self.world.bot: BOT, **permissions})
        guild.channels.append(Channel("questions", guild))
        return guild

    def next_fault(self, method: str, path: str) -> Refusal | None:
        """A refusal for some requests, never twice in a row for the same one."""
        now = time.monotonic()
        if self._random.random() >= self.failing or now - self._last.get(path, -_SPARED) < _SPARED:
            return None
        self._last[path] = now
        status = self._random.choice(_STATUSES)
        self.injected[status] += 1
        return rate_limited(self._random.uniform(0.2, 1.0), MARK) if status == 429 else Refusal(status, 0, MARK)

    def not_injected(self) -> list[str]:
        """What was refused because the bot had asked for it wrongly."""
        return [str(refusal) for refusal in self.refused if refusal.body["message"] != MARK]

    async def _deliver(self, interaction: Interaction) -> Interaction:
        self.kinds[interaction.id] = _kind(interaction)
        await super()._deliver(interaction)
        return interaction

    async def ask_in_passing(self, user: User, content: str, channel: Channel, to: Message | None = None) -> Message:
        """Writes a message to the bot and waits until it is answered. Raises TimeoutError."""
        began = time.monotonic()
        message = await self.say(user, content, channel=channel, to=to)
        self.kinds[message.id] = "direct message" if channel.guild is None else "reply" if to else "mention"
        answered = asyncio.Event()
        self._asked[message.id] = began, answered
        async with asyncio.timeout(30):
            await answered.wait()
        return message

    def said(self, message: Message) -> None:
        """Notes which message was answered."""
        self.messages[message.id] = message
        asked = self._asked.pop(message.answers.id, None) if message.answers else None
        if asked is not None and message.answers is not None:
            self.finished[message.answers.id] = time.monotonic() - asked[0]
            asked[1].set()

    def unanswered_messages(self) -> int:
        """How many messages to the bot it has left alone."""
        return len(self._asked)


def _kind(interaction: Interaction) -> str:
    kinds = {2: "/{}", 3: "press", 4: "autocomplete", 5: "modal"}
    if interaction.data.get("type") == 3:
        return "apps menu"
    names = [interaction.data.get("name", "")]
    names += [option["name"] for option in interaction.data.get("options", []) if option["type"] in (1, 2)]
    return kinds[interaction.kind].format(" ".join(names))
