"""A text cut into blocks: what stands between blank lines, or on a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.furniture import BYLINE, DATE_LINE

_BLANK_LINES = re.compile(r"\n[ \t\r\f\v\u00a0]*(?:\n[ \t\r\f\v\u00a0]*)+")


@dataclass(frozen=True, slots=True)
class Block:
    """Characters `start` to `end` of the text; `text` has a blank for each line break."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def one_line(text: str) -> str:
    """The same characters with a blank for each line break or tab, so that offsets hold."""
    return re.sub(r"[\n\t\f\v\u2028\u2029]", " ", text)


def blocks_of(text: str, begin: int) -> list[Block]:
    """Stretches between blank lines; single lines where the file has a paragraph on each line."""
    spans: list[tuple[int, int]] = []
    at = begin
    for gap in _BLANK_LINES.finditer(text, begin):
        spans.append((at, gap.start()))
        at = gap.end()
    spans.append((at, len(text)))
    if _paragraph_per_line(text, spans):
        spans = [line for a, b in spans for line in _lines(text, a, b)]
    elif spans and _is_head(text[spans[0][0] : spans[0][1]]):
        spans[:1] = _lines(text, *spans[0])
    return [block for a, b in spans if (block := _trimmed(text, a, b))]


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\n]+", text[start:end])]


def _is_head(block: str) -> bool:
    """Title, byline and date on lines of their own, without blank lines between."""
    lines = [line.strip() for line in block.strip().split("\n")]
    return any(BYLINE.match(line) or DATE_LINE.match(line) for line in lines[1:]) and max(map(len, lines)) <= 250


def _paragraph_per_line(text: str, spans: list[tuple[int, int]]) -> bool:
    """Tells a file whose every line is a paragraph from one whose lines are wrapped by hand."""
    inner: list[str] = []  # the lines that another line of the same block follows
    blocks = 0
    for a, b in spans:
        lines = [line.strip() for line in text[a:b].split("\n") if line.strip()]
        blocks += bool(lines)
        inner += lines[:-1]
    if len(inner) < max(2, blocks):
        return False
    finished = sum(bool(re.search(r"[.!?…:][\"'”’)\]]*$", line)) for line in inner) / len(inner)
    return finished >= 0.5 or max(map(len, inner)) > 200


def _trimmed(text: str, start: int, end: int) -> Block | None:
    """Without white space around it, nor the marks of a Markdown heading; None for rules and blanks."""
    heading = re.compile(r"\s*#{1,6} +").match(text, start, end)
    if heading:
        start = heading.end()
    while start < end and (text[start].isspace() or text[start] in "\u200b\ufeff"):
        start += 1
    while end > start and (
        text[end - 1].isspace() or text[end - 1] in "\u200b\ufeff" or (heading and text[end - 1] == "#")
    ):
        end -= 1
    words = one_line(text[start:end])
    return Block(start, end, words) if any(c.isalnum() for c in words) else None
