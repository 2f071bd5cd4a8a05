"""Files that users attach: told of in the interaction, and served as Discord's content network would."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.fake_discord.world import snowflake


@dataclass(frozen=True)
class Attached:
    """A file given to a command; `size`: what Discord states, where a test wants that to be another than it is."""

    filename: str
    data: bytes
    size: int | None = None
    id: int = field(default_factory=snowflake)

    def payload(self, base: str) -> dict[str, Any]:
        url = f"{base}/attachments/{self.id}/{self.filename}"
        size = len(self.data) if self.size is None else self.size
        about = {"id": str(self.id), "filename": self.filename, "size": size, "url": url, "proxy_url": url}
        return {**about, "ephemeral": True}


class Attachments:
    """What users have attached, and how often each file was fetched."""

    def __init__(self) -> None:
        self.files: dict[int, Attached] = {}
        self.fetched: list[str] = []
        self.base = ""

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/attachments/{id}/{name}", self.serve)]

    def resolved(self, values: Iterable[object]) -> dict[str, Any]:
        """The part of an interaction's data that tells of the files among the values of its options."""
        files = [value for value in values if isinstance(value, Attached)]
        self.files |= {file.id: file for file in files}
        return {"resolved": {"attachments": {str(f.id): f.payload(self.base) for f in files}}} if files else {}

    async def serve(self, request: web.Request) -> web.Response:
        file = self.files.get(int(request.match_info["id"]))
        if file is None:
            raise web.HTTPNotFound
        self.fetched.append(file.filename)
        return web.Response(body=file.data, content_type="application/octet-stream")
