"""A question taken apart as far as a follow-up needs it: what it asks for, its auxiliary, its verb, its phrases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from index.named import Named, Names
from index.tokens import Token, tokenise
from index.verbs import UNCHANGED, is_participle, verb

_LEADS = re.compile(
    r"\W*(?:(?:and|so|but|or|ok|okay|also|oh|ah|hm+|well|wait|hey|hi|hello|btw|cool|nice|thanks|thx|right|alright|lol|yeah|yes|plus|then|pls|please"
    r"|(?:can|could|would) (?:you|u) (?:please )?(?:tell|say|explain)(?: me| us)?|tell me|(?:do|does) (?:you|anyone|anybody|the article|it) (?:know|say|mention|tell(?: us)?)"
    r"|any idea|i wonder|i want to know|just wondering|remind me)\b[\s,:.!-]*)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:[\s,]*\b(?:pls|please|plz|tho|though|exactly|btw|lol|thx|thanks|anyway|actually)\b)*[\s?.!,;:…)]*$",
    re.IGNORECASE,
)
_WH = frozenset("who whom whose what which when where why how".split())
_DEGREES = frozenset(
    "many much long old often far big large tall high heavy fast soon wide deep late early likely expensive well bad badly good hard common strong".split()
)
_DO = frozenset("do does did don't doesn't didn't".split())
_BE = frozenset("is are was were isn't aren't wasn't weren't".split())
AUXILIARIES = (
    _DO
    | _BE
    | frozenset(
        "has have had will would can could shall should may might must hasn't haven't hadn't won't wouldn't can't couldn't shouldn't".split()
    )
)


def bare(text: str) -> str:
    """The question without what leads up to it (“ok, and …”) and what trails it."""
    lead = _LEADS.match(text)
    rest = text[lead.end() :] if lead else text
    return rest[: len(rest) - len(_TAIL.search(rest)[0])] if rest else rest  # type: ignore[index]


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


class Clause:
    """A question without its lead. `names`: those of the articles that were talked about."""

    def __init__(self, text: str, names: Sequence[Names] = ()) -> None:
        self.text = _uncapitalised(bare(text))
        self.tokens = [_retagged(t) for t in tokenise(self.text)]
        self.names = names
        self.lower = [t.lower for t in self.tokens]
        self.wh, self.noun = self._question_phrase()
        self.aux = self._auxiliary()
        self.verb = self._verb()

    def words(self, first: int, last: int) -> str:
        """Their text; empty for none."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    @property
    def kind(self) -> str:
        """The question word; yes_no for none before an auxiliary, words for key words."""
        if self.wh:
            return next(w for w in self.lower[: self.wh] if w in _WH)
        return "yes_no" if self.aux == 0 else "words"

    def named_at(self, first: int) -> tuple[int, Named] | None:
        """The longest name that starts there: its end, and what it names."""
        found = [hit for names in self.names if (hit := names.at(self.tokens, first))]
        return max(found, key=lambda hit: hit[0]) if found else None

    def _question_phrase(self) -> tuple[int, tuple[int, int] | None]:
        """The end of “in which city”, “how many soldiers”, “who”; and the noun's tokens. Zero for none at the start."""
        at = 1 if self.tokens and self.tokens[0].tag == "p" and len(self.tokens) > 1 else 0
        if at >= len(self.tokens) or self.lower[at] not in _WH:
            return 0, None
        word, at = self.lower[at], at + 1
        if word == "how" and at < len(self.tokens) and self.lower[at] in _DEGREES:
            word, at = f"how {self.lower[at]}", at + 1
        elif word not in ("which", "what", "whose"):
            return at, None
        first = at
        if word.startswith("how") and word not in ("how many", "how much"):
            # “how big a share of the company did it buy”
            ends = [i for i, w in enumerate(self.lower) if w in AUXILIARIES and i > at]
            measured = self.lower[at : at + 1] in (["a"], ["an"]) and ends
            return (ends[0], (at, ends[0])) if measured else (at, None)
        while at < len(self.tokens) and self._in_question_phrase(first, at):
            at += 1
        return at, (first, at) if at > first else None

    def _in_question_phrase(self, first: int, at: int) -> bool:
        token = self.tokens[at]
        if token.lower in AUXILIARIES or token.tag not in "nN#s":
            of = self.lower[at - 1] == "of" and token.tag == "d"
            return of or token.lower == "other" or (token.lower == "of" and at > first)
        found = verb(token.lower)
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if at == first:
            # “what happened”, “what makes it”; but “what changes were made”
            acts = found is not None and found[1] in (("past", "s") if self.lower[at - 1] == "what" else ("past",))
            return not (acts and (after is None or after.lower not in AUXILIARIES))
        if found is None or token.tag != "n":
            return True
        if found[1] == "past" or (found[0] in UNCHANGED and after is not None):
            return False
        # A bare form or one in -s is the verb where something follows that it may govern.
        return not (
            found[1] in ("base", "s") and after is not None and after.tag in "dpNora" and self.lower[at - 1] != "of"
        )

    def _auxiliary(self) -> int | None:
        """The auxiliary right after the question phrase, or at the start."""
        at = self.wh
        return at if at < len(self.tokens) and self.lower[at] in AUXILIARIES else None

    @cached_property
    def subject_asked(self) -> bool:
        """“who visited”, “which upgrade was made”: what is asked for is the subject."""
        if not self.wh or self.kind in ("when", "where", "why") or (self.kind == "how" and self.noun is None):
            return False
        if self.lower[0] in ("by", "with", "to", "for", "from", "in", "at", "on", "of", "about", "since", "until"):
            return False
        if self.aux is None:
            return self.verb == self.wh
        if self.lower[self.aux + 1 : self.aux + 2] and self.lower[self.aux + 1] in _OWN:
            return self.lower[self.aux] in ("has", "have", "had")
        if self.lower[self.aux] in _DO:
            return False
        after = self.aux + 1
        while after < len(self.tokens) and self.tokens[after].tag == "a":
            after += 1
        if self.lower[after : after + 1] == ["been"] and self.lower[self.aux] in ("has", "have", "had"):
            return True
        if after >= len(self.tokens) or self.tokens[after].tag not in "n" or self.named_at(after):
            return False
        if self.lower[self.aux] in _BE or self.lower[self.aux] in ("has", "have", "had"):
            return is_participle(self.lower[after]) or self.lower[after] in ("going", "to")
        return verb(self.lower[after]) is not None and (
            after + 1 == len(self.tokens) or self.tokens[after + 1].tag in "dpN#"
        )

    def _verb(self) -> int | None:
        """The main verb, where it can be told."""
        start = self.wh
        if start >= len(self.tokens):
            return None
        if self.aux is None:
            return start if self.wh and verb(self.lower[start]) else None
        plain = self.lower[self.aux] not in _BE
        seen = False
        at = self.aux + 1
        while at < len(self.tokens):
            token, named = self.tokens[at], self.named_at(at)
            if named:
                at, seen = named[0], True
                continue
            found = verb(token.lower) if token.tag == "n" else None
            if found and (self._governs(at, seen, plain) or self._leads(at)):
                return at + self._has_particle(at + 1)
            seen = (
                seen or token.tag in "rnN#" or (token.tag == "d" and token.lower in ("they", "that", "this", "those"))
            )
            at += 1
        return None

    def _governs(self, at: int, seen: bool, plain: bool) -> bool:
        """Whether a word that may be a verb is one there."""
        before = self.tokens[at - 1]
        if before.tag in "dps" and before.lower not in ("to", "that", "this", "those", "all", "both"):
            return False
        if plain and self.lower[self.aux or 0] not in ("has", "have", "had"):
            return (seen or before.tag == "a") and verb(self.lower[at])[1] == "base"  # type: ignore[index]
        return is_participle(self.lower[at])

    def _has_particle(self, at: int) -> bool:
        """“does the loan run out”: the later of two that may be verbs, where a particle follows it."""
        both = (
            at + 1 < len(self.tokens)
            and self.tokens[at].tag == "n"
            and verb(self.lower[at]) == (self.lower[at], "base")
        )
        return both and self.lower[at + 1] in ("out", "up", "off", "down", "away", "back", "over")

    def _leads(self, at: int) -> bool:
        """“who will lead NATO”: right after a modal, and nothing else can be the verb."""
        if not self.wh or self.aux is None or at != self.aux + 1 or self.lower[self.aux] in _DO | _BE:
            return False
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return verb(self.lower[at]) == (self.lower[at], "base") and (after is None or after.tag in "dpN#")

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
            or token.lower in _WH
            or first in (self.aux, self.verb)
        ):
            return None
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
                last, named, head = hit[0], hit[1] if last == start else None, None
                if named is None:
                    head = self.tokens[last - 1]
                elif self._predicate_follows(first, last):
                    break
                continue
            inner = self.tokens[last]
            if inner.tag not in "nN#s" or inner.lower in _PREDICATES or (asked and self.noun and last >= self.noun[1]):
                break
            if inner.tag != "s":
                head = inner
            last += 1
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

    def _predicate_follows(self, first: int, last: int) -> bool:
        """“why is Firefox popular”: what is said of a name is no part of it."""
        being = (
            self.kind not in ("who", "what")
            and self.aux is not None
            and first == self.aux + 1
            and self.lower[self.aux] in _BE
            and self.verb is None
        )
        return (
            being and last + 1 == len(self.tokens) and self.tokens[last].tag == "n" and not is_plural(self.lower[last])
        )


