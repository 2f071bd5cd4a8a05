"""Reads a text into an Article: front matter, title, deck, byline, body paragraphs, author's note."""

from __future__ import annotations

import re

from index.article import Article, ArticleError, Paragraph, Place
from index.blocks import Block, blocks_of, one_line
from index.frontmatter import FrontMatter, read_front_matter
from index.furniture import BYLINE, DATE_LINE, NOTE
from index.sentences import split_sentences

_ENDS_AS_PROSE = re.compile(r"[.:;,][\"'”’)\]]*$")


def parse_article(name: str, text: str) -> Article:
    """Reads `text` (decoded, any line ends). Raises ArticleError where it holds no words."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    head = read_front_matter(text)
    blocks = blocks_of(text, head.end)
    if not blocks:
        raise ArticleError("it holds no text: write the article's words into it")
    paragraphs = _front_paragraphs(text, head)
    parts = _parts(blocks, head)
    number = 0
    for place, group in parts:
        if place == "body":
            number += 1
        start, end = group[0].start, group[-1].end
        words = group[0].text if len(group) == 1 else one_line(text[start:end])
        paragraphs.append(_paragraph(number if place == "body" else place, words, start))  # type: ignore[arg-type]
    return Article(name, text, tuple(paragraphs), head.published, head.source, head.language)


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


def _parts(blocks: list[Block], head: FrontMatter) -> list[tuple[str, list[Block]]]:
    """Names each block's part, in reading order. Front matter with a title settles it: all the rest is body."""
    if head.title:
        if len(blocks) > 1 and blocks[0].text.casefold() == head.title.casefold():
            blocks = blocks[1:]  # the title once more, as many Markdown files have it
        return [("body", [b]) for b in blocks]
    first = 0
    parts: list[tuple[str, list[Block]]] = []
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


def _is_title(block: Block, following: Block) -> bool:
    """A line without a full stop; with one, a headline in capitals or one much shorter than what follows."""
    if not _ENDS_AS_PROSE.search(block.text):
        return block.words <= 30 and len(block.text) <= 250
    if not re.search(r"[.][\"'”’]?$", block.text):
        return False
    if _in_title_case(block.text):
        return block.words <= 25
    return len(split_sentences(block.text)) == 1 and block.words <= min(14, following.words / 1.5)


def _in_title_case(text: str) -> bool:
    longer = re.findall(r"[^\W\d_]{4,}", text)
    return len(longer) > 2 and sum(w[0].isupper() for w in longer) >= 0.8 * len(longer)


def _is_deck(block: Block) -> bool:
    """One sentence without a mark at its end."""
    if re.search(r"[.:;,?!…][\"'”’)\]]*$", block.text) or _is_byline(block) or _is_quoted(block):
        return False
    return block.words <= 35 and len(split_sentences(block.text)) == 1


def _is_quoted(block: Block) -> bool:
    return block.text[:1] in "“\"‘'«" and block.text[-1:] in "”\"’'»"


def _is_byline(block: Block) -> bool:
    if block.words > 20:
        return False
    return bool((BYLINE.match(block.text) and not block.text.endswith(".")) or DATE_LINE.match(block.text))


def _run(blocks: list[Block], first: int, stop: int) -> list[Block]:
    """The byline and date lines that follow each other from `first`."""
    at = first
    while at < stop and _is_byline(blocks[at]):
        at += 1
    return blocks[first:at]


def _ending(blocks: list[Block], first: int, has_byline: bool) -> tuple[int, list[Block], list[Block]]:
    """Where the body ends, and the byline and author's note behind it."""
    for at in range(max(first + 1, len(blocks) - 4), len(blocks)):
        if _is_byline(blocks[at]) and not DATE_LINE.match(blocks[at].text):
            return (at, [], blocks[at:]) if has_byline else (at, [blocks[at]], blocks[at + 1 :])
        if NOTE.match(blocks[at].text) and blocks[at].words <= 80:
            return at, [], blocks[at:]
    return len(blocks), [], []
