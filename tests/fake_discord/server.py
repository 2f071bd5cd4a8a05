"""The fake Discord itself: two loopback ports, what users do, and what tests look at afterwards."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Any

import discord as discord_py
import discord.gateway
import yarl
from aiohttp import web

from tests.fake_discord import specification
from tests.fake_discord.attachments import Attachments
from tests.fake_discord.commands import CHAT_INPUT, MESSAGE_MENU, Commands, fill, offered
from tests.fake_discord.errors import Refusal
from tests.fake_discord.gateway import Gateway
from tests.fake_discord.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL_SUBMIT, Interaction, Interactions
from tests.fake_discord.messages import Message, mentioned, seen_by
from tests.fake_discord.modals import fill_modal
from tests.fake_discord.rest import Request, Rest
from tests.fake_discord.selects import fill_select, selects
from tests.fake_discord.world import ADMINISTRATOR, Channel, Guild, User, World

LOOPBACK = "127.0.0.1"


class FakeDiscord:
    """Starts on entry, stops on exit; `open_gateway=False` leaves the gateway unreachable until `open_gateway()`."""

    def __init__(self, *, heartbeat: float = 41.25, open_gateway: bool = True) -> None:
        self.world = World()
        self.messages: dict[int, Message] = {}
        self.commands = Commands()
        self.interactions = Interactions(self.world, self.messages)
        self.gateway = Gateway(self.world, heartbeat)
        self.requests: list[Request] = []
        self.refused: list[Refusal] = []
        self.typing: list[Channel] = []
        """Where the bot has shown that it types, each time."""
        found = specification.path()
        self.specification = specification.at(found) if found else None
        self.faults: list[str] = []
        """What Discord's own document has against requests that were carried out."""
        self.files: dict[str, bytes] = {}
        self.attachments = Attachments()
        self.base = ""
        self._injected: list[tuple[str, Refusal]] = []
        self._spoken: asyncio.Queue[Message] = asyncio.Queue()
        self._open_at_start = open_gateway

    async def __aenter__(self) -> FakeDiscord:
        rest = Rest(self)
        app = web.Application(middlewares=[rest.middleware])
        app.add_routes(rest.routes())
        app.add_routes(self.attachments.routes())
        app.add_routes([web.get("/", self.gateway.handle)])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, LOOPBACK, 0)
        await site.start()
        self.attachments.base = f"http://{LOOPBACK}:{self._runner.addresses[0][1]}"
        self.base = f"{self.attachments.base}/api/v10"
        probe = web.TCPSite(self._runner, LOOPBACK, 0)
        await probe.start()
        self._gateway_port = self._runner.addresses[1][1]
        self._gateway_site: web.TCPSite | None = probe
        self.gateway.url = f"ws://{LOOPBACK}:{self._gateway_port}/"
        if not self._open_at_start:
            await self.close_gateway()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.gateway.drop(1001)
        await self._runner.cleanup()
        if error is None:
            assert not self.faults, "Discord's document does not allow: " + "\n".join(self.faults)

    def point_client(self) -> None:
        """Makes discord.py, in this process, take this for Discord."""
        discord_py.http.Route.BASE = self.base
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(self.gateway.url)

    async def open_gateway(self) -> None:
        """Lets the gateway be reached (again)."""
        self._gateway_site = web.TCPSite(self._runner, LOOPBACK, self._gateway_port)
        await self._gateway_site.start()

    async def close_gateway(self) -> None:
        """Cuts the gateway off: connections are refused, a live one is dropped."""
        assert self._gateway_site is not None
        await self._gateway_site.stop()
        self._gateway_site = None
        await self.gateway.drop()

    def fail_next(self, path: str, status: int = 500, code: int = 0, message: str = "Internal Server Error") -> None:
        """The next request whose path holds `path` gets this refusal instead of an answer."""
        self._injected.append((path, Refusal(status, code, message)))

    def forgive(self) -> None:
        """Takes back all that `fail_next` has set and no request has met."""
        self._injected.clear()
        self.refused.clear()

    def next_fault(self, method: str, path: str) -> Refusal | None:
        for fault in self._injected:
            if fault[0] in path:
                self._injected.remove(fault)
                return fault[1]
        return None

    # What users do

    async def command(
        self, user: User, name: str, /, *, channel: Channel | None = None, unhidden: bool = False, **options: Any
    ) -> Interaction:
        """Runs a slash command (`name`: with its subcommand, if it has any) and waits for the answer.

        `unhidden` stands for a server whose settings offer the command to this user against its default.
        Raises PermissionError where Discord would not offer it.
        """
        return await (await self.begin(user, name, channel=channel, unhidden=unhidden, **options)).until(
            lambda i: i.done
        )

    async def begin(
        self, user: User, name: str, /, *, channel: Channel | None = None, unhidden: bool = False, **options: Any
    ) -> Interaction:
        """Runs a slash command, and doesn't wait."""
        channel = channel or self.world.home(user)
        command = self._named(user, channel, name, unhidden=unhidden)
        files = self.attachments.resolved(options.values())
        data = {"id": command["id"], "name": command["name"], "type": 1, "options": fill(command, name, options)}
        return await self._deliver(Interaction(COMMAND, user, channel, {**data, **files}))

    def _named(
        self, user: User, channel: Channel, name: str, kind: int = CHAT_INPUT, *, unhidden: bool = False
    ) -> dict[str, Any]:
        """A command that Discord offers to this user there. Raises PermissionError where it does not."""
        command = self.commands.named(name, channel.guild.id if channel.guild else None, kind)
        needed = int(command["default_member_permissions"] or 0)
        held = channel.guild.permissions[user] if channel.guild else ~0
        allowed = not needed & ~held or bool(held & ADMINISTRATOR)
        installs = {int(way) for way in self.world.owners(user, channel)}
        if not unhidden and not (allowed and offered(command, channel.context, installs)):
            raise PermissionError(f"Discord does not offer {name} to {user.name} there")
        return command

    async def menu(self, user: User, message: Message, name: str) -> Interaction:
        """Chooses a command from the Apps menu of a message and waits for the answer."""
        channel = message.channel
        command = self._named(user, channel, name, MESSAGE_MENU)
        # The text comes along, whomever the message concerns: choosing the command hands it to the bot.
        target = {str(message.id): message.payload()}
        data = {"id": command["id"], "name": name, "type": MESSAGE_MENU, "target_id": str(message.id)}
        interaction = Interaction(COMMAND, user, channel, {**data, "resolved": {"messages": target}})
        return await (await self._deliver(interaction)).until(lambda i: i.done)

    async def complete(
        self, user: User, name: str, option: str, typed: str, /, *, channel: Channel | None = None, **others: Any
    ) -> list[dict[str, Any]]:
        """The choices that the bot offers for what was typed."""
        channel = channel or self.world.home(user)
        command = self._named(user, channel, name)
        options = fill(command, name, {**others, option: typed}, focused=option)
        data = {"id": command["id"], "name": command["name"], "type": 1, "options": options}
        interaction = await self._deliver(Interaction(AUTOCOMPLETE, user, channel, data))
        await interaction.until(lambda i: i.choices is not None, seconds=5)
        assert interaction.choices is not None
        return interaction.choices

    async def press(self, user: User, message: Message, label: str) -> Interaction:
        """Presses a button and waits for what it does. Raises LookupError where it is missing or disabled."""
        button = message.buttons.get(label)
        if button is None or button.get("disabled"):
            raise LookupError(f"no button {label!r} to press among {list(message.buttons)}")
        return await self.forge(user, message, button["custom_id"])

    async def press_for_form(self, user: User, message: Message, label: str) -> Interaction:
        """Presses a button that opens a modal."""
        pressed = await self.press(user, message, label)
        assert pressed.modal is not None, "no modal was opened"
        return pressed

    async def forge(self, user: User, message: Message, custom_id: str) -> Interaction:
        """Presses a button that need not be on the message, as a client of ill will could."""
        data = {"custom_id": custom_id, "component_type": 2}
        source = message
        if custom_id not in {b.get("custom_id") for b in message.buttons.values()}:
            row = {"type": 1, "components": [{"type": 2, "style": 2, "label": "?", "custom_id": custom_id}]}
            source = Message(message.author, message.channel, message.content, message.embeds, [row])
        interaction = Interaction(COMPONENT, user, message.channel, data, source=source)
        return await (await self._deliver(interaction)).until(lambda i: i.done)

    async def choose(
        self, user: User, message: Message, placeholder: str, *values: object, forged: bool = False
    ) -> Interaction:
        """Chooses from a menu: values of its options, or ids of roles or channels.

        `forged` sends what Discord's window would not let a user send.
        """
        item, guild = selects(message)[placeholder], message.channel.guild
        assert guild is not None
        data = fill_select(item, guild, [str(value) for value in values], forged=forged)
        interaction = Interaction(COMPONENT, user, message.channel, data, source=message)
        return await (await self._deliver(interaction)).until(lambda i: i.done)

    async def submit(self, user: User, opened: Interaction, **values: str) -> Interaction:
        """Sends the modal that an interaction opened, with the inputs' values by custom id."""
        assert opened.modal is not None, "no modal was opened"
        data = {"custom_id": opened.modal["custom_id"], "components": fill_modal(opened.modal, values)}
        interaction = Interaction(MODAL_SUBMIT, user, opened.channel, data, source=opened.source)
        return await (await self._deliver(interaction)).until(lambda i: i.done)

    async def forge_form(self, user: User, message: Message, custom_id: str, **values: str) -> Interaction:
        """Sends a modal that need not have been opened, as a client of ill will could."""
        inputs = [{"type": 4, "id": n, "custom_id": k, "value": v} for n, (k, v) in enumerate(values.items(), 1)]
        rows = [{"type": 18, "id": 100 + n, "component": item} for n, item in enumerate(inputs)]
        data = {"custom_id": custom_id, "components": rows}
        interaction = Interaction(MODAL_SUBMIT, user, message.channel, data, source=message)
        return await (await self._deliver(interaction)).until(lambda i: i.done)

    async def _deliver(self, interaction: Interaction) -> Interaction:
        self.interactions.all.append(interaction)
        await self.gateway.send("INTERACTION_CREATE", interaction.payload(self.world))
        return interaction

    async def say(
        self,
        user: User,
        content: str,
        *,
        channel: Channel | None = None,
        to: Message | None = None,
        ping: bool = True,
        sent_along: bool = True,
        **more: Any,
    ) -> Message:
        """A user writes a message; the bot sees of it what a bot without the privileged intent does.

        `to` makes it a reply, with `ping` or without, and with the message that it replies to or without it, as where
        Discord's backend had no time to look it up; `more` are fields of the payload to set.
        """
        channel = channel or (to.channel if to else self.world.home(user))
        message = Message(user, channel, content, answers=to)
        message.mentions = mentioned(message, self.world.bot, ping)
        self.messages[message.id] = message
        payload = self._arriving(message) | more
        if not sent_along:
            del payload["referenced_message"]
        await self.gateway.send("MESSAGE_CREATE", payload)
        return message

    async def edit(self, message: Message, content: str) -> None:
        """A user changes a message of theirs; nobody is pinged by that."""
        message.content, message.edits = content, message.edits + 1
        message.mentions = mentioned(message, self.world.bot, ping=self.world.bot in message.mentions)
        await self.gateway.send("MESSAGE_UPDATE", self._arriving(message))

    async def delete(self, message: Message) -> None:
        """A user deletes a message."""
        del self.messages[message.id]
        about = {"id": str(message.id), "channel_id": str(message.channel.id)}
        guild = message.channel.guild
        await self.gateway.send("MESSAGE_DELETE", about | ({"guild_id": str(guild.id)} if guild else {}))

    def _arriving(self, message: Message) -> dict[str, Any]:
        """As the gateway has it for the bot."""
        payload = seen_by(self.world.bot, message)
        if message.answers is not None and message.answers.id not in self.messages:
            payload["referenced_message"] = None
        guild = message.channel.guild
        if guild is not None:
            payload |= {"guild_id": str(guild.id), "member": guild.member(message.author, with_user=False)}
        return payload

    async def leave(self, guild: Guild) -> None:
        """A guild removes the bot."""
        self.world.guilds.remove(guild)
        await self.gateway.send("GUILD_DELETE", {"id": str(guild.id)})

    async def join(self, guild: Guild) -> None:
        """A guild adds the bot."""
        self.world.guilds.append(guild)
        await self.gateway.send("GUILD_CREATE", guild.payload(self.world.bot))

    async def outage(self, guild: Guild) -> None:
        """Discord itself cannot reach a guild for a while; the bot stays a member."""
        await self.gateway.send("GUILD_DELETE", {"id": str(guild.id), "unavailable": True})

    def said(self, message: Message) -> None:
        """Takes in a message that the bot has written to a channel."""
        self.messages[message.id] = message
        self._spoken.put_nowait(message)

    async def spoken(self, seconds: float = 10) -> Message:
        """The next message that the bot wrote to a channel."""
        async with asyncio.timeout(seconds):
            return await self._spoken.get()

    async def deleted(self, message: Message, seconds: float = 10) -> None:
        """Waits until the bot has deleted a message."""
        async with asyncio.timeout(seconds):
            await message.gone.wait()

    async def silence(self, seconds: float = 0.3) -> None:
        """Makes sure that the bot writes nothing for a while."""
        await asyncio.sleep(seconds)
        assert self._spoken.empty(), f"the bot wrote {self._spoken.get_nowait().text!r}"
