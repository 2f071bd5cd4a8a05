"""What a guild's part of the store must hold after a row of changes: plain dicts beside the database."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.errors import UsageError
from bot.store import Store

Change = tuple[Any, ...]
"""A method below, and what it takes."""


async def perform(store: Store, guild_id: int, change: Change, removals: list[int]) -> str:
    """Does it in the store; gives the error's name, or nothing."""
    verb, *rest = change
    try:
        match verb:
            case "add" | "replace" | "rename":
                await getattr(store.articles, verb)(guild_id, *rest)
            case "remove":
                removals.append(await store.articles.remove(guild_id, *rest))
            case "restore":
                await store.articles.restore(guild_id, removals[rest[0]] if rest[0] < len(removals) else -1)
            case "use":
                await store.uses.put(guild_id, *rest)
            case "ask":
                await store.questions.unanswered(guild_id, rest[0], None)
            case "count":
                await store.questions.count(guild_id, *rest)
            case "vote":
                await store.votes.vote(guild_id, *rest)
    except UsageError as error:
        return type(error).__name__
    return ""


@dataclass
class Model:
    """One guild."""

    articles: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    removed: list[tuple[str, bytes, list[int | None]] | None] = field(default_factory=list)
    uses: dict[int | None, str] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    votes: dict[tuple[str, int], bool] = field(default_factory=dict)

    def apply(self, change: Change) -> str:
        """As `perform`."""
        verb, *rest = change
        return getattr(self, f"_{verb}")(*rest) or ""

    def _add(self, name: str, data: bytes) -> str | None:
        if name.casefold() in self.articles:
            return "NameTakenError"
        self.articles[name.casefold()] = (name, data)
        return None

    def _replace(self, name: str, data: bytes) -> str | None:
        if name.casefold() not in self.articles:
            return "ArticleGoneError"
        self.articles[name.casefold()] = (self.articles[name.casefold()][0], data)
        return None

    def _rename(self, old: str, new: str) -> str | None:
        if old.casefold() not in self.articles:
            return "ArticleGoneError"
        if new.casefold() in set(self.articles) - {old.casefold()}:
            return "NameTakenError"
        written, data = self.articles.pop(old.casefold())
        self.articles[new.casefold()] = (new, data)
        self.uses = {channel: new if used == written else used for channel, used in self.uses.items()}
        return None

    def _remove(self, name: str) -> str | None:
        if name.casefold() not in self.articles:
            return "ArticleGoneError"
        written, data = self.articles.pop(name.casefold())
        channels = [channel for channel, used in self.uses.items() if used == written]
        self.removed.append((written, data, channels))
        for channel in channels:
            del self.uses[channel]
        return None

    def _restore(self, number: int) -> str | None:
        removal = self.removed[number] if number < len(self.removed) else None
        if removal is None:
            return "RemovalGoneError"
        name, data, channels = removal
        if name.casefold() in self.articles:
            return "NameTakenError"
        self.removed[number] = None
        self.articles[name.casefold()] = (name, data)
        self.uses = dict.fromkeys(channels, name) | self.uses
        return None

    def _use(self, channel: int | None, article: str | None) -> None:
        self.uses.pop(channel, None)
        if article is not None:
            self.uses[channel] = article

    def _ask(self, text: str) -> None:
        self.asked[text] = self.asked.get(text, 0) + 1

    def _count(self, outcome: str, _: float) -> None:
        self.counts[outcome] = self.counts.get(outcome, 0) + 1

    def _vote(self, card: str, user_id: int, up: bool | None) -> None:
        self.votes.pop((card, user_id), None)
        if up is not None:
            self.votes[card, user_id] = up

    def shown(self) -> dict[str, Any]:
        """As `shown` below."""
        return {
            "articles": dict(self.articles.values()),
            "uses": self.uses,
            "asked": self.asked,
            "week": (
                self.counts.get("answered", 0),
                self.counts.get("refused", 0),
                sum(self.votes.values()),
                len(self.votes) - sum(self.votes.values()),
            ),
        }


async def shown(store: Store, guild_id: int) -> dict[str, Any]:
    """All that the store tells of a guild of this week."""
    weeks = await store.questions.weeks(guild_id, 1)
    return {
        "articles": {article.name: article.data for article in await store.articles.all(guild_id)},
        "uses": await store.uses.all(guild_id),
        "asked": {question.text: question.count for question in await store.questions.list_unanswered(guild_id)},
        "week": next(((w.answered, w.refused, w.up, w.down) for w in weeks), (0, 0, 0, 0)),
    }
