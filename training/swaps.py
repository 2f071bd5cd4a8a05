"""Questions that their article no longer answers: one thing that they name is swapped, or a word for its opposite.

As crowd workers did for SQuAD 2.0 (Rajpurkar, Jia and Liang 2018, table 1: "entity swap" and "antonym"), by rule. The
passage still has all other words of the question, so that a refusal has to rest on what was asked about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from .data import Article, Question

_WORD = r"(?!I['’])[A-Z](?:[\w-]|['’](?!s\b))*\w"
_NAME = rf"{_WORD}(?: (?:of |de |van |al )?{_WORD})*"
_DAYS = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MENTION = re.compile(
    rf"\b(?P<day>(?:{_DAYS})day)\b"
    rf"|\b(?P<month>{_MONTHS})\b"
    r"|(?<![\w.,])(?P<year>(?:19|20)\d\d)(?![\w,.-]*\d)"
    r"|(?<![\w.,])(?P<number>\d[\d,.]*\d|\d)(?![\w-])"
    rf"|(?<=\b[Ii]n )(?P<place>{_NAME})|(?<=\bfrom )(?P<place2>{_NAME})|(?<=\bat )(?P<place3>{_NAME})"
    rf"|(?<=[a-z,;] )(?P<name>{_NAME})"
)

_OPPOSITES = dict(
    pair.split("/")
    for pair in """
        rise/fall rises/falls rose/fell rising/falling increase/decrease increased/decreased raise/cut raised/cut gain/loss
        win/lose wins/loses won/lost winning/losing buy/sell buys/sells bought/sold buying/selling
        accept/reject accepted/rejected agree/refuse agreed/refused support/oppose supports/opposes supported/opposed
        allow/ban allowed/banned first/last best/worst highest/lowest biggest/smallest largest/smallest most/least
        before/after start/end started/ended open/close opened/closed join/leave joined/left like/dislike love/hate
        praise/criticise praised/criticised attack/defend attacked/defended confirm/deny confirmed/denied
        men/women man/woman father/mother son/daughter brother/sister husband/wife boys/girls king/queen older/younger
        north/south east/west northern/southern eastern/western import/export imports/exports arrive/depart
    """.split()
)
_YES_NO = re.compile(
    r"(?i)(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b"
)  # answered by a no
_OPPOSITES |= {b: a for a, b in _OPPOSITES.items()}


def _mentions(text: str) -> Iterator[tuple[str, int, int]]:
    """(kind, start, end) of names, places, days, months, years and numbers; not of a sentence's first word."""
    for found in _MENTION.finditer(text):
        yield str(found.lastgroup).rstrip("23"), found.start(), found.end()


def swapped(article: Article, q: Question, random: Random) -> Question | None:
    """The question with one of its mentions swapped for one that stands in the article, but not where it is answered.

    Or with one of its words turned round. Of mentions one of the three that stand there most, as they are likeliest what could have been asked about. None where the question
    has nothing that stands where it is answered, or the article has nothing else of that kind.
    """
    answering = " ".join(article.paragraphs[p] for p in q.gold)
    opposed = [(m.start(), m.end()) for m in re.finditer(r"[a-z]+", q.text) if m[0] in _OPPOSITES]
    if opposed and not _YES_NO.match(q.text) and random.random() < 0.5:
        start, end = random.choice(opposed)
        return _changed(q, start, end, _OPPOSITES[q.text[start:end]], random)
    here = [m for m in _mentions(q.text) if q.text[m[1] : m[2]] in answering]
    random.shuffle(here)
    for kind, start, end in here:
        words = set(q.text[start:end].lower().split())
        others = Counter(p[s:e] for p in article.paragraphs for k, s, e in _mentions(p) if k == kind)
        fresh = [
            other
            for other, _ in others.most_common()
            if other not in answering and other not in q.text and not words & set(other.lower().split())
        ]
        if fresh:
            return _changed(q, start, end, random.choice(fresh[:3]), random)
    return None


def _changed(q: Question, start: int, end: int, other: str, random: Random) -> Question:
    return replace(q, text=q.text[:start] + other + q.text[end:], home=random.choice(list(q.gold)), gold={}, also=())
