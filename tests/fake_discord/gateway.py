"""The gateway, v10: hello, identify, heartbeat, resume, reconnect, invalid session, events."""

from __future__ import annotations

import asyncio
import json
import zlib
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from aiohttp import WSMsgType, web

from tests.fake_discord.world import World

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 0, 1, 2, 6, 7, 9, 10, 11
PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15  # members, presences, message content


@dataclass
class Session:
    """What a client may come back to: the events since, by sequence number."""

    intents: int
    id: str = field(default_factory=lambda: uuid4().hex)
    events: list[dict[str, Any]] = field(default_factory=list)
    """Event number n, counted from 1, is `events[n - 1]`."""


class Socket:
    """A client's connection; speaks zlib-stream where the client asked for it."""

    def __init__(self, raw: web.WebSocketResponse, compressed: bool) -> None:
        self.raw = raw
        self._zlib = zlib.compressobj() if compressed else None

    async def send(self, payload: dict[str, Any]) -> None:
        text = json.dumps(payload)
        if self._zlib is None:
            await self.raw.send_str(text)
        else:
            await self.raw.send_bytes(self._zlib.compress(text.encode()) + self._zlib.flush(zlib.Z_SYNC_FLUSH))


class Gateway:
    """One client at a time. Tests use `ready`, `send`, `drop`, `reconnect`, `invalidate`."""

    def __init__(self, world: World, heartbeat: float = 41.25) -> None:
        self.world = world
        self.heartbeat = heartbeat
        """Seconds between heartbeats that the client is told."""
        self.url = ""
        self.sessions: dict[str, Session] = {}
        self.session: Session | None = None
        self.socket: Socket | None = None
        self.reject_with: int | None = None
        """The code that an identify is closed with, as for a token that was reset meanwhile."""
        self.identified: list[dict[str, Any]] = []
        self.resumed = 0
        self.heartbeats = 0
        self._live = asyncio.Event()
        self._gone = asyncio.Event()
        self._beat = asyncio.Event()

    async def ready(self, seconds: float = 10) -> None:
        """Waits until a client has identified or resumed."""
        async with asyncio.timeout(seconds):
            await self._live.wait()

    async def beaten(self, times: int, seconds: float = 10) -> None:
        """Waits for so many heartbeats."""
        async with asyncio.timeout(seconds):
            while self.heartbeats < times:
                self._beat.clear()
                await self._beat.wait()

    async def gone(self, seconds: float = 10) -> None:
        """Waits until no client is connected."""
        async with asyncio.timeout(seconds):
            await self._gone.wait()

    async def send(self, event: str, data: dict[str, Any]) -> None:
        """Sends an event, or keeps it for the client to resume to."""
        assert self.session is not None, "no client has identified"
        payload = {"op": DISPATCH, "t": event, "s": len(self.session.events) + 1, "d": data}
        self.session.events.append(payload)
        if self.socket is not None and self._live.is_set():
            await self.socket.send(payload)

    async def drop(self, code: int = 4000) -> None:
        """Closes the connection from Discord's side."""
        self._live.clear()
        if self.socket is not None:
            await self.socket.raw.close(code=code)

    async def reconnect(self) -> None:
        """Asks the client to connect anew and resume."""
        self._live.clear()
        assert self.socket is not None
        await self.socket.send({"op": RECONNECT, "d": None})

    async def invalidate(self, *, resumable: bool) -> None:
        """Tells the client that its session is invalid."""
        self._live.clear()
        assert self.socket is not None
        if not resumable:
            self.sessions.clear()
        await self.socket.send({"op": INVALID_SESSION, "d": resumable})

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """The websocket endpoint."""
        raw = web.WebSocketResponse(autoclose=True)
        await raw.prepare(request)
        socket = Socket(raw, request.query.get("compress") == "zlib-stream")
        self.socket = socket
        self._gone.clear()
        await socket.send({"op": HELLO, "d": {"heartbeat_interval": int(self.heartbeat * 1000)}})
        try:
            async for message in raw:
                if message.type is WSMsgType.TEXT:
                    payload = json.loads(message.data)
                    await self._receive(socket, payload["op"], payload.get("d"))
        except ConnectionError:
            pass
        finally:
            if self.socket is socket:
                self.socket = None
                self._live.clear()
                self._gone.set()
        return raw

    async def _receive(self, socket: Socket, op: int, data: Any) -> None:
        if op == HEARTBEAT:
            self.heartbeats += 1
            self._beat.set()
            await socket.send({"op": HEARTBEAT_ACK, "d": None})
        elif op == IDENTIFY:
            await self._identify(socket, data)
        elif op == RESUME:
            await self._resume(socket, data)

    async def _identify(self, socket: Socket, data: dict[str, Any]) -> None:
        if data["token"] != self.world.token or self.reject_with is not None:
            await socket.raw.close(code=self.reject_with or 4004, message=b"Authentication failed.")
            return
        if data["intents"] & PRIVILEGED:
            await socket.raw.close(code=4014, message=b"Disallowed intent(s).")
            return
        self.identified.append(data)
        self.session = Session(data["intents"])
        self.sessions[self.session.id] = self.session
        self._live.set()
        await self.send(
            "READY",
            {
                "v": 10,
                "user": self.world.bot.payload(),
                "guilds": [{"id": str(guild.id), "unavailable": True} for guild in self.world.guilds],
                "session_id": self.session.id,
                "resume_gateway_url": self.url,
                "application": {"id": str(self.world.application), "flags": 0},
            },
        )
        for guild in self.world.guilds:
            await self.send("GUILD_CREATE", guild.payload(self.world.bot))

    async def _resume(self, socket: Socket, data: dict[str, Any]) -> None:
        session = self.sessions.get(data["session_id"])
        if session is None or data["token"] != self.world.token:
            await socket.send({"op": INVALID_SESSION, "d": False})
            return
        self.session = session
        self.resumed += 1
        for payload in session.events[data["seq"] :]:
            await socket.send(payload)
        self._live.set()
        await self.send("RESUMED", {"_trace": []})
