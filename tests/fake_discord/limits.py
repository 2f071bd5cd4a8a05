"""What Discord refuses in a message, a list of choices and a modal."""

from __future__ import annotations

from typing import Any

from tests.fake_discord.errors import Form, empty_message
from tests.fake_discord.selects import check_select

EPHEMERAL = 1 << 6
COMPONENTS_V2 = 1 << 15
SENDABLE_FLAGS = (1 << 2) | EPHEMERAL | (1 << 12) | COMPONENTS_V2
ROW, BUTTON, SELECTS, TEXT_INPUT, LABEL = 1, 2, (3, 5, 6, 7, 8), 4, 18


def check_message(body: dict[str, Any], prefix: str = "", *, files: int = 0, edit: bool = False) -> None:
    """Raises Refusal for a message that Discord would not take."""
    form = Form()
    form.length(f"{prefix}content", body.get("content"), 2000)
    embeds = form.count(f"{prefix}embeds", body.get("embeds"), 10)
    for number, embed in enumerate(embeds):
        _check_embed(form, embed, f"{prefix}embeds.{number}")
    if sum(_embed_size(embed) for embed in embeds) > 6000:
        form.wrong(f"{prefix}embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000")
    if body.get("flags", 0) & ~SENDABLE_FLAGS:
        form.wrong(f"{prefix}flags", "BITFIELD_TYPE_INVALID", "Flags that cannot be set")
    check_components(form, body.get("components"), f"{prefix}components")
    _check_allowed_mentions(form, body.get("allowed_mentions"), f"{prefix}allowed_mentions")
    form.check()
    given = [body.get(key) for key in ("content", "embeds", "components", "sticker_ids", "poll", "attachments")]
    full = any(_embed_size(embed) or embed.get("image") or embed.get("thumbnail") for embed in embeds)
    if not edit and not files and not full and not any(part for part in given if part is not embeds):
        raise empty_message()


def _embed_size(embed: dict[str, Any]) -> int:
    texts = [embed.get("title"), embed.get("description")]
    texts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    for field in embed.get("fields") or []:
        texts += [field.get("name"), field.get("value")]
    return sum(len(text.encode("utf-16-le", "surrogatepass")) // 2 for text in texts if isinstance(text, str))


def _check_embed(form: Form, embed: dict[str, Any], path: str) -> None:
    form.length(f"{path}.title", embed.get("title"), 256)
    form.length(f"{path}.description", embed.get("description"), 4096)
    form.length(f"{path}.url", embed.get("url"), 2048)
    if embed.get("footer") is not None:
        form.length(f"{path}.footer.text", embed["footer"].get("text"), 2048, least=1)
    if embed.get("author") is not None:
        form.length(f"{path}.author.name", embed["author"].get("name"), 256, least=1)
    for number, field in enumerate(form.count(f"{path}.fields", embed.get("fields"), 25)):
        form.length(f"{path}.fields.{number}.name", field.get("name"), 256, least=1)
        form.length(f"{path}.fields.{number}.value", field.get("value"), 1024, least=1)


def _check_allowed_mentions(form: Form, allowed: dict[str, Any] | None, path: str) -> None:
    for kind in ("users", "roles"):
        if allowed and kind in allowed.get("parse", []) and allowed.get(kind):
            form.wrong(
                f"{path}.{kind}", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", f"parse and {kind} exclude each other"
            )


def check_components(form: Form, components: object, path: str) -> None:
    """Rows of buttons and selects: 5 rows, 5 buttons or one select each, custom ids told apart."""
    seen: set[str] = set()
    for number, row in enumerate(form.count(path, components, 5)):
        here = f"{path}.{number}"
        if row.get("type") != ROW:
            if row.get("type") not in (9, 10, 11, 12, 13, 14, 17):
                form.wrong(f"{here}.type", "UNION_TYPE_CHOICES", 'Value of field "type" must be an action row')
            continue
        items = form.count(f"{here}.components", row.get("components"), 5)
        if not items:
            form.wrong(f"{here}.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
        if len(items) > 1 and any(item.get("type") in SELECTS for item in items):
            form.wrong(f"{here}.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The row is too wide")
        for place, item in enumerate(items):
            _check_item(form, item, f"{here}.components.{place}", seen)


def _check_item(form: Form, item: dict[str, Any], path: str, seen: set[str]) -> None:
    kind, custom_id = item.get("type"), item.get("custom_id")
    if kind == BUTTON and item.get("style") == 5:
        form.length(f"{path}.url", item.get("url"), 512, least=1)
    else:
        form.length(f"{path}.custom_id", custom_id, 100, least=1)
        if custom_id in seen:
            form.wrong(
                f"{path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"
            )
        seen.add(str(custom_id))
    if kind == BUTTON:
        form.length(f"{path}.label", item.get("label"), 80, least=0 if item.get("emoji") else 1)
        if item.get("style") not in range(1, 7):
            form.wrong(f"{path}.style", "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3, 4, 5, 6).")
    elif kind in SELECTS:
        check_select(form, item, path)
        form.length(f"{path}.placeholder", item.get("placeholder"), 150)
        for number, option in enumerate(form.count(f"{path}.options", item.get("options"), 25)):
            form.length(f"{path}.options.{number}.label", option.get("label"), 100, least=1)
            form.length(f"{path}.options.{number}.value", option.get("value"), 100, least=1)
            form.length(f"{path}.options.{number}.description", option.get("description"), 100)
    else:
        form.wrong(f"{path}.type", "BASE_TYPE_CHOICES", "Not a component for a row of a message")


def check_choices(data: dict[str, Any]) -> None:
    """Raises Refusal for more than 25 choices, or a name or value out of 1 to 100 characters."""
    form = Form()
    for number, choice in enumerate(form.count("data.choices", data.get("choices"), 25)):
        form.length(f"data.choices.{number}.name", choice.get("name"), 100, least=1)
        if isinstance(choice.get("value"), str):
            form.length(f"data.choices.{number}.value", choice["value"], 100, least=1)
    form.check()


def check_modal(data: dict[str, Any]) -> None:
    """Raises Refusal for a modal without title or id, or with other than 1 to 5 inputs."""
    form = Form()
    form.length("data.custom_id", data.get("custom_id"), 100, least=1)
    form.length("data.title", data.get("title"), 45, least=1)
    rows = form.count("data.components", data.get("components"), 5)
    if not rows:
        form.wrong("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
    for number, row in enumerate(rows):
        path = f"data.components.{number}"
        if row.get("type") == LABEL:
            form.length(f"{path}.label", row.get("label"), 45, least=1)
            form.length(f"{path}.description", row.get("description"), 100)
        for item in [row["component"]] if row.get("type") == LABEL else row.get("components", []):
            form.length(f"{path}.custom_id", item.get("custom_id"), 100, least=1)
            if item.get("type") == TEXT_INPUT:
                form.length(f"{path}.placeholder", item.get("placeholder"), 100)
                form.length(f"{path}.value", item.get("value"), 4000)
    form.check()
