"""How Discord shows a text: which characters are seen, which of them in bold, and which marks did something."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_LIVE = re.compile(
    r"@everyone|@here|<@[!&]?\d+>|<#\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>|</[^>]+:\d+>|<id:\w+>"
    r"|https?://|\[[^\]]+\]\([^)]+\)|`|~~|\|\||_"
)
_LINE_START = re.compile(r"(?:#{1,3}|-#|[-*])\s|\d+\.\s|>>>\s")


@dataclass
class Shown:
    """What a reader sees of one text."""

    text: str = ""
    """Without marks, lines as they are."""
    bold: list[str] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)
    """The lines of block quotes."""
    live: list[str] = field(default_factory=list)
    """Marks other than bold, italics and block quotes that Discord would act on."""


def shown(markup: str) -> Shown:
    """Reads markup as Discord's clients do, as far as this bot writes any."""
    result = Shown()
    lines = []
    for line in markup.split("\n"):
        quote = line.startswith("> ")
        text = _inline(line[2:] if quote else line, result)
        if quote:
            result.quoted.append(text)
        lines.append(text)
    result.text = "\n".join(lines)
    return result


def _inline(line: str, result: Shown) -> str:
    start = _LINE_START.match(line)
    if start:
        result.live.append(start[0])
    seen, bold_from, at = "", None, 0
    while at < len(line):
        escaped, live = _ESCAPE.match(line, at), _LIVE.match(line, at)
        if escaped:
            seen, at = seen + escaped[1], escaped.end()
        elif line.startswith("**", at):
            if bold_from is None:
                bold_from = len(seen)
            else:
                result.bold.append(seen[bold_from:])
                bold_from = None
            at += 2
        elif line[at] == "*":
            at += 1
        elif live:
            result.live.append(live[0])
            seen, at = seen + live[0], live.end()
        else:
            seen, at = seen + line[at], at + 1
    return seen
