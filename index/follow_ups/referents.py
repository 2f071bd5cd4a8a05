"""What a name or a noun phrase of a question is spoken of as, for “he”, “it”, “there” and “then” to stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from index.follow_ups.clause import Clause, Phrase, is_plural
from index.follow_ups.owned import with_owner
from index.lexicon import first_names, is_role, verbs, words
from index.named import Named
from index.names import fold
from index.verbs import verb

Sort = Literal[
    "man",
    "woman",
    "person",
    "group",
    "thing",
    "things",
    "place",
    "time",
    "claim",
    "event",
    "amount",
    "deed",
    "occasion",
    "moment",
]

PREPOSITIONS = frozenset(
    "in at on near to during by since outside inside behind under above below beside beyond along across opposite".split()
)
"""Those that a place or a time is asked with."""
_DESCRIBED = re.compile(r"(?:[\w’'-]+ )*(?P<noun>[a-z][a-z-]+) (?P<name>[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*)*)")
_NAME = r"[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*)*"
_APPOSED = re.compile(
    rf"(?:(?i:an?|the|its|his|her|their) (?:[a-z][\w’'-]* )*[a-z][\w’'-]*, (?P<after>{_NAME})"
    rf"|(?P<before>{_NAME}), (?:an?|the|its|his|her|their) (?:[a-z][\w’'-]* )*[a-z][\w’'-]*),?"
)
_PLACED = re.compile(r"(?P<name>[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*)* (?P<head>[A-Z][\w’'&.-]*)) of [A-Z]\w+")
_PARTED = 2.9
"""What something weighs a part of which is asked for."""
_NOTHING = frozenset("time times way ways lot lots".split())
"""Nouns of a question phrase that nothing refers back to."""
_NO_NOUN = (
    words("prepositions") | words("determiners") | words("conjunctions") | words("adverbs") | frozenset(("and", "or"))
)
_GROUPS = frozenset(
    "team company firm government party police committee council board union group club bank army crew court couple family public media press state league ministry authority agency jury cabinet parliament foundation institute".split()
)


@dataclass(frozen=True)
class Referent:
    """Something spoken of."""

    sort: Sort
    text: str
    """How to ask for it."""
    shown: str
    """How to show it."""
    weight: float
    """The likelier, the more it was spoken of, and the later."""
    preposition: str = ""
    """Of a place or a time: the one that it stood after."""
    proper: bool = False
    he_or_she: bool = False
    """Somebody that “he” or “she” stood for before."""
    doer: bool = False
    """Who did something to a thing that the question names: “it” is rather the thing."""
    alleged: bool = False
    """What somebody is said to have done: “fraud”, of “what is he charged with?”."""
    in_full: str = ""
    """Of those that a question counts: with what it says of them, for “how many of them …?”."""
    holder: bool = False
    """Who holds the office that was spoken of: not where the name is what is asked for."""
    human: bool = False
    """Of those: they are people."""


NOBODY = Referent("group", "they", "they", 1.3)
"""Those that a question calls “they” and nobody knows: rather they than one person or a place."""


def of_question(clause: Clause, less: float) -> Iterator[Referent]:
    """What the question itself names: its subject first."""
    subject = next((p for p in clause.phrases if not p.preposition), None)
    yield from _joined(clause, less)
    if clause.lower[:3] == ["how", "much", "of"] and clause.wh > 3:  # “how much of the airline does it own”
        all_of_it, hit = clause.words(3, clause.wh), clause.named_at(3)
        named = hit[1] if hit is not None and hit[0] == clause.wh else None
        yield of_name(named, _PARTED - less, "of") if named else Referent("thing", all_of_it, all_of_it, _PARTED - less)
    for phrase in clause.phrases:
        if _is_share(clause, phrase):
            continue
        weight = 2.5 + 0.1 * (phrase is subject) - less
        text = clause.words(phrase.first, phrase.last)
        if phrase.asked:
            text = clause.words(phrase.first, phrase.last)
            weight -= 0.2
            counting = clause.kind == "how" or not is_plural(clause.lower[phrase.last - 1])
            if clause.tokens[phrase.first].tag in "nN" and counting:
                text = f"the {text}"  # those that were counted
        if phrase.named is not None:
            if phrase.named.kind != "place" and _is_asked_about(clause, phrase) and phrase.named.gender is None:
                shown = phrase.named.shown
                yield Referent(by_first_name(shown), shown, shown, weight + 0.3, proper=True)
            for one in of_name_either_way(phrase.named, weight, phrase.preposition):
                # As the full name was typed, it is said again.
                full = fold(text) == fold(one.shown)
                with_article = clause.lower[phrase.first] == "the" and one.sort in ("thing", "place")
                one = replace(one, text=one.shown) if full else one
                if with_article and one.sort == "thing" and is_plural(clause.lower[phrase.last - 1]):
                    # “the Beatles”, and “the Albatros” with them: a name alone does not tell.
                    if not _is_people(clause.lower[phrase.last - 1]):
                        yield replace(one, text=f"the {one.text}", weight=one.weight - 0.3)
                    one = replace(one, sort="things")
                yield replace(one, text=f"the {one.text}") if with_article else one
            continue
        if _speaks(clause, phrase):
            yield Referent("person", text, text, weight - 0.3)
        text = with_owner(text, clause, phrase.first)
        if clause.lower[phrase.last - 1] not in _NOTHING and not is_office(clause, phrase):
            one = _common(clause, phrase, text, weight)
            whole = clause.with_complement(phrase)
            if whole > phrase.last and one.sort in ("thing", "things", "group") and clause.lower[phrase.first] == "the":
                longer = clause.words(phrase.first, whole)
                yield replace(one, text=longer, shown=longer, weight=weight + 0.05)
            yield one
        whose = _owner(clause, phrase)
        if whose is not None:
            yield Referent(sort_of(whose.split()[-1].lower(), "thing"), whose, whose, weight - 0.3)
        for at in range(phrase.first, phrase.last):  # “Clinton's people”, “sk telecom channels”
            hit = clause.named_at(at)
            if hit is not None:
                yield of_name(hit[1], weight - 0.3 - 0.2 * (clause.lower[hit[0] : hit[0] + 1] != ["'s"]), "")


def _is_people(word: str) -> bool:
    """“the Romans”: no “it”."""
    return word.endswith("ans") and len(word) > 5


def _is_share(clause: Clause, phrase: Phrase) -> bool:
    """“most”, of “most of the bridge”: no thing to come back to."""
    determining = all(t.tag == "d" for t in clause.tokens[phrase.first : phrase.last])
    return determining and clause.lower[phrase.last : phrase.last + 1] == ["of"]


def _speaks(clause: Clause, phrase: Phrase) -> bool:
    """“how much did greyfinch ask for”: a bare word that is the subject of speaking may be a name."""
    alone = phrase.last == phrase.first + 1 and clause.verb == phrase.last and clause.aux == phrase.first - 1
    word, speaking = clause.lower[phrase.first], verbs("say") | verbs("speak")
    known = word in words("bodies") | words("organisations") | words("things") | _GROUPS or is_role(word)
    bare = clause.tokens[phrase.first].tag in "nN" and not is_plural(word) and verb(word) is None
    return alone and bare and not known and clause.lower[clause.verb or 0] in speaking


def _owner(clause: Clause, phrase: Phrase) -> str | None:
    """“the nurse”, of “the nurse's flat” and, as it is typed, “the nurses flat”."""
    for at in range(phrase.first + 1, phrase.last - 1):
        word, owning = clause.lower[at], clause.tokens[at + 1].tag == "s"
        one = word if owning else word.removesuffix("s")
        several = is_plural(word) and not owning
        if (owning or several) and not is_plural(one) and is_role(one) and one not in words("bodies"):
            return " ".join(filter(None, (clause.words(phrase.first, at), one)))
    return None


