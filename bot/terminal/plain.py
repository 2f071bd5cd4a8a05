"""Makes text from articles and people harmless to a terminal."""

from __future__ import annotations

# Escape sequences could rewrite the screen or the clipboard; overrides of direction could show other words than
# stand there.
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], "\ufffd")
_BLANKS = dict.fromkeys(map(ord, "\t\n\r\x0b\x0c\x85\u2028\u2029"), " ")
_DIRECTIONS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_TABLE = {**_CONTROLS, **_BLANKS, **_DIRECTIONS, **_SURROGATES}


def plain(text: str) -> str:
    """One line: no control characters, no overrides of the reading direction."""
    return text.translate(_TABLE)
