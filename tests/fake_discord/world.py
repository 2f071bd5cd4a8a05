"""Who and what there is on the fake Discord: users, guilds, channels; and how Discord writes them."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from typing import Any

SEND, SEND_IN_THREADS, EXTERNAL_APPS = 1 << 11, 1 << 38, 1 << 50
MEMBER = 1 << 10 | SEND | 1 << 31 | EXTERNAL_APPS  # view channel, send messages, use application commands
MODERATOR = MEMBER | 1 << 5  # manage guild
ADMINISTRATOR = 1 << 3
BOT = MEMBER | 1 << 14 | 1 << 16  # embed links, read message history
TEXT, DM, THREAD = 0, 1, 11
IN_GUILD, IN_BOT_DM, IN_PRIVATE = 0, 1, 2
"""Contexts of an interaction."""

_EPOCH = 1420070400000
_counter = itertools.count()


def snowflake() -> int:
    """A fresh id that carries the present time, as Discord's do."""
    return (int(time.time() * 1000) - _EPOCH) << 22 | next(_counter) & 0x3FFFFF


@dataclass(frozen=True)
class User:
    """Somebody on Discord."""

    name: str
    bot: bool = False
    id: int = field(default_factory=snowflake)

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"

    def payload(self) -> dict[str, Any]:
        return {
            "id": str(self.id),
            "username": self.name.lower(),
            "global_name": self.name,
            "discriminator": "0",
            "avatar": None,
            "bot": self.bot,
            "public_flags": 0,
        }


@dataclass
class Channel:
    """A text channel of a guild, a direct conversation of one user with the bot, or one of two users."""

    name: str
    guild: Guild | None = None
    recipient: User | None = None
    id: int = field(default_factory=snowflake)
    without_bot: bool = False
    """Whether it is a conversation of two users."""
    closed_to: User | None = None
    """Who may not send messages there; a client that is connected is not told of a change."""
    parent: Channel | None = None
    """The channel that this is a thread of."""

    @property
    def context(self) -> int:
        """As an interaction says where it came about."""
        return IN_GUILD if self.guild else IN_PRIVATE if self.without_bot else IN_BOT_DM

    def payload(self) -> dict[str, Any]:
        if self.guild is None:
            assert self.recipient is not None
            return {"id": str(self.id), "type": DM, "last_message_id": None, "recipients": [self.recipient.payload()]}
        if self.parent is not None:
            return self._thread(self.guild, self.parent)
        return {
            "id": str(self.id),
            "type": TEXT,
            "guild_id": str(self.guild.id),
            "name": self.name,
            "position": 0,
            "permission_overwrites": self._overwrites(),
            "nsfw": False,
            "parent_id": None,
            "topic": None,
            "rate_limit_per_user": 0,
            "flags": 0,
        }

    def _thread(self, guild: Guild, parent: Channel) -> dict[str, Any]:
        since = {"archived": False, "auto_archive_duration": 1440, "archive_timestamp": "2024-01-01T00:00:00+00:00"}
        return {
            "id": str(self.id),
            "type": THREAD,
            "guild_id": str(guild.id),
            "parent_id": str(parent.id),
            "owner_id": "1",
            "name": self.name,
            "thread_metadata": {**since, "locked": False},
            "message_count": 0,
            "member_count": 1,
            "total_message_sent": 0,
            "rate_limit_per_user": 0,
            "flags": 0,
            "last_message_id": None,
        }

    def _overwrites(self) -> list[dict[str, Any]]:
        if self.closed_to is None:
            return []
        return [{"id": str(self.closed_to.id), "type": 1, "allow": "0", "deny": str(1 << 11)}]


@dataclass
class Role:
    """A role that members are given; it grants nothing by itself."""

    name: str
    members: set[User] = field(default_factory=set)
    id: int = field(default_factory=snowflake)


