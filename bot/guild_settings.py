"""What holds in one guild: the host's settings with the guild's own over them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from index.calibration import Strictness

if TYPE_CHECKING:
    from bot.settings import Settings


class GuildSettings(BaseModel):
    """Only what differs from the host's defaults is kept for a guild."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    private: bool
    """Whether answers are shown only to the one who asked, where the command does not say."""
    strictness: Strictness
    """How sure the bot must be to answer rather than to say that the article does not say."""

    @classmethod
    def of(cls, host: Settings, own: Mapping[str, Any]) -> GuildSettings:
        """The host's defaults with `own` over them. Raises pydantic's ValidationError."""
        defaults = {"private": host.answers.private, "strictness": host.answers.strictness}
        return cls.model_validate({**defaults, **own})
