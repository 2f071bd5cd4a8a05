"""Words as the index counts them: normalised, without possessives, stemmed, without stop words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from index.irregular import BASE_FORMS, NUMBER_WORDS

_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}(?![A-Za-z])"  # U.S., a.m.
    r"|\d+(?:[.,]\d+)+|\d+"  # 3.5, 10,000
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"  # don't, Ukraine’s
    r"|[%$€£]"
)
_SIGNS = {"%": "percent", "$": "dollar", "€": "euro", "£": "pound"}
# The United States; in lower case it is the pronoun, unless “the” stands before it (see `words`).
_UNITED_STATES = frozenset({"US", "USA", "U.S.", "U.S.A."})

STOP_WORDS = frozenset(
    """a an the of to in on at by for from with about as into onto upon and or but so yet if than then that this these
    those there here it its itself he him his himself she her hers herself they them their theirs themselves we us our
    ours ourselves you your yours yourself i me my mine myself is are was were be been being am do does did doing done
    has have had having will would shall should can could may might must ought who whom whose what which when where why
    how s t re ve ll d m also just very such whether while because any some please tell say know give something anything
    someone anyone get got""".split()
)
"""Words that say nothing of what is asked. “Not”, “no”, “first”, “last”, “before”, “after”, “more”, “most”, “only”,
“all” and their like stay: they bear the question."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: characters `start` to `end`, and its normalised form (not stemmed)."""

    start: int
    end: int
    form: str


def words(text: str) -> Iterator[Word]:
    """The words of `text` in order, hyphenated ones in their parts. Offsets are `text`'s own."""
    before = ""
    for match in _WORD.finditer(text):
        raw = match.group()
        form = normalise(raw)
        if raw in _UNITED_STATES or (form == "us" and before == "the"):
            form = "usa"
        before = form
        if form:
            yield Word(match.start(), match.end(), form)


@lru_cache(maxsize=65536)
def normalise(word: str) -> str:
    """Lower case, no accents, no possessive, digits without separators, number words as digits."""
    if word in _SIGNS:
        return _SIGNS[word]
    form = unicodedata.normalize("NFKD", word.casefold()).replace("’", "'")
    form = "".join(c for c in form if not unicodedata.combining(c))
    if form[0].isdigit():
        return re.sub(r",(?=\d{3})", "", form)
    if "." in form:
        return form.replace(".", "")
    form = form.removesuffix("'s").rstrip("'")
    if form.endswith("n't"):
        return "not"
    form = form.split("'", 1)[0] if form.split("'", 1)[-1] in ("re", "ve", "ll", "d", "m") else form.replace("'", "")
    return NUMBER_WORDS.get(form, form)


_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=65536)
def stem(form: str) -> str:
    """The Snowball (Porter 2) stem of a normalised word; irregular verbs and plurals by their base form."""
    return str(_stemmer.stemWord(BASE_FORMS.get(form, form)))


def terms(text: str) -> list[str]:
    """The index terms of `text`: stems of its words, stop words left out."""
    return [stem(w.form) for w in words(text) if w.form not in STOP_WORDS]