@dataclass
class Guild:
    """A server: members with their permissions, roles, and channels."""

    name: str
    permissions: dict[User, int]
    id: int = field(default_factory=snowflake)
    channels: list[Channel] = field(default_factory=list)
    given: list[Role] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.channels = self.channels or [Channel("general", self)]

    def role_id(self, user: User) -> int:
        """Each member has a role of its own, so that permissions come from roles as they do on Discord."""
        return self.id + 1 + list(self.permissions).index(user)

    def member(self, user: User, *, permissions: bool = False, with_user: bool = True) -> dict[str, Any]:
        payload: dict[str, Any] = {
            "roles": [str(self.role_id(user)), *(str(role.id) for role in self.given if user in role.members)],
            "nick": None,
            "avatar": None,
            "joined_at": "2024-01-01T00:00:00+00:00",
            "deaf": False,
            "mute": False,
            "flags": 0,
            "pending": False,
        }
        if with_user:
            payload["user"] = user.payload()
        if permissions:
            payload["permissions"] = str(self.permissions[user])
        return payload

    def _role(self, identity: int, name: str, permissions: int) -> dict[str, Any]:
        return {
            "id": str(identity),
            "name": name,
            "permissions": str(permissions),
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "managed": False,
            "mentionable": False,
            "position": 0 if identity == self.id else 1,
            "flags": 0,
        }

    def roles(self) -> list[dict[str, Any]]:
        own = [self._role(self.role_id(user), user.name, bits) for user, bits in self.permissions.items()]
        return [self._role(self.id, "@everyone", 0), *own, *(self._role(r.id, r.name, 0) for r in self.given)]

    def payload(self, bot: User) -> dict[str, Any]:
        """As GUILD_CREATE has it for a bot without the members intent: of the members only itself."""
        return {
            "id": str(self.id),
            "name": self.name,
            "icon": None,
            "owner_id": "1",
            "roles": self.roles(),
            "emojis": [],
            "stickers": [],
            "features": [],
            "channels": [channel.payload() for channel in self.channels if channel.parent is None],
            "threads": [channel.payload() for channel in self.channels if channel.parent is not None],
            "members": [self.member(bot)],
            "presences": [],
            "voice_states": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
            "member_count": len(self.permissions),
            "unavailable": False,
            "large": False,
            "joined_at": "2024-01-01T00:00:00+00:00",
            "verification_level": 0,
            "default_message_notifications": 0,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "premium_tier": 0,
            "premium_progress_bar_enabled": False,
            "afk_timeout": 300,
            "afk_channel_id": None,
            "application_id": None,
            "system_channel_id": None,
            "system_channel_flags": 0,
            "rules_channel_id": None,
            "public_updates_channel_id": None,
            "safety_alerts_channel_id": None,
            "preferred_locale": "en-US",
            "description": None,
            "banner": None,
            "splash": None,
            "discovery_splash": None,
            "vanity_url_code": None,
        }


class World:
    """One application with its bot, two guilds, and people in them."""

    def __init__(self) -> None:
        self.token = "a-token-that-is-only-good-here"
        self.bot = User("Article Bot", bot=True)
        self.application = self.bot.id
        self.ada = User("Ada")
        """A member like any other."""
        self.grace = User("Grace")
        """A moderator: may manage the guild."""
        self.edith = User("Edith")
        """A member of the other guild."""
        self.linus = User("Linus")
        """A member with a role of which the guild may make what it likes."""
        self.librarians = Role("Librarians", {self.linus})
        self.reading = Guild(
            "Reading room",
            {self.bot: BOT, self.ada: MEMBER, self.grace: MODERATOR, self.linus: MEMBER},
            given=[self.librarians],
        )
        self.desk = Channel("desk", self.reading)
        """The moderators' channel."""
        self.reading.channels.append(self.desk)
        self.other = Guild("Another room", {self.bot: BOT, self.edith: MODERATOR})
        self.guilds = [self.reading, self.other]
        """Those that the bot is a member of."""
        self.elsewhere = Guild("A room without the bot", {self.ada: MEMBER, self.grace: MEMBER})
        self.installed: set[User] = set()
        """Who has installed the bot for themselves."""
        self._direct: dict[User, Channel] = {}

    def home(self, user: User) -> Channel:
        """The first channel of the first guild that the user is in."""
        return next(guild.channels[0] for guild in self.guilds if user in guild.permissions)

    def direct(self, user: User) -> Channel:
        """The user's direct conversation with the bot."""
        return self._direct.setdefault(user, Channel("direct", recipient=user))

    def between(self, one: User, other: User) -> Channel:
        """A conversation of two users, which the bot is no part of."""
        return Channel(f"{one.name} and {other.name}", recipient=other, without_bot=True)

    def owners(self, user: User, channel: Channel) -> dict[str, str]:
        """Who has installed the bot that the user calls there: `authorizing_integration_owners`."""
        owners = {"1": str(user.id)} if user in self.installed else {}
        if channel.context == IN_BOT_DM:
            owners["0"] = "0"
        if channel.guild is not None and self.bot in channel.guild.permissions:
            owners["0"] = str(channel.guild.id)
        return owners

    def rights(self, channel: Channel) -> int:
        """What the bot may do there: `app_permissions`."""
        brought_along = 1 << 14 | 1 << 15  # embed links, attach files
        if channel.guild is not None:
            return channel.guild.permissions.get(self.bot, brought_along)
        return BOT if channel.context == IN_BOT_DM else brought_along

    def channel(self, identity: int) -> Channel | None:
        """The channel of that id, where there is one."""
        everywhere = [channel for guild in self.guilds for channel in guild.channels]
        return next((c for c in [*everywhere, *self._direct.values()] if c.id == identity), None)

    def about_application(self) -> dict[str, Any]:
        return {
            "id": str(self.application),
            "name": self.bot.name,
            "description": "",
            "icon": None,
            "bot_public": True,
            "bot_require_code_grant": False,
            "owner": User("Owner").payload(),
            "team": None,
            "verify_key": "0" * 64,
            "flags": 0,
            "summary": "",
        }
