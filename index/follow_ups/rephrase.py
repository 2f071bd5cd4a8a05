"""A question asked anew with another question word or another phrase: what “and when?” and “and the US?” stand for."""

from __future__ import annotations

import re

from index.follow_ups.clause import Clause, Phrase, is_plural
from index.follow_ups.deeds import deed_asked, with_deed
from index.follow_ups.happening import happened
from index.follow_ups.main_verb import BE
from index.irregular import NUMBER_WORDS
from index.lexicon import words
from index.verbs import verb

LONGEST_FILLER = 8  # words of an answer that are worth repeating in a question
_CUT = re.compile(r",? (?:to|that|which|who|because|so|while|when|as|and) |[,;:”]")
_CLAUSE = re.compile(r"(?:he|she|they|it) ", re.IGNORECASE)
_AMOUNT = re.compile(
    rf"\d|\b(?:{'|'.join(NUMBER_WORDS)}|twenty|thirty|forty|fifty|hundreds?|thousands?|millions?)\b", re.IGNORECASE
)
_SUBJECTS = {"who": "someone", "whose": "someone", "what": "it", "which": "it"}
TIMES = frozenset("year day date month time century decade hour week season".split())
_HAVING = frozenset("has have had did".split())
_INDEFINITE = frozenset("anyone anybody someone somebody anything something".split())


def with_question_word(clause: Clause, asked: str, answer: str | None) -> str:
    """The question with `asked` (“when”, “since when”) in place of what it asks for, that filled in from the answer."""
    return f"{asked} {without_question_word(clause, answer)}".strip()


def without_question_word(clause: Clause, answer: str | None) -> str:
    """“did NATO train soldiers”, of “how many soldiers did NATO train” as of “who trained soldiers”."""
    end = len(clause.tokens)
    if not clause.wh:
        return _without_ever(clause)
    event = happened(answer) if _is_happening(clause) else None
    if event is not None:
        return event
    at = deed_asked(clause)
    if at is not None:
        done = with_deed(clause, at, answer)
        if done is not None:
            return done
        answer = None
    answer = filler_of(answer)
    if clause.subject_asked:
        return _with_subject(clause, subject_of(clause, answer))
    left_over = clause.tokens[-1].tag == "p" and clause.noun is None
    if left_over and (clause.kind == "where" or clause.lower[-1] == "for"):
        return clause.words(clause.wh, end - 1)  # “where did she move it to”, “what did she move it for”
    rest = clause.words(clause.wh, end)
    if _is_time_of_it(clause):
        return clause.words(clause.wh, end - (clause.tokens[-1].tag == "p"))  # “which year was it built in”
    filler = _object(clause, answer)
    if not filler or (clause.verb is None and clause.noun is None):
        return rest
    if left_over and clause.kind in ("who", "whom", "what", "which"):
        return f"{rest} {filler}"  # “who does he run against”
    at = _place_of_object(clause)
    return " ".join(filter(None, (clause.words(clause.wh, at), filler, clause.words(at, end))))


def _without_ever(clause: Clause) -> str:
    """“did Quill open it”, of “has Quill ever opened it”: when and why it once was."""
    at, acting = clause.verb, verb(clause.lower[clause.verb]) if clause.verb is not None else None
    if at is None or not at or acting is None or clause.lower[at - 1] != "ever" or clause.lower[0] not in _HAVING:
        return clause.text
    return " ".join(filter(None, ("did", clause.words(1, at - 1), acting[0], clause.words(at + 1, len(clause.tokens)))))


def _is_happening(clause: Clause) -> bool:
    return clause.kind == "what" and clause.verb is not None and verb(clause.lower[clause.verb]) == ("happen", "past")


def _is_time_of_it(clause: Clause) -> bool:
    """“what day did they leave”: the noun says when; not what was done, as in “which day did they choose”."""
    if clause.noun is None or clause.kind not in ("what", "which") or clause.verb is None or clause.aux is None:
        return False
    if clause.lower[clause.noun[1] - 1].removesuffix("s") not in TIMES:
        return False
    found = verb(clause.lower[clause.verb])
    wanting = found is not None and found[0] in words("transitive") and clause.lower[clause.aux] not in BE
    return not wanting or any(p.first == clause.verb + 1 for p in clause.phrases)


def filler_of(answer: str | None) -> str | None:
    """As much of an answer as a question can hold: “a plan”, of “a plan to make the army stronger by 2030”."""
    if answer is None or _CLAUSE.match(answer):
        return None
    if len(answer.split()) > LONGEST_FILLER:
        answer = _CUT.split(answer)[0]
        answer = (answer.rpartition('"')[0] if answer.count('"') % 2 else answer).strip(" “”\"'")
    return answer if 0 < len(answer.split()) <= LONGEST_FILLER else None


