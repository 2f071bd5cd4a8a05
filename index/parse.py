"""Reads a text into an Article: front matter, title, deck, byline, body paragraphs, author's note."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.article import Article, ArticleError, Paragraph, Place
from index.frontmatter import FrontMatter, read_front_matter
from index.sentences import split_sentences

_BLANK_LINES = re.compile(r"\n[ \t\r\f\v\u00a0]*(?:\n[ \t\r\f\v\u00a0]*)+")
_BYLINE = re.compile(
    r"(?:(?:written|words|story|text|posted|reported|reporting) )?by:? +(?-i:[A-Z@])|(?:authors?|writers?|byline) ?: *\S",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    r"(?:(?:published|posted|updated|last updated|date|first published)\b.{0,60}\d"
    r"|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}\b.{0,25}"
    r"|\d{4}-\d\d-\d\d.{0,25}|\d{1,2}[./]\d{1,2}[./]\d{2,4}.{0,25})$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"about the authors?\b|(?:this|the) (?:article|story|post|piece|report) (?:was|is|has been|first|originally|appeared)\b"
    r"|(?:additional|with) reporting by\b|.{3,60} contributed to this (?:report|article|story)|follow .{2,40} on (?:twitter|x)\b"
    r"|editor['’]s note\b",
    re.IGNORECASE,
)
_ENDS_AS_PROSE = re.compile(r"[.:;,][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        return len(self.text.split())


def parse_article(name: str, text: str) -> Article:
    """Reads `text` (decoded, any line ends). Raises ArticleError where it holds no words."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    head = read_front_matter(text)
    blocks = _blocks(text, head.end)
    if not blocks:
        raise ArticleError("it holds no text: write the article's words into it")
    paragraphs = _front_paragraphs(text, head)
    parts = _parts(blocks, head)
    number = 0
    for place, group in parts:
        if place == "body":
            number += 1
        start, end = group[0].start, group[-1].end
        words = group[0].text if len(group) == 1 else _one_line(text[start:end])
        paragraphs.append(_paragraph(number if place == "body" else place, words, start))  # type: ignore[arg-type]
    return Article(name, text, tuple(paragraphs), head.published, head.source, head.language)


def _one_line(text: str) -> str:
    """The same characters with a blank for each line break or tab, so that offsets hold."""
    return re.sub(r"[\n\t\f\v\u2028\u2029]", " ", text)


def _paragraph(place: Place, text: str, offset: int | None) -> Paragraph:
    return Paragraph(place, text, split_sentences(text), offset)


def _front_paragraphs(text: str, head: FrontMatter) -> list[Paragraph]:
    """Title, deck and byline as the front matter gives them."""
    found: list[Paragraph] = []
    for place, words in (("title", head.title), ("deck", head.deck), ("byline", head.author)):
        if words:
            at = text.find(words, 0, head.end)
            found.append(_paragraph(place, words, None if at < 0 else at))  # type: ignore[arg-type]
    return found


def _blocks(text: str, begin: int) -> list[_Block]:
    """Stretches between blank lines; single lines where the file has a paragraph on each line."""
    spans: list[tuple[int, int]] = []
    at = begin
    for gap in _BLANK_LINES.finditer(text, begin):
        spans.append((at, gap.start()))
        at = gap.end()
    spans.append((at, len(text)))
    if _paragraph_per_line(text, spans):
        spans = [line for a, b in spans for line in _lines(text, a, b)]
    return [block for a, b in spans if (block := _trimmed(text, a, b))]


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\n]+", text[start:end])]


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


def _trimmed(text: str, start: int, end: int) -> _Block | None:
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
    words = _one_line(text[start:end])
    return _Block(start, end, words) if any(c.isalnum() for c in words) else None


def _parts(blocks: list[_Block], head: FrontMatter) -> list[tuple[str, list[_Block]]]:
    """Names each block's part, in reading order. Front matter with a title settles it: all the rest is body."""
    if head.title:
        if len(blocks) > 1 and blocks[0].text.casefold() == head.title.casefold():
            blocks = blocks[1:]  # the title once more, as many Markdown files have it
        return [("body", [b]) for b in blocks]
    first = 0
    parts: list[tuple[str, list[_Block]]] = []
    if len(blocks) > 1 and not _is_byline(blocks[0]) and _is_title(blocks[0], blocks[1]):
        parts.append(("title", [blocks[0]]))
        first = 1
        if len(blocks) > first + 1 and not head.deck and _is_deck(blocks[first]):
            parts.append(("deck", [blocks[first]]))
            first += 1
    if not head.author:
        lines = _run(blocks, first, len(blocks) - 1)
        if lines:
            parts.append(("byline", lines))
            first += len(lines)
    last, byline, note = _ending(blocks, first, any(p == "byline" for p, _ in parts) or bool(head.author))
    parts += [("body", [b]) for b in blocks[first:last]]
    parts += [(place, group) for place, group in (("byline", byline), ("note", note)) if group]
    return parts


def _is_title(block: _Block, following: _Block) -> bool:
    if _ENDS_AS_PROSE.search(block.text):
        return block.text.endswith(".") and block.words <= 12 and following.words >= max(25, 3 * block.words)
    return block.words <= 30 and len(block.text) <= 250


def _is_deck(block: _Block) -> bool:
    return (
        block.words <= 45 and not _ENDS_AS_PROSE.search(block.text) and not _is_byline(block) and not _is_quoted(block)
    )


def _is_quoted(block: _Block) -> bool:
    return block.text[:1] in "“\"‘'«" and block.text[-1:] in "”\"’'»"


def _is_byline(block: _Block) -> bool:
    if block.words > 20:
        return False
    return bool((_BYLINE.match(block.text) and not block.text.endswith(".")) or _DATE_LINE.match(block.text))


def _run(blocks: list[_Block], first: int, stop: int) -> list[_Block]:
    """The byline and date lines that follow each other from `first`."""
    at = first
    while at < stop and _is_byline(blocks[at]):
        at += 1
    return blocks[first:at]


def _ending(blocks: list[_Block], first: int, has_byline: bool) -> tuple[int, list[_Block], list[_Block]]:
    """Where the body ends, and the byline and author's note behind it."""
    for at in range(max(first + 1, len(blocks) - 4), len(blocks)):
        if _is_byline(blocks[at]):
            return (at, [], blocks[at:]) if has_byline else (at, [blocks[at]], blocks[at + 1 :])
        if _NOTE.match(blocks[at].text) and blocks[at].words <= 80:
            return at, [], blocks[at:]
    return len(blocks), [], []
