"""What members do: they ask, read, press whatever button a card has, fill in what opens, and write in passing."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.soak.crowd import CrowdedDiscord
from benchmarks.soak.deeds import Deed, do_one
from tests.fake_discord import Message, User
from tests.fake_discord.interactions import Interaction
from tests.fake_discord.world import Channel

QUESTIONS = (
    "Who leaked the Pentagon documents?",
    "When was Ukraine first promised NATO membership?",
    "Where will the summit be held?",
    "What did Stoltenberg say about Ukraine's place?",
    "Why did Russia invade Ukraine?",
    "How many soldiers were trained?",
    "Who is the director of the CIA?",
    "how much did the tickets cost",
    "Who won the election in Peru?",
    "and when?",
    "What did he say about the war?",
)
FRAMES = ("What about {}?", "Who spoke of {}?", "When did {} come up?", "Is there anything on {}?", "{}")
PATIENCE = 30.0
"""Seconds that a member waits for an answer."""


@dataclass
class Members:
    """The people of a crowded Discord, at random."""

    discord: CrowdedDiscord
    article: Path
    random: Random
    _cards: dict[int, deque[tuple[Message, User]]] = field(
        default_factory=lambda: defaultdict(lambda: deque(maxlen=20))
    )
    """The latest answers in a guild and who asked for them, by the guild's id: buttons are pressed on those."""
    broken: list[str] = field(default_factory=list)
    """What a member could not do, in words."""

    def __post_init__(self) -> None:
        text = self.article.read_text("utf-8")
        self.words = sorted(set(re.findall(r"[A-Za-z’]{4,}", text)))
        self._names = sorted({w for w in self.words if w[0].isupper()})
        self.sentences = [s for s in re.split(r"(?<=[.”])\s+", text) if 20 < len(s) < 300]
        self._deeds: list[tuple[Deed, float]] = [
            (self.ask, 22),
            (self.look_up, 18),
            (self.press, 26),
            (self.complete, 18),
            (self.mention, 5),
            (self.reply, 3),
            (self.write_directly, 2),
            (self.use_menu, 3),
            (self.read_help, 1),
        ]

    async def act(self) -> None:
        """Lets one member do one thing, drawn by weight."""
        guild = self.random.choice(self.discord.world.guilds)
        user = self.random.choice([u for u in guild.permissions if not u.bot])
        await do_one(self._deeds, self.random, user, guild.channels, self.broken)

    def question(self) -> str:
        """One of a few that are asked again and again, or one that nobody has asked yet."""
        if self.random.random() < 0.5:
            return self.random.choice(QUESTIONS)
        words = self.random.sample(self.words, self.random.randint(1, 4))
        return self.random.choice(FRAMES).format(" ".join(words))

    async def command(self, user: User, channel: Channel, name: str, /, **options: Any) -> Interaction:
        """Runs a command."""
        begun = await self.discord.begin(user, name, channel=channel, **options)
        return await self.seen(begun)

    async def seen(self, begun: Interaction) -> Interaction:
        """Waits for what an interaction shows, and leaves the card to be pressed."""
        await begun.until(lambda i: i.done, PATIENCE)
        if begun.original is not None and begun.original.buttons and begun.channel.guild:
            self._cards[begun.channel.guild.id].append((begun.original, begun.user))
        return begun

    async def ask(self, user: User, channel: Channel) -> None:
        """/ask."""
        await self.command(user, channel, "ask", question=self.question())

    async def look_up(self, user: User, channel: Channel) -> None:
        """One of the commands that find things."""
        pick = self.random.choice
        name, options = pick(
            (
                ("quote", {}),
                ("quote", {"speaker": pick(self._names)}),
                ("quote", {"about": pick(self.words)}),
                ("who", {"name": pick(self._names)}),
                ("when", {}),
                ("where", {"about": pick(self._names)}),
                ("check", {"text": pick(self.sentences)}),
                ("article", {}),
            )
        )
        await self.command(user, channel, name, **options)

    async def read_help(self, user: User, channel: Channel) -> None:
        """/help."""
        await self.command(user, channel, "help")

    async def complete(self, user: User, channel: Channel) -> None:
        """Types the beginning of a name."""
        name, option = self.random.choice(
            (("who", "name"), ("quote", "speaker"), ("quote", "about"), ("when", "about"))
        )
        typed = self.random.choice(self.words)[: self.random.randint(0, 6)]
        await self.discord.complete(user, name, option, typed, channel=channel)

    async def press(self, user: User, channel: Channel) -> None:
        """Presses any button of a card that stands in the guild, whosever it is."""
        assert channel.guild is not None
        cards = [card for card, owner in self._cards[channel.guild.id] if owner == user or not card.private]
        if not cards:
            return await self.ask(user, channel)
        return await self._press(user, self.random.choice(cards))

    async def press_any(self, user: User, shown: Interaction) -> None:
        """Presses any button of what an interaction has shown."""
        if shown.original is not None:
            await self._press(user, shown.original)

    async def _press(self, user: User, card: Message) -> None:
        """And fills in the form that opens."""
        labels = [label for label, b in card.buttons.items() if b.get("custom_id") and not b.get("disabled")]
        if labels:
            pressed = await self.seen(await self.discord.press(user, card, self.random.choice(labels)))
            if pressed.modal is not None:
                await self.fill_in(user, pressed)

    async def fill_in(self, user: User, opened: Interaction) -> None:
        """Now and then with what the bot did not hope for."""
        assert opened.modal is not None
        typed = {}
        for row in opened.modal["components"]:
            for item in [row["component"]] if "component" in row else row.get("components", []):
                if item["type"] == 4:
                    most = item.get("max_length") or 4000
                    typed[item["custom_id"]] = self.random.choice(("3", "7", "999", *self.words[:3]))[:most]
        await self.seen(await self.discord.submit(user, opened, **typed))

    async def mention(self, user: User, channel: Channel) -> None:
        """Asks in passing."""
        await self.discord.ask_in_passing(user, f"{self.discord.world.bot.mention} {self.question()}", channel)

    async def reply(self, user: User, channel: Channel) -> None:
        """To a card of the bot's, with the ping on."""
        assert channel.guild is not None
        cards = [card for card, _ in self._cards[channel.guild.id] if not card.private]
        if not cards:
            return await self.mention(user, channel)
        card = self.random.choice(cards)
        await self.discord.ask_in_passing(user, self.question(), card.channel, card)
        return None

    async def write_directly(self, user: User, channel: Channel) -> None:
        """Asks in a direct conversation."""
        await self.discord.ask_in_passing(user, self.question(), self.discord.world.direct(user))

    async def use_menu(self, user: User, channel: Channel) -> None:
        """Chooses one of the bot's entries in the Apps menu of a message."""
        text = self.random.choice((self.question(), f"They say “{self.random.choice(self.sentences)}”"))
        message = Message(user, channel, text)
        self.discord.messages[message.id] = message
        names = [c["name"] for commands in self.discord.commands.by_scope.values() for c in commands if c["type"] == 3]
        await self.seen(await self.discord.menu(user, message, self.random.choice(names)))
