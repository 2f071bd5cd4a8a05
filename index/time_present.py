"""What a time is read against: the article's date, the time before it, and whether its verb looks back or ahead."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from index.dates import Range, Tense

# The words by which a time belongs to what is past or to come, each with the verbs that depend on it.
_CUE = re.compile(
    r"(?P<open>\b(?:was|were|had been) (?:due|set|expected|scheduled|planned|supposed|going|to)\b(?: to)?(?: be)?(?: \w+)?)"
    r"|(?P<future>(?:\b(?:will|won[’']t|shall)|[’']ll)\b(?: (?:not|also|never|\w+ly))*(?: (?:be|have(?: been)?))?(?: \w+)?"
    r"|\b(?:is|are|be) (?:\w+ly )?(?:due|set|expected|scheduled|planned|going|likely|to)\b(?: to)?(?: be)?(?: \w+)?"
    r"|\b(?:due|scheduled|set|expected|likely|planned|planning|plans?|hopes?) (?:to|for)\b(?: be)?(?: \w+)?"
    r"|\b(?:upcoming|(?:holds|meets|opens|begins|starts|ends|votes|expires|returns|kicks off|takes place|faces)\b))"
    r"|(?P<past>\b(?:was|were|had|did|(?:has|have) (?:been )?\w+|said|told|made|met|went|came|took|held|began|gave|left|won|lost|found|rose|fell|saw"
    r"|spoke|wrote|sent|broke|brought|built|caught|chose|drew|drove|fought|fled|flew|got|grew|heard|hid|kept|knew|laid|led|paid|ran"
    r"|sank|sat|sold|shot|stood|stole|struck|swore|taught|threw|understood|withdrew|became|(?!need|unit)[a-z]{2,}ed)\b)"
    r"|(?P<present>\b(?:is|are|be|being|[Ii]f|[Ww]hen|[Uu]nless|[Ww]hether)\b(?: \w+ed\b)?)"
    r"|(?P<infinitive>\b(?:to (?!the\b|an?\b|his\b|her\b|their\b|its\b|our\b|this\b|[A-Z0-9])[a-z]+(?: \w+ed\b)?|would|could|may|might|should)\b)"
)
_LED = re.compile(r"\b(?:[Ss]ince|[Aa]head of|[Bb]efore|[Bb]y|[Uu]ntil|[Tt]ill)(?: the)? $")
_CLAUSE = re.compile(r"[,;:()—–](?= |$)")


class Verbs:
    """The words of a paragraph that speak of what is past or to come, and where its clauses break."""

    def __init__(self, text: str) -> None:
        """`text`: with blanks in place of what is quoted."""
        self.text = text
        cues = [(m.start(), _TENSES.get(str(m.lastgroup))) for m in _CUE.finditer(text)]
        self._starts = [start for start, _ in cues]
        self._tenses = [tense for _, tense in cues]
        self._breaks = [m.start() for m in _CLAUSE.finditer(text)]

    def between(self, start: int, end: int) -> list[Tense | None]:
        """The tenses of those that start there, at most the few nearest to either side; None for an open one."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return (
            self._tenses[first:last]
            if last - first <= 2 * _MOST
            else self._tenses[first : first + _MOST] + self._tenses[last - _MOST : last]
        )

    def clause(self, position: int) -> int:
        """Where the clause that holds the position starts."""
        at = bisect_left(self._breaks, position)
        return self._breaks[at - 1] if at else 0


_MOST = 8


@dataclass(frozen=True, slots=True)
class Present:
    """What a time is read against."""

    published: date | None
    """The article's date; None where it is unknown or does not count."""
    anchor: Range | None
    """The last resolved time before it."""
    verbs: Verbs
    sentence: tuple[int, int]
    time: tuple[int, int]
    """Characters of the paragraph."""

    @property
    def leads_on(self) -> bool:
        """Whether words follow in the same clause."""
        following = self.verbs.text[self.time[1] : self.sentence[1]]
        return bool(following.strip()) and re.match(r"\s*[\w“\"‘$€£]|\s+$", following[:80]) is not None

    @property
    def owns(self) -> bool:
        """Whether it only says which one something is: “Monday’s debate”."""
        return self.verbs.text.startswith(("’s ", "'s "), self.time[1])

    @property
    def led(self) -> Tense | None:
        """By the preposition right before it."""
        found = _LED.search(self.verbs.text[max(self.sentence[0], self.time[0] - 20) : self.time[0]])
        return None if found is None else "past" if found[0].lower().startswith("since") else "future"

    @property
    def says(self) -> bool:
        """Whether there is a verb or preposition of some tense in the sentence."""
        return bool(self.led or self.verbs.between(*self.sentence))

    @property
    def tense(self) -> Tense | None:
        """By the nearest verb before it in its clause, else the first after it; None where that is open."""
        (start, end), (here, after) = self.sentence, self.time
        if self.led:
            return self.led
        nearby = (
            self.verbs.between(max(start, self.verbs.clause(here)), here)[-1:] or self.verbs.between(after, end)[:1]
        )
        if nearby:
            return nearby[0]
        tenses = set(self.verbs.between(start, here))
        return tenses.pop() if len(tenses) == 1 else None


_TENSES: dict[str, Tense] = {"past": "past", "future": "future"}
