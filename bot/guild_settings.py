"""What holds in one guild: the host's settings with the guild's own over them."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from index.calibration import Strictness

if TYPE_CHECKING:
    from bot.settings import Settings

_log = logging.getLogger(__name__)

MOST_ROLES = 25
"""As many as a role select can show."""
LONGEST_COOLDOWN = 3600

Snowflake = Annotated[int, Field(gt=0, lt=2**63)]
Roles = Annotated[tuple[Snowflake, ...], Field(max_length=MOST_ROLES)]
Cooldown = Annotated[int, Field(ge=0, le=LONGEST_COOLDOWN)]
"""Seconds between two questions of one member; 0: none."""


class GuildSettings(BaseModel):
    """Only what differs from the host's defaults is kept for a guild."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    private: bool
    """Whether answers are shown only to the one who asked, where the command does not say."""
    strictness: Strictness
    """How sure the bot must be to answer rather than to say that the article does not say."""
    cooldown_seconds: Cooldown
    ask_roles: Roles = ()
    """Who may ask; everyone where empty. Moderators always may."""
    moderator_roles: Roles = ()
    """Who moderates besides those who may manage the guild."""
    log_channel_id: Snowflake | None = None
    """Where each action of a moderator is noted."""

    @classmethod
    def of(cls, host: Settings, own: Mapping[str, Any]) -> GuildSettings:
        """The host's defaults with `own` over them; what another version kept and this one cannot read is left out."""
        defaults = {
            "private": host.answers.private,
            "strictness": host.answers.strictness,
            "cooldown_seconds": host.answers.cooldown_seconds,
        }
        try:
            return cls.model_validate({**defaults, **own})
        except ValidationError as error:
            unread = {str(fault["loc"][0]) for fault in error.errors()}
            _log.warning("settings of a server that cannot be read are left out: %s", ", ".join(sorted(unread)))
            return cls.model_validate({**defaults, **{k: v for k, v in own.items() if k not in unread}})

    def changed(self, values: Mapping[str, Any]) -> GuildSettings:
        """With other values, checked. Raises pydantic's ValidationError."""
        return type(self).model_validate({**self.model_dump(), **values})

    def own(self, host: Settings) -> dict[str, Any]:
        """What is to be kept: the values that are not the host's."""
        defaults = type(self).of(host, {}).model_dump(mode="json")
        return {name: value for name, value in self.model_dump(mode="json").items() if value != defaults[name]}
