"""The verb of a question in another tense, or another verb: “since when has he led the party?”, “and in 2005?”, “and opened?”."""

from __future__ import annotations

import re
from datetime import date

from index.follow_ups.clause import Clause
from index.follow_ups.main_verb import BE
from index.follow_ups.statement import parts
from index.verbs import is_participle, past, past_participle, verb

_PAST = {"is": "was", "are": "were", "does": "did", "do": "did", "isn't": "wasn't", "aren't": "weren't"}
_HAVING = {"is": "has", "are": "have", "does": "has", "do": "have"}
_BEFORE_THEM = re.compile(r"(?:who (?:was )?(?:it |came )?)?(?P<when>(?:before|after) (?:him|her|them))", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_GONE = re.compile(r"(?:\b(?:last \w+|yesterday|\w+ ago|previously)|(?:^|\s)before)$", re.IGNORECASE)


def in_past(clause: Clause) -> Clause:
    """“what was the fee”, of “what is the fee”, “who ran it”, of “who runs it”; any other as it is."""
    if clause.aux is not None:
        at, word = clause.aux, _PAST.get(clause.lower[clause.aux])
    else:
        at = clause.verb if clause.verb is not None and clause.wh else -1
        found = verb(clause.lower[at]) if at >= 0 else None
        word = past(found[0]) if found is not None and found[1] == "s" else None
    if word is None:
        return clause
    end = len(clause.tokens)
    return Clause(" ".join(filter(None, (clause.words(0, at), word, clause.words(at + 1, end)))), clause.names)


def is_gone(time: str) -> bool:
    """“in 2005”, “last year”, “ten years ago”: a time that is over."""
    years = _YEAR.findall(time)
    return all(int(y) < date.today().year for y in years) if years else _GONE.search(time) is not None


def since(question: str, before: Clause) -> str:
    """“since when has Quill run the ferry”, of “since when does Quill run it”; another question as it is."""
    if not question.lower().startswith("since when "):
        return question
    body = Clause(question[len("since when ") :], before.names)
    told = parts(body)
    having = _HAVING.get(told[0]) if told else None
    if told is None or having is None:
        return question
    aux, subject, rest = told
    acting = rest.split(" ", 1)
    if aux in BE:
        return f"since when {having} {subject} been {rest}"
    if verb(acting[0].lower()) != (acting[0].lower(), "base"):
        return question
    return " ".join(("since when", having, subject, past_participle(acting[0].lower()), *acting[1:]))


def with_predecessor(given: Clause, before: Clause) -> str | None:
    """“who was the mayor before her”, for “and before her?” after “who is the mayor”; None for another message."""
    found = _BEFORE_THEM.fullmatch(given.text)
    if found is None or before.kind != "who" or before.subject_asked or before.verb is not None:
        return None
    return f"{in_past(before).text} {found['when']}"


def with_verb(given: Clause, before: Clause) -> str | None:
    """“when was the clock made”, for “and made?” after “when was the clock stolen”; None for what is no such verb."""
    at, aux = before.verb, before.aux
    if len(given.tokens) != 1 or at is None or aux is None or before.subject_asked:
        return None
    word, form = given.lower[0], verb(given.lower[0])
    if (
        form is None
        or form[1] != "past"
        or given.tokens[0].text[0].isupper()
        or form[0] == (verb(before.lower[at]) or [0])[0]
    ):
        return None
    passive = before.lower[aux] in BE or before.lower[aux] in ("has", "have", "had")
    if passive != is_participle(before.lower[at]):
        return None
    if not passive and before.lower[aux] not in ("did", "does", "do", "will"):
        return None
    acting = word if passive else form[0]
    return " ".join(filter(None, (before.words(0, at), acting, before.words(at + 1, len(before.tokens)))))
