"""“the ferry stopping”, “what Quill said about the flood”: what somebody says something to, in “what did he say to that?”."""

from __future__ import annotations

from index.follow_ups.clause import Clause
from index.follow_ups.main_verb import BE
from index.follow_ups.nominal import NOMINAL
from index.follow_ups.referents import without_descriptor
from index.follow_ups.rephrase import without_question_word
from index.follow_ups.statement import parts
from index.lexicon import verbs
from index.verbs import gerund, is_participle, past, third, verb

_DOING = frozenset("do does did will would can could".split())
_ASKED = frozenset("why when where how yes_no".split())
_LASTING = frozenset(
    "be have cost live work last take mean need want think know feel begin start happen occur end".split()
)
"""Verbs of what nobody is told of as of something done: what begins is rather answered itself."""
_NEGATED = frozenset(("not", "never"))
_LONGEST = 4
"""Words of a short answer that goes into it."""


def answered_to(clause: Clause, answer: str | None) -> str | None:
    """What a question tells of, for others to say something to; None for one that tells of nothing said or done.

    “what Quill opened” is told only where the answer names no such thing: see `is_said`.
    """
    at = clause.verb
    if at is None or clause.aux is None or clause.subject_asked:
        return None
    acting = verb(clause.lower[at])
    if acting is None or acting[0] in _LASTING or acting[0] in NOMINAL:
        return None
    if clause.kind == "what":
        return _words(clause) if clause.wh == 1 and acting[1] == "base" and clause.tokens[-1].tag != "p" else None
    if clause.lower[at] in verbs("say"):
        return None
    answer = without_descriptor(answer) if answer is not None else None
    of_whom = clause.kind in ("who", "whom") and answer is not None and len(answer.split()) <= _LONGEST
    if not of_whom and (clause.kind not in _ASKED or clause.noun is not None or clause.wh > 1):
        return None
    return _deed(Clause(without_question_word(clause, answer if of_whom else None), clause.names))


def is_said(clause: Clause) -> bool:
    """“what did Quill say”: words, rather than a thing."""
    acting = clause.lower[clause.verb] if clause.verb is not None else ""
    return acting in verbs("say") or acting in verbs("speak")


def _words(clause: Clause) -> str | None:
    """“what Quill said about the flood”, of “what did Quill say about the flood”."""
    told = parts(Clause(clause.words(clause.wh, len(clause.tokens)), clause.names))
    if told is None or told[0] not in ("do", "does", "did"):
        return None
    aux, subject, rest = told
    base, after = rest.split()[0].lower(), rest.split()[1:]
    if subject.lower() in ("he", "she", "they", "it"):
        return None
    acting = past(base) if aux == "did" else third(base) if aux == "does" else base
    return " ".join(["what", subject, acting, *after])


def _deed(body: Clause) -> str | None:
    """“the ferry stopping”, “the ferry being sold”, of “will the ferry stop”, “was the ferry sold”."""
    told = parts(body)
    if told is None or body.verb is None or body.verb < 2:
        return None
    aux, subject, rest = told
    if _NEGATED & set(subject.lower().split()):
        return None
    acting, after = body.lower[body.verb], body.words(body.verb + 1, len(body.tokens))
    if body.words(body.verb, len(body.tokens)) != rest or "n't" in body.text or "not" in body.lower:
        return None
    if aux in BE:
        if not is_participle(acting) or acting == "going":
            return None
        return f"{subject} {rest}" if acting.endswith("ing") else f"{subject} being {rest}"
    base = (verb(acting) or ("", ""))[0]
    return " ".join(filter(None, (subject, gerund(base), after))) if aux in _DOING and base == acting else None
