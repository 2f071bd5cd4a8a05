"""A question taken apart into phrases: its names, times and nouns, beside its verb."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from index.follow_ups.main_verb import BE
from index.follow_ups.question_form import QUESTION_WORDS, QuestionForm
from index.lexicon import verbs
from index.named import Named
from index.verbs import is_simple_past, verb

_PREDICATES = frozenset(
    "worth based called named born due able available allowed likely ready sure afraid aware else".split()
)
TEXTS = frozenset(
    "report study poll survey statement letter memo email tweet post advert article editorial essay book document law bill rule treaty agreement deal theory message note sign".split()
)
"""Nouns for what can say something, about something."""
_JOINING = frozenset("when after before because since while that if once".split())
_NO_HEAD = frozenset("the a an its their his her my our your every no".split())
_TIME = re.compile(
    r"(?:(?:the |a |an |one |two |three |\d+ )?(?:week|month|year|night|summer|winter|day|decade|century|season)s? (?:before|after|earlier|later|ago)"
    r"|(?:the )?(?:last|next|this|that|previous|following|same) (?:week|month|year|night|summer|winter|spring|autumn|day|decade|century|season)s?"
    r"|(?:early |late |mid-?)?(?:1[5-9]|20)\d\ds?|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?(?: (?:morning|evening|night|afternoon))?"
    r"|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,4})?(?:st|nd|rd|th)?"
    r"|(?:the )?(?:first|second|third|fourth|fifth|sixth|last|next) time"
    r"|today|yesterday|tomorrow|tonight|now|currently|nowadays|before|after|afterwards|later|earlier|previously)\b",
    re.IGNORECASE,
)
_IRREGULAR_PLURALS = frozenset("people men women children folks police staff feet teeth mice data media".split())


@dataclass(frozen=True)
class Phrase:
    """Tokens `first` to `last` (exclusive): a name, or a noun with what stands before it."""

    first: int
    last: int
    kind: str
    """person, place, name, time, things (a plural) or thing."""
    preposition: str = ""
    """The one right before it."""
    named: Named | None = None
    """What it names, where it is a name and no more."""
    asked: bool = False
    """Part of the question's phrase: “soldiers” in “how many soldiers”."""


