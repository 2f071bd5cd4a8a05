"""Interactions: made by users, delivered over the gateway, answered over REST within three seconds."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from tests.fake_discord.errors import Form, Refusal, already_acknowledged, unknown
from tests.fake_discord.limits import EPHEMERAL, check_choices, check_message, check_modal
from tests.fake_discord.messages import Message
from tests.fake_discord.world import EXTERNAL_APPS, Channel, User, World, snowflake

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
ALLOWED = {
    COMMAND: {MESSAGE, DEFERRED_MESSAGE, MODAL},
    COMPONENT: {MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, MODAL},
    AUTOCOMPLETE: {CHOICES},
    MODAL_SUBMIT: {MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE},
}
SECONDS_TO_ACKNOWLEDGE = 3.0


@dataclass
class Interaction:
    """One interaction, and what the bot has answered so far."""

    kind: int
    user: User
    channel: Channel
    data: dict[str, Any]
    source: Message | None = None
    """The message whose button was pressed."""
    id: int = field(default_factory=snowflake)
    token: str = field(default_factory=lambda: uuid4().hex)
    born: float = field(default_factory=time.monotonic)
    acknowledged: float | None = None
    """Seconds until the first response."""
    response: int | None = None
    """The type of the first response."""
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    choices: list[dict[str, Any]] | None = None
    modal: dict[str, Any] | None = None
    loading: bool = False
    """Whether the user still sees “thinking…”."""
    promised: bool = False
    """Whether a change of the message has been put off, of which the user sees nothing yet."""
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def message(self) -> Message:
        """What the user sees first: the answer, or the message that the press changed."""
        assert self.original is not None, "there is no answer"
        assert not self.loading, "the user still sees thinking…"
        return self.original

    @property
    def done(self) -> bool:
        """Whether the bot has said something, rather than nothing or “thinking…”."""
        return self.acknowledged is not None and not self.loading and not self.promised

    def touched(self) -> None:
        self._changed.set()

    async def until(self, met: Callable[[Interaction], bool], seconds: float = 10) -> Interaction:
        """Waits until `met` is true of it."""
        async with asyncio.timeout(seconds):
            while not met(self):
                self._changed.clear()
                await self._changed.wait()
        return self

    def metadata(self, world: World) -> dict[str, Any]:
        return {
            "id": str(self.id),
            "type": self.kind,
            "user": self.user.payload(),
            "authorizing_integration_owners": self.owners(world),
        }

    def owners(self, world: World) -> dict[str, str]:
        """Of a press those of the command that brought the message about, whoever presses."""
        if self.source is None:
            return world.owners(self.user, self.channel)
        if self.source.interaction is None:
            return world.owners(self.source.author, self.channel)
        owners: dict[str, str] = self.source.interaction["authorizing_integration_owners"]
        return owners

    def payload(self, world: World) -> dict[str, Any]:
        """As INTERACTION_CREATE has it."""
        body: dict[str, Any] = {
            "id": str(self.id),
            "application_id": str(world.application),
            "type": self.kind,
            "data": self.data,
            "token": self.token,
            "version": 1,
            "channel": {**self.channel.payload(), "permissions": "0"},
            "channel_id": str(self.channel.id),
            "locale": "en-US",
            "app_permissions": str(world.rights(self.channel)),
            "entitlements": [],
            "authorizing_integration_owners": self.owners(world),
            "context": self.channel.context,
            "attachment_size_limit": 10_485_760,
        }
        guild = self.channel.guild
        if guild is None:
            body["user"] = self.user.payload()
        else:
            member = guild.member(self.user, permissions=True)
            body |= {"guild_id": str(guild.id), "member": member, "guild_locale": "en-US"}
            body["guild"] = {"id": str(guild.id), "locale": "en-US", "features": []}
        if self.source is not None:
            body["message"] = self.source.payload()
        return body


def _may_post(world: World, interaction: Interaction) -> bool:
    """Whether an app that a member brought along may answer in public; where it may not, Discord makes it private."""
    guild = interaction.channel.guild
    return guild is None or world.bot in guild.permissions or bool(guild.permissions[interaction.user] & EXTERNAL_APPS)


class Interactions:
    """All interactions of a run, and the REST calls that answer them."""

    def __init__(self, world: World, messages: dict[int, Message]) -> None:
        self.world = world
        self.messages = messages
        self.all: list[Interaction] = []
        self.late: list[Interaction] = []
        """Those that the bot tried to acknowledge after three seconds."""

    def by_token(self, token: str) -> Interaction:
        found = next((i for i in self.all if i.token == token), None)
        if found is None:
            raise unknown("Webhook")
        return found

    def callback(self, identity: int, token: str, body: dict[str, Any], files: list[dict[str, Any]]) -> dict[str, Any]:
        """The first response. Raises Refusal as Discord does."""
        interaction = next((i for i in self.all if i.id == identity and i.token == token), None)
        if interaction is None:
            raise unknown("Interaction")
        if interaction.response is not None:
            raise already_acknowledged()
        taken = time.monotonic() - interaction.born
        if taken > SECONDS_TO_ACKNOWLEDGE:
            self.late.append(interaction)
            raise unknown("Interaction")
        kind, data = body.get("type"), body.get("data") or {}
        if kind not in ALLOWED[interaction.kind]:
            form = Form()
            form.wrong("type", "BASE_TYPE_CHOICES", f"Not an answer to an interaction of type {interaction.kind}")
            form.check()
        self._respond(interaction, kind, data, files)
        interaction.response, interaction.acknowledged = kind, taken
        interaction.touched()
        return self._callback_answer(interaction)

    def _respond(self, interaction: Interaction, kind: int, data: dict[str, Any], files: list[dict[str, Any]]) -> None:
        if kind == CHOICES:
            check_choices(data)
            interaction.choices = data.get("choices", [])
        elif kind == MODAL:
            check_modal(data)
            interaction.modal = data
        elif kind == MESSAGE:
            check_message(data, "data.", files=len(files))
            interaction.original = self._say(interaction, data, files)
        elif kind == DEFERRED_MESSAGE:
            interaction.original = self._say(interaction, {"flags": data.get("flags", 0)}, [])
            interaction.loading = True
        else:
            if interaction.source is None:
                raise Refusal(400, 50035, "Invalid Form Body", {"type": {"_errors": []}})
            interaction.original = interaction.source
            interaction.promised = kind == DEFERRED_UPDATE
            if kind == UPDATE:
                check_message(data, "data.", edit=True)
                interaction.source.update(data, files)
                interaction.source.edits += 1

    def _say(self, interaction: Interaction, data: dict[str, Any], files: list[dict[str, Any]]) -> Message:
        message = Message(self.world.bot, interaction.channel, interaction=interaction.metadata(self.world))
        message.update(data, files)
        message.flags = data.get("flags", 0)
        if not _may_post(self.world, interaction):
            message.flags |= EPHEMERAL
        self.messages[message.id] = message
        return message

    def _callback_answer(self, interaction: Interaction) -> dict[str, Any]:
        about: dict[str, Any] = {"id": str(interaction.id), "type": interaction.kind}
        answer: dict[str, Any] = {"interaction": about}
        if interaction.original is not None:
            about |= {
                "response_message_id": str(interaction.original.id),
                "response_message_loading": interaction.loading,
                "response_message_ephemeral": interaction.original.private,
            }
            answer["resource"] = {"type": interaction.response, "message": interaction.original.payload()}
        return answer

    def follow_up(self, token: str, body: dict[str, Any], files: list[dict[str, Any]]) -> dict[str, Any]:
        """A further message; the first one after “thinking…” takes its place, with its privacy."""
        interaction = self.by_token(token)
        if interaction.response is None:
            raise unknown("Webhook")
        check_message(body, files=len(files))
        if interaction.loading:
            return self.edit(token, "@original", body, files)
        message = self._say(interaction, body, files)
        interaction.followups.append(message)
        interaction.promised = False
        interaction.touched()
        return message.payload()

    def find(self, token: str, which: str) -> tuple[Interaction, Message]:
        """One of the messages of an interaction, by id or `@original`."""
        interaction = self.by_token(token)
        mine = [m for m in (interaction.original, *interaction.followups) if m is not None]
        mine = mine[:1] if which == "@original" else [m for m in mine if str(m.id) == which]
        if not mine or mine[0].id not in self.messages:
            raise unknown("Message")
        return interaction, mine[0]

    def edit(self, token: str, which: str, body: dict[str, Any], files: list[dict[str, Any]]) -> dict[str, Any]:
        interaction, message = self.find(token, which)
        check_message(body, edit=True)
        message.update(body, files)
        message.edits += 1
        if message is interaction.original:
            interaction.loading = interaction.promised = False
        interaction.touched()
        return message.payload()

    def delete(self, token: str, which: str) -> None:
        interaction, message = self.find(token, which)
        del self.messages[message.id]
        interaction.touched()