def _with_subject(clause: Clause, subject: str) -> str:
    end = len(clause.tokens)
    if clause.aux is not None:
        return " ".join(
            filter(None, (clause.words(clause.aux, clause.aux + 1), subject, clause.words(clause.aux + 1, end)))
        )
    at = clause.verb if clause.verb is not None else clause.wh
    base, form = verb(clause.lower[at]) or (clause.lower[at], "base")
    do = "did" if form == "past" else "do" if " and " in subject or is_plural(subject.split()[-1].lower()) else "does"
    return " ".join(filter(None, (do, subject, clause.words(clause.wh, at), base, clause.words(at + 1, end))))


def subject_of(clause: Clause, answer: str | None) -> str:
    """What a question asks for as its subject, where that is to be said: the answer, “the company”, “someone”."""
    if clause.verb is not None and (verb(clause.lower[clause.verb]) or ("", ""))[0] == "happen":
        return "this"
    noun = clause.words(*clause.noun) if clause.noun else ""
    if noun and "how" in clause.lower[: clause.wh]:
        return noun
    return answer or (f"the {noun}" if noun else _SUBJECTS.get(clause.kind, "it"))


def _object(clause: Clause, answer: str | None) -> str:
    if clause.tokens[0].tag == "p":
        return ""  # “by whom was it built”
    if clause.lower[: clause.wh] == ["how", "much"] and clause.noun is None:
        amount = answer is not None and clause.verb is not None and _AMOUNT.search(answer)
        return str(answer) if amount else ""
    if clause.noun:
        noun = clause.words(*clause.noun)
        return noun if clause.kind == "how" else answer or f"the {noun}"
    if clause.kind not in ("what", "who", "whom", "which") or clause.verb is None:
        return ""
    if answer is None and clause.kind in ("who", "whom") and clause.aux is not None:
        return "" if clause.tokens[-1].tag == "p" else "someone"
    # “when did he say that about the war”, where the answer is no phrase
    return answer or ("that" if clause.kind == "what" and clause.lower[clause.verb] != "do" else "")


def _place_of_object(clause: Clause) -> int:
    """Before the first preposition that follows the verb and is not left over at the end."""
    start = (clause.verb if clause.verb is not None else clause.wh) + 1
    for at in range(start, len(clause.tokens) - 1):
        infinitive = clause.lower[at] == "to" and (verb(clause.lower[at + 1]) or ("", ""))[1] == "base"
        if clause.tokens[at].tag == "p" and clause.lower[at] != "of" and not infinitive:
            return at
    return len(clause.tokens)


def elided_noun(clause: Clause) -> str | None:
    """What “how many?” counts after a question: the plural that it asked for, or spoke of last."""
    if clause.noun is not None and is_plural(clause.lower[clause.noun[1] - 1]):
        first = clause.noun[0]
        first += clause.lower[first] in ("other", "more") and first + 1 < clause.noun[1]
        return clause.words(first, clause.noun[1])
    spoken = [p for p in clause.phrases if p.named is None and not p.asked]
    several = [p for p in spoken if p.kind == "things"]
    if several:
        return counting_noun(clause, several[-1])
    one = [p for p in spoken if p.kind == "thing" and clause.lower[p.first] in ("a", "an", "one")]
    return f"{counting_noun(clause, one[-1])}s" if one else None


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


def negated(clause: Clause, answer: str | None = None) -> str:
    """“why wasn't anybody banned”, for “why not?” after “was anybody banned”; “why did Quill not go” as it was asked."""
    if clause.wh:
        told = answer if clause.kind in ("who", "whom", "which", "what") else None
        clause = Clause(without_question_word(clause, told), clause.names)
    if clause.aux is None:
        return f"why not {clause.text}"
    aux = clause.lower[clause.aux]
    if aux.endswith("n't") or "not" in clause.lower:
        return f"why {clause.text}"
    short = {"can": "can't", "will": "won't", "shall": "shan't", "may": "may not", "am": "am not"}.get(aux, f"{aux}n't")
    refusing = aux if aux.endswith("n't") else short
    return f"why {refusing} {clause.words(clause.aux + 1, len(clause.tokens))}"


def with_number(clause: Clause, asked: str, answer: str | None) -> str:
    """For “how many?”: what can be counted in the question is asked for; without such a thing the answer's, or nothing."""
    if clause.subject_asked and clause.noun and is_plural(clause.lower[clause.noun[1] - 1]):
        return f"{asked} {elided_noun(clause)} {clause.words(clause.wh, len(clause.tokens))}"
    body = Clause(without_question_word(clause, answer), clause.names)
    counted = [p for p in body.phrases if p.kind == "things" and (p.named is None)]
    if asked == "how much":  # “how much money is it lending”
        counted += [
            p
            for p in body.phrases
            if p.kind == "thing" and p.named is None and p.first == p.last - 1 and body.verb == p.first - 1
        ]
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
