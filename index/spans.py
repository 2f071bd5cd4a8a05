"""Short answers by form: names, times, places, amounts, reasons. What the plain answerer points at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.language import STOP_WORDS, normalise
from index.question import Kind

_CAPITAL = r"(?:[A-Z][\w’'.&-]*[\w’']|[A-Z])"
_NAME = re.compile(rf"{_CAPITAL}(?:(?: (?:of|de|van|von|bin|al|the|and|for|da|del|la|le|du|y) )?(?:(?<= )| ){_CAPITAL})*")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_UNIT_OF_TIME = r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|century|centuries|season|summer|winter|spring|autumn|fall)"
_NUMBER_WORD = (
    r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|several|dozens?|hundreds?|thousands?|millions?|half|a few|a dozen)"
)
_WHEN = re.compile(
    rf"(?:(?:early|late|mid)[ -])?(?:{_DAY},? )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?\b)?(?:,? \d{{4}})?"
    rf"|(?:last |next |this |on )?{_DAY}(?: (?:morning|afternoon|evening|night))?"
    rf"|\b(?:last|next|this|earlier this|later this|the previous|the following) {_UNIT_OF_TIME}"
    rf"|\b(?:\d+|{_NUMBER_WORD}) {_UNIT_OF_TIME} (?:ago|later|earlier|before|after)"
    rf"|\b(?:early |late |mid-?)?(?:1[5-9]|20)\d\d(?:s|-\d\d(?:\d\d)?)?\b|\b\d{{1,2}}(?::\d\d)? ?(?:a\.?m\.?|p\.?m\.?)|\b(?:today|yesterday|tomorrow|tonight)\b"
)
_AMOUNT = re.compile(
    rf"(?:[$€£]|US\$)\d[\d,.]*\d?(?: ?(?:million|billion|trillion|bn|m|k)\b)?"
    rf"|\b\d[\d,.]*\d?(?:st|nd|rd|th)?(?: ?(?:%|percent\b|per cent\b|million\b|billion\b|trillion\b|bn\b|m\b))?(?: [a-z][a-z-]+)?"
    rf"|\b(?!(?:an?|one) (?!{_UNIT_OF_TIME}|(?:dozen|hundred|thousand|million|billion|half|quarter|third)\b)){_NUMBER_WORD}(?:[ -](?:of|{_NUMBER_WORD}|million|billion|percent|per cent))*(?: [a-z][a-z-]+)?",
)
_WHERE = re.compile(rf"\b(?:in|at|near|from|to|of|outside|inside|across|off|around|into|through|between) (?:the (?:\w+ )?(?:of )?)?({_NAME.pattern})")
_WHY = re.compile(r"\b(?:because|due to|owing to|in order to|so that|since|as a result of|thanks to|in response to|in protest at|aimed at|to avoid|for fear of)\b[^.;?!”]*")


def spans_of_kind(kind: Kind, text: str) -> Iterator[tuple[int, int]]:
    """Characters (start, end) of all that has the form asked for, left to right; nothing for kinds without a form."""
    if kind == "who":
        yield from ((m.start(), m.end()) for m in _NAME.finditer(text) if _is_name(text, m))
    elif kind == "when":
        yield from ((m.start(), m.end()) for m in _WHEN.finditer(text) if m.group().strip())
    elif kind == "where":
        yield from ((m.start(1), m.end(1)) for m in _WHERE.finditer(text) if not _WHEN.fullmatch(m.group(1)))
    elif kind == "how_many":
        yield from ((m.start(), m.end()) for m in _AMOUNT.finditer(text))
    elif kind == "why":
        yield from ((m.start(), len(m.group().rstrip(" ,")) + m.start()) for m in _WHY.finditer(text))


def _is_name(text: str, match: re.Match[str]) -> bool:
    words = match.group().split()
    if _WHEN.fullmatch(match.group()):
        return False
    return len(words) > 1 or (normalise(words[0]) not in STOP_WORDS and not _starts_sentence(text, match.start()))


def _starts_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" “\"‘'")
    return not before or before[-1] in ".!?…"