class Clause(QuestionForm):
    """A question without its lead, in phrases. `names`: those of the articles that were talked about."""

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Names, times and nouns, in order; the question words, auxiliary and verb are none."""
        found, at = [], 0
        while at < len(self.tokens):
            phrase = self._phrase(at)
            if phrase is None:
                at += 1
                continue
            found.append(phrase)
            at = phrase.last
            at += at < len(self.tokens) and self._acts(phrase.first, at)
        return tuple(found)

    def _phrase(self, first: int) -> Phrase | None:
        token = self.tokens[first]
        if first and self.lower[first - 1] == "to" and verb(token.lower) == (token.lower, "base"):
            return None
        if first < self.wh and not (self.noun and self.noun[0] <= first < self.noun[1]):
            return None
        if (
            token.lower in _PREDICATES
            or token.tag not in "dnN#a"
            or token.lower in QUESTION_WORDS
            or first in (self.aux, self.verb)
            or self._is_predicate(first)
        ):
            return None
        if token.lower == "that" and self._introduces(first):
            return None
        related = first > 1 and self.lower[first - 1] in ("that", "who", "which") and self.tokens[first - 2].tag in "nN"
        if related and first - 2 != self.verb and (verb(token.lower) or ("", ""))[1] == "past":
            return None  # “the man who lost the ferry”
        preposition = self.lower[first - 1] if first and self.tokens[first - 1].tag == "p" else ""
        asked = self.noun is not None and self.noun[0] <= first < self.noun[1]
        time = _TIME.match(self.text, token.start)
        if time and not self.named_at(first):
            last = first + 1
            while last < len(self.tokens) and self.tokens[last].start < time.end():
                last += 1
            return Phrase(first, last, "time", preposition, None, asked)
        if token.tag == "a":
            return None
        start = first
        while start < len(self.tokens) and self.tokens[start].tag == "d":
            start += 1
        last, named, head = start, None, None
        while last < len(self.tokens) and last != self.verb and last != self.aux:
            hit = self.named_at(last)
            if hit:
                last, named = hit[0], hit[1] if last == start else None
                if named is None:
                    head = head or self.tokens[last - 1]  # “the name Brujas” is a name
                elif self._predicate_follows(first, last):
                    break
                continue
            inner = self.tokens[last]
            if inner.tag not in "nN#s" or inner.lower in _PREDICATES or (asked and self.noun and last >= self.noun[1]):
                break
            if last > start and (self._is_time_of_deed(last) or self._acts(first, last)):
                break
            if inner.tag != "s":
                head = inner
            last += 1
        if head is not None and last > start + 1 and first == (self.aux or 0) + 1 and self._is_predicate(last - 1):
            last -= 1
            head = self.tokens[last - 1]
        if last == start:
            one = self.tokens[first:start]
            return (
                Phrase(
                    first, start, "things" if one[-1].lower in ("those", "these") else "thing", preposition, None, asked
                )
                if one and one[-1].lower not in _NO_HEAD
                else None
            )
        if head is None and named:
            return Phrase(first, last, named.kind, preposition, named, asked)
        return Phrase(
            first, last, "things" if is_plural(head.lower if head else "") else "thing", preposition, None, asked
        )

    def with_complement(self, phrase: Phrase) -> int:
        """Where the phrase ends with what “of” adds to it: “the new strategy of Mexico”, “the report on the towers”."""
        joints = ("of", "on", "about") if self.lower[phrase.last - 1] in TEXTS else ("of",)
        after = next((p for p in self.phrases if p.first == phrase.last + 1 and p.preposition in joints), None)
        dated = phrase.kind == "time" or (after is not None and after.preposition == "on" and after.kind == "time")
        return after.last if after is not None and not dated else phrase.last

    def head(self, phrase: Phrase) -> str:
        """Its noun in lower case: “name” of “the name Brujas”."""
        name = self.ends_in_name(phrase)
        return self.lower[(name or phrase.last) - 1]

    def ends_in_name(self, phrase: Phrase) -> int | None:
        """Where the name starts that a phrase ends in, after a noun: “the operators Vodafone”."""
        for at in range(phrase.first + 1, phrase.last):
            hit = self.named_at(at)
            if hit is not None and hit[0] == phrase.last and self.tokens[at - 1].tag in "nN":
                return at
        return None

    def _is_time_of_deed(self, at: int) -> bool:
        """“the fee that the council first wanted”: when it did so, between its name and the verb."""
        after = at + 1
        acting = after < len(self.tokens) and verb(self.lower[after]) is not None
        return (
            self.lower[at] in ("first", "last") and acting and (after == self.verb or self.tokens[at - 1].tag in "nN")
        )

    def _acts(self, first: int, at: int) -> bool:
        """“when the ceiling fell”: the verb of a clause, no part of what stands before it."""
        if self.tokens[at - 1].tag not in "nN#" or self.tokens[at].tag != "n":
            return False
        followed = at + 1 < len(self.tokens) and self.tokens[at + 1].tag in "nN"  # “the old retired teacher”
        before = first - 1
        while before > 0 and self.tokens[before].tag in "ad" and self.lower[before] not in _JOINING:
            before -= 1
        joined = before > 0 and self.lower[before] in _JOINING and not followed
        return is_simple_past(self.lower[at]) or (joined and (verb(self.lower[at]) or ("", ""))[1] == "past")

    def _introduces(self, at: int) -> bool:
        """“who says that the ferry stops”: a conjunction there."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        saying = at > 0 and self.lower[at - 1] in verbs("say")
        noun = at > 0 and at - 1 != self.verb and self.tokens[at - 1].tag in "nN"
        if noun and after is not None and (verb(after.lower) or ("", ""))[1] == "past":
            return True  # “the man that lost the ferry”
        return after is not None and (after.tag in "dr" or (saying and after.tag in "nN"))

    def _is_predicate(self, at: int) -> bool:
        """“is the camp free”, “why is the bridge old”: the last word is what is said of the rest."""
        if self.kind not in ("yes_no", "why") or self.aux is None or self.lower[self.aux] not in BE:
            return False
        last = at == len(self.tokens) - 1 and at > self.aux + 1 and self.tokens[at].tag == "n"
        return last and self.verb is None and self.tokens[at - 1].tag in "nN#"

    def _predicate_follows(self, first: int, last: int) -> bool:
        """“why is Firefox popular”: what is said of a name is no part of it."""
        being = (
            self.kind not in ("who", "what")
            and self.aux is not None
            and first == self.aux + 1
            and self.lower[self.aux] in BE
            and self.verb is None
        )
        return (
            being and last + 1 == len(self.tokens) and self.tokens[last].tag == "n" and not is_plural(self.lower[last])
        )


def is_plural(word: str) -> bool:
    """Of a noun in lower case."""
    return word in _IRREGULAR_PLURALS or (
        word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is", "news"))
    )
