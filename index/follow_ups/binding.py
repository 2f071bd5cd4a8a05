"""Whether a question itself names what its “he” or “it” stands for, so that nothing said before is needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from index.follow_ups.clause import Clause, Phrase, is_plural
from index.follow_ups.question_form import AUXILIARIES
from index.follow_ups.referents import is_human, sort_of
from index.lexicon import is_role, words
from index.tokens import Token
from index.verbs import verb

Case = Literal["subject", "object", "possessive", "where", "when", "event", "said", "noun"]

_TAKING_OVER = frozenset("get take fill inherit".split())


def _antecedents(clause: Clause, at: int, case: Case) -> Iterator[Phrase]:
    """Phrases before a token; of the question phrase only a subject."""
    for phrase in clause.phrases:
        # “what is the risk he sees”: its own subject is no antecedent of a relative clause's.
        if (
            phrase.last <= at
            and (not phrase.asked or clause.subject_asked)
            and not (case == "subject" and phrase.last == at)
        ):
            yield phrase


def bound(clause: Clause, at: int, pronoun: str, case: Case) -> bool:
    """Whether the clause itself names, before the pronoun, what it stands for."""
    around = _around_people(clause, at, case)
    asked = clause.subject_asked and at > clause.wh and not _of_same_verb(clause, clause.wh, at, case)
    if asked and _asked_agrees(clause, pronoun) and not around and not _takes_over(clause, at, case):
        return True
    for phrase in _antecedents(clause, at, case):
        if phrase.asked and around:
            continue
        if _agrees(clause, phrase, pronoun) and not _of_same_verb(clause, phrase.last, at, case):
            return True
    if _names_before(clause, at, pronoun, case):
        return True
    # “how many copies of her books has Judy Blume sold”, “in his speech, what did Obama say”
    turning = next((i for i, w in enumerate(clause.lower) if w in AUXILIARIES and i >= clause.wh), clause.verb)
    if case == "possessive" and (clause.tokens[0].tag == "p" or (turning is not None and at < turning)):
        return any(
            p.first > at and _agrees(clause, p, pronoun) and (p.named or p.first > (turning or 0))
            for p in clause.phrases
        )
    return False


def _takes_over(clause: Clause, at: int, case: Case) -> bool:
    """“who got her job”, “who inherited his house”: what was another's before."""
    acting = clause.verb is not None and clause.verb < at and clause.kind == "who" and case == "possessive"
    between = clause.lower[(clause.verb or 0) + 1 : at]
    return (
        acting and (verb(clause.lower[clause.verb or 0]) or ("", ""))[0] in _TAKING_OVER and between in ([], ["over"])
    )


def _around_people(clause: Clause, at: int, case: Case) -> bool:
    """“how many people were hurt in them”: people are hardly in themselves."""
    people = clause.kind == "who" if clause.noun is None else is_human(clause.lower[clause.noun[1] - 1])
    return case == "object" and people and clause.lower[at - 1] in ("in", "during", "at", "on", "inside")


def _asked_agrees(clause: Clause, pronoun: str) -> bool:
    """Whether the pronoun may stand for who or what is asked for: “who said he …”, “which company lost its …”."""
    if clause.noun is None:
        return clause.kind == "who" and pronoun != "it"
    head = clause.lower[clause.noun[1] - 1]
    if pronoun in ("he", "she"):
        return is_role(head) and not is_plural(head) and head not in words("bodies")
    return pronoun == "they" or not is_plural(head)


def _names_before(clause: Clause, at: int, pronoun: str, case: Case) -> bool:
    """Names inside of longer phrases count too: “Lampard's shot”, “the Labour man”."""
    position = 0
    while position < at:
        hit = clause.named_at(position)
        if hit is None:
            word = clause.tokens[position]
            human = (
                pronoun in ("he", "she")
                and word.tag in "nN"
                and is_role(word.lower)
                and word.lower not in words("bodies")
            )
            human = human and not is_plural(word.lower) and (position >= clause.wh or clause.subject_asked)
            if human and not _of_same_verb(clause, position + 1, at, case):
                return True
            position += 1
            continue
        last, named = hit
        person = named.kind == "person" and named.surely
        fits = named.kind != "place" and named.gender != ("f" if pronoun == "he" else "m")
        fits = fits if pronoun in ("he", "she") else not (person and (pronoun == "they" or case != "possessive"))
        if fits and last <= at and position >= clause.wh and not _of_same_verb(clause, last, at, case):
            return True
        position = last
    return False


def _agrees(clause: Clause, phrase: Phrase, pronoun: str) -> bool:
    head = clause.lower[phrase.last - 1]
    if pronoun in ("he", "she"):
        if phrase.named is not None:
            other = "f" if pronoun == "he" else "m"
            # A name that the article does not tell to be a person's may be one.
            return phrase.named.gender != other and phrase.kind != "place"
        sort = sort_of(head, phrase.kind)
        owned = clause.lower[phrase.last : phrase.last + 1] == ["of"]  # “what is the name of her deputy”
        indefinite = head.endswith("thing")  # “did something happen to her family”
        if (
            sort == "thing"
            and clause.aux is not None
            and phrase.first == clause.aux + 1
            and not owned
            and not indefinite
        ):
            # “how did the loser vent his anger”: whoever is the subject, unless it is known to be no person.
            return not any(head in words(name) for name in ("bodies", "works", "things", "organisations"))
        return sort in ("person", "man" if pronoun == "he" else "woman")
    if phrase.kind == "time":
        return False
    if phrase.named is not None and phrase.kind == "person":
        return not phrase.named.surely
    return pronoun == "they" or phrase.kind != "things"


def _of_same_verb(clause: Clause, start: int, at: int, case: Case) -> bool:
    """“why did Putin call him”: an object cannot stand for the subject of its own verb."""
    if case != "object":
        return False
    between = clause.tokens[start:at]
    if not between or between[0].tag == "s" or _verbs(between) > 1:
        return False
    placed = between[-1].lower in ("in", "on", "inside", "behind", "under", "around", "near", "within")
    joined = [
        i for i in range(1, len(between) - 1) if between[i - 1].tag == between[i + 1].tag == "p"
    ]  # “for or against”
    if placed or any(t.tag in "cr" and t.lower != "it" and i not in joined for i, t in enumerate(between)):
        return False
    inner = [t for t in between[:-1] if t.tag == "p" or t.lower.endswith("ing")]
    return not inner or between[-1].tag == "p"


def _verbs(tokens: Sequence[Token]) -> int:
    """How many there are, without the noun of “took care of”."""
    acting = [t.tag == "n" and verb(t.lower) is not None for t in tokens]
    nouns = [
        before
        and (verb(tokens[at].lower) or ("", ""))[1] != "base"
        and (verb(tokens[at + 1].lower) or ("", ""))[1] == "base"
        for at, before in enumerate(acting[:-1])
    ]
    return sum(a and not (at and nouns[at - 1]) for at, a in enumerate(acting))
