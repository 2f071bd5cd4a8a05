"""What a message asks for: its first question, the kind of answer wanted, its terms."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from index.about import place_asked_for
from index.article import Place
from index.language import terms
from index.sentences import split_sentences
from index.small_talk import is_small_talk

Kind = Literal["who", "when", "where", "how_many", "why", "how", "yes_no", "what"]

# Looked for anywhere, in this order: key words and chat put the question word where they like.
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "how_many",
        re.compile(
            r"\bhow (?:many|much|long|old|big|large|tall|high|far|fast|often|deep|wide|heavy|expensive)\b"
            r"|\bwhat (?:percent(?:age)?|proportion|share|number|amount|age|price|sum|score|fraction)\b|\bnumber of\b|\bhow frequently\b"
        ),
    ),
    (
        "who",
        re.compile(
            r"\b(?:who|whom|whose|who['’]s)\b|\b(?:which|what) (?:person|man|woman|player|politician|minister|official|author|writer|actor|actress|singer|team|company|party)\b"
        ),
    ),
    ("when", re.compile(r"\bwhen\b|\b(?:what|which) (?:year|day|date|month|time|century|decade)\b|\bsince when\b")),
    (
        "where",
        re.compile(
            r"\bwhere\b|\b(?:what|which) (?:country|city|town|place|state|location|region|village|venue|continent|island)\b"
        ),
    ),
    (
        "why",
        re.compile(
            r"\bwhy\b|\bhow come\b|\bwhat (?:is|was|are|were) the (?:reason|cause|motive|purpose)s?\b|\bfor what (?:reason|purpose)\b|\breasons? (?:for|why)\b"
        ),
    ),
    ("how", re.compile(r"^(?:\W*(?:and|so|but|hey|ok),? )?how\b|\bin what way\b")),
)
_YES_NO = re.compile(
    r"^\W*(?:(?:and|so|but|ok|hey|wait)\b,? *)?(?!(?:can|could|will|would|do|does) (?:you|it|the article|anyone|anybody|someone) (?:please )?"
    r"(?:tell|say|explain|know|show|mention|remember)\b)(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|am"
    r"|isn['’]?t|aren['’]?t|wasn['’]?t|weren['’]?t|don['’]?t|doesn['’]?t|didn['’]?t|hasn['’]?t|haven['’]?t|can['’]?t|won['’]?t|wouldn['’]?t)\b(?! +(?:what|who|when|where|why|how)\b)",
)
_OPENING = re.compile(
    r"^\W*(?:(?:and|so|but|ok|hey|wait)\b,? *)?(?:(?:in|on|at|by|with|for|to|from|since|until) )?(?:who|whom|whose|who['’]s|what|what['’]s|when|where|why|how|which)\b"
    r"(?! (?:i|you|he|she|it|we|they)\b)"
)
"""Not “when I was young”, which asks nothing without a question mark."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, understood as far as words go."""

    text: str
    """A slice of the message: its first question, white space as typed."""
    kind: Kind
    read_as: str
    """The text with slips of spelling mended: what is searched and read."""
    terms: tuple[str, ...]
    """Index terms of what is read, each once, in order."""
    about: Place | None
    """Title, deck or byline where the question is about the article itself (“who wrote this?”)."""
    more: bool
    """The message asks further questions."""
    small_talk: bool
    """The message asks the article nothing: a greeting, thanks, a sum, an order to the bot."""

    def read(self, text: str) -> Question:
        """The same question read as `text`."""
        return replace(self, read_as=text, terms=tuple(dict.fromkeys(terms(text))))


def understand(message: str) -> Question:
    """Reads a message of any length and wording; an empty one gives a question without terms."""
    text, more = _first_question(message.strip())
    lowered = " ".join(text.casefold().split())
    return Question(text, _kind(lowered), "", (), place_asked_for(lowered), more, is_small_talk(text)).read(text)


def is_question(message: str) -> bool:
    """Whether a message asks something: a question mark after more than “Really?”, or the beginning of a question."""
    lowered = " ".join(message.casefold().split())
    if any("?" in message[s.start : s.end] and _asks(message[s.start : s.end]) for s in split_sentences(message)):
        return True
    return bool(_YES_NO.match(lowered) or _OPENING.match(lowered)) and _asks(message)


def _kind(lowered: str) -> Kind:
    if _YES_NO.match(lowered):
        return "yes_no"
    return next((kind for kind, pattern in _KINDS if pattern.search(lowered)), "what")


def _first_question(message: str) -> tuple[str, bool]:
    """The first sentence with a question mark and what leads up to it; all, where at most one has one."""
    asked = [s for s in split_sentences(message) if "?" in message[s.start : s.end] and _asks(message[s.start : s.end])]
    if len(asked) < 2:
        return message, False
    return message[: asked[0].end], True


def _asks(sentence: str) -> bool:
    """Not so “Really?” and “And?”."""
    return bool(terms(sentence)) or len(sentence.split()) > 2
