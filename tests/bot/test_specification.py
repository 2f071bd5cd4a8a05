"""Wrong bodies are caught by Discord's own document, wherever that file is at hand."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.settings import Settings
from tests.bot.conftest import connected
from tests.fake_discord import FakeDiscord, specification
from tests.fake_discord.specification import VARIABLE, Specification

FILE = specification.path()
held = pytest.mark.skipif(
    FILE is None, reason=f"no request body is held against Discord's OpenAPI document: {VARIABLE} names no file"
)

CALLBACK = "/interactions/1/token/callback"
BUTTON = {"type": 2, "style": 2, "label": "Press", "custom_id": "id"}
ROLES = {"type": 6, "custom_id": "r", "default_values": [{"type": "role", "id": 5}]}
SENT: dict[str, Any] = {
    "content": "x",
    "embeds": [{"type": "rich", "title": "t", "description": "d", "flags": 0}],
    "components": [{"type": 1, "components": [BUTTON]}, {"type": 1, "components": [ROLES]}],
    "message_reference": {"message_id": 1, "channel_id": 2, "guild_id": "3"},
}
TEXT_INPUT = {"type": 4, "custom_id": "x", "style": 1, "label": "l"}


def modal(item: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": 9,
        "data": {"custom_id": "x", "title": "t", "components": [{"type": 1, "components": [item]}]},
    }


@pytest.fixture
def document() -> Specification:
    assert FILE is not None
    return specification.at(FILE)


@held
@pytest.mark.parametrize(
    ("method", "route", "query", "body"),
    [
        ("POST", "/channels/1/messages", {}, SENT),
        ("POST", CALLBACK, {"with_response": "1"}, modal(TEXT_INPUT)),
        ("POST", CALLBACK, {}, {"type": 8, "data": {"choices": [{"name": "n", "value": "v"}]}}),
        ("PATCH", "/webhooks/1/token/messages/@original", {}, {"content": None, "tts": False}),
        ("DELETE", "/webhooks/1/token/messages/@original", {}, None),
    ],
)
def test_what_discord_py_sends_is_allowed(
    document: Specification, method: str, route: str, query: dict[str, str], body: Any
):
    assert document.faults(method, route, query, body) == []


@held
@pytest.mark.parametrize(
    ("method", "route", "query", "body", "place"),
    [
        ("POST", "/channels/1/messages", {}, {"embeds": [{"title": "x" * 257}]}, "embeds.0.title: maxLength 256"),
        ("POST", "/channels/1/messages", {}, SENT | {"contents": "x"}, "'contents' was unexpected"),
        ("POST", "/channels/1/messages", {}, {"message_reference": {"message_id": True}}, "message_reference.message"),
        ("POST", "/channels/1/messages", {}, {"sticker_ids": [1]}, "sticker_ids.0: 1 is not of type"),
        ("POST", "/channels/1/messages", {"wait": "1"}, SENT, "?wait="),
        ("POST", CALLBACK, {}, {"type": 4, "data": {"content": "x" * 2001}}, "data.content: maxLength 2000"),
        ("POST", CALLBACK, {}, modal({**TEXT_INPUT, "style": 3}), "data.components.0.components.0.style"),
        ("POST", CALLBACK, {}, modal({**TEXT_INPUT, "label": "l" * 46}), "data.components.0.components.0.label"),
        ("POST", CALLBACK, {}, {"type": 8, "data": {"choices": [{"name": "n"}]}}, "data.choices.0: 'value' is a requ"),
        ("PATCH", "/webhooks/1/token/messages/@original", {}, {"flags": "64"}, "@original: flags"),
        ("PUT", "/applications/1/commands", {}, [{"name": "x", "type": 1, "options": [{"type": 3}]}], "0.options.0"),
        ("POST", "/channels/1/typing", {}, {"content": "x"}, "has none"),
        ("POST", "/channels/1/shouts", {}, SENT, "no such route"),
    ],
)
def test_what_the_document_does_not_allow_is_named_at_its_place(
    document: Specification, method: str, route: str, query: dict[str, str], body: Any, place: str
):
    faults = document.faults(method, route, query, body)
    assert [place in fault for fault in faults] == [True]


@held
async def test_the_test_that_sent_a_wrong_body_fails(settings: Settings):
    """The whole way: the client library, HTTP, a multipart body; the fake's own limits let it pass."""
    fake = FakeDiscord()
    await fake.__aenter__()
    fake.point_client()
    async with connected(fake, settings) as bot:
        channel = bot.get_partial_messageable(fake.world.reading.channels[0].id)
        wrong = discord.Embed(title="x", colour=0xFFFFFF + 1)
        await channel.send(embed=wrong, file=discord.File(io.BytesIO(b"x"), "x.txt"))
    said = r"POST /channels/\{channel_id\}/messages: embeds\.0\.color: 16777216 is greater"
    with pytest.raises(AssertionError, match=said):
        await fake.__aexit__(None, None, None)


def test_a_file_that_is_named_and_missing_is_no_reason_to_skip(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "openapi.json"))
    with pytest.raises(FileNotFoundError, match="which is no file"):
        specification.path()
