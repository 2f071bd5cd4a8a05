"""What moderators do: articles come and go, and are read anew."""

from __future__ import annotations

import asyncio
from random import Random

from benchmarks.library import paragraphs
from benchmarks.soak.host import Host
from benchmarks.soak.members import Members, moderator_of
from tests.fake_discord import User
from tests.fake_discord.world import Channel

MOST = 8
"""Articles that the host adds, at any one time."""


class Moderators:
    """One moderator a guild, and the host, who changes the files that all guilds share."""

    def __init__(self, members: Members, host: Host) -> None:
        self.members, self.discord, self.host = members, members.discord, host
        self.random = Random(members.random.random())
        self.broken: list[str] = []
        self._made = 0

    def anyone(self) -> User:
        """The moderator of the first guild."""
        return moderator_of(self.discord.world.guilds[0])

    async def work(self, seconds: float) -> None:
        """One deed every so many seconds, until cancelled."""
        while True:
            await asyncio.sleep(seconds)
            guild = self.random.choice(self.discord.world.guilds)
            try:
                await self._reread(moderator_of(guild), guild.channels[0])
            except TimeoutError:
                pass
            except (LookupError, ValueError, AssertionError) as error:
                self.broken.append(f"a moderator: {error!r}")

    async def _reread(self, user: User, channel: Channel) -> None:
        """Adds or removes one of the host's files, and has the library read anew."""
        added = sorted(self.host.seeds.glob("made-*.txt"))
        if added and (len(added) >= MOST or self.random.random() < 0.5):
            self.random.choice(added).unlink()
        else:
            self._made += 1
            (self.host.seeds / f"made-{self._made}.txt").write_text(self._text(), "utf-8")
        await self.members.command(user, channel, "reindex")

    def _text(self) -> str:
        title = " ".join(self.random.sample(paragraphs(1, self.random)[0].split(), 5))
        return "\n\n".join([title, *paragraphs(self.random.randint(5, 15), self.random)]) + "\n"
