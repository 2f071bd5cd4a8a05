"""A question asked anew with another question word or another phrase: what “and when?” and “and the US?” stand for."""

from __future__ import annotations

import re
from collections.abc import Callable

from index.clause import Clause, Phrase, is_plural
from index.verbs import verb

_LONGEST_FILLER = 8  # words of an answer that are worth repeating in a question
_CUT = re.compile(r",? (?:to|that|which|who|because|so|while|when|as|and) |[,;:”]")
_CLAUSE = re.compile(r"(?:he|she|they|it) ", re.IGNORECASE)
_SUBJECTS = {"who": "someone", "whose": "someone", "what": "it", "which": "it"}
_INDEFINITE = frozenset("anyone anybody someone somebody anything something".split())
Likeness = Callable[[str, str], float]
"""How near two words are in meaning, -1 to 1."""


def with_question_word(clause: Clause, asked: str, answer: str | None) -> str:
    """The question with `asked` (“when”, “since when”) in place of what it asks for, that filled in from the answer."""
    return f"{asked} {_without_question_word(clause, answer)}".strip()


def _without_question_word(clause: Clause, answer: str | None) -> str:
    """“did NATO train soldiers”, of “how many soldiers did NATO train” as of “who trained soldiers”."""
    end = len(clause.tokens)
    answer = _filler(answer)
    if not clause.wh:
        return clause.text
    if clause.subject_asked:
        return _with_subject(clause, _subject(clause, answer))
    rest = clause.words(clause.wh, end)
    filler = _object(clause, answer)
    if not filler or (clause.verb is None and clause.noun is None):
        return rest
    at = _place_of_object(clause)
    return " ".join(filter(None, (clause.words(clause.wh, at), filler, clause.words(at, end))))


def _filler(answer: str | None) -> str | None:
    """As much of an answer as a question can hold: “a plan”, of “a plan to make the army stronger by 2030”."""
    if answer is None or _CLAUSE.match(answer):
        return None
    if len(answer.split()) > _LONGEST_FILLER:
        answer = _CUT.split(answer)[0].strip(" “”\"'")
    return answer if 0 < len(answer.split()) <= _LONGEST_FILLER else None


def _with_subject(clause: Clause, subject: str) -> str:
    end = len(clause.tokens)
    if clause.aux is not None:
        return " ".join(
            filter(None, (clause.words(clause.aux, clause.aux + 1), subject, clause.words(clause.aux + 1, end)))
        )
    at = clause.wh
    base, form = verb(clause.lower[at]) or (clause.lower[at], "base")
    do = "did" if form == "past" else "do" if " and " in subject or is_plural(subject.split()[-1].lower()) else "does"
    return " ".join(filter(None, (do, subject, base, clause.words(at + 1, end))))


def _subject(clause: Clause, answer: str | None) -> str:
    if clause.verb is not None and (verb(clause.lower[clause.verb]) or ("", ""))[0] == "happen":
        return "this"
    noun = clause.words(*clause.noun) if clause.noun else ""
    if noun and "how" in clause.lower[: clause.wh]:
        return noun
    return answer or (f"the {noun}" if noun else _SUBJECTS.get(clause.kind, "it"))


def _object(clause: Clause, answer: str | None) -> str:
    if clause.noun:
        noun = clause.words(*clause.noun)
        return noun if clause.kind == "how" else answer or f"the {noun}"
    if clause.kind not in ("what", "who", "whom", "which") or clause.verb is None:
        return ""
    # “when did he say that about the war”, where the answer is no phrase
    return answer or ("that" if clause.kind == "what" and clause.lower[clause.verb] != "do" else "")


def _place_of_object(clause: Clause) -> int:
    """Before the first preposition that follows the verb and is not left over at the end."""
    start = (clause.verb if clause.verb is not None else clause.wh) + 1
    for at in range(start, len(clause.tokens) - 1):
        if clause.tokens[at].tag == "p" and clause.lower[at] != "of":
            return at
    return len(clause.tokens)


def declarative(clause: Clause, answer: str | None) -> str | None:
    """“NATO did train soldiers”: what question and answer say; None where the subject cannot be told."""
    body = Clause(_without_question_word(clause, answer), clause.names)
    parts = _parts(body)
    if parts is None:
        return None
    aux, subject, rest = parts
    text = " ".join(filter(None, (subject, "" if aux in ("do", "does") else aux, rest)))
    told = answer if clause.kind in ("when", "where", "how") and answer is not None else None
    return f"{text} {told}" if told and len(told.split()) <= _LONGEST_FILLER else text


