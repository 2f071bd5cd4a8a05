"""The main verb of a question: “require” in “what would the new bill require”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.lexicon import words
from index.named import Named
from index.verbs import PARTICLES, is_participle, verb

if TYPE_CHECKING:
    from index.follow_ups.question_form import QuestionForm

DEGREES = frozenset(
    "many much long old often far big large tall high heavy fast soon wide deep late early likely expensive well bad badly good hard common strong".split()
)
DO = frozenset("do does did don't doesn't didn't".split())
BE = frozenset("is are was were isn't aren't wasn't weren't".split())
_ADJECTIVES = DEGREES | frozenset("new small great final next whole main same".split())
_BARE_INFINITIVE = frozenset("help let make go come see hear watch take".split())
"""Verbs that another may follow as it is, “help build”; and “take place”."""


def main_verb(form: QuestionForm) -> int | None:
    """The main verb, where it can be told."""
    start = form.wh
    if start >= len(form.tokens):
        return None
    if form.aux is None:
        while form.wh and form.tokens[start].tag == "a" and start + 1 < len(form.tokens):
            start += 1  # “which teacher already teaches games”
        return start if form.wh and verb(form.lower[start]) else None
    plain = form.lower[form.aux] not in BE
    seen = noun = False
    at = form.aux + 1
    while at < len(form.tokens):
        token, named = form.tokens[at], form.named_at(at)
        if named and not _is_verb_like_a_name(form, at, seen, named):
            at, seen = named[0], True
            continue
        found = verb(token.lower) if token.tag == "n" else None
        acts = found and (_governs(form, at, seen, plain) or _leads(form, at))
        if acts and not (noun and not _is_bare_verb(form, at)):  # “the first attempt to sell it”
            if not plain or not _is_noun_before_verb(form, at):
                return at + _has_particle(form, at + 1)
            noun = True
        seen = seen or token.tag in "rnN#" or (token.tag == "d" and token.lower in ("they", "that", "this", "those"))
        at += 1
    return _last_of_do(form) or (_after_possessive(form) if plain else None)


def _after_possessive(form: QuestionForm) -> int | None:
    """“when will St Hilda's close”: where nothing else is a verb, what seems to be owned is one."""
    having = form.lower[form.aux or 0] in ("has", "have", "had")
    for at in range((form.aux or 0) + 2, len(form.tokens)):
        acts = is_participle(form.lower[at]) if having else verb(form.lower[at]) == (form.lower[at], "base")
        if form.tokens[at - 1].tag == "s" and form.tokens[at].tag == "n" and acts:
            return None if any(w in BE or w in ("be", "been") for w in form.lower[at:]) else at
    return None


def _last_of_do(form: QuestionForm) -> int | None:
    """“where do the bees hum”: after “do” some word is a verb, if the list of verbs knows it or not."""
    if form.aux is None:
        return None
    if form.lower[-1] == "do" and len(form.tokens) > form.aux + 2:
        return len(form.tokens) - 1  # “what would the new bill do”
    if form.lower[form.aux] not in DO:
        return None
    seen, named_until = False, 0
    for at in range(form.aux + 1, len(form.tokens)):
        if named_until > at:
            continue
        if seen and form.lower[at] in ("do", "have"):
            return at
        named = form.named_at(at)
        if named is not None:
            named_until, seen = named[0], True
            continue
        tag, before = form.tokens[at].tag, form.tokens[at - 1].tag
        after = form.tokens[at + 1].tag if at + 1 < len(form.tokens) else "."
        if seen and tag == "n" and before not in "dps#" and (named_until == at or after not in "nNs"):
            return at
        seen = seen or tag in "nNr"
    return None


def _is_verb_like_a_name(form: QuestionForm, at: int, seen: bool, named: tuple[int, Named]) -> bool:
    """“can I load”, where the article has a heading “Load”."""
    word = form.tokens[at]
    alike = named[0] == at + 1 and named[1].kind == "name" and word.text.islower()
    return alike and seen and form.tokens[at - 1].tag in "rnN" and verb(word.lower) == (word.lower, "base")


