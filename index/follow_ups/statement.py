"""What a question and its answer say, as a statement: “NATO trained soldiers”, and what is asked about that."""

from __future__ import annotations

from index.follow_ups.clause import Clause, is_plural
from index.follow_ups.rephrase import LONGEST_FILLER, filler_of, subject_of, without_question_word
from index.verbs import past, past_participle, third, verb

_TOO = frozenset(("too", "also"))


def declarative(clause: Clause, answer: str | None) -> str | None:
    """“NATO did train soldiers”: what question and answer say; None where the subject cannot be told."""
    if clause.subject_asked and clause.wh:
        return f"{subject_of(clause, filler_of(answer))} {clause.words(clause.wh, len(clause.tokens))}"
    body = Clause(without_question_word(clause, answer), clause.names)
    told = parts(body)
    if told is None:
        return None
    aux, subject, rest = told
    if aux in ("do", "does", "did") and body.verb is not None and body.verb > 1:
        at = next((i for i in range(2, body.verb) if body.lower[i : i + 2] == ["have", "to"]), body.verb)
        base, subject = body.lower[at], body.words(1, at)
        aux = past(base) if aux == "did" else third(base) if aux == "does" else base
        rest = body.words(at + 1, len(body.tokens))
    text = " ".join(filter(None, (subject, "" if aux in ("do", "does") else aux, rest)))
    if answer is not None and clause.noun and clause.lower[:2] == ["how", "many"]:
        noun = clause.words(*clause.noun)
        return text.replace(noun, _counted(answer, noun), 1)
    answered = answer if clause.kind in ("when", "where", "how") and answer is not None else None
    return f"{text} {answered}" if answered and len(answered.split()) <= LONGEST_FILLER else text


def _counted(answer: str, noun: str) -> str:
    """“300 workers”, of “300”; “tens of thousands of soldiers”."""
    if len(answer.split()) > LONGEST_FILLER or noun.split()[-1].lower() in answer.lower():
        return answer if len(answer.split()) <= LONGEST_FILLER else noun
    return f"{answer} of {noun}" if is_plural(answer.split()[-1].lower()) else f"{answer} {noun}"


def parts(body: Clause) -> tuple[str, str, str] | None:
    """Auxiliary, subject and the rest of a question without its question word."""
    if body.aux != 0 or len(body.tokens) < 3:
        return None
    first = next((p for p in body.phrases if p.first == 1), None)
    end = body.verb if body.verb is not None and body.verb > 1 else first.last if first else None
    if end is None or end >= len(body.tokens):
        return None
    return body.lower[0], body.words(1, end), body.words(end, len(body.tokens))


def doing_so(given: Clause, before: Clause) -> str | None:
    """“did she open the bridge alone”, for “did she do it alone?”; “did Burrow open the bridge”, for “did Burrow too?”."""
    if before.verb is None or (not before.subject_asked and before.kind in ("what", "who")):
        return None  # what was done is not told by the question
    at = next((i for i, w in enumerate(given.lower) if w in ("do", "done") and i > 1), 0)
    again = given.lower[at : at + 1] == ["done"] and given.lower[0] in ("has", "have", "had")
    if (
        at
        and given.lower[at + 1 : at + 2] in (["it"], ["that"], ["this"], ["so"])
        and (again or at + 2 < len(given.tokens))
    ):
        rest = at + 2
    elif _is_subject_alone(given):
        at, rest = len(given.tokens) - (given.lower[-1] in _TOO), len(given.tokens)
    else:
        return None
    base = (verb(before.lower[before.verb]) or ("do", ""))[0]
    if base == "do":
        return None
    base = past_participle(base) if again else base
    end, last = len(before.tokens), before.phrases[-1] if before.phrases else None
    if last is not None and last.kind == "time" and last.last == end:
        end = last.first - bool(last.preposition)
    done = before.words(before.verb + 1, end)
    return " ".join(filter(None, (given.words(0, at), base, done, given.words(rest, len(given.tokens)))))


def _is_subject_alone(given: Clause) -> bool:
    """“did she”, “will the mayor too”: an auxiliary and who would do it."""
    end = len(given.tokens) - (bool(given.tokens) and given.lower[-1] in _TOO)
    if given.lower[:1] not in (["did"], ["does"], ["do"], ["will"], ["would"]) or end < 2:
        return False
    whole = len(given.phrases) == 1 and given.phrases[0].first == 1 and given.phrases[0].last == end
    return (end == 2 and given.tokens[1].tag == "r") or (whole and given.verb is None)


def of_other_subject(clause: Clause, asked: str) -> str | None:
    """“who else opened the bridge”, after “when did Quill open the bridge”; None where no person is its subject."""
    body = Clause(without_question_word(clause, None), clause.names)
    told = parts(body)
    first = next((p for p in body.phrases if p.first == 1), None)
    if told is None or first is None or first.kind != "person" or body.verb is None:
        return None
    aux, _, rest = told
    base, after = body.lower[body.verb], body.words(body.verb + 1, len(body.tokens))
    acting = {"did": past(base), "does": third(base), "do": third(base)}.get(aux)
    return " ".join(filter(None, (asked, acting, after) if acting else (asked, aux, rest)))


def duration(clause: Clause, asked: str, taking: str, answer: str | None) -> str | None:
    """“how long did it take NATO to train soldiers”, for “how long did it take?”."""
    body = Clause(without_question_word(clause, answer), clause.names)
    told = parts(body)
    if told is None or body.verb is None or body.verb < 2:
        return None
    _, subject, _ = told
    base = (verb(body.lower[body.verb]) or (body.lower[body.verb], ""))[0]
    after = body.words(body.verb + 1, len(body.tokens))
    done = body.lower[0] in ("is", "are", "was", "were")
    who, what = ("", subject) if done else (subject, "")
    what = what.removesuffix(" being")
    return " ".join(filter(None, (asked, taking, "it take", who, "to", base, what, after)))
