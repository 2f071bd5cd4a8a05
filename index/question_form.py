"""The form of a question: what it asks for, its auxiliary and its main verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from index.named import TITLES, Named, Names
from index.tokens import Token, tokenise
from index.verbs import UNCHANGED, is_participle, verb

_LEADS = re.compile(
    r"\W*(?:(?:and|so|but|or|ok|okay|also|oh|ah|hm+|well|wait|hey|hi|hello|btw|cool|nice|thanks|thx|right|alright|lol|yeah|yes|plus|then|pls|please|really|wow|huh|omg|damn|haha|lmao|interesting|great|seriously|sure|um|uh"
    r"|(?:can|could|would) (?:you|u) (?:please )?(?:tell|say|explain)(?: me| us)?|tell me|(?:do|does) (?:you|anyone|anybody|the article|it) (?:know|say|mention|tell(?: us)?)"
    r"|any idea|any clue|do we know|is it (?:known|clear|said|stated|mentioned)(?= (?:who|what|when|where|why|how)\b)|i wonder|i want to know|just wondering|remind me)\b[\s,:.!?-]*)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:[\s,]*\b(?:pls|please|plz|tho|though|exactly|btw|lol|thx|thanks|anyway|actually)\b)*[\s?.!,;:…)]*$",
    re.IGNORECASE,
)
QUESTION_WORDS = frozenset("who whom whose what which when where why how".split())
_DEGREES = frozenset(
    "many much long old often far big large tall high heavy fast soon wide deep late early likely expensive well bad badly good hard common strong".split()
)
_DO = frozenset("do does did don't doesn't didn't".split())
_ADJECTIVES = _DEGREES | frozenset("new small great final next whole main same".split())
_BARE_INFINITIVE = frozenset("help let make go come see hear watch take".split())
"""Verbs that another may follow as it is, “help build”; and “take place”."""
_NOUNS_IN_LY = frozenset("family assembly supply reply ally rally bully fly monopoly anomaly jelly".split())
_OWN = frozenset("a an no any its their his her my our your".split())
BE = frozenset("is are was were isn't aren't wasn't weren't".split())
AUXILIARIES = (
    _DO
    | BE
    | frozenset(
        "has have had will would can could shall should may might must hasn't haven't hadn't won't wouldn't can't couldn't shouldn't".split()
    )
)


def bare(text: str) -> str:
    """The question without what leads up to it (“ok, and …”) and what trails it."""
    lead = _LEADS.match(text)
    rest = text[lead.end() :] if lead else text
    return rest[: len(rest) - len(_TAIL.search(rest)[0])] if rest else rest  # type: ignore[index]


class QuestionForm:
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
            return next(w for w in self.lower[: self.wh] if w in QUESTION_WORDS)
        return "yes_no" if self.aux == 0 else "words"

    def named_at(self, first: int) -> tuple[int, Named] | None:
        """The longest name that starts there: its end, and what it names."""
        titled = self.lower[first].rstrip(".") in TITLES and first + 1 < len(self.tokens)
        found = [hit for names in self.names if (hit := names.at(self.tokens, first + titled))]
        return max(found, key=lambda hit: hit[0]) if found else None

    def _question_phrase(self) -> tuple[int, tuple[int, int] | None]:
        """The end of “in which city”, “how many soldiers”, “who”; and the noun's tokens. Zero for none at the start."""
        at = 1 if self.tokens and self.tokens[0].tag == "p" and len(self.tokens) > 1 else 0
        if at >= len(self.tokens) or self.lower[at] not in QUESTION_WORDS:
            return 0, None
        word, at = self.lower[at], at + 1
        if self.lower[at : at + 1] == ["else"]:
            return at + 1, None
        if word == "how" and at < len(self.tokens) and self.lower[at] in _DEGREES:
            word, at = f"how {self.lower[at]}", at + 1
        elif word not in ("which", "what", "whose"):
            return at, None
        first = at
        if word == "how much" and self.lower[at : at + 1] == ["of"]:
            # “how much of the market does it have”
            return next((i for i, w in enumerate(self.lower) if w in AUXILIARIES and i > at), at), None
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
            # “what happened”, “what makes it”; but “what changes were made”, “on what grounds”
            if after is None and self.tokens[0].tag == "p" and found is not None and found[1] != "past":
                return True
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
            return self.verb is not None
        if self.lower[self.aux + 1 : self.aux + 2] and self.lower[self.aux + 1] in _OWN:
            return self.lower[self.aux] in ("has", "have", "had")
        if self.lower[self.aux] in _DO:
            return False
        after = self.aux + 1
        while after < len(self.tokens) and self.tokens[after].tag == "a":
            after += 1
        if self.lower[after : after + 1] == ["been"] and self.lower[self.aux] in ("has", "have", "had"):
            return True
        if self.lower[after : after + 1] == ["being"] and self.lower[self.aux] in BE:
            return True
        if after >= len(self.tokens) or self.tokens[after].tag not in "n" or self.named_at(after):
            return False
        if self.lower[self.aux] in BE or self.lower[self.aux] in ("has", "have", "had"):
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
            while self.wh and self.tokens[start].tag == "a" and start + 1 < len(self.tokens):
                start += 1  # “which teacher already teaches games”
            return start if self.wh and verb(self.lower[start]) else None
        plain = self.lower[self.aux] not in BE
        seen = noun = False
        at = self.aux + 1
        while at < len(self.tokens):
            token, named = self.tokens[at], self.named_at(at)
            if named and not self._is_verb_like_a_name(at, seen, named):
                at, seen = named[0], True
                continue
            found = verb(token.lower) if token.tag == "n" else None
            acts = found and (self._governs(at, seen, plain) or self._leads(at))
            if acts and not (noun and not self._is_bare_verb(at)):  # “the first attempt to sell it”
                if not plain or not self._is_noun_before_verb(at):
                    return at + self._has_particle(at + 1)
                noun = True
            seen = (
                seen or token.tag in "rnN#" or (token.tag == "d" and token.lower in ("they", "that", "this", "those"))
            )
            at += 1
        return self._last_of_do()

    def _last_of_do(self) -> int | None:
        """“where do the bees hum”: after “do” some word is a verb, if the list of verbs knows it or not."""
        if self.aux is None:
            return None
        if self.lower[-1] == "do" and len(self.tokens) > self.aux + 2:
            return len(self.tokens) - 1  # “what would the new bill do”
        if self.lower[self.aux] not in _DO:
            return None
        seen, named_until = False, 0
        for at in range(self.aux + 1, len(self.tokens)):
            if named_until > at:
                continue
            if seen and self.lower[at] in ("do", "have"):
                return at
            named = self.named_at(at)
            if named is not None:
                named_until, seen = named[0], True
                continue
            tag, before = self.tokens[at].tag, self.tokens[at - 1].tag
            after = self.tokens[at + 1].tag if at + 1 < len(self.tokens) else "."
            if seen and tag == "n" and before not in "dps#" and (named_until == at or after not in "nNs"):
                return at
            seen = seen or tag in "nNr"
        return None

    def _is_verb_like_a_name(self, at: int, seen: bool, named: tuple[int, Named]) -> bool:
        """“can I load”, where the article has a heading “Load”."""
        word = self.tokens[at]
        alike = named[0] == at + 1 and named[1].kind == "name" and word.text.islower()
        return alike and seen and self.tokens[at - 1].tag in "rnN" and verb(word.lower) == (word.lower, "base")

    def _governs(self, at: int, seen: bool, plain: bool) -> bool:
        """Whether a word that may be a verb is one there."""
        before = self.tokens[at - 1]
        if self._is_relative(at - 1) and self._acts_later(at, plain):
            return False  # “the patients who died get”
        if before.tag in "dps" and before.lower not in ("to", "that", "this", "those", "all", "both"):
            return False
        if plain and self.lower[self.aux or 0] not in ("has", "have", "had"):
            return (seen or before.tag == "a") and verb(self.lower[at])[1] == "base"  # type: ignore[index]
        return is_participle(self.lower[at])

    def _is_noun_before_verb(self, at: int) -> bool:
        """“what would the new bill require”, “does the medicines board support it”: of two verbs the first is a noun."""
        before, after = self.tokens[at - 1], at + 1
        if before.tag not in "nN#" or self.lower[at] in _BARE_INFINITIVE:
            return False
        if self._is_adjective(at - 1) and any(self._is_bare_verb(i) for i in range(after, len(self.tokens))):
            return True  # “the new” is nothing yet
        if not self._is_bare_verb(after):
            return False
        following = self.tokens[after + 1] if after + 1 < len(self.tokens) else None
        if following is not None and (following.tag == "o" or following.lower == "it"):
            return True
        asked = self.kind in ("what", "who", "which") and self.tokens[0].tag != "p"
        return asked and (following is None or following.tag == "p")

    def _is_relative(self, at: int) -> bool:
        """“who” after a noun."""
        noun = at - 1 > (self.aux or 0) and self.tokens[at - 1].tag in "nN#"
        return noun and self.lower[at] in ("who", "which", "that")

    def _acts_later(self, at: int, plain: bool) -> bool:
        """Whether a verb of the auxiliary's follows."""
        if plain and self.lower[self.aux or 0] not in ("has", "have", "had"):
            return any(self._is_bare_verb(i) for i in range(at + 1, len(self.tokens)))
        last = len(self.tokens) - 1
        return last > at + 1 and is_participle(self.lower[last]) and self.tokens[last - 1].tag in "nN"

    def _is_bare_verb(self, at: int) -> bool:
        """A base form that neither “to” nor “the” stands before."""
        if at >= len(self.tokens) or self.tokens[at - 1].tag in "dps":
            return False
        if self.lower[at] == "do":
            return at + 1 == len(self.tokens)
        if self.tokens[at].tag != "n":
            return False
        return verb(self.lower[at]) == (self.lower[at], "base")

    def _is_adjective(self, at: int) -> bool:
        """“the new”, “the last”, “the planned”: after a determiner, and no noun."""
        if not at or self.tokens[at - 1].tag not in "ds":
            return False
        word = self.lower[at]
        return word in _ADJECTIVES or self.tokens[at].tag == "#" or (verb(word) or ("", ""))[1] == "past"

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
        if not self.wh or self.aux is None or at != self.aux + 1 or self.lower[self.aux] in _DO | BE:
            return False
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return verb(self.lower[at]) == (self.lower[at], "base") and (after is None or after.tag in "dpN#")


def _uncapitalised(text: str) -> str:
    """A question word or auxiliary at the start in lower case, to stand elsewhere too."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first.lower() in AUXILIARIES | QUESTION_WORDS else text


def _retagged(token: Token) -> Token:
    """“US” is no pronoun, “first” belongs to its noun, and “family” is no adverb."""
    if token.lower in _NOUNS_IN_LY:
        return token._replace(tag="n")
    if token.text in ("US", "U.S."):
        return token._replace(tag="N")
    return token._replace(tag="#") if token.lower in ("first", "second", "third", "last") else token
