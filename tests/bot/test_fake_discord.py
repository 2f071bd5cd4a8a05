"""The fake refuses what Discord refuses; otherwise no test that goes through it proves anything."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from bot.client import ArticleBot
from tests.fake_discord import FakeDiscord
from tests.fake_discord.commands import check_commands
from tests.fake_discord.errors import Refusal
from tests.fake_discord.interactions import COMMAND, Interaction
from tests.fake_discord.limits import check_choices, check_message, check_modal


def button(**given: Any) -> dict[str, Any]:
    return {"type": 2, "style": 2, "label": "Press", "custom_id": "id", **given}


def row(*items: dict[str, Any]) -> dict[str, Any]:
    return {"components": [{"type": 1, "components": list(items)}], "content": "x"}


def embed(**given: Any) -> dict[str, Any]:
    return {"embeds": [given]}


FIELD = {"name": "n", "value": "v"}


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"content": "x" * 2001}, "content"),
        ({"content": "🙂" * 1001}, "content"),
        ({"embeds": [{"title": "x"}] * 11}, "embeds"),
        (embed(title="x" * 257), "embeds.0.title"),
        (embed(description="x" * 4097), "embeds.0.description"),
        (embed(fields=[FIELD] * 26), "embeds.0.fields"),
        (embed(fields=[FIELD | {"name": "x" * 257}]), "embeds.0.fields.0.name"),
        (embed(fields=[FIELD | {"value": "x" * 1025}]), "embeds.0.fields.0.value"),
        (embed(fields=[FIELD | {"value": ""}]), "embeds.0.fields.0.value"),
        (embed(footer={"text": "x" * 2049}), "embeds.0.footer.text"),
        (embed(description="x" * 4096, footer={"text": "x" * 2048}), "embeds"),
        (row(button(custom_id="x" * 101)), "components.0.components.0.custom_id"),
        (row(button(label="x" * 81)), "components.0.components.0.label"),
        (row(button(), button()), "components.0.components.1.custom_id"),
        (row(*[button(custom_id=str(n)) for n in range(6)]), "components.0.components"),
        ({"content": "x", "components": row(button())["components"] * 6}, "components"),
        ({"content": "x", "flags": 1 << 20}, "flags"),
    ],
)
def test_messages_over_the_limits_are_refused_at_their_path(body: dict[str, Any], path: str):
    with pytest.raises(Refusal) as refusal:
        check_message(body)
    assert refusal.value.body["code"] == 50035
    node = refusal.value.body["errors"]
    for step in path.split("."):
        node = node[step]
    assert node["_errors"]


@pytest.mark.parametrize(
    "body",
    [
        {"content": "x" * 2000},
        embed(title="x" * 256, description="x" * 4096, footer={"text": "x" * 1648}),
        row(*[button(custom_id=str(n) * 100) for n in range(5)]),
    ],
)
def test_messages_at_the_limits_are_taken(body: dict[str, Any]):
    check_message(body)


@pytest.mark.parametrize("body", [{}, {"content": ""}, {"embeds": []}, {"embeds": [{}]}])
def test_empty_messages_are_refused(body: dict[str, Any]):
    with pytest.raises(Refusal) as refusal:
        check_message(body)
    assert refusal.value.body["code"] == 50006


@pytest.mark.parametrize(
    "choices",
    [[{"name": "n", "value": "v"}] * 26, [{"name": "n" * 101, "value": "v"}], [{"name": "n", "value": "v" * 101}]],
)
def test_choices_over_the_limits_are_refused(choices: list[dict[str, str]]):
    with pytest.raises(Refusal):
        check_choices({"choices": choices})


def test_a_modal_without_inputs_is_refused():
    with pytest.raises(Refusal):
        check_modal({"custom_id": "id", "title": "Title", "components": []})


OPTION = {"name": "option", "description": "d", "type": 3}


@pytest.mark.parametrize(
    "command",
    [
        {"name": "Upper", "description": "d"},
        {"name": "two words", "description": "d"},
        {"name": "x" * 33, "description": "d"},
        {"name": "x", "description": ""},
        {"name": "x", "description": "d" * 101},
        {"name": "x", "description": "d", "options": [OPTION, {**OPTION, "name": "second", "required": True}]},
        {"name": "x", "description": "d", "options": [OPTION, OPTION]},
        {"name": "x", "description": "d", "options": [{**OPTION, "name": f"o{n}"} for n in range(26)]},
        {"name": "x", "description": "d", "options": [{**OPTION, "choices": [{"name": "a", "value": "a"}] * 26}]},
        {"name": "menu", "type": 3, "description": "has none"},
    ],
)
def test_command_definitions_over_the_limits_are_refused(command: dict[str, Any]):
    with pytest.raises(Refusal):
        check_commands([command])


async def test_acknowledging_twice_late_or_nothing_is_refused_as_discord_does():
    async with FakeDiscord() as discord, aiohttp.ClientSession() as session:
        world = discord.world
        asked = Interaction(COMMAND, world.ada, world.reading.channels[0], {})
        discord.interactions.all.append(asked)

        async def acknowledge(interaction: Interaction, body: dict[str, Any]) -> tuple[int, int | None]:
            url = f"{discord.base}/interactions/{interaction.id}/{interaction.token}/callback"
            async with session.post(url, json=body) as response:
                return response.status, (await response.json())["code"] if response.status >= 400 else None

        say = {"type": 4, "data": {"content": "hello"}}
        follow = f"{discord.base}/webhooks/{world.application}/{asked.token}"
        async with session.post(follow, json={"content": "too early"}) as early:
            assert early.status == 404
        assert await acknowledge(asked, {"type": 7, "data": {"content": "no button was pressed"}}) == (400, 50035)
        assert await acknowledge(asked, {"type": 4, "data": {"content": "x" * 2001}}) == (400, 50035)
        assert await acknowledge(asked, say) == (204, None)
        assert await acknowledge(asked, say) == (400, 40060)
        late = Interaction(COMMAND, world.ada, world.reading.channels[0], {}, born=asked.born - 3.1)
        discord.interactions.all.append(late)
        assert await acknowledge(late, say) == (404, 10062)
        assert discord.interactions.late == [late]
        async with session.get(f"{discord.base}/users/@me", headers={"Authorization": "Bot wrong"}) as strange:
            assert strange.status == 401


async def test_only_commands_of_that_kind_are_in_the_menu_of_a_message(discord: FakeDiscord, bot: ArticleBot):
    message = await discord.say(discord.world.ada, "“We have waited two winters for this boat”")
    with pytest.raises(LookupError):
        await discord.menu(discord.world.ada, message, "check")
    with pytest.raises(LookupError):
        await discord.menu(discord.world.ada, message, "Report this quote")
    with pytest.raises(LookupError):
        await discord.command(discord.world.ada, "Check this quote")
