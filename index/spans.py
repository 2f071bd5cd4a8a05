"""Short answers by form: names, times, places, amounts, reasons. What the plain finder points at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.language import STOP_WORDS, normalise
from index.question import Kind
from index.time_words import CLOCK, DAY, MONTH, NUMBER_WORD, PERIOD

_CAPITAL = r"(?:(?:Mrs?|Ms|Dr|Prof|Rev|Gen|Col|Capt|Lt|Sgt|Sen|Rep|Gov|St|[A-Z])\.(?= )|[A-Z][\w’'.&-]*[\w’']|[A-Z])"
_JOINT = r"(?:of|de|van|von|bin|al|the|and|for|da|del|la|le|du|y)"
_NAME = rf"{_CAPITAL}(?: (?:{_JOINT} (?:the )?)?{_CAPITAL})*"

_COUNTABLE = rf"(?:{PERIOD}|(?:dozen|hundred|thousand|million|billion|half|quarter|third)\b)"
_DATE = (
    rf"(?:(?:early|late|mid)[ -])?(?:{DAY},? )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH}"
    r"(?: \d{1,2}(?:st|nd|rd|th)?\b)?(?:,? \d{4})?"
)
_YEAR = r"\b(?:early |late |mid-?)?(?:1[5-9]|20)\d\d(?:s|-\d\d(?:\d\d)?)?\b"
_LARGE = r"(?:million|billion|trillion|bn|m|k)\b"

_FORMS: dict[Kind, re.Pattern[str]] = {
    "who": re.compile(_NAME),
    "when": re.compile(
        rf"{_DATE}|(?:last |next |this |on )?{DAY}(?: (?:morning|afternoon|evening|night))?"
        rf"|\b(?:last|next|this|earlier this|later this|the previous|the following) {PERIOD}"
        rf"|\b(?:\d+|{NUMBER_WORD}) {PERIOD} (?:ago|later|earlier|before|after)"
        rf"|{_YEAR}|{CLOCK}|\b(?:today|yesterday|tomorrow|tonight)\b"
    ),
    "where": re.compile(
        r"\b(?:in|at|near|from|to|of|outside|inside|across|off|around|into|through|between) "
        rf"(?:the (?:[a-z]+ )?(?:of )?)?(?P<span>{_NAME})"
    ),
    "how_many": re.compile(
        rf"(?:[$€£]|US\$)\d[\d,.]*(?<=\d)(?: ?{_LARGE})?"
        rf"|\b\d[\d,.]*(?<=\d)(?:st|nd|rd|th)?(?: ?(?:%|percent\b|per cent\b|{_LARGE}))?(?: [a-z][a-z-]+)?"
        rf"|\b(?!(?:an?|one) (?!{_COUNTABLE})){NUMBER_WORD}"
        rf"(?:[ -](?:of|{NUMBER_WORD}|million|billion|percent|per cent)\b)*(?: (?!and\b|or\b|to\b|in\b)[a-z][a-z-]+)?"
    ),
    "why": re.compile(
        r"\b(?:because|due to|owing to|in order to|so that|since|as a result of|thanks to|in response to"
        r"|in protest at|aimed at|to avoid|for fear of)\b(?:[^.;?!”]|(?<=\d)\.(?=\d))*"
    ),
}

FORMED = frozenset(_FORMS)
"""The kinds of question whose answers have a form."""


def spans_of_kind(kind: Kind, text: str) -> Iterator[tuple[int, int]]:
    """Characters (start, end) of all that has the form asked for, left to right; nothing for kinds without a form."""
    pattern = _FORMS.get(kind)
    for match in pattern.finditer(text) if pattern else ():
        start, end = match.span("span" if kind == "where" else 0)
        end = start + len(text[start:end].rstrip(" ,").removesuffix(" of"))
        if kind not in ("who", "where") or _is_name(text, start, end):
            yield start, end


def _is_name(text: str, start: int, end: int) -> bool:
    if _FORMS["when"].fullmatch(text, start, end):
        return False
    shown = text[start:end].split()
    return len(shown) > 1 or (normalise(shown[0]) not in STOP_WORDS and not _starts_sentence(text, start))


def _starts_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" “\"‘'")
    return not before or before[-1] in ".!?…"
