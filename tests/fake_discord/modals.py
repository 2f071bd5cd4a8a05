"""Modals as a user fills them in: what Discord's window lets through, and how it sends it."""

from __future__ import annotations

from typing import Any

TEXT_INPUT, LABEL = 4, 18


def fill_modal(modal: dict[str, Any], values: dict[str, str]) -> list[dict[str, Any]]:
    """The components of a submission. Raises ValueError for what the window would not let a user send."""
    left = dict(values)
    rows = [_filled(row, left) for row in modal["components"]]
    if left:
        raise ValueError(f"the modal has no fields {list(left)}")
    return rows


def _filled(row: dict[str, Any], left: dict[str, str]) -> dict[str, Any]:
    if row["type"] == LABEL:
        return {"type": LABEL, "id": row.get("id", 1), "component": _field(row["component"], left)}
    return {"type": row["type"], "id": row.get("id", 1), "components": [_field(i, left) for i in row["components"]]}


def _field(item: dict[str, Any], left: dict[str, str]) -> dict[str, Any]:
    name, typed = item["custom_id"], left.pop(item["custom_id"], None)
    about = {"type": item["type"], "id": item.get("id", 1), "custom_id": name}
    if item["type"] != TEXT_INPUT:
        offered = [option["value"] for option in item["options"]]
        chosen = [o["value"] for o in item["options"] if o.get("default")] if typed is None else [typed]
        if any(value not in offered for value in chosen):
            raise ValueError(f"{name} offers {offered}")
        return {**about, "values": chosen}
    value = item.get("value") or "" if typed is None else typed
    least, most = item.get("min_length") or 0, item.get("max_length") or 4000
    if (item.get("required", True) and not value) or (value and not least <= len(value) <= most):
        raise ValueError(f"{name} takes {least} to {most} characters")
    return {**about, "value": value}
