"""What somebody does, once it has been told: “will Quill open the bridge”, for “why?” after “what will Quill do” and its answer."""

from __future__ import annotations

import re

from index.follow_ups.clause import Clause
from index.follow_ups.question_form import AUXILIARIES
from index.tokens import tokenise
from index.verbs import verb

_LONGEST = 12
"""Words of a deed that are worth asking about again."""
_DOING = {"did": "did", "does": "does", "do": "do"}
_WITH_THAT = re.compile(r"(?:with|to) (?=(?:the|his|her|its|their|this|that) )", re.IGNORECASE)
_DOERS = frozenset("he she they it".split())
_FURTHER = re.compile(r"[,;:”]| (?:and|but|because|so|while|which|who|when) ")


def deed_asked(clause: Clause) -> int | None:
    """Where “do” stands in “what will Quill do”, “what is Quill going to do about it”; None for another question."""
    if clause.kind != "what" or clause.wh != 1 or clause.subject_asked or clause.aux is None:
        return None
    return next((i for i in range(len(clause.tokens) - 1, clause.aux + 1, -1) if clause.lower[i] == "do"), None)


def what_was_done(clause: Clause) -> str | None:
    """“what Quill did in 1987”, of “what did Quill do in 1987”; None for another question."""
    at = deed_asked(clause)
    if at is None or clause.aux is None or clause.lower[at - 1] == "to" or clause.lower[clause.aux] not in _DOING:
        return None
    doing, subject = _DOING[clause.lower[clause.aux]], clause.words(clause.aux + 1, at)
    return " ".join(filter(None, ("what", subject, doing, clause.words(at + 1, len(clause.tokens)))))


def with_deed(clause: Clause, at: int, answer: str | None) -> str | None:
    """“will Quill open the bridge”; None where the answer tells of no deed."""
    deed = _deed(answer, clause.words(1, at).lower().split()) if answer else None
    if deed is None:
        return None
    rest = clause.words(at + 1, len(clause.tokens))
    rest = "" if rest.lower() in deed.lower() else rest
    done = _WITH_THAT.match(rest)
    if done and verb(deed.split()[0]) and deed.split()[1:] in ([], ["it"], ["them"]):
        deed, rest = deed.split()[0], rest[done.end() :]  # “sell the ferry”, of “do with the ferry”
    return " ".join(filter(None, (clause.words(clause.wh, at), deed, rest)))


def _deed(answer: str, subject: list[str]) -> str | None:
    """“open the bridge”, of “opened the bridge”, “to open the bridge” and “she would open the bridge, …”."""
    told = _FURTHER.split(answer.strip(" .“”\"'"))[0].split()
    tokens = tokenise(" ".join(told))
    if not told or len(tokens) != len(told) or len(told) > _LONGEST:
        return None
    at = 0
    while at < len(tokens) and (tokens[at].tag == "N" or tokens[at].lower in _DOERS or tokens[at].lower in subject):
        at += 1  # whose deed it is
    while at < len(tokens) and (tokens[at].tag == "a" or tokens[at].lower in AUXILIARIES or tokens[at].lower == "to"):
        at += 1
    found = verb(tokens[at].lower) if at < len(tokens) else None
    if found is None or tokens[at].text[0].isupper() or found[1] == "ing":
        return None
    return " ".join([found[0], *told[at + 1 :]])