def _parts(body: Clause) -> tuple[str, str, str] | None:
    """Auxiliary, subject and the rest of a question without its question word."""
    if body.aux != 0 or len(body.tokens) < 3:
        return None
    first = next((p for p in body.phrases if p.first == 1), None)
    end = body.verb if body.verb is not None and body.verb > 1 else first.last if first else None
    if end is None or end >= len(body.tokens):
        return None
    return body.lower[0], body.words(1, end), body.words(end, len(body.tokens))


def duration(clause: Clause, asked: str, answer: str | None) -> str | None:
    """“how long did it take NATO to train soldiers”, for “how long did it take?”."""
    body = Clause(_without_question_word(clause, answer), clause.names)
    parts = _parts(body)
    if parts is None or body.verb is None or body.verb < 2:
        return None
    _, subject, _ = parts
    base = (verb(body.lower[body.verb]) or (body.lower[body.verb], ""))[0]
    after = body.words(body.verb + 1, len(body.tokens))
    done = body.lower[0] in ("is", "are", "was", "were")
    who, what = ("", subject) if done else (subject, "")
    return " ".join(filter(None, (asked, "did it take", who, "to", base, what, after)))


def elided_noun(clause: Clause) -> str | None:
    """What “how many?” counts after a question: the plural that it asked for, or spoke of last."""
    if clause.noun is not None and is_plural(clause.lower[clause.noun[1] - 1]):
        first = clause.noun[0]
        first += clause.lower[first] in ("other", "more") and first + 1 < clause.noun[1]
        return clause.words(first, clause.noun[1])
    spoken = [p for p in clause.phrases if p.kind == "things" and p.named is None]
    return counting_noun(clause, spoken[-1]) if spoken else None


def at_another_time(clause: Clause, time: str) -> str:
    """“what was the fee before”: in place of the time that the question had, or at its end."""
    if clause.aux is not None and time in ("before", "earlier", "previously"):
        past = {"is": "was", "are": "were", "does": "did", "do": "did"}.get(clause.lower[clause.aux])
        if past:
            start, rest = clause.words(0, clause.aux), clause.words(clause.aux + 1, len(clause.tokens))
            clause = Clause(" ".join(filter(None, (start, past, rest))), clause.names)
    had = next((p for p in reversed(clause.phrases) if p.kind == "time"), None)
    if had is None or (had.preposition and clause.lower[had.first] not in ("now", "today", "currently")):
        return f"{clause.text} {time}"
    end = len(clause.tokens)
    return " ".join(filter(None, (clause.words(0, had.first), clause.words(had.last, end), time)))


def negated(clause: Clause) -> str:
    """“why wasn't anybody banned”, for “why not?” after “was anybody banned”."""
    if clause.aux is None:
        return f"why not {clause.text}"
    aux = clause.lower[clause.aux]
    short = {"can": "can't", "will": "won't", "shall": "shan't", "may": "may not", "am": "am not"}.get(aux, f"{aux}n't")
    refusing = aux if aux.endswith("n't") else short
    return f"why {refusing} {clause.words(clause.aux + 1, len(clause.tokens))}"


def with_number(clause: Clause, asked: str, answer: str | None) -> str:
    """For “how many?”: what can be counted in the question is asked for; without such a thing the answer's, or nothing."""
    body = Clause(_without_question_word(clause, answer), clause.names)
    counted = [p for p in body.phrases if p.kind == "things" and (p.named is None)]
    counted = [p for p in counted if not p.preposition] or counted
    if not counted:
        return f"{asked} {body.text}"
    phrase = counted[-1]
    noun = counting_noun(body, phrase)
    first = phrase.first - 1 if phrase.preposition and phrase.last == len(body.tokens) else phrase.first
    rest = " ".join(filter(None, (body.words(0, first), body.words(phrase.last, len(body.tokens)))))
    return f"{asked} {noun} {rest}"


def counting_noun(clause: Clause, phrase: Phrase) -> str:
    """The noun without “the most”, “any”, “seven”."""
    first = phrase.first
    while first < phrase.last - 1 and (
        clause.tokens[first].tag in "d#" or clause.lower[first] in ("more", "fewer", "less")
    ):
        first += 1
    return clause.words(first, phrase.last)


