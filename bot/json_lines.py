"""JSON, one object a line: written safe for a terminal, read with the faulty lines told apart."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from bot.errors import UsageError

Json = dict[str, Any]
_C1 = re.compile(r"[\x7f-\x9f]")


def dumps(value: object) -> str:
    """One line of JSON. Letters stay readable; control characters that a terminal would obey are escaped."""
    return _C1.sub(lambda c: f"\\u{ord(c[0]):04x}", json.dumps(value, ensure_ascii=False))


def objects(lines: Iterable[str], source: str) -> Iterator[Json | UsageError]:
    """The object of each line, blank ones skipped; in place of a line that holds none, the error that says so."""
    for number, line in enumerate(lines, 1):
        text = line.removeprefix("\ufeff").strip()
        if not text:
            continue
        try:
            value = json.loads(text, parse_constant=_refuse)
        except (ValueError, RecursionError):
            value = None
        yield value if isinstance(value, dict) else UsageError(f"{source}:{number}: write one JSON object on this line")


def _refuse(constant: str) -> None:
    """NaN and Infinity are no JSON, though Python reads and writes them."""
    raise ValueError(constant)
