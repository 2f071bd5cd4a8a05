"""Verbs in a question: whether a word may be one, and its base form, so that “who visited …” becomes “when did … visit …”."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from index.irregular import VERB_FORMS

Form = Literal["base", "s", "past", "ing"]

PLURAL = {"is": "are", "was": "were", "does": "do", "has": "have"}
SINGULAR = {plural: one for one, plural in PLURAL.items()}
"""Auxiliaries in the other number."""
UNCHANGED = frozenset("cut hit hurt let put quit read set shed shut split cost bet upset broadcast forecast".split())
"""Verbs whose past form is the base form."""
PARTICLES = frozenset("out up off down away back over".split())
MOVING = frozenset("go get come travel fly move return drive".split())
_AUXILIARY = {"did": "do", "done": "do", "does": "do", "had": "have", "has": "have", "got": "get", "gotten": "get"}


_THIRD = {"have": "has", "be": "is"}
_PAST = {"do": "did", "have": "had", "get": "got", "be": "was", "lie": "lied", "admit": "admitted", "prefer": "preferred", "occur": "occurred", "refer": "referred", "permit": "permitted", "commit": "committed", "transfer": "transferred"}  # fmt: skip
for _form, _base in VERB_FORMS.items():
    _PAST.setdefault(_base, _form)


@lru_cache(maxsize=1024)
def is_simple_past(word: str) -> bool:
    """“went”, “broke”: never a participle."""
    base = VERB_FORMS.get(word)
    return base is not None and _PAST.get(base) == word and sum(b == base for b in VERB_FORMS.values()) > 1


@cache
def _bases() -> frozenset[str]:
    text = (files("index") / "data" / "verbs.txt").read_text("utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())


@lru_cache(maxsize=4096)
def verb(word: str) -> tuple[str, Form] | None:
    """The base form that a lower-case word is of, and which form it is; None for what is no verb that the list knows."""
    if word in _AUXILIARY:
        return _AUXILIARY[word], "s" if word in ("does", "has") else "past"
    if word in VERB_FORMS and VERB_FORMS[word] in _bases():
        return VERB_FORMS[word], "ing" if word.endswith("ing") else "s" if word.endswith("s") else "past"
    if word in _bases():
        return word, "base"
    for ending, form in (("ed", "past"), ("ing", "ing"), ("s", "s")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            base = next((b for b in _stripped(word, ending) if b in _bases()), None)
            if base is not None:
                return base, form  # type: ignore[return-value]
    if word.endswith("ed") and len(word) > 4 and not word.endswith("eed"):
        return _guessed(word[:-2]), "past"
    return None


@lru_cache(maxsize=1024)
def past(base: str) -> str:
    """“opened”, of “open”: the past tense, not the participle."""
    if base in UNCHANGED:
        return base
    if base in _PAST:
        return _PAST[base]
    if base.endswith("e"):
        return f"{base}d"
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", base) else f"{base}ed"


@lru_cache(maxsize=1024)
def past_participle(base: str) -> str:
    """“opened”, of “open”, “taken”, of “take”."""
    if base == "run" or base.endswith("come"):
        return base
    own = {"do": "done", "be": "been", "have": "had"}.get(base)
    forms = [f for f, b in VERB_FORMS.items() if b == base and not f.endswith(("s", "ing"))]
    return own or (forms[-1] if len(forms) > 1 else past(base))


def third(base: str) -> str:
    """“opens”, of “open”."""
    if base in _THIRD:
        return _THIRD[base]
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s"


def is_participle(word: str) -> bool:
    """“visited”, “built”, “being”: what follows a form of “be” or “have”."""
    found = verb(word)
    return word in UNCHANGED or word in ("been", "being") or (found is not None and found[1] in ("past", "ing"))


def _stripped(word: str, ending: str) -> tuple[str, ...]:
    stem = word.removesuffix(ending)
    if ending == "s":
        return (stem, stem.removesuffix("e"), stem.removesuffix("ie") + "y")
    doubled = (stem[:-1],) if len(stem) > 2 and stem[-1] == stem[-2] else ()
    return (stem[:-1] + "y",) if stem.endswith("i") else (stem + "e", stem, *doubled)


def _guessed(stem: str) -> str:
    """The base form of a past form that the list lacks."""
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if re.search(r"[^aeiou](?:[iu][dlmnr]|[iu]b|[ou]k|ip|ut|ot|a[dkmpr])$", stem):
        return stem + "e"
    if stem[-1] in "cvzu" or stem.endswith(("at", "bl", "gl", "pl", "tl", "ng", "dg", "rg", "is", "us", "as", "os")):
        return stem + "e"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        return stem[:-1]
    return stem
