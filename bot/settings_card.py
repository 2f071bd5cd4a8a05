"""What /settings shows: a guild's settings in words, and the menus and buttons that change them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import discord

from bot.cards import Body, Button, Card, make
from bot.controls import Option, Select
from bot.cooldown import span
from bot.guild_settings import MOST_ROLES, GuildSettings
from bot.markdown import escape
from bot.memory import NO_MEMORY
from index.calibration import Strictness

STRICTNESS: dict[Strictness, str] = {
    "strict": "I answer only when I am sure, and say more often that the article does not say",
    "balanced": "I answer when an answer is likelier than not to help",
    "eager": "I answer whenever something comes near, and am wrong more often",
}
COOLDOWNS = (0, 3, 5, 10, 30, 60, 300, 900, 3600)
"""Seconds to choose from."""
ASK_ROLES, MODERATOR_ROLES = "1 · Who may ask: everyone", "2 · Moderators: no further roles"
COOLDOWN, LOG_CHANNEL = "3 · Wait", "4 · Log channel: none"
PRIVATE, PUBLIC = "Answer in private", "Answer in public"
_MENUS = "The menus below change 1 to 4, in this order; the buttons 5 and 6."
_INTEGRATIONS = (
    "A moderator role counts for all that I check myself. Discord still shows moderators' commands only to those who may "
    "manage the server: for another role an admin must also allow each command under Server Settings › Integrations. "
    "What is not allowed there, no role chosen here can open."
)


def _id(what: str, value: str = "") -> str:
    """The custom id of a menu or button."""
    return f"settings:{what}" + (f":{value}" if value else "")


def settings_card(settings: GuildSettings, guild: discord.Guild, *, memory: bool, problem: str = "") -> Card:
    """Without controls where there is no memory; `problem`: why the last change was not made, as plain text."""
    body = Body()
    if problem:
        body.add(f"⚠ **{escape(problem)}**\n")
    for number, (name, value) in enumerate(described(settings, guild).items(), 1):
        body.add(f"**{number} · {name}:** {value}")
    body.add(f"\n{_MENUS}\n\n{_INTEGRATIONS}" if memory else f"\n{NO_MEMORY} What stands here is my host's choice.")
    card = make("Settings", body, "Only you see this. A change holds at once.")
    if not memory:
        return card
    return replace(card, selects=tuple(_selects(settings, guild)), buttons=tuple(_buttons(settings)))


def described(settings: GuildSettings, guild: discord.Guild) -> dict[str, str]:
    """Each setting in words, as markup."""
    moderators, askers = _roles(settings.moderator_roles, guild), _roles(settings.ask_roles, guild)
    return {
        "Who may ask": " ".join([*askers, "and moderators"]) if askers else "everyone",
        "Moderators": " ".join(["those who may manage this server", *(["and", *moderators] if moderators else [])]),
        "Wait between two questions": f"{waits(settings.cooldown_seconds)}; moderators do not wait",
        "Log channel": _channel(settings.log_channel_id, guild),
        "Strictness": f"{settings.strictness}: {STRICTNESS[settings.strictness]}",
        "Answers": "seen only by who asks" if settings.private else "seen by the whole channel",
    }


def waits(seconds: int) -> str:
    """A cooldown in words."""
    return span(seconds) if seconds else "none"


def _roles(roles: Iterable[int], guild: discord.Guild) -> list[str]:
    return [role.mention if (role := guild.get_role(identity)) else "(a role that is gone)" for identity in roles]


def _channel(channel_id: int | None, guild: discord.Guild) -> str:
    if channel_id is None:
        return "none"
    channel = guild.get_channel_or_thread(channel_id)
    return channel.mention if channel else "(a channel that is gone, or that I cannot see)"


def _selects(settings: GuildSettings, guild: discord.Guild) -> Iterable[Select]:
    def roles(what: str, placeholder: str, chosen: tuple[int, ...]) -> Select:
        there = tuple(identity for identity in chosen if guild.get_role(identity))
        return Select(_id(what), placeholder, "roles", there, most=MOST_ROLES)

    yield roles("ask_roles", ASK_ROLES, settings.ask_roles)
    yield roles("moderator_roles", MODERATOR_ROLES, settings.moderator_roles)
    seconds = sorted({*COOLDOWNS, settings.cooldown_seconds})
    options = [Option(f"3 · Wait between two questions: {waits(s)}", str(s)) for s in seconds]
    yield Select(_id("cooldown"), COOLDOWN, options, (str(settings.cooldown_seconds),), least=1)
    log = settings.log_channel_id
    there = (log,) if log and guild.get_channel_or_thread(log) else ()
    yield Select(_id("log_channel"), LOG_CHANNEL, "channels", there)


def _buttons(settings: GuildSettings) -> Iterable[Button]:
    for name in STRICTNESS:
        now = name == settings.strictness
        style = discord.ButtonStyle.primary if now else discord.ButtonStyle.secondary
        yield Button(name.capitalize(), _id("strictness", name), disabled=now, style=style)
    yield Button(PUBLIC if settings.private else PRIVATE, _id("private", "no" if settings.private else "yes"))
