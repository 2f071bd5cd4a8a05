"""The word lists that quotations and people are found by, read once from `index/data`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

Gender = Literal["m", "f", "u"]


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    lists: dict[str, list[str]] = {}
    current: list[str] = []
    for line in (files("index") / "data" / "lexicon.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            current = lists.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            current.extend(word.replace("_", " ") for word in line.split())
    return {name: tuple(words) for name, words in lists.items()}


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list of `lexicon.txt`, in lower case. Raises KeyError for a list that is not there."""
    return frozenset(_lists()[name])


@cache
def is_role(word: str) -> bool:
    """A noun for what somebody is: “spokesman”, “critics”, “cyclist”, “51-year-old”."""
    return (
        word in words("roles")
        or word.removesuffix("s") in words("roles")
        or word.endswith(("-year-old", "-year-olds"))
        or (word.endswith(("ist", "ists", "ologist", "woman", "women")) and len(word) > 6)
    )


@cache
def first_names() -> dict[str, Gender]:
    """First names as written, without accents, and whose they are: men's, women's or either's."""
    names: dict[str, Gender] = {}
    kinds: dict[str, Gender] = {"m": "m", "f": "f", "u": "u"}
    for line in (files("index") / "data" / "first_names.txt").read_text("utf-8").splitlines():
        if kind := kinds.get(line[:1] if line[1:2] == " " else ""):
            names.update((name, kind) for name in line[2:].split())
    return names


@cache
def verbs(name: str) -> dict[str, str]:
    """Every form of the verbs of a list, and its lemma."""
    forms: dict[str, str] = {}
    for lemma in _lists()[name]:
        for form in _inflected(lemma):
            forms.setdefault(form, lemma)
    return forms


@cache
def particles() -> dict[str, frozenset[str]]:
    """Verbs that only speak together with a particle (“shot back”), by lemma."""
    found: dict[str, set[str]] = {}
    for pair in _lists()["particles"]:
        lemma, particle = pair.split(":")
        found.setdefault(lemma, set()).add(particle)
    return {lemma: frozenset(of) for lemma, of in found.items()}


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {lemma: tuple(forms.split(",")) for lemma, _, forms in (w.partition(":") for w in _lists()["irregular"])}


def _inflected(lemma: str) -> list[str]:
    if lemma.endswith("e"):
        regular = [lemma + "d", lemma[:-1] + "ing"]
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        regular = [lemma[:-1] + "ied", lemma + "ing"]
    else:
        regular = [lemma + "ed", lemma + "ing"]
    third = lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2] not in "aeiou" else lemma + "s"
    if lemma.endswith(("s", "sh", "ch", "x", "z", "go")):
        third = lemma + "es"
    irregular = _irregular().get(lemma, ())
    past = [] if any(not f.endswith("ing") for f in irregular) else regular[:1]
    gerund = [] if any(f.endswith("ing") for f in irregular) else regular[1:]
    return [lemma, third, *past, *gerund, *irregular]
