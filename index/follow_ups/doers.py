"""“how many were they?” after what some people did: how many did it."""

from __future__ import annotations

from index.follow_ups.clause import Clause, Phrase
from index.follow_ups.rephrase import counting_noun, with_number, without_question_word
from index.follow_ups.statement import declarative, parts
from index.verbs import verb

_NO_DEED = frozenset("be have live work need want come".split())
_TELLING = ("why", "when", "where", "how", "yes_no")


def doers_counted(before: Clause) -> str | None:
    """“how many workers walked out”, after “why did the workers walk out”; None where nobody was asked about who did one thing."""
    form = verb(before.lower[before.verb]) if before.verb is not None else None
    if form is None or form[0] in _NO_DEED or before.noun is not None:
        return None
    if before.subject_asked:
        done = before.words(before.wh, len(before.tokens))
        past = before.aux is None and form[1] == "past"
        return f"how many people {done}" if before.kind == "who" and past else None
    if before.kind not in _TELLING:
        return None
    body = Clause(without_question_word(before, None), before.names)
    told, stated = parts(body), declarative(before, None)
    if told is None or stated is None or told[0] not in ("did", "was", "were"):
        return None
    subject = next((p for p in body.phrases if p.first == 1), None)
    if subject is not None and _are_counted(subject):
        said = body.words(subject.first, subject.last)
        return f"how many {counting_noun(body, subject)}{stated.removeprefix(said)}"
    object_ = next((p for p in body.phrases if body.verb is not None and p.first == body.verb + 1), None)
    if told[0] == "did" and object_ is not None and _are_counted(object_):
        return with_number(before, "how many", None)
    return None


def _are_counted(phrase: Phrase) -> bool:
    return phrase.kind == "things" and phrase.named is None
