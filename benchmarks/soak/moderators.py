"""What moderators do: articles come and go, are read anew, and the server's books are looked at."""

from __future__ import annotations

import asyncio
from random import Random

from benchmarks.soak.deeds import Deed, do_one
from benchmarks.soak.host import Host
from benchmarks.soak.members import Members
from tests.fake_discord import User
from tests.fake_discord.attachments import Attached
from tests.fake_discord.interactions import Interaction
from tests.fake_discord.world import MODERATOR, Channel

MOST = 8
"""Articles that the host adds, at any one time."""
OWN = 3
"""Articles of its own that a guild keeps: with more, memory would have to grow."""


class Moderators:
    """One moderator a guild, and the host, who changes the files that all guilds share."""

    def __init__(self, members: Members, host: Host) -> None:
        self.members, self.discord, self.host = members, members.discord, host
        self.random = Random(members.random.random())
        self.broken: list[str] = []
        self._made = 0
        self._deeds: list[tuple[Deed, float]] = [
            (self.add, 6),
            (self.paste, 2),
            (self.remove, 4),
            (self.rename, 2),
            (self.use, 3),
            (self.look, 5),
            (self.reread, 4),
        ]

    async def work(self, seconds: float) -> None:
        """One deed every so many seconds, until cancelled."""
        under_way: set[asyncio.Task[None]] = set()
        while True:
            await asyncio.sleep(seconds)
            task = asyncio.create_task(self.act())
            under_way.add(task)
            task.add_done_callback(under_way.discard)

    async def act(self) -> None:
        """Lets the moderator of one guild do one thing, drawn by weight."""
        guild = self.random.choice(self.discord.world.guilds[: max(1, len(self.discord.world.guilds) // 3)])
        user = next(user for user, held in guild.permissions.items() if held == MODERATOR)
        await do_one(self._deeds, self.random, user, guild.channels, self.broken)

    async def add(self, user: User, channel: Channel) -> None:
        """An attached file, now and then one that is none; where there are enough, one is removed in its place."""
        choices = await self.discord.complete(user, "articles remove", "article", "", channel=channel)
        if len(choices) >= OWN:
            await self._remove(user, channel, choices[0]["value"])
            return
        data = self._text().encode() if self.random.random() < 0.9 else bytes(self.random.randbytes(200))
        attached = Attached(f"{self._title()}.txt", data)
        await self.members.command(user, channel, "articles add", file=attached)
        return

    async def paste(self, user: User, channel: Channel) -> None:
        """The text typed into the form."""
        opened = await self.members.command(user, channel, "articles add")
        if opened.modal is not None:
            await self.members.seen(
                await self.discord.submit(user, opened, title=self._title(), text=self._text()[:4000])
            )

    async def remove(self, user: User, channel: Channel) -> None:
        """Says yes when asked, and half of the time takes it back."""
        name = await self._own(user, channel, "articles remove")
        if name is None:
            return await self.add(user, channel)
        removed = await self._remove(user, channel, name)
        if removed is not None and self.random.random() < 0.5:
            await self._press(user, removed, "Undo")
        return None

    async def _remove(self, user: User, channel: Channel, name: str) -> Interaction | None:
        asked = await self.members.command(user, channel, "articles remove", article=name)
        return await self._press(user, asked, "Remove")

    async def rename(self, user: User, channel: Channel) -> None:
        """To a title that nobody has."""
        name = await self._own(user, channel, "articles rename")
        if name is None:
            return await self.add(user, channel)
        await self.members.command(user, channel, "articles rename", article=name, name=self._title())
        return None

    async def use(self, user: User, channel: Channel) -> None:
        """One article for a channel; half of the time for none in particular."""
        name = await self._own(user, channel, "articles use")
        await self.members.command(
            user, channel, "articles use", **({} if name is None or self.random.random() < 0.5 else {"article": name})
        )

    async def look(self, user: User, channel: Channel) -> None:
        """At the books, and presses what they offer."""
        name = self.random.choice(("articles list", "unanswered", "stats", "settings"))
        await self.members.press_any(user, await self.members.command(user, channel, name))

    async def reread(self, user: User, channel: Channel) -> None:
        """The host adds or removes one of its files, and the library is read anew."""
        added = sorted(self.host.seeds.glob("made-*.txt"))
        if added and (len(added) >= MOST or self.random.random() < 0.5):
            self.random.choice(added).unlink()
        else:
            self._made += 1
            (self.host.seeds / f"made-{self._made}.txt").write_text(self._text(), "utf-8")
        await self.members.command(user, channel, "reindex")

    async def _own(self, user: User, channel: Channel, command: str) -> str | None:
        choices = await self.discord.complete(user, command, "article", "", channel=channel)
        return self.random.choice(choices)["value"] if choices else None

    async def _press(self, user: User, shown: Interaction, label: str) -> Interaction | None:
        if shown.original is None or label not in shown.original.buttons:
            return None  # it was refused with a sentence
        return await self.members.seen(await self.discord.press(user, shown.original, label))

    def _title(self) -> str:
        self._made += 1
        return f"{' '.join(self.random.sample(self.members.words, 3))} {self._made}"

    def _text(self) -> str:
        paragraphs = [
            " ".join(self.random.sample(self.members.sentences, 4)) for _ in range(self.random.randint(5, 15))
        ]
        return "\n\n".join([self._title(), *paragraphs]) + "\n"