_PREDICATES = frozenset(
    "worth based called named born due able available allowed likely ready sure afraid aware".split()
)
_OWN = frozenset("a an no any its their his her my our your".split())
_NO_HEAD = frozenset("the a an its their his her my our your every no".split())
_TIME = re.compile(
    r"(?:(?:the )?(?:last|next|this|that|previous|following|same) (?:week|month|year|night|summer|winter|spring|autumn|day|decade|century|season)s?"
    r"|(?:early |late |mid-?)?(?:1[5-9]|20)\d\ds?|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?(?: (?:morning|evening|night|afternoon))?"
    r"|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,4})?(?:st|nd|rd|th)?"
    r"|(?:the )?(?:first|second|third|fourth|fifth|sixth|last|next) time"
    r"|today|yesterday|tomorrow|tonight|now|currently|nowadays|before|after|afterwards|later|earlier|previously)\b",
    re.IGNORECASE,
)
_IRREGULAR_PLURALS = frozenset("people men women children folks police staff feet teeth mice data media".split())


def is_plural(word: str) -> bool:
    """Of a noun in lower case."""
    return word in _IRREGULAR_PLURALS or (
        word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is", "news"))
    )


def _uncapitalised(text: str) -> str:
    """A question word or auxiliary at the start in lower case, to stand elsewhere too."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first.lower() in AUXILIARIES | _WH else text


def _retagged(token: Token) -> Token:
    """“US” is no pronoun, and “first” belongs to its noun."""
    if token.text in ("US", "U.S."):
        return token._replace(tag="N")
    return token._replace(tag="#") if token.lower in ("first", "second", "third", "last") else token
