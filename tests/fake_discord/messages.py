"""Messages as they stand in the fake Discord's channels."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.fake_discord.limits import EPHEMERAL
from tests.fake_discord.world import Channel, User, snowflake

_ROLE = re.compile(r"<@&(\d+)>")


@dataclass
class Message:
    """One message; tests read `content`, `embed`, `buttons`, `private`."""

    author: User
    channel: Channel
    content: str = ""
    embeds: list[dict[str, Any]] = field(default_factory=list)
    components: list[dict[str, Any]] = field(default_factory=list)
    attachments: list[dict[str, Any]] = field(default_factory=list)
    flags: int = 0
    allowed_mentions: dict[str, Any] | None = None
    mentions: list[User] = field(default_factory=list)
    answers: Message | None = None
    """The message that this one replies to."""
    forwarded: Message | None = None
    """The message that this one passes on."""
    interaction: dict[str, Any] | None = None
    """The metadata of the interaction that brought it about."""
    id: int = field(default_factory=snowflake)
    edits: int = 0
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the bot deletes it."""

    def update(self, body: dict[str, Any], files: Sequence[dict[str, Any]] = ()) -> None:
        """Sets what a create or edit request says; of its attachments those stay that it names, `files` are new."""
        for key in ("content", "embeds", "components"):
            if key in body:
                setattr(self, key, body[key] if body[key] is not None else type(getattr(self, key))())
        named = body.get("attachments")
        known = {a["id"]: a for a in [*self.attachments, *files]}
        if named is not None:
            self.attachments = [{**known[str(a["id"])], **a} for a in named]
        elif files:
            self.attachments = [*self.attachments, *files]
        self.attachments = [{**a, "id": a["id"] if int(a["id"]) > 10 else str(snowflake())} for a in self.attachments]
        self.allowed_mentions = body.get("allowed_mentions", self.allowed_mentions)

    @property
    def embed(self) -> dict[str, Any]:
        """The only embed."""
        assert len(self.embeds) == 1, f"{len(self.embeds)} embeds"
        return self.embeds[0]

    @property
    def private(self) -> bool:
        return bool(self.flags & EPHEMERAL)

    @property
    def buttons(self) -> dict[str, dict[str, Any]]:
        """The buttons by label."""
        items = [item for row in self.components for item in row.get("components", [])]
        return {item.get("label") or item["emoji"]["name"]: item for item in items if item["type"] == 2}

    @property
    def text(self) -> str:
        """All that a reader sees of it, as it was sent."""
        parts = [self.content]
        for embed in self.embeds:
            parts += [embed.get("title"), embed.get("description")]
            parts += [part for f in embed.get("fields", []) for part in (f["name"], f["value"])]
            parts += [(embed.get("footer") or {}).get("text")]
        return "\n".join(part for part in parts if part)

    @property
    def pings(self) -> bool:
        """Whether the mentions that it contains, or its reply, would notify anyone."""
        allowed = self.allowed_mentions
        if allowed is None:
            return True
        named = bool(allowed.get("parse") or allowed.get("users") or allowed.get("roles"))
        return named or (self.answers is not None and bool(allowed.get("replied_user")))

    def payload(self) -> dict[str, Any]:
        body: dict[str, Any] = {
            "id": str(self.id),
            "channel_id": str(self.channel.id),
            "author": self.author.payload(),
            "content": self.content,
            "timestamp": datetime.now(UTC).isoformat(),
            "edited_timestamp": datetime.now(UTC).isoformat() if self.edits else None,
            "tts": False,
            "mention_everyone": "@everyone" in self.content,
            "mentions": [user.payload() for user in self.mentions],
            "mention_roles": _ROLE.findall(self.content),
            "attachments": self.attachments,
            "embeds": [{"type": "rich", **embed} for embed in self.embeds],
            "components": self.components,
            "pinned": False,
            "type": 19 if self.answers else 20 if self.interaction else 0,
            "flags": self.flags,
        }
        if self.answers is not None:
            body["message_reference"] = {"message_id": str(self.answers.id), "channel_id": str(self.channel.id)}
            body["referenced_message"] = self.answers.payload()
        if self.forwarded is not None:
            reference = {"type": 1, "message_id": str(self.forwarded.id), "channel_id": str(self.forwarded.channel.id)}
            body |= {"message_reference": reference, "message_snapshots": [{"message": self.forwarded.payload()}]}
        if self.interaction is not None:
            body["interaction_metadata"] = self.interaction
            body["application_id"] = body["author"]["id"]
        return body


def mentioned(message: Message, bot: User, ping: bool) -> list[User]:
    """Whom a message pings, as far as it concerns the bot: by name, or as the writer of what it replies to."""
    named = f"<@{bot.id}>" in message.content or f"<@!{bot.id}>" in message.content
    replied = ping and message.answers is not None and message.answers.author == bot
    return [bot] if named or replied else []


def seen_by(bot: User, message: Message) -> dict[str, Any]:
    """The payload for a bot without the privileged intent: empty of what does not concern it."""
    payload = message.payload()
    concerned = message.author == bot or bot in message.mentions
    if not concerned and message.channel.guild is not None:
        payload |= {"content": "", "embeds": [], "attachments": [], "components": []}
    if message.answers is not None:
        payload["referenced_message"] = seen_by(bot, message.answers)
    return payload