def is_office(clause: Clause, phrase: Phrase) -> bool:
    """“will Quill run for mayor”, “who served as deputy”: nobody is the mayor yet."""
    alone = phrase.last == phrase.first + 1 and phrase.preposition in ("for", "as")
    return alone and is_role(clause.lower[phrase.first]) and not is_plural(clause.lower[phrase.first])


def _is_asked_about(clause: Clause, phrase: Phrase) -> bool:
    """“who is Leila”: whatever else the article tells, it is a person."""
    return clause.kind == "who" and clause.verb is None and phrase.first == (clause.aux or 0) + 1


def _joined(clause: Clause, less: float) -> Iterator[Referent]:
    """“A and B” of the question: they."""
    for one, other in pairwise(clause.phrases):
        between = clause.lower[one.last : other.first]
        if between == ["and"] and other.named is not None and (one.named is not None or clause.ends_in_name(one)):
            typed = [(p.named, clause.words(p.first, p.last)) for p in (one, other)]
            text = " and ".join(w if n is None else n.shown if fold(w) == fold(n.shown) else n.text for n, w in typed)
            yield Referent("group", text, text, 2.8 - less)


def _common(clause: Clause, phrase: Phrase, text: str, weight: float) -> Referent:
    head = clause.head(phrase)
    if phrase.kind == "time":
        return Referent("time", text, text, weight, phrase.preposition)
    if clause.lower[phrase.first] in ("a", "an", "any", "some", "another"):
        text = f"the {clause.words(phrase.first + 1, phrase.last)}" if phrase.last > phrase.first + 1 else text
    weight -= 1.5 * (clause.tokens[phrase.last - 1].tag == "#")
    # A bare singular is often no noun at all: “straight”, “per barrel”.
    owned = any(t.tag == "s" for t in clause.tokens[phrase.first : phrase.last])
    counted = phrase.asked and clause.kind == "how"  # “how much money”
    weight -= 0.4 * (clause.tokens[phrase.first].tag == "n" and not is_plural(head) and not owned and not counted)
    return Referent(sort_of(head, phrase.kind), text, text, weight, phrase.preposition)


