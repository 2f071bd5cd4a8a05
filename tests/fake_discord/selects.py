"""Menus as a user chooses from them: what Discord's window lets through, and how it sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.fake_discord.errors import Form

if TYPE_CHECKING:
    from tests.fake_discord.messages import Message
    from tests.fake_discord.world import Guild

STRING, ROLE, CHANNEL = 3, 6, 8


def check_select(form: Form, item: dict[str, Any], path: str) -> None:
    """What Discord refuses in a menu, beside its texts."""
    least, most = item.get("min_values", 1), item.get("max_values", 1)
    options = item.get("options") or []
    if not 0 <= least <= 25 or not 1 <= most <= 25 or least > most:
        form.wrong(f"{path}.max_values", "NUMBER_TYPE_MAX", "min_values and max_values exclude each other")
    if item["type"] == STRING:
        values = [option.get("value") for option in options]
        if not 1 <= len(options) <= 25 or most > len(options):
            form.wrong(f"{path}.options", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.")
        if len(set(values)) < len(values):
            form.wrong(f"{path}.options", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The value is already used")
        chosen = [option for option in options if option.get("default")]
    else:
        chosen = item.get("default_values") or []
    if chosen and not least <= len(chosen) <= most:
        form.wrong(f"{path}.default_values", "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")


def selects(message: Message) -> dict[str, dict[str, Any]]:
    """The menus of a message by what stands in them before a choice."""
    items = [item for row in message.components for item in row.get("components", [])]
    return {item["placeholder"]: item for item in items if item["type"] in (STRING, ROLE, CHANNEL)}


def chosen(message: Message, placeholder: str) -> list[str]:
    """What a menu shows as chosen."""
    item = selects(message)[placeholder]
    defaults = [str(value["id"]) for value in item.get("default_values") or []]
    return defaults or [option["value"] for option in item.get("options") or [] if option.get("default")]


def fill_select(item: dict[str, Any], guild: Guild, values: list[str], *, forged: bool = False) -> dict[str, Any]:
    """The data of an interaction. Raises ValueError for what Discord's window would not let a user send."""
    data: dict[str, Any] = {"custom_id": item["custom_id"], "component_type": item["type"], "values": values}
    if not forged and not item.get("min_values", 1) <= len(values) <= item.get("max_values", 1):
        raise ValueError(f"{item['placeholder']} takes {item['min_values']} to {item['max_values']} values")
    if item["type"] == STRING:
        offered = {option["value"] for option in item["options"]}
        if not forged and not offered.issuperset(values):
            raise ValueError(f"{item['placeholder']} offers {offered}")
        return data
    if item["type"] == ROLE:
        there = {role["id"]: role for role in guild.roles()}
    else:
        channels = [channel.payload() for channel in guild.channels]
        there = {c["id"]: {**c, "permissions": "0"} for c in channels if c["type"] in item["channel_types"]}
    if not forged and not set(values) <= there.keys():
        raise ValueError(f"{item['placeholder']} offers {list(there)}")
    kind = "roles" if item["type"] == ROLE else "channels"
    return {**data, "resolved": {kind: {value: there[value] for value in values if value in there}}}