def _governs(form: QuestionForm, at: int, seen: bool, plain: bool) -> bool:
    """Whether a word that may be a verb is one there."""
    before = form.tokens[at - 1]
    if _is_relative(form, at - 1) and _acts_later(form, at, plain):
        return False  # “the patients who died get”
    if before.tag in "dps" and before.lower not in ("to", "that", "this", "those", "all", "both"):
        return False
    if plain and form.lower[form.aux or 0] not in ("has", "have", "had"):
        return (seen or before.tag == "a") and verb(form.lower[at])[1] == "base"  # type: ignore[index]
    return is_participle(form.lower[at])


def _is_noun_before_verb(form: QuestionForm, at: int) -> bool:
    """“what would the new bill require”, “does the medicines board support it”: of two verbs the first is a noun."""
    before, after = form.tokens[at - 1], at + 1
    if before.tag not in "nN#" or form.lower[at] in _BARE_INFINITIVE:
        return False
    if _is_adjective(form, at - 1) and any(_is_bare_verb(form, i) for i in range(after, len(form.tokens))):
        return True  # “the new” is nothing yet
    if not _is_bare_verb(form, after):
        return False
    following = form.tokens[after + 1] if after + 1 < len(form.tokens) else None
    if form.lower[at] in words("bodies"):
        return True  # “how did the supervisory board vote”
    if following is not None and (following.tag == "o" or following.lower == "it"):
        return True
    asked = form.kind in ("what", "who", "which") and form.tokens[0].tag != "p"
    return asked and (following is None or following.tag == "p")


def _is_relative(form: QuestionForm, at: int) -> bool:
    """“who” after a noun."""
    noun = at - 1 > (form.aux or 0) and form.tokens[at - 1].tag in "nN#"
    return noun and form.lower[at] in ("who", "which", "that")


def _acts_later(form: QuestionForm, at: int, plain: bool) -> bool:
    """Whether a verb of the auxiliary's follows."""
    if plain and form.lower[form.aux or 0] not in ("has", "have", "had"):
        return any(_is_bare_verb(form, i) for i in range(at + 1, len(form.tokens)))
    last = len(form.tokens) - 1
    return last > at + 1 and is_participle(form.lower[last]) and form.tokens[last - 1].tag in "nN"


def _is_bare_verb(form: QuestionForm, at: int) -> bool:
    """A base form that neither “to” nor “the” stands before."""
    if at >= len(form.tokens) or form.tokens[at - 1].tag in "dps":
        return False
    if form.lower[at] == "do":
        return at + 1 == len(form.tokens)
    if form.tokens[at].tag != "n":
        return False
    return verb(form.lower[at]) == (form.lower[at], "base")


def _is_adjective(form: QuestionForm, at: int) -> bool:
    """“the new”, “the last”, “the planned”: after a determiner, and no noun."""
    if not at or form.tokens[at - 1].tag not in "ds":
        return False
    word = form.lower[at]
    return word in _ADJECTIVES or form.tokens[at].tag == "#" or (verb(word) or ("", ""))[1] == "past"


def _has_particle(form: QuestionForm, at: int) -> bool:
    """“does the loan run out”: the later of two that may be verbs, where a particle follows it."""
    both = at + 1 < len(form.tokens) and form.tokens[at].tag == "n" and verb(form.lower[at]) == (form.lower[at], "base")
    return both and form.lower[at + 1] in PARTICLES


def _leads(form: QuestionForm, at: int) -> bool:
    """“who will lead NATO”: right after a modal, and nothing else can be the verb."""
    if not form.wh or form.aux is None or at != form.aux + 1 or form.lower[form.aux] in DO | BE:
        return False
    after = form.tokens[at + 1] if at + 1 < len(form.tokens) else None
    return verb(form.lower[at]) == (form.lower[at], "base") and (after is None or after.tag in "dpN#")
