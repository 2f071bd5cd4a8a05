"""A part of a question that asks: “since when”, “how many of them”, “by whom”, and the question that it makes with the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.follow_ups import rephrase, statement
from index.follow_ups.clause import Clause
from index.follow_ups.doers import doers_counted
from index.follow_ups.main_verb import DO
from index.follow_ups.question_form import QUESTION_WORDS, bare
from index.follow_ups.referents import is_human
from index.lexicon import verbs
from index.tokens import Token
from index.verbs import MOVING, verb

_BESIDE = frozenset(
    """starting together as by with to for from in at on of since until till about into against than exactly else long many much often far big large old high
    soon late early come so not then though tho ago there up off out""".split()
)
_DEMONSTRATIVE = re.compile(
    r"(?P<asked>when|where|why|how|since when|how come|until when|how long ago)(?: (?:is|was|were|are|did|does|do))? (?:that|this|it|they|those)"
    r"(?: (?:happen|happened|happening|occur|take place|exactly|then|so|be|been))?",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"(?P<asked>when|where|why|how|since when|how come) (?:did|does|do|will|would|has|have|had|is|are|was|were) (?:he|she|they|it)"
    r" (?:do|done|doing) (?:that|this|it|so)"
    r"|(?P<bare>when|where|why|how|since when|how come) (?:did|does|do|will|would|has|have|had) (?:he|she|they|it)",
    re.IGNORECASE,
)
"""“when did they do that”: nothing but the question word is new."""
_AGAIN = re.compile(
    r"(?P<asked>when|where|why|how|since when|how come) (?:did|does|do|will|would|is|was) (?:he|she|they|it)"
    r" (?P<verb>\w+)(?: (?:that|this|it|them|so))?",
    re.IGNORECASE,
)
PART_OF_THEM = re.compile(
    r"how many (?:of (?:them|those|these) )?(?P<rest>(?:in|from|at|on|with|without|under|over) (?!total|all\b).+)",
    re.IGNORECASE,
)
"""“how many of them in London”: a part of those that were counted, by where they are."""
_ASIDES = frozenset(("when", "where", "why", "since when", "how come"))
_ORIGINS = frozenset(
    "country countries city cities town towns village villages state states region regions nation nations".split()
)
_TAKING = frozenset("take bring hire get invite flee import recruit send rescue".split())
_LEFT_OVER = frozenset("by with to for from about against at on in".split())
_PLACES = frozenset("country city town place state region village part county area".split())


def is_aside(message: str) -> bool:
    """“when was that”, “and why?”: only when, where or why what was asked about before was so."""
    text = bare(message)
    whole = _DEMONSTRATIVE.fullmatch(text) or _DOING.fullmatch(text)
    return whole is not None or text.lower() in _ASIDES


def counted_again(given: Clause, before: Clause) -> str | None:
    """“how many were sound”, “which is the oldest”: the noun left out is what was spoken of."""
    many = given.lower[:2] == ["how", "many"]
    if not (many or given.lower[:1] == ["which"]) or given.noun is not None or given.wh >= len(given.tokens):
        return None
    if given.aux is None and given.verb is None:
        return None
    doing = doers_counted(before) if many and given.lower[2:] == ["were", "they"] else None
    if doing is not None:
        return doing
    noun = rephrase.elided_noun(before)
    if noun is None:
        return None
    rest = given.words(2, len(given.tokens))
    if rest.lower() in ("are they", "were they"):  # “how many of them are there”
        if before.noun is not None:
            return None  # others than those that were asked for
        rest = f"{rest.split()[0]} there"
    return f"how many {noun} {rest}" if many else _of_them(noun, given)


def _of_them(noun: str, given: Clause) -> str:
    return f"which of the {noun} {given.words(1, len(given.tokens))}"


def _names_a_thing(given: Clause, before: Clause, answer: str | None) -> bool:
    """“where is that?” after “who makes the blades”, where the answer is a company or a town."""
    if (
        answer is None
        or given.aux is None
        or given.lower[given.aux] != "is"
        or before.kind not in ("who", "which", "what")
    ):
        return False
    named = [p.named for p in Clause(answer, before.names).phrases]
    return answer[:1].isupper() and bool(named) and not any(n is not None and n.kind == "person" for n in named)


def question_part(given: Clause, before: Clause, answer: str | None) -> str | None:
    """“since when”, “how many soldiers”, “by whom”, “when was that”: what is asked; None for more or less than that."""
    whole = _DEMONSTRATIVE.fullmatch(given.text) or _DOING.fullmatch(given.text)
    what = (whole["asked"] or whole["bare"]) if whole else ""
    if given.lower in (["where", "is", "it"], ["where", "are", "they"]):
        return None  # where a thing is, not where something was done
    if whole and what.lower() == "where" and (before.kind == "where" or _names_a_thing(given, before, answer)):
        return None  # where the place or the company is that was named
    if whole:
        return str(what)
    again = _AGAIN.fullmatch(given.text)
    if again and before.verb is not None:
        found = verb(again["verb"].lower())
        acted = verb(before.lower[before.verb])
        if found is not None and acted is not None and found[0] == acted[0] and found[0] not in verbs("say"):
            return again["asked"]
    words = [t.lower for t in given.tokens]
    if words[:1] == ["why"] and answer is not None and _is_of(given.tokens[1:], answer):
        return "why"  # “why green?”, “why in May?”
    if words[:2] == ["why", "not"] and len(words) > 2 and given.tokens[2].tag in "pd":
        return given.text
    if not any(w in QUESTION_WORDS for w in words):
        return None
    if all(w in QUESTION_WORDS or w in _BESIDE for w in words):
        return given.text
    if given.noun is not None and given.wh == len(given.tokens) < 6 and not _has_verb(given.tokens[given.noun[0] :]):
        return given.text
    return None


def _is_of(tokens: Sequence[Token], answer: str) -> bool:
    said = answer.lower().split()
    content = [t.lower for t in tokens if t.tag not in "pd"]
    return bool(content) and all(w in said for w in content)


def _has_verb(tokens: Sequence[Token]) -> bool:
    acting = [(i, verb(t.lower)) for i, t in enumerate(tokens) if i and t.tag == "n"]
    return any(found is not None and (found[1] == "past" or i + 1 < len(tokens)) for i, found in acting)


def asked_anew(asked: str, given: Clause, before: Clause, answer: str | None) -> str:
    """The question `before` with `asked` (“when”, “by who”) in place of what it asks for; `given` is the whole message."""
    words = asked.lower().split()
    if words[:2] == ["why", "not"]:
        rest = " ".join(asked.split()[2:])
        return " ".join(filter(None, (rephrase.negated(before, answer), rest)))
    if words in (["how", "many"], ["how", "much"]):
        return rephrase.with_number(before, asked, answer)
    if words[-1] == "there" and len(words) == 2:
        asked = words[0]
    if words in (["how", "come"], ["what", "for"]) and (words[0] == "how" or before.kind == "why"):
        asked, words = "why", ["why"]
    if words == ["who"] and before.kind == "who" and before.subject_asked:
        return before.text  # “who exactly?”
    origin = _come_from(asked, given, before)
    if origin is not None:
        return origin
    repeated = _repeated(given, before, answer)
    if repeated is not None:
        return f"{asked} {repeated}"
    if words in (["who"], ["what"]):
        found = rephrase.indefinite(before, asked)
        if found:
            return found
        if before.kind == "who" and before.subject_asked is False and answer is None:
            return before.text
    if words[-1:] == ["else"] and words[0] == before.kind:
        return f"{asked} {before.words(before.wh, len(before.tokens))}"
    if words == ["who", "else"]:
        doing = statement.of_other_subject(before, asked)
        if doing:
            return doing
    if given.noun is not None and before.wh and _takes_its_place(given, before):
        return f"{asked} {before.words(before.wh, len(before.tokens))}"
    if len(words) == 2 and words[0] in _LEFT_OVER and words[1] == "what":
        words = [words[1], words[0]]
    if len(words) == 2 and words[-1] in _LEFT_OVER and words[0] in ("who", "whom", "what", "where"):
        return f"{rephrase.with_question_word(before, words[0], answer)} {words[1]}"  # “where did she move it to”
    if len(words) == 2 and words[0] in _LEFT_OVER and words[1] == "who":
        asked = f"{words[0]} whom"
    return rephrase.with_question_word(before, asked, answer)


def _come_from(asked: str, given: Clause, before: Clause) -> str | None:
    """“from how many countries do the observers come”, after “who leads the observers”; None where somebody came, or took something."""
    if given.noun is None or given.lower[0] != "from" or given.lower[given.noun[1] - 1] not in _ORIGINS:
        return None
    acting = (verb(before.lower[before.verb]) or ("", ""))[0] if before.verb is not None else ""
    several = [p for p in before.phrases if p.kind == "things" and is_human(before.lower[p.last - 1])]
    doing = before.aux is not None and before.lower[before.aux] in DO
    if not several or acting in MOVING | _TAKING or doing:
        return None
    who = before.words(several[-1].first, several[-1].last)
    determined = before.tokens[several[-1].first].tag == "d"
    return f"{asked} do {who if determined else f'the {who}'} come"


def _repeated(given: Clause, before: Clause, answer: str | None) -> str | None:
    """The question before without the noun that “how many workers?” asks about anew; None where it had none such."""
    if given.noun is None or given.lower[0] not in ("how", "which", "what", "whose") or given.noun[0] > 2:
        return None
    noun = given.words(*given.noun).lower()
    body = Clause(rephrase.without_question_word(before, answer), before.names)
    for p in body.phrases:
        first = p.first + (body.tokens[p.first].tag == "d")
        if body.words(first, p.last).lower() == noun and not p.preposition:
            return " ".join((body.words(0, p.first), body.words(p.last, len(body.tokens)))).strip()
    return None


def _takes_its_place(given: Clause, before: Clause) -> bool:
    """Whether one question phrase is asked in place of the other, “in how many countries” in that of “from how many users”."""
    prepositions = [c.tokens[0].tag == "p" for c in (given, before)]
    if prepositions == [True, True]:
        return given.kind == before.kind and before.noun is not None
    return not prepositions[0] and _same_thing(given, before)


def _same_thing(given: Clause, before: Clause) -> bool:
    """“which year?” after “when …”, “how many coins?” after “how many cards …”: the one in place of the other."""
    assert given.noun is not None
    head = given.lower[given.noun[1] - 1]
    if head in rephrase.TIMES:
        return before.kind == "when"
    if head in _PLACES:
        return before.kind == "where" or (before.noun is not None and given.kind == before.kind)
    if before.noun is not None:
        return True
    return given.kind in ("which", "what") and before.kind in ("what", "who", "which") and not before.subject_asked
