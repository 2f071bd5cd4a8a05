"""Application commands: what Discord refuses in their definition, and what it shows to whom."""

from __future__ import annotations

import re
from typing import Any

from tests.fake_discord.errors import Form

NAME = re.compile(r"[-_'\w]{1,32}")
MESSAGE_MENU = 3
CHAT_INPUT, SUBCOMMAND, SUBCOMMAND_GROUP, STRING, ATTACHMENT = 1, 1, 2, 3, 11


def check_commands(body: object) -> None:
    """Raises Refusal for a list of definitions that Discord would not take."""
    form = Form()
    names: set[tuple[int, str]] = set()
    for number, command in enumerate(form.count("commands", body, 110)):
        path, kind, name = str(number), command.get("type", CHAT_INPUT), command.get("name")
        if (kind, name) in names:
            form.wrong(
                f"{path}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique"
            )
        names.add((kind, str(name)))
        if kind == CHAT_INPUT:
            _check_named(form, command, path)
            _check_options(form, command.get("options"), path)
            if _size(command) > 8000:
                form.wrong(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)")
        else:
            form.length(f"{path}.name", name, 32, least=1)
            if command.get("description") or command.get("options"):
                form.wrong(f"{path}.description", "CONTEXT_MENU_DESCRIPTION", "Context menu commands have none")
    form.check()


def _check_named(form: Form, item: dict[str, Any], path: str) -> None:
    name = item.get("name")
    if not isinstance(name, str) or not NAME.fullmatch(name) or name != name.lower():
        form.wrong(f"{path}.name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
    form.length(f"{path}.description", item.get("description"), 100, least=1)


def _check_options(form: Form, options: object, path: str) -> None:
    optional_seen, names = False, set()
    for number, option in enumerate(form.count(f"{path}.options", options, 25)):
        here = f"{path}.options.{number}"
        _check_named(form, option, here)
        if option.get("name") in names:
            form.wrong(f"{here}.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists")
        names.add(option.get("name"))
        if option.get("required") and optional_seen:
            form.wrong(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed first")
        optional_seen |= not option.get("required") and option.get("type") not in (SUBCOMMAND, SUBCOMMAND_GROUP)
        choices = form.count(f"{here}.choices", option.get("choices"), 25)
        if choices and option.get("autocomplete"):
            form.wrong(
                here, "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", "Choices and autocomplete exclude each other"
            )
        for place, choice in enumerate(choices):
            form.length(f"{here}.choices.{place}.name", choice.get("name"), 100, least=1)
        for key in ("min_length", "max_length"):
            if not 0 <= (option.get(key) or 0) <= 6000:
                form.wrong(f"{here}.{key}", "NUMBER_TYPE_MAX", "Must be between 0 and 6000.")
        _check_options(form, option.get("options"), here)


def _size(item: dict[str, Any]) -> int:
    own = len(item.get("name") or "") + len(item.get("description") or "")
    choices = sum(len(str(c.get("name"))) + len(str(c.get("value"))) for c in item.get("choices") or [])
    return own + choices + sum(_size(option) for option in item.get("options") or [])


class Commands:
    """The commands registered so far, globally and by guild."""

    def __init__(self) -> None:
        self.by_scope: dict[int | None, list[dict[str, Any]]] = {}
        self.syncs: list[int | None] = []
        """One entry a bulk overwrite: the guild, or None for a global one."""
        self._ids = iter(range(7_000_000_000_000_000_000, 8_000_000_000_000_000_000))

    def overwrite(self, application: int, guild: int | None, body: object) -> list[dict[str, Any]]:
        """Replaces all commands of a scope; returns them as Discord does."""
        check_commands(body)
        assert isinstance(body, list)
        known = {(c["type"], c["name"]): c["id"] for c in self.by_scope.get(guild, [])}
        stored = []
        for command in body:
            kind = command.get("type", CHAT_INPUT)
            fixed: dict[str, Any] = {
                "id": known.get((kind, command["name"])) or str(next(self._ids)),
                "application_id": str(application),
                "type": kind,
                "version": "1",
                "description": "",
                "default_member_permissions": None,
            }
            if guild is not None:
                # These two are for commands that are registered everywhere.
                fixed |= {"guild_id": str(guild), "contexts": None, "integration_types": None}
            stored.append({**command, **fixed, **{k: v for k, v in command.items() if k in ("description", "type")}})
            permissions = command.get("default_member_permissions")
            stored[-1]["default_member_permissions"] = None if permissions is None else str(permissions)
        self.by_scope[guild] = stored
        self.syncs.append(guild)
        return stored

    def named(self, name: str, guild: int | None, kind: int = CHAT_INPUT) -> dict[str, Any]:
        """The command that a member of `guild` sees, its subcommand's name left out. Raises LookupError."""
        for scope in (guild, None):
            for command in self.by_scope.get(scope, []):
                if command["type"] == kind and command["name"] in (name, name.split(" ")[0]):
                    return command
        raise LookupError(f"no command /{name} is registered")


def offered(command: dict[str, Any], context: int, installs: set[int]) -> bool:
    """Whether Discord shows the command there to somebody for whom the bot is installed in these ways."""
    contexts, ways = command.get("contexts"), command.get("integration_types")
    return context in ((0, 1) if contexts is None else contexts) and bool(installs & set(ways or (0,)))


def fill(
    command: dict[str, Any], name: str, values: dict[str, Any], focused: str | None = None
) -> list[dict[str, Any]]:
    """The options of an interaction; `name` as typed, with a subcommand's after a blank.

    Raises ValueError for what Discord's own window would not let a user send.
    """
    inner = name.removeprefix(command["name"]).split()
    if not inner:
        return _fill(command, values, focused)
    found = {o["name"]: o for o in command.get("options", []) if o["type"] in (SUBCOMMAND, SUBCOMMAND_GROUP)}
    if inner[0] not in found:
        raise LookupError(f"/{command['name']} has no subcommand {inner[0]}")
    part = found[inner[0]]
    return [{"name": part["name"], "type": part["type"], "options": fill(part, " ".join([*inner]), values, focused)}]


def _fill(command: dict[str, Any], values: dict[str, Any], focused: str | None) -> list[dict[str, Any]]:
    known = {option["name"]: option for option in command.get("options", [])}
    missing = [n for n, option in known.items() if option.get("required") and n not in values and focused is None]
    strange = [n for n in values if n not in known]
    if missing or strange:
        raise ValueError(f"/{command['name']}: missing {missing}, unknown {strange}")
    filled = []
    for name, value in values.items():
        option = known[name]
        if option["type"] == STRING and len(value) > option.get("max_length", 6000):
            raise ValueError(f"{name} is longer than {option.get('max_length', 6000)}")
        if option.get("choices") and value not in [choice["value"] for choice in option["choices"]]:
            raise ValueError(f"{name} offers {option['choices']}")
        if option["type"] == ATTACHMENT:
            value = str(value.id)
        filled.append({"name": name, "type": option["type"], "value": value})
        if name == focused:
            if not option.get("autocomplete"):
                raise ValueError(f"{name} has no autocomplete")
            filled[-1]["focused"] = True
    return filled
