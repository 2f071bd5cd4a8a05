"""Messages that are only a part of a question, and the question that they make with the one before them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index import rephrase
from index.clause import Clause
from index.language import STOP_WORDS
from index.lexicon import verbs
from index.named import Names
from index.question_form import AUXILIARIES, bare
from index.rephrase import Likeness
from index.tokens import Token
from index.verbs import is_participle, verb

_WHAT_ABOUT = re.compile(
    r"\W*(?:(?:and|but|so|ok|okay|or)\b,? *)?(?:what|how|wat) (?:about|of|abt) (?P<rest>.+)", re.IGNORECASE
)
_AND = re.compile(r"\W*(?:(?:and|or|but|plus|also)\b[\s,]*)+(?P<rest>.+)", re.IGNORECASE)
_IF = re.compile(r"\W*(?:(?:and|but|so|ok|or)\b,? *)?(?:what )?(?P<rest>if\b.+)", re.IGNORECASE)
_QUESTION_WORDS = frozenset("who whom whose what which when where why how".split())
_BESIDE = frozenset(
    """by with to for from in at on of since until till about into against than exactly else long many much often far big large old high
    soon late early come so not then though tho ago there up off out""".split()
)
_DEMONSTRATIVE = re.compile(
    r"(?P<asked>when|where|why|how|since when|how come|until when)(?: (?:is|was|were|are|did|does|do))? (?:that|this|it|they|those)"
    r"(?: (?:happen|happened|happening|occur|take place|exactly|then|so|be|been))?",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"(?P<asked>when|where|why|how|since when|how come) (?:did|does|do|will|would|has|have|had) (?:he|she|they|it)"
    r" (?:do|done) (?:that|this|it|so)",
    re.IGNORECASE,
)
"""“when did they do that”: nothing but the question word is new."""
_AGAIN = re.compile(
    r"(?P<asked>when|where|why|how|since when|how come) (?:did|does|do|will|would|is|was) (?:he|she|they|it)"
    r" (?P<verb>\w+)(?: (?:that|this|it|them|so))?",
    re.IGNORECASE,
)
_TAKING = re.compile(
    r"(?P<asked>how long|how many \w+|how much time) (?:did|does|will) (?:it|that|this)(?: all)? take(?: (?:him|her|them))?",
    re.IGNORECASE,
)
_OTHER_TIMES = frozenset("before after afterwards earlier later previously nowadays".split())
_LONGEST = 8
"""Words of a message that is only a part."""


def completed(message: str, before: Clause, answer: str | None, names: Sequence[Names], like: Likeness) -> str | None:
    """The whole question that a part stands for after the question `before` and its short answer; None for a whole one."""
    if len(message.split()) > _LONGEST + 4:
        return None
    condition = _IF.fullmatch(message)
    if condition:
        return _on_condition(bare(condition["rest"]), before, message)
    about = _WHAT_ABOUT.fullmatch(message)
    joined = _AND.fullmatch(message)
    given = Clause(about["rest"] if about else message, names)
    if not given.tokens or len(given.tokens) > _LONGEST:
        return None
    if given.text.lower() in _OTHER_TIMES:
        return rephrase.at_another_time(before, given.text)
    taking = _TAKING.fullmatch(given.text)
    if taking and before.verb is not None:
        return rephrase.duration(before, taking["asked"], answer)
    counted = None if about else _counted(given, before)
    if counted is not None:
        return counted
    asked = None if about else _question_part(given, before)
    if asked is not None:
        return _asked_anew(asked, given, before, answer)
    if _is_phrase(given, bool(about), bool(joined), message):
        return _about_phrase(given, before, like)
    return None


def _counted(given: Clause, before: Clause) -> str | None:
    """“how many were sound”, “which is the oldest”: the noun left out is what was spoken of."""
    many = given.lower[:2] == ["how", "many"]
    if not (many or given.lower[:1] == ["which"]) or given.noun is not None or given.wh >= len(given.tokens):
        return None
    if given.aux is None and given.verb is None:
        return None
    noun = rephrase.elided_noun(before)
    if noun is None:
        return None
    return f"how many {noun} {given.words(2, len(given.tokens))}" if many else _of_them(noun, given)


def _of_them(noun: str, given: Clause) -> str:
    return f"which of the {noun} {given.words(1, len(given.tokens))}"


def _question_part(given: Clause, before: Clause) -> str | None:
    """“since when”, “how many soldiers”, “by whom”, “when was that”: what is asked; None for more or less than that."""
    whole = _DEMONSTRATIVE.fullmatch(given.text) or _DOING.fullmatch(given.text)
    if whole:
        return whole["asked"]
    again = _AGAIN.fullmatch(given.text)
    if again and before.verb is not None:
        found = verb(again["verb"].lower())
        acted = verb(before.lower[before.verb])
        if found is not None and acted is not None and found[0] == acted[0] and found[0] not in verbs("say"):
            return again["asked"]
    words = [t.lower for t in given.tokens]
    if not any(w in _QUESTION_WORDS for w in words):
        return None
    if all(w in _QUESTION_WORDS or w in _BESIDE for w in words):
        return given.text
    if given.noun is not None and given.wh == len(given.tokens) < 6 and not _has_verb(given.tokens[given.noun[0] :]):
        return given.text
    return None


def _has_verb(tokens: Sequence[Token]) -> bool:
    acting = [(i, verb(t.lower)) for i, t in enumerate(tokens) if i and t.tag == "n"]
    return any(found is not None and (found[1] == "past" or i + 1 < len(tokens)) for i, found in acting)


def _asked_anew(asked: str, given: Clause, before: Clause, answer: str | None) -> str:
    words = asked.lower().split()
    if words[:2] == ["why", "not"]:
        return rephrase.negated(before)
    if words in (["how", "many"], ["how", "much"]):
        return rephrase.with_number(before, asked, answer)
    if words[-1] == "there" and len(words) == 2:
        asked = words[0]
    if words in (["what", "for"], ["how", "come"]):
        asked, words = "why", ["why"]
    if words in (["who"], ["what"]):
        found = rephrase.indefinite(before, asked)
        if found:
            return found
        if before.kind == "who" and before.subject_asked is False and answer is None:
            return before.text
    if words[-1:] == ["else"] and words[0] == before.kind:
        return f"{asked} {before.words(before.wh, len(before.tokens))}"
    if given.noun is not None and words[0] in ("how", "which", "what") and before.wh and _same_thing(given, before):
        return f"{asked} {before.words(before.wh, len(before.tokens))}"
    if words[-1] in ("by", "with", "to", "for", "from", "since", "until") and len(words) == 2:
        asked = f"{words[1]} {'whom' if words[0] == 'who' else words[0]}"
    return rephrase.with_question_word(before, asked, answer)


_TIMES = frozenset("year day date month time century decade hour week season".split())
_PLACES = frozenset("country city town place state region village part county area".split())


def _same_thing(given: Clause, before: Clause) -> bool:
    """“which year?” after “when …”, “how many coins?” after “how many cards …”: the one in place of the other."""
    assert given.noun is not None
    head = given.lower[given.noun[1] - 1]
    if head in _TIMES:
        return before.kind == "when"
    if head in _PLACES:
        return before.kind == "where" or (before.noun is not None and given.kind == before.kind)
    if before.noun is not None:
        return True
    return given.kind in ("which", "what") and before.kind in ("what", "who", "which") and not before.subject_asked


def _is_phrase(given: Clause, about: bool, joined: bool, message: str) -> bool:
    """Names and nouns alone, “in July”, “before”: no verb, no question word, no auxiliary."""
    tokens = given.tokens
    if any(t.lower in _QUESTION_WORDS or t.lower in AUXILIARIES or t.tag in "ro" for t in tokens):
        return False
    if not about and any(
        t.tag == "n" and i and is_participle(t.lower) and tokens[i - 1].tag not in "d#" for i, t in enumerate(tokens)
    ):
        return False
    if not any(t.lower not in STOP_WORDS for t in tokens) and not given.phrases:
        return False
    if about or joined:
        return bool(given.phrases)
    first = tokens[0]
    if len(tokens) > 4 or not given.phrases:
        return False
    alone = len(given.phrases) == 1 and given.phrases[0].last == len(tokens)
    named = alone and given.phrases[0].named is not None and given.phrases[0].first == 0
    return alone and (named or (("?" in message) and (first.tag == "p" or first.lower in ("the", "these", "those"))))


def _about_phrase(given: Clause, before: Clause, like: Likeness) -> str:
    phrase = given.phrases[0] if given.phrases else None
    doing = phrase and phrase.kind == "person" and before.subject_asked and before.kind == "who"
    if doing and not any(p.kind == "person" for p in before.phrases):
        return rephrase.with_question_word(before, "", given.text)  # “did Zelensky visit Kyiv”
    return rephrase.with_phrase(before, given, phrase, like)


def _on_condition(condition: str, before: Clause, message: str) -> str | None:
    """“and if that is equal too?” after “what happens if there is a tie”."""
    if re.match(r"\W*(?:and |but |so |ok |or )*what if\b", message, re.IGNORECASE) or len(condition.split()) < 2:
        return None
    if "," in condition or any(w in _QUESTION_WORDS for w in condition.lower().split()):
        return None
    at = next((i for i, w in enumerate(before.lower) if w == "if"), None)
    return f"{before.words(0, at)} {condition}" if at else f"what happens {condition}"
