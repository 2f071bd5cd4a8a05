"""Registering the commands with Discord, only when they are not what was registered last."""

from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

_log = logging.getLogger(__name__)

FILE = "commands.json"
EVERYWHERE = "everywhere"


async def sync(tree: app_commands.CommandTree[Any], application: int, guild_ids: tuple[int, ...], state: Path) -> None:
    """Registers the tree's commands in the guilds, or everywhere where none is named; takes them back elsewhere.

    What was registered is kept as one fingerprint an application and guild in `state`/commands.json. Where that
    cannot be read or written the commands are registered at each start: more requests, the same commands.
    """
    book = _read(state / FILE)
    known = book.setdefault(str(application), {})
    before = dict(known)
    for guild_id in guild_ids:
        tree.copy_global_to(guild=discord.Object(guild_id))
    if guild_ids:
        tree.clear_commands(guild=None)
    left = {int(scope) for scope in known if scope != EVERYWHERE} - set(guild_ids)
    await _sync_scope(tree, None, known)
    for guild_id in (*guild_ids, *sorted(left)):
        await _sync_scope(tree, guild_id, known)
    if known != before:
        _write(state / FILE, book)


async def _sync_scope(tree: app_commands.CommandTree[Any], guild_id: int | None, known: dict[str, str]) -> None:
    scope = EVERYWHERE if guild_id is None else str(guild_id)
    guild = None if guild_id is None else discord.Object(guild_id)
    commands = tree.get_commands(guild=guild)
    print_now = _fingerprint([command.to_dict(tree) for command in commands])
    if known.get(scope) == print_now or (not commands and scope not in known):
        return
    try:
        await tree.sync(guild=guild)
    except discord.HTTPException as error:
        _log.error("the commands could not be registered (%s): %s; the next start tries again", scope, error)
        return
    _log.info("registered %d commands (%s)", len(commands), scope)
    known[scope] = print_now
    if not commands and guild is not None:
        del known[scope]


def _fingerprint(payload: list[dict[str, Any]]) -> str:
    ordered = sorted(payload, key=lambda command: (str(command.get("type")), command["name"]))
    return hashlib.sha256(json.dumps(ordered, sort_keys=True).encode()).hexdigest()


def _read(path: Path) -> dict[str, dict[str, str]]:
    try:
        book = json.loads(path.read_text("utf-8"))
        return {str(app): {str(k): str(v) for k, v in scopes.items()} for app, scopes in book.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError) as error:
        _log.warning("%s cannot be read, so the commands are registered anew: %s", path, error)
        return {}


def _write(path: Path, book: dict[str, dict[str, str]]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(book, indent=1), "utf-8")
        fresh.replace(path)
    except OSError as error:
        _log.warning("%s cannot be written, so the commands are registered again at the next start: %s", path, error)
