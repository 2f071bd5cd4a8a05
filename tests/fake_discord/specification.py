"""Requests held against the OpenAPI document that Discord publishes, wherever that file is at hand."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT202012

VARIABLE = "DISCORD_OPENAPI"
_BESIDE = Path(__file__).parents[3] / "shared" / "discord" / "openapi.json"
_DOCUMENT = "urn:discord"
_NUMBERED = {
    "message_reference": ("message_id", "channel_id", "guild_id"),
    "default_values": ("id",),
    "attachments": ("id",),
}
_OF_DISCORD_PY = {
    "ApplicationCommandUpdateRequest": "nsfw",
    "IncomingWebhookUpdateForInteractionCallbackRequestPartial": "tts",
    "IncomingWebhookUpdateRequestPartial": "tts",
    "RichEmbed": "flags",
}
"""Keys that the client library always sends and Discord passes over, by schema."""


def path() -> Path | None:
    """The document that the environment names, or the one beside the repository; None where there is none.

    Raises FileNotFoundError where the environment names a file that is not there.
    """
    named = os.environ.get(VARIABLE)
    if named and not Path(named).is_file():
        raise FileNotFoundError(f"{VARIABLE} names {named}, which is no file")
    chosen = Path(named) if named else _BESIDE
    return chosen if chosen.is_file() else None


@cache
def at(file: Path) -> Specification:
    """The document in that file, read once a process."""
    return Specification(json.loads(file.read_bytes()))


class Specification:
    """Discord's routes and the schemas of what they take; validators are built when a route is first used.

    Stricter than JSON Schema in one thing: a key that the document does not know is a fault.
    """

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = _closed(document)
        for schema, key in _OF_DISCORD_PY.items():
            self.document["components"]["schemas"][schema]["properties"].setdefault(key, True)
        self._validators: dict[tuple[str, str], Draft202012Validator | None] = {}

    def faults(self, method: str, route: str, query: Mapping[str, str], body: Any) -> list[str]:
        """What the document has against a request; `route` is its path below /api/v10."""
        template = self._template(method, route)
        if template is None:
            return [f"{method} {route}: the document knows no such route"]
        validator = self._validator(method, template)
        found = self._query_faults(method, template, query)
        if validator is None:
            found += ["a body, where the document has none"] if body is not None else []
        else:
            found += [_said(error) for error in validator.iter_errors(_as_strings(body))]
        return [f"{method} {template}: {fault}" for fault in found]

    @cached_property
    def _templates(self) -> list[tuple[str, re.Pattern[str]]]:
        """With the most literal first, as `@original` is no message's id."""
        found = sorted(self.document["paths"], key=lambda template: template.count("{"))
        return [(t, re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(t)))) for t in found]

    def _template(self, method: str, route: str) -> str | None:
        paths = self.document["paths"]
        fitting = (t for t, pattern in self._templates if method.lower() in paths[t] and pattern.fullmatch(route))
        return next(fitting, None)

    @cached_property
    def _registry(self) -> Registry[Any]:
        return Registry().with_resource(_DOCUMENT, DRAFT202012.create_resource(self.document))

    def _validator(self, method: str, template: str) -> Draft202012Validator | None:
        """None for a route that takes no body."""
        key = method.lower(), template
        if key not in self._validators:
            # A multipart request's JSON part is what would be its body without files.
            taken = "requestBody" in self.document["paths"][template][key[0]]
            steps = ["paths", template, key[0], "requestBody", "content", "application/json", "schema"]
            pointer = "/".join(step.replace("~", "~0").replace("/", "~1") for step in steps)
            schema = {"$ref": f"{_DOCUMENT}#/{pointer.replace('{', '%7B').replace('}', '%7D')}"}
            self._validators[key] = Draft202012Validator(schema, registry=self._registry) if taken else None
        return self._validators[key]

    def _query_faults(self, method: str, template: str, query: Mapping[str, str]) -> list[str]:
        item = self.document["paths"][template]
        given = [*item.get("parameters", []), *item[method.lower()].get("parameters", [])]
        known = {p["name"] for p in given if p.get("in") == "query"}
        return [f"?{name}=: the document knows no such parameter" for name in query if name not in known]


def _closed(node: Any) -> Any:
    """The same schemas, taking no property that they do not name."""
    if isinstance(node, list):
        return [_closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    closed = {key: _closed(value) for key, value in node.items()}
    if node.get("type") == "object" and "properties" in node:
        closed.setdefault("additionalProperties", False)
    return closed


def _as_strings(node: Any, within: str = "") -> Any:
    """The body with ids as strings where discord.py sends numbers, and Discord takes them: see _NUMBERED."""
    if isinstance(node, list):
        return [_as_strings(item, within) for item in node]
    if not isinstance(node, dict):
        return node
    ids = {key: str(node[key]) for key in _NUMBERED.get(within, ()) if type(node.get(key)) is int}
    return {key: _as_strings(value, key) for key, value in node.items()} | ids


def _said(error: ValidationError) -> str:
    """The fault at its place in the body; of a union's branches only the one that was meant."""
    while error.context:
        error = _meant(error.context)
    place = ".".join(str(step) for step in error.absolute_path) or "the body"
    if len(error.message) <= 200:
        return f"{place}: {error.message}"
    return f"{place}: {error.validator} {error.validator_value} is not kept by {str(error.instance)[:200]!r}…"


def _meant(context: Iterable[ValidationError]) -> ValidationError:
    """The first fault of the branch whose faults lie deepest, and not in the `type` by which branches are told."""
    branches: dict[Any, list[ValidationError]] = {}
    for error in context:
        branches.setdefault(error.schema_path[0], []).append(error)

    def fit(errors: list[ValidationError]) -> tuple[bool, int, int]:
        told = any(list(error.path)[:1] == ["type"] or error.validator == "type" for error in errors)
        return not told, max(len(error.path) for error in errors), -len(errors)

    return max(branches.values(), key=fit)[0]
