"""Those whom a question counts, with what it says of them: “the patients who died in Hartwell”, of “how many patients died in Hartwell”."""

from __future__ import annotations

from index.follow_ups import statement
from index.follow_ups.clause import Clause, Phrase, is_plural
from index.follow_ups.main_verb import BE
from index.verbs import past, third, verb

_STAYING = frozenset("live stay remain reside".split())
_ALL = frozenset("people persons men women children kids adults".split())
"""Nouns that alone say of nobody who they are."""
_LONGEST = 9


def in_full(clause: Clause, phrase: Phrase, human: bool) -> str | None:
    """What “of them” stands for where `phrase`, those that are counted, is a plural; None where nothing is said of them."""
    noun = clause.words(phrase.first, phrase.last)
    if clause.lower[:2] != ["how", "many"] or not is_plural(clause.lower[phrase.last - 1]):
        return None
    said = _said(clause, human) if phrase.last == clause.wh else None
    return f"the {noun} {said}" if said and len(said.split()) <= _LONGEST else None


def as_spoken_of(clause: Clause, phrase: Phrase, human: bool) -> str | None:
    """What “they” stands for: “the members of the club”, “the people in Pellin”, “the people who died”; None for the noun alone."""
    noun = clause.words(phrase.first, phrase.last)
    if clause.lower[:2] != ["how", "many"] or not human or not is_plural(clause.lower[phrase.last - 1]):
        return None
    owner = _owner(clause)
    if owner is not None:
        return f"{owner}'s {noun}" if _is_name(owner) else f"the {noun} of {owner}"
    if noun.lower() not in _ALL:
        return None
    place = next((p for p in clause.phrases if p.kind == "place" and p.preposition and p.first > phrase.last), None)
    acting = (verb(clause.lower[clause.verb]) or ("", ""))[0] if clause.verb is not None else ""
    being = clause.aux is not None and clause.lower[clause.aux] in BE
    still = acting in _STAYING or (being and (not acting or clause.lower[clause.verb or 0] == "left"))
    if place is not None and (still or place.first == phrase.last + 1):
        return f"the {noun} {clause.words(place.first - 1, place.last)}"
    return None if still else in_full(clause, phrase, human)


def is_owned(clause: Clause) -> bool:
    """“how many members does the club have”."""
    return _owner(clause) is not None


def _is_name(owner: str) -> bool:
    return owner.split()[0].lower() not in ("the", "a", "an") and not owner.endswith("s")


def _said(clause: Clause, human: bool) -> str | None:
    if clause.subject_asked:
        return f"{'who' if human else 'that'} {clause.words(clause.wh, len(clause.tokens))}"
    told = statement.parts(Clause(clause.words(clause.wh, len(clause.tokens)), clause.names))
    if told is None or clause.verb is None:
        return None
    aux, subject, rest = told
    if aux in BE and not rest:
        return None
    if aux in ("did", "do", "does"):
        acting = clause.lower[clause.verb]
        if acting == "have":
            return f"of {subject}" if len(rest.split()) == 1 else None
        form = past(acting) if aux == "did" else third(acting) if aux == "does" else acting
        after = clause.words(clause.verb + 1, len(clause.tokens))
        return " ".join(filter(None, ("that", subject, form, after)))
    return f"that {subject} {aux} {rest}"


def _owner(clause: Clause) -> str | None:
    """“the club”, of “how many members does the club have”."""
    if clause.subject_asked or clause.verb is None or clause.lower[clause.verb] not in ("have", "employ"):
        return None
    first = (clause.aux if clause.aux is not None else clause.wh) + 1
    owner, hit = clause.words(first, clause.verb), clause.named_at(first) if first < clause.verb else None
    owner = hit[1].text if hit is not None and hit[0] == clause.verb else owner
    alone = first + 1 == clause.verb and clause.tokens[first].tag in "r"
    return owner if owner and not alone and clause.verb + 1 == len(clause.tokens) else None
