"""What a message says that somebody said: the words, and whom it gives them to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.article import Citation
from index.lexicon import verbs
from index.quotes import Quote, find_quotes
from index.records import article_of_paragraphs
from index.wording import Word, words_of

Span = tuple[int, int]

_NOISE = re.compile(r"https?://\S+|<[@#&!:a-zA-Z/][^<>\n]{0,80}>")
_BLOCK = re.compile(r"^>{1,3} (.*(?:\n>{1,3} .*)*)(?:\n|\Z)", re.MULTILINE)
_MARKS = re.compile('[“”"]')
_OMISSION = re.compile(r"\[?(?:…|\.\.\.|\. \. \.)\]?")
_SIGNATURE = re.compile(r"[\s\"'”’».,!?]*(?:[—–-]|--)\s*(?P<who>[A-Z][\w.’' -]{2,60}?)\s*$")
_SIGNED = re.compile(r"(?s)\s*(?P<words>\S.{8,}?)\s+(?:[—–-]|--)\s*(?P<who>[A-Z][\w.’' -]{2,60}?)\s*")
_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,3}$")
_LED = re.compile(r"\s*(?P<who>[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,3}): +(?=\S)")
_VERB = re.compile(r"(?<= )[a-z]+(?= )")
_THAT = re.compile(r"(?: (?:me|us|you|him|her|them|reporters|that|today|yesterday))*[:,]? +")
_REACH = 80
"""Characters in which a message without marks may say who said it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Words of a message, and the words that name who is said to have said them."""

    words: tuple[Word, ...]
    joints: frozenset[int]
    """The first words of parts that stand apart, as around a speech tag."""
    who: Span | None


def claims_in(message: str) -> list[Claim]:
    """What the message quotes: each stretch between marks, each block quote; where there is none, all of it."""
    text = _NOISE.sub(lambda m: " " * len(m[0]), message)
    marked = _BLOCK.sub(_in_marks, text)
    found = [claim for quote, offsets in _quotes(marked) for claim in _claims(marked, quote, offsets)]
    if not found:
        return list(_whole(text))
    signed = _SIGNATURE.match(marked, found[-1].words[-1].end)
    return [replace(c, who=signed.span("who")) if signed and c.who is None else c for c in found]


def _in_marks(block: re.Match[str]) -> str:
    """A block quote between quotation marks, in as many characters."""
    lines = re.sub(r"\n>{1,3} ", lambda m: " " * len(m[0]), block[1])
    mark = " " * (block.start(1) - block.start() - 1) + "“"
    return mark + _MARKS.sub(" ", lines) + "”"


def _quotes(text: str) -> Iterator[tuple[Quote, list[int]]]:
    """The quotations of a text of many lines, and where its lines start."""
    lines, offsets, at = text.split("\n"), [], 0
    for line in lines:
        offsets.append(at)
        at += len(line) + 1
    if any(line.strip() for line in lines):
        for quote in find_quotes(article_of_paragraphs("message", "", lines)):
            yield quote, offsets


def _claims(text: str, quote: Quote, offsets: list[int]) -> Iterator[Claim]:
    who = _span(quote.speaker, offsets) if quote.speaker else None
    words: list[Word] = []
    joints: set[int] = set()
    for part in quote.parts:
        for number, (start, end) in enumerate(_unbroken(text, *_span(part, offsets))):
            if number and words:  # what was left out may be of any length: each side is looked for by itself
                yield Claim(tuple(words), frozenset(joints), who)
                words, joints = [], set()
            joints.add(len(words))
            words += words_of(text, start, end)
    if words:
        yield Claim(tuple(words), frozenset(joints), who)


def _span(citation: Citation, offsets: list[int]) -> Span:
    offset = offsets[citation.paragraph - 1] if citation.paragraph else 0
    return citation.start + offset, citation.end + offset


def _unbroken(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretches between omissions that have words."""
    for omission in _OMISSION.finditer(text, start, end):
        if words_of(text, start, omission.start()):
            yield start, omission.start()
        start = omission.end()
    if words_of(text, start, end):
        yield start, end


def _name_before(text: str, end: int) -> Span:
    """The capitalised words right before a verb; all that is before it where there are none."""
    before = text[:end].rstrip()
    name = _NAME.search(before)
    return name.span() if name else (0, len(before))


def _whole(text: str) -> Iterator[Claim]:
    start, end, who = 0, len(text), None
    signed, led = _SIGNED.fullmatch(text), _LED.match(text)
    if led:
        start, who = led.end(), led.span("who")
    elif signed:
        (start, end), who = signed.span("words"), signed.span("who")
    else:
        for verb in _VERB.finditer(text, 0, _REACH):
            that = _THAT.match(text, verb.end())
            if verb[0] in verbs("say") and that:
                start, who = that.end(), _name_before(text, verb.start())
                break
    for piece in _unbroken(text, start, end):
        yield Claim(tuple(words_of(text, *piece)), frozenset([0]), who)
