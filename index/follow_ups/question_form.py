"""The form of a question: what it asks for, its auxiliary and its main verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from index.follow_ups.main_verb import BE, DEGREES, DO, main_verb
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
_NOUNS_IN_LY = frozenset("family assembly supply reply ally rally bully fly monopoly anomaly jelly".split())
_OWN = frozenset("a an no any its their his her my our your".split())
AUXILIARIES = (
    DO
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
        typed = tokenise(self.text)
        self.tokens = _with_owners([t if _lasts(typed, at) else _retagged(t) for at, t in enumerate(typed)])
        self.names = names
        self.lower = [t.lower for t in self.tokens]
        self.wh, self.noun = self._question_phrase()
        self.aux = self._auxiliary()
        self.verb = main_verb(self)

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
        if word == "how" and at < len(self.tokens) and self.lower[at] in DEGREES:
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
        if found[1] == "s" and self._owns(at):
            return False
        # A bare form or one in -s is the verb where something follows that it may govern.
        return not (
            found[1] in ("base", "s") and after is not None and after.tag in "dpNora" and self.lower[at - 1] != "of"
        )

    def _owns(self, at: int) -> bool:
        """“which farmer owns fields near it”: nothing else acts."""
        others = [verb(w) for w in self.lower[at + 1 :]]
        acting = any(w in AUXILIARIES for w in self.lower[at + 1 :]) or any(v and v[1] == "past" for v in others)
        last = at + 1 == len(self.tokens)
        return not last and self.tokens[at + 1].tag == "n" and not acting and self.lower[at - 1] not in ("of", "and")

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
        if self.lower[self.aux] in DO:
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


def _uncapitalised(text: str) -> str:
    """A question word or auxiliary at the start in lower case, to stand elsewhere too."""
    first = text.split(" ", 1)[0]
    return text[:1].lower() + text[1:] if first.lower() in AUXILIARIES | QUESTION_WORDS else text


def _with_owners(tokens: list[Token]) -> list[Token]:
    """The apostrophe of “the dealers' association” owns as “'s” does."""
    for at in range(1, len(tokens) - 1):
        before, here, after = tokens[at - 1 : at + 2]
        touching = before.end == here.start and here.end < after.start
        if here.text in ("'", "’") and touching and before.lower.endswith("s") and {before.tag, after.tag} <= set("nN"):
            tokens[at] = here._replace(tag="s")
    return tokens


def _lasts(tokens: Sequence[Token], at: int) -> bool:
    """“how long did the first truce last”: the verb."""
    if (
        tokens[at].lower != "last"
        or at < 3
        or tokens[at - 1].tag not in "nNr"
        or "long" not in [t.lower for t in tokens[:2]]
    ):
        return False
    return at + 1 == len(tokens) or tokens[at + 1].tag == "p"


def _retagged(token: Token) -> Token:
    """“US” is no pronoun, “first” belongs to its noun, and “family” is no adverb."""
    if token.lower in _NOUNS_IN_LY:
        return token._replace(tag="n")
    if token.text in ("US", "U.S."):
        return token._replace(tag="N")
    return token._replace(tag="#") if token.lower in ("first", "second", "third", "last") else token
