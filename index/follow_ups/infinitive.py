"""“did they have to?”, “are they still allowed to?”, “by when do they have to?”: what is left out after “to”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.follow_ups.clause import Clause, is_plural
from index.follow_ups.main_verb import BE
from index.follow_ups.rephrase import without_question_word
from index.lexicon import verbs
from index.verbs import PLURAL, SINGULAR, is_participle, verb

_PRONOUNS = frozenset("he she they it".split())
_ASKED = ("yes_no", "when", "why", "how")
_CONDITION = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Deed:
    done: str
    """“close the bridge”."""
    doer: str = ""
    """Where the pronoun stands for nobody else: “Thornby”, of “if Thornby doesn't decide”."""


def with_infinitive(given: Clause, before: Clause, answer: str | None) -> str | None:
    """“did they have to close the bridge”; None where nothing is left out, or nothing was spoken of that one can do."""
    end = len(given.tokens)
    if end < 4 or given.lower[-1] != "to" or given.aux is None or given.kind not in _ASKED or given.noun is not None:
        return None
    if given.lower[:2] in (["how", "much"], ["how", "many"]) or given.lower[-2] == "used":
        return None
    told = _conditional(before) or _with_gerund(before) or _main(given, before, answer)
    if told is None:
        return None
    words = [given.words(i, i + 1) for i in range(end)]
    at = given.aux + 1
    if told.doer and given.lower[at] in _PRONOUNS:
        number = PLURAL if is_plural(told.doer.split()[-1].lower()) else SINGULAR
        words[given.aux] = number.get(given.lower[given.aux], words[given.aux])
        words[at] = told.doer
    return " ".join((*words, told.done))


def _conditional(before: Clause) -> _Deed | None:
    """“decide”, of “where will the money go if Thornby doesn't decide”."""
    found = _CONDITION.search(before.text)
    inner = Clause(before.text[found.end() :], before.names) if found else None
    if inner is None or not inner.phrases or inner.phrases[0].first:
        return None
    start = inner.phrases[0].last
    at = next((i for i in range(start, len(inner.tokens)) if inner.tokens[i].tag not in "xa"), None)
    form = verb(inner.lower[at]) if at is not None else None
    if at is None or form is None or form[0] == "be":
        return None
    return _Deed(_joined(form[0], inner.words(at + 1, len(inner.tokens))), inner.words(0, start))


def _with_gerund(before: Clause) -> _Deed | None:
    """“give out the tablets”, of “did doctors agree with healers giving out the tablets”."""
    end = len(before.tokens)
    for at in range((before.verb if before.verb is not None else end) + 2, end - 1):
        form = verb(before.lower[at])
        phrase = next((p for p in before.phrases if p.first < at <= p.last and p.kind != "time"), None)
        if (
            phrase
            and form
            and form[1] == "ing"
            and before.tokens[at - 1].tag in "nN"
            and before.tokens[at + 1].tag != "n"
        ):
            return _Deed(_joined(form[0], before.words(at + 1, end)), before.words(phrase.first, at))
    return None


def _main(given: Clause, before: Clause, answer: str | None) -> _Deed | None:
    filled = before.kind in ("what", "who", "whom", "which", "how") or before.noun is not None
    told = re.sub(r"^(?:The|An?)\b", lambda m: m[0].lower(), answer) if answer is not None and filled else None
    body = before if before.subject_asked else Clause(without_question_word(before, told), before.names)
    form = verb(body.lower[body.verb]) if body.verb is not None else None
    if body.verb is None or form is None or form[0] in ("be", "do", "have", "happen"):
        return None
    if form[0] in verbs("say") and not before.subject_asked and before.kind == "what":
        return _Deed(f"{form[0]} that")
    last, end = body.phrases[-1] if body.phrases else None, len(body.tokens)
    if last is not None and last.kind == "time" and last.last == end and last.first > body.verb:
        end = last.first - bool(last.preposition)
    inner = next((i for i in range(body.verb + 1, end - 1) if body.lower[i] == "to"), None)
    if inner is not None and not any(p.first > body.verb and p.last <= inner for p in body.phrases):
        acting = verb(body.lower[inner + 1])
        if acting is not None and acting[1] == "base":  # “close the bridge”, of “why did they want to close the bridge”
            return _Deed(body.words(inner + 1, end))
    passive = (
        body.aux is not None
        and body.lower[body.aux] in BE
        and is_participle(body.lower[body.verb])
        and form[1] != "ing"
    )
    rest = body.words(body.verb + 1, end)
    if not passive:
        return _Deed(_joined(form[0], rest))
    subject = "" if body.subject_asked else body.words(body.aux + 1, body.verb) if body.aux is not None else ""
    doing = given.lower[(given.aux or 0) + 1] == "they" or given.lower[(given.aux or 0) + 1] not in _PRONOUNS
    if subject and doing:
        return None if is_plural(subject.split()[-1].lower()) else _Deed(_joined(form[0], subject, rest))
    return _Deed(_joined("be", body.lower[body.verb], rest))


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))
