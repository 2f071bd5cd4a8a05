"""The REST API, v10: the routes that the client calls, each a few lines."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.fake_discord.errors import Form, Refusal, missing_access, unauthorized, unknown
from tests.fake_discord.limits import check_message
from tests.fake_discord.messages import Message
from tests.fake_discord.world import BOT

if TYPE_CHECKING:
    from tests.fake_discord.server import FakeDiscord

OPEN = ("/interactions/", "/webhooks/")  # the token in the path is the key
_READ = web.RequestKey("read", tuple)


@dataclass(frozen=True)
class Request:
    """One request as it came, and the status that it got: for whoever checks bodies against a specification."""

    method: str
    path: str
    body: Any
    status: int


def answer(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """JSON with the bare content type that discord.py looks for."""
    data = json.dumps(body).encode()
    return web.Response(body=data, status=status, headers=headers, content_type="application/json")


class Rest:
    """Routes of one fake Discord."""

    def __init__(self, discord: FakeDiscord) -> None:
        self.discord = discord
        self.world = discord.world

    def routes(self) -> list[web.RouteDef]:
        """For aiohttp's router, below /api/v10."""
        table: list[tuple[str, str, Any]] = [
            ("GET", "/users/@me", self.me),
            ("GET", "/oauth2/applications/@me", self.application),
            ("GET", "/applications/@me", self.application),
            ("GET", "/gateway", self.gateway),
            ("GET", "/gateway/bot", self.gateway),
            ("GET", "/applications/{app}/commands", self.list_commands),
            ("PUT", "/applications/{app}/commands", self.overwrite_commands),
            ("GET", "/applications/{app}/guilds/{guild}/commands", self.list_commands),
            ("PUT", "/applications/{app}/guilds/{guild}/commands", self.overwrite_commands),
            ("POST", "/users/@me/channels", self.open_direct),
            ("POST", "/channels/{channel}/messages", self.create_message),
            ("GET", "/channels/{channel}/messages/{message}", self.get_message),
            ("PATCH", "/channels/{channel}/messages/{message}", self.edit_message),
            ("DELETE", "/channels/{channel}/messages/{message}", self.delete_message),
            ("POST", "/channels/{channel}/typing", self.typing),
            ("POST", "/interactions/{id}/{token}/callback", self.callback),
            ("POST", "/webhooks/{app}/{token}", self.follow_up),
            ("GET", "/webhooks/{app}/{token}/messages/{which}", self.get_answer),
            ("PATCH", "/webhooks/{app}/{token}/messages/{which}", self.edit_answer),
            ("DELETE", "/webhooks/{app}/{token}/messages/{which}", self.delete_answer),
        ]
        return [web.route(method, "/api/v10" + path, handler) for method, path, handler in table]

    @web.middleware
    async def middleware(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Checks the token, turns a Refusal into Discord's answer, and keeps what was asked."""
        path = request.path.removeprefix("/api/v10")
        if not request.path.startswith("/api/v10"):
            return await handler(request)
        try:
            injected = self.discord.next_fault(request.method, path)
            if injected is not None:
                raise injected
            if not path.startswith(OPEN) and request.headers.get("Authorization") != f"Bot {self.world.token}":
                raise unauthorized()
            response = await handler(request)
        except Refusal as refusal:
            response = answer(refusal.body, refusal.status, refusal.headers)
            if refusal.status != 401:
                self.discord.refused.append(refusal)
        body, _ = await self._body(request)
        self.discord.requests.append(Request(request.method, path, body, response.status))
        if self.discord.specification is not None and response.status != 400:  # what was refused has been told
            self.discord.faults += self.discord.specification.faults(request.method, path, request.query, body)
        return response

    async def _body(self, request: web.Request) -> tuple[Any, list[dict[str, Any]]]:
        """The JSON body and the files, of a plain or a multipart request."""
        if _READ in request:
            return request[_READ]
        body, files = None, []
        if request.content_type == "multipart/form-data":
            form = await request.post()
            body = json.loads(str(form["payload_json"]))
            for part in form.values():
                if isinstance(part, web.FileField):
                    data = part.file.read()
                    name = part.filename
                    about = {"id": str(len(files)), "filename": name, "size": len(data), "url": "", "proxy_url": ""}
                    files.append(about)
                    self.discord.files[name] = data
        elif request.can_read_body:
            body = await request.json()
        request[_READ] = (body, files)
        return body, files

    async def me(self, request: web.Request) -> web.Response:
        return answer(self.world.bot.payload())

    async def application(self, request: web.Request) -> web.Response:
        return answer(self.world.about_application())

    async def gateway(self, request: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return answer({"url": self.discord.gateway.url, "shards": 1, "session_start_limit": limit})

    def _scope(self, request: web.Request) -> int | None:
        if int(request.match_info["app"]) != self.world.application:
            raise missing_access()
        if "guild" not in request.match_info:
            return None
        guild = int(request.match_info["guild"])
        if all(g.id != guild for g in self.world.guilds):
            raise missing_access()
        return guild

    async def list_commands(self, request: web.Request) -> web.Response:
        return answer(self.discord.commands.by_scope.get(self._scope(request), []))

    async def overwrite_commands(self, request: web.Request) -> web.Response:
        body, _ = await self._body(request)
        return answer(self.discord.commands.overwrite(self.world.application, self._scope(request), body))

    async def open_direct(self, request: web.Request) -> web.Response:
        body, _ = await self._body(request)
        users = [self.world.ada, self.world.grace, self.world.edith]
        user = next((u for u in users if u.id == int(body["recipient_id"])), None)
        if user is None:
            raise missing_access()
        return answer(self.world.direct(user).payload())

    def _message(self, request: web.Request) -> Message:
        message = self.discord.messages.get(int(request.match_info["message"]))
        if message is None or message.channel.id != int(request.match_info["channel"]) or message.private:
            raise unknown("Message")
        return message

    async def create_message(self, request: web.Request) -> web.Response:
        body, files = await self._body(request)
        channel = self.world.channel(int(request.match_info["channel"]))
        if channel is None:
            raise unknown("Channel")
        bits = BOT if channel.guild is None else channel.guild.permissions.get(self.world.bot, 0)
        if not bits & 1 << 11 or channel.closed_to == self.world.bot:
            raise Refusal(403, 50013, "Missing Permissions")
        check_message(body, files=len(files))
        message = Message(self.world.bot, channel, flags=body.get("flags", 0))
        message.update(body, files)
        if not bits & 1 << 14:
            message.embeds = []  # without the permission to embed links Discord drops them, silently
        reference = body.get("message_reference")
        if reference is not None:
            message.answers = self.discord.messages.get(int(reference["message_id"]))
            if message.answers is None and reference.get("fail_if_not_exists", True):
                form = Form()
                form.wrong("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
                form.check()
        self.discord.said(message)
        return answer(message.payload())

    async def get_message(self, request: web.Request) -> web.Response:
        return answer(self._message(request).payload())

    async def edit_message(self, request: web.Request) -> web.Response:
        message = self._message(request)
        body, files = await self._body(request)
        if message.author != self.world.bot:
            raise Refusal(403, 50005, "Cannot edit a message authored by another user")
        check_message(body, edit=True)
        message.update(body, files)
        message.edits += 1
        return answer(message.payload())

    async def delete_message(self, request: web.Request) -> web.Response:
        message = self.discord.messages.pop(self._message(request).id)
        message.gone.set()
        return web.Response(status=204)

    async def typing(self, request: web.Request) -> web.Response:
        channel = self.world.channel(int(request.match_info["channel"]))
        if channel is None:
            raise unknown("Channel")
        self.discord.typing.append(channel)
        return web.Response(status=204)

    async def callback(self, request: web.Request) -> web.Response:
        body, files = await self._body(request)
        found = request.match_info
        given = self.discord.interactions.callback(int(found["id"]), found["token"], body, files)
        return answer(given) if "with_response" in request.query else web.Response(status=204)

    async def follow_up(self, request: web.Request) -> web.Response:
        body, files = await self._body(request)
        return answer(self.discord.interactions.follow_up(request.match_info["token"], body, files))

    async def get_answer(self, request: web.Request) -> web.Response:
        found = request.match_info
        return answer(self.discord.interactions.find(found["token"], found["which"])[1].payload())

    async def edit_answer(self, request: web.Request) -> web.Response:
        body, files = await self._body(request)
        found = request.match_info
        return answer(self.discord.interactions.edit(found["token"], found["which"], body, files))

    async def delete_answer(self, request: web.Request) -> web.Response:
        self.discord.interactions.delete(request.match_info["token"], request.match_info["which"])
        return web.Response(status=204)
