"""What config.yaml may hold, and how it is found. Each key is explained in bot/sample/config.yaml."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from platformdirs import user_state_path
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, ValidationInfo

from bot.config_file import ConfigFile, SettingsError, explain
from bot.guild_settings import Cooldown
from bot.paths import is_file, is_folder, typed_path

__all__ = ["Answers", "Discord", "Limits", "Log", "Memory", "Settings", "SettingsError"]

CONFIG_NAME = "config.yaml"
TOKEN_VARIABLE = "DISCORD_TOKEN"  # noqa: S105 - the variable's name, no secret


def _below_config(value: object, info: ValidationInfo) -> object:
    """Paths are relative to the file that names them, so that the bot may be started from anywhere."""
    if not isinstance(value, str | Path):
        return value
    folder: Path = (info.context or {}).get("folder", Path.cwd())
    return folder / typed_path(value)


def _must_be(kind: str, test: Callable[[Path], bool]) -> AfterValidator:
    def check(path: Path) -> Path:
        if not test(path):
            raise ValueError(f"there is no {kind} {path}: make it, or name another")
        return path

    return AfterValidator(check)


_Relative = Annotated[Path, BeforeValidator(_below_config)]


def _dates(value: object) -> object:
    """YAML reads 2023-04-20 as a date; a date with a time of day is one more than is meant."""
    if not isinstance(value, dict) or not all(isinstance(k, str) and type(v) is date for k, v in value.items()):
        raise ValueError(
            "write the name of an article's file without its ending, and the day, for example `kyiv-visit: 2023-04-20`"
        )
    return value


Folder = Annotated[_Relative, _must_be("folder", is_folder)]
File = Annotated[_Relative, _must_be("file", is_file)]


def _path_or_url(value: object, info: ValidationInfo) -> object:
    if not isinstance(value, str) or "://" not in value:
        return _below_config(value, info)
    if re.match(r"[^/]+://[^/@]*:[^/@]*@", value):
        raise ValueError("a password never stands in this file: leave it out, and use what your database has for it")
    return value


Database = Annotated[Path | str, BeforeValidator(_path_or_url)]
GuildId = Annotated[int, Field(gt=0, lt=2**63)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, validate_default=True)


class Discord(_Section):
    """How the bot logs in, and where its commands are registered."""

    token_file: File | None = None
    guild_ids: tuple[GuildId, ...] = Field(default=(), strict=False)
    """Commands are registered in these guilds only; in all guilds where empty."""

    def token(self) -> str:
        """The bot's token. Raises SettingsError, which says where to put one, where there is none."""
        if self.token_file is None:
            token = os.environ.get(TOKEN_VARIABLE, "").strip()
            if not token:
                raise SettingsError(
                    f"there is no Discord token: set {TOKEN_VARIABLE} to your bot's token, "
                    "or name a file that holds it under discord.token_file in config.yaml"
                )
            return token
        try:
            token = self.token_file.read_text("utf-8-sig").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"the token file {self.token_file} cannot be read: {error}") from error
        if not token or len(token.split()) != 1:
            raise SettingsError(f"the token file {self.token_file} must hold your bot's token and nothing else")
        return token


class Answers(_Section):
    """How the bot answers."""

    strictness: Literal["strict", "balanced", "eager"] = "balanced"
    """How sure the bot must be to answer rather than to say that the article does not say."""
    private: bool = False
    """Whether answers are shown only to the one who asked, where the command does not say."""
    cooldown_seconds: Cooldown = 3
    """Between two questions of one member; moderators of a guild may set it otherwise there."""
    reader: Literal["auto", "plain"] = "auto"
    """The trained reader where it can run; or always the plain one."""


class Memory(_Section):
    """What the bot remembers of servers, where, and for how long."""

    enabled: bool = True
    """Without it the bot answers from the host's articles, and keeps nothing."""
    database: Database | None = None
    """An SQLite file, or an SQLAlchemy URL of an asynchronous driver; a file in `Settings.state` where None."""
    unanswered_days: int = Field(default=30, ge=0, le=365)
    """How long the text of an unanswered question is kept; 0: not at all."""
    grace_days: int = Field(default=14, ge=0, le=365)
    """How long what is kept of a server outlives the bot's leaving it."""


class Limits(_Section):
    """What is too much."""

    question_characters: int = Field(default=1000, ge=20, le=6000)
    """A longer question is cut, and the one who asked is told."""
    questions_a_minute: int = Field(default=60, ge=0)
    """Of all members of a guild together; 0: as many as they like."""
    article_bytes: int = Field(default=2_000_000, ge=1000)
    """A larger file among the seeds is left out, and none larger is taken in from a server."""
    guild_articles: int = Field(default=50, ge=0, le=1000)
    """Articles of its own that a server can have."""
    guild_bytes: int = Field(default=5_000_000, ge=0)
    """Bytes that these may have together."""


class Log(_Section):
    """What the log holds."""

    level: Literal["debug", "info", "warning", "error"] = "info"


class Settings(_Section):
    """All settings, checked: paths are absolute, `seeds` and `discord.token_file` were there when read."""

    seeds: Folder = Path("seeds")
    """The folder of articles."""
    published: Annotated[dict[str, date], BeforeValidator(_dates)] = Field(default_factory=dict)
    """Dates of articles by name, for those whose files do not say when they were published."""
    state: _Relative = Field(default_factory=lambda: user_state_path("article-bot", appauthor=False))
    """The folder of what the bot must remember; made when first needed."""
    discord: Discord = Discord()
    answers: Answers = Answers()
    memory: Memory = Memory()
    limits: Limits = Limits()
    log: Log = Log()

    @classmethod
    def of(cls, values: Mapping[str, Any], folder: Path) -> Settings:
        """Checks `values`, with paths relative to `folder`. Raises pydantic's ValidationError."""
        return cls.model_validate(dict(values), context={"folder": folder.absolute()})

    @classmethod
    def load(cls, config: Path | None = None, other_seeds: Path | None = None) -> Settings:
        """Reads `config`; by default config.yaml here, or plain defaults where only seeds/ is here.

        `other_seeds` serves where neither is here. Raises SettingsError, which gives file, line, what is wrong and
        what to write instead.
        """
        here = Path.cwd()
        found = config if config is not None else here / CONFIG_NAME
        if config is None and not found.exists():
            if other_seeds is not None and not is_folder(here / "seeds"):
                return cls.of({"seeds": other_seeds}, here)
            if not is_folder(here / "seeds"):
                raise SettingsError(
                    f"there is neither a {CONFIG_NAME} nor a seeds folder in {here}: "
                    "run `article-bot init` to make both, or name a file with --config PATH"
                )
            return cls.of({}, here)
        file = ConfigFile.read(found)
        try:
            return cls.of(file.values, file.path.absolute().parent)
        except ValidationError as error:
            raise SettingsError(explain(error, file, cls)) from error