def is_human(head: str) -> bool:
    """A noun for people: “driver”, “children”."""
    return is_role(head) or head in ("people", "persons", "men", "women", "children", "others")


def is_name(referent: Referent) -> bool:
    """One of the article's names, or with a capital as it was typed or answered."""
    return referent.proper or (referent.text[:1].isupper() and not re.search(r"[’']s ", referent.text))


def sort_of(head: str, kind: str) -> Sort:
    """What a common noun stands for."""
    if head in _GROUPS:
        return "group"
    if kind == "things":
        return "things"
    if head in words("men"):
        return "man"
    if head in words("women"):
        return "woman"
    return "person" if is_role(head) and head not in words("bodies") and head not in words("works") else "thing"


def of_name_either_way(named: Named, weight: float, preposition: str) -> Iterator[Referent]:
    """A name taken for a person's may be a company's where neither title nor first name tells."""
    if named.kind == "name" and len(named.shown.split()) > 1 and named.shown.split()[0] in first_names():
        yield Referent(by_first_name(named.shown), named.text, named.shown, weight, preposition, proper=True)
        weight -= 0.3
    yield of_name(named, weight, preposition)
    if named.kind == "person" and not named.surely:
        yield Referent("thing", named.text, named.shown, weight - 0.3, preposition, proper=True)


def of_name(named: Named, weight: float, preposition: str) -> Referent:
    """What a name stands for, by its kind and gender."""
    sort: Sort
    if named.kind == "person":
        sort = "man" if named.gender == "m" else "woman" if named.gender == "f" else "person"
    else:
        sort = "place" if named.kind == "place" else "thing"
    return Referent(sort, named.text, named.shown, weight, preposition, proper=True)


def without_descriptor(text: str) -> str:
    """“Alitalia”, of “Italian airline Alitalia” and of “an airline, Alitalia”."""
    apposed = _APPOSED.fullmatch(text)
    if apposed:
        return apposed["after"] or apposed["before"]
    placed = _PLACED.fullmatch(text)
    if placed and placed["head"].lower().removesuffix("s") not in words("organisations") | words("things"):
        return placed["name"]  # “Sundaram Composites of Chennai”
    found = _DESCRIBED.fullmatch(text)
    return found["name"] if found and found["noun"] not in _NO_NOUN else text


def by_first_name(name: str) -> Sort:
    """A man's, a woman's or a person's name."""
    gender = first_names().get(name.split()[0])
    return "man" if gender == "m" else "woman" if gender == "f" else "person"