def indefinite(clause: Clause, asked: str) -> str | None:
    """“who was banned”, for “who?” after “was anybody banned”; None where nothing is left open."""
    at = next((i for i, w in enumerate(clause.lower) if w in _INDEFINITE), None)
    if at is None or clause.wh or clause.aux != 0:
        return None
    rest = clause.words(at + 1, len(clause.tokens))
    return (
        f"{asked} {clause.words(0, at)} {rest}"
        if at > 1 or clause.lower[0] not in ("do", "does", "did")
        else f"{asked} {rest}"
    )


def with_phrase(clause: Clause, given: Clause, phrase: Phrase | None, like: Likeness) -> str:
    """The question with the given words in place of its phrase of the same kind; else “about” them.

    `phrase`: what the given words are, with the preposition they stand after.
    """
    words = given.text
    if phrase is not None and given.lower[phrase.last - 1] in ("others", "rest"):
        noun = elided_noun(clause) or _last_noun(clause)
        words = f"the other {noun}" if noun else words
    target = _target(clause, given, phrase, like)
    if target is None:
        joint = "" if phrase is None or phrase.preposition or phrase.kind == "time" else "about "
        return f"{clause.text} {joint}{words}"
    first = target.first
    if phrase is not None and phrase.preposition and target.preposition:
        first -= 1
    elif phrase is not None and phrase.preposition:
        return f"{clause.text} {words}"
    last = target.last
    aux = clause.aux
    if given.lower and given.lower[-1] in ("one", "ones"):
        head = clause.words(target.last - 1, target.last)
        words = f"{given.words(0, len(given.tokens) - 1)} {head}"
    if target.named is not None and last > first and clause.tokens[last - 1].tag == "s":
        last -= 1
    start = clause.words(0, first)
    if aux is not None and first == aux + 1 and target.kind in ("thing", "things"):
        number = _PLURAL if is_plural(words.split()[-1].lower()) else _SINGULAR
        agreeing = number.get(clause.lower[aux], clause.words(aux, aux + 1))
        start = " ".join(filter(None, (clause.words(0, aux), agreeing)))
    return " ".join(filter(None, (start, words, clause.words(last, len(clause.tokens)))))


def _last_noun(clause: Clause) -> str | None:
    spoken = [p for p in clause.phrases if p.kind == "thing" and p.named is None and not p.asked]
    return f"{counting_noun(clause, spoken[-1])}s" if spoken else None


_PLURAL = {"is": "are", "was": "were", "does": "do", "has": "have"}
_SINGULAR = {plural: one for one, plural in _PLURAL.items()}
_NAMES = ("person", "place", "name")


def _target(clause: Clause, given: Clause, phrase: Phrase | None, like: Likeness) -> Phrase | None:
    """The phrase of a question that the given words would take the place of."""
    if phrase is None:
        return None
    there = [
        p
        for p in clause.phrases
        if clause.words(p.first, p.last).lower() != given.words(phrase.first, phrase.last).lower()
    ]
    if phrase.kind == "time":
        return next((p for p in reversed(there) if p.kind == "time"), None)
    there = [p for p in there if p.kind != "time"]
    if phrase.preposition:
        return next((p for p in reversed(there) if p.preposition == phrase.preposition), None) or next(
            (p for p in reversed(there) if p.preposition and p.kind == phrase.kind in _NAMES), None
        )
    same = [p for p in there if p.kind == phrase.kind]
    if phrase.kind == "person":
        others = [p for p in there if p.kind == "name"]
        return (same or others)[-1] if same or others else None
    if phrase.kind in _NAMES:
        others = [p for p in there if p.kind in _NAMES and p.kind != "person"]
        if same or others:
            return (same or others)[-1]
        common = [p for p in there if p.kind not in _NAMES]
        return common[-1] if common else None
    head = given.lower[phrase.last - 1]
    if head in ("one", "ones"):
        wanted = "things" if head == "ones" else "thing"
        return next((p for p in there if p.kind == wanted), there[-1] if there else None)
    common = [p for p in there if p.kind in ("thing", "things", "name")]
    if not common:
        return there[-1] if there else None
    return max(common, key=lambda p: _fit(clause, p, given, phrase, like))


def _fit(clause: Clause, target: Phrase, given: Clause, phrase: Phrase, like: Likeness) -> float:
    near = like(clause.lower[target.last - 1], given.lower[phrase.last - 1])
    determined = [c.lower[p.first] in ("the", "a", "an") for c, p in ((clause, target), (given, phrase))]
    return (
        near
        + 0.25 * (target.kind == phrase.kind)
        + 0.1 * (determined[0] == determined[1])
        + 0.1 * (not target.preposition)
    )
