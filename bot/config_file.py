"""A YAML file whose every value knows its line, and plain words for what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from bot.errors import UsageError

Keys = tuple[str | int, ...]
"""The way to a value from the top: keys of mappings, positions in lists."""

# Bot tokens are three base64url words; other services' keys are one long run of letters and digits.
_DISCORD_TOKEN = re.compile(r"[\w-]{18,}\.[\w-]{5,}\.[\w-]{25,}")
_LONG_KEY = re.compile(r"(?=\S*\d)(?=\S*[A-Za-z])[A-Za-z0-9_+=-]{32,}")
_SECRET_NAME = re.compile(r"token|secret|password|api_?key", re.IGNORECASE)
_NO_SECRETS = (
    "a token or key never stands in this file, which people share: take it out, make a new one where this was shared, "
    "and set DISCORD_TOKEN, or name a file that holds it under discord.token_file"
)


class SettingsError(UsageError):
    """The settings cannot be used; the message says where, why, and what to write instead, one line a fault."""


@dataclass(frozen=True)
class ConfigFile:
    """The values of a YAML file, and the line (from 1) of each."""

    path: Path
    values: dict[str, Any]
    lines: dict[Keys, int]

    @classmethod
    def read(cls, path: Path) -> ConfigFile:
        """Reads a mapping. Raises SettingsError for what is no file, no UTF-8, no YAML, or holds a secret."""
        text = _text(path)
        for number, written in enumerate(text.splitlines(), 1):
            if _DISCORD_TOKEN.search(written):
                raise SettingsError(f"{path}:{number}: {_NO_SECRETS}")
        try:
            root = yaml.compose(text, Loader=yaml.SafeLoader)
            values = yaml.safe_load(text)
            entries = list(_entries(root)) if root else []
        except yaml.MarkedYAMLError as error:
            raise SettingsError(f"{path}:{_line(error)}: {_yaml_fault(error)}") from error
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise SettingsError(f"{path}: this is not YAML: {' '.join(str(error).split())}") from error
        if values is not None and not isinstance(values, dict):
            raise SettingsError(f"{path}:1: this must be lines of `key: value`, for example `seeds: seeds`")
        file = cls(path, {}, {})
        for keys, line in entries:
            if keys in file.lines:
                first = file.lines[keys]
                raise SettingsError(
                    f"{path}:{line}: {dotted(keys)} stands on line {first} already: keep one of the two"
                )
            file.lines[keys] = line
        file._refuse_secrets(values or {}, ())
        file.values.update(_without_empty(values or {}))
        return file

    def line(self, keys: Keys) -> int:
        """The line of the value there, or of what holds it."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)

    def _refuse_secrets(self, value: object, keys: Keys) -> None:
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, inner in items:
            self._refuse_secrets(inner, (*keys, key))
        name = str(keys[-1]) if keys else ""
        named = _SECRET_NAME.search(name) and not name.endswith("_file") and value is not None
        if named or (isinstance(value, str) and _LONG_KEY.fullmatch(value)):
            raise SettingsError(f"{self.path}:{self.line(keys)}: {_NO_SECRETS}")


def dotted(keys: Keys) -> str:
    """The way to a value as people write it: discord.guild_ids."""
    return ".".join(str(k) for k in keys)


def explain(error: ValidationError, file: ConfigFile, model: type[BaseModel]) -> str:
    """One line a fault: file, line, what is wrong, what to write instead."""
    faults = sorted((file.line(e["loc"]), _fault(e, model)) for e in error.errors())
    return "\n".join(f"{file.path}:{line}: {fault}" for line, fault in faults)


def _fault(error: ErrorDetails, model: type[BaseModel]) -> str:
    keys = error["loc"]
    section = _section(model, keys)
    names = [k for k in keys if isinstance(k, str)]
    if error["type"] == "extra_forbidden":
        choices = [dotted((*keys[:-1], name)) for name in section.model_fields]
        elsewhere = [way for way in _all_settings(model) if way.split(".")[-1] == keys[-1]]
        return f"there is no setting {dotted(keys)}{_instead(dotted(keys), elsewhere or choices)}"
    value = error["input"]
    if error["type"] in {"model_type", "model_attributes_type"}:
        inner = _section(model, (*keys, ""))
        return f"{dotted(keys)} holds settings of its own, indented below it: {', '.join(inner.model_fields)}"
    field = section.model_fields[names[-1]]
    if error["type"] == "literal_error":
        choices = [str(c) for c in get_args(field.annotation)]
        return f"{dotted(keys)} cannot be {value!r}{_instead(str(value), choices)}"
    if error["type"] == "value_error":
        return f"{dotted(keys)}: {error['ctx']['error']}"
    what = _WANTED.get(error["type"]) or error["msg"].replace("Input should be ", "", 1)
    example = _EXAMPLES.get(dotted(tuple(names))) or f"{names[-1]}: {str(field.default).lower()}"
    return f"{dotted(keys)} must be {what}, not {_shortened(repr(value))}: write for example `{example}`"


_WANTED = {
    "bool_type": "true or false",
    "int_type": "a whole number",
    "is_instance_of": "a path",
    "tuple_type": "a list",
}
_EXAMPLES = {
    "discord.guild_ids": "guild_ids: [81384788765712384]",
    "discord.token_file": "token_file: discord.token",
    "state": "state: state",
    "memory.database": "database: memory.sqlite3",
}


def _all_settings(model: type[BaseModel], above: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield above + name
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from _all_settings(field.annotation, f"{above}{name}.")


def _section(model: type[BaseModel], keys: Keys) -> type[BaseModel]:
    """The model whose field the last key is."""
    for key in keys[:-1]:
        field = model.model_fields.get(str(key))
        inner = field.annotation if field else None
        if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
            break
        model = inner
    return model


def _instead(written: str, choices: list[str]) -> str:
    near = process.extractOne(written, choices, scorer=fuzz.ratio, processor=_last_key, score_cutoff=60)
    return f": did you mean {near[0]}?" if near else f": write one of {', '.join(choices)}"


def _last_key(way: str) -> str:
    return way.lower().rpartition(".")[2]


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise SettingsError(f"there is no file {path}: `article-bot init` writes a config.yaml to start from") from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise SettingsError(f"{path}:{line}: this is not UTF-8 text: save the file as UTF-8") from error
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}") from error


def _entries(node: yaml.Node, keys: Keys = ()) -> Iterator[tuple[Keys, int]]:
    """Every value's way and line; a key written twice comes twice."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*keys, str(key.value))
            yield inner, key.start_mark.line + 1
            yield from _entries(value, inner)
    elif isinstance(node, yaml.SequenceNode):
        for position, value in enumerate(node.value):
            inner = (*keys, position)
            yield inner, value.start_mark.line + 1
            yield from _entries(value, inner)


def _without_empty(values: dict[Any, Any]) -> dict[str, Any]:
    """A key with nothing after it means its default: so one may comment out all of a section's lines."""
    return {str(k): _without_empty(v) if isinstance(v, dict) else v for k, v in values.items() if v is not None}


def _line(error: yaml.MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return mark.line + 1 if mark else 1


def _yaml_fault(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "it cannot be read"
    if "\\t" in problem:
        return "a tab stands where YAML wants blanks: indent by two blanks"
    return f"this is not YAML ({problem}): write `key: value`, nested keys indented by two blanks, odd text in quotes"
