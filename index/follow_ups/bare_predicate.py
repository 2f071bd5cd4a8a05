"""“still missing?”, “accepted?”, “and planted?”: what is said of somebody, of something or of those counted, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.follow_ups.clause import Clause
from index.follow_ups.lead import LEAD
from index.follow_ups.main_verb import BE
from index.follow_ups.question_form import AUXILIARIES, QUESTION_WORDS
from index.follow_ups.referents import Referent
from index.follow_ups.rephrase import elided_noun
from index.follow_ups.telegraphic import ACTING_ALONE, undergoing
from index.follow_ups.tense import with_verb
from index.verbs import is_participle, is_simple_past, verb

_STILL = re.compile(LEAD + r"still (?P<said>[\w'-]+(?: [\w'-]+){0,3})\?", re.IGNORECASE)
_DONE = re.compile(
    rf"(?P<lead>{LEAD})" + r"(?P<said>(?P<done>[a-z]+)(?: (?:up|out|down|off|away|back|over))?) ?\?+", re.IGNORECASE
)
_STATES = frozenset("missing dead alive ill".split())
_PROPOSED = frozenset("accept reject refuse decline grant approve".split())
"""Verbs for what becomes of an offer or of what was asked for."""
_PRONOUNS = {"man": "he", "woman": "she", "person": "they", "group": "they", "things": "they", "thing": "it"}


def predicated(message: str, before: Clause, known: Sequence[Referent]) -> str:
    """“is he still missing”, “was it accepted”, “how many trees were planted”; another message as it is."""
    still = _STILL.fullmatch(message.strip())
    if still is not None:
        return _still(still["said"], before, known) or message
    found = _DONE.fullmatch(message.strip())
    if found is None or found["done"].lower() in before.lower:
        return message
    done = found["done"].lower()
    base, tense = verb(done) or ("", "")
    state = done in _STATES
    if not state and (tense != "past" or base in ("be", "have", "do")):
        return message
    if before.lower[:2] == ["how", "many"]:
        return _counted(found["said"], state, before) or message
    joined = found["lead"] and with_verb(Clause(message, before.names), before) is not None
    if state or is_simple_past(done) or joined:
        return message  # “and began?”, after “when did it end”
    if base in ACTING_ALONE:
        doer = next((r for r in known if r.sort in ("man", "woman", "person", "group")), None)
        return f"did {_PRONOUNS[doer.sort]} {base}?" if doer is not None and doer.sort != "person" else message
    if not is_participle(done):
        return message
    one = "it" if base in _PROPOSED else undergoing(base, before, known)
    return f"{'were' if one == 'they' else 'was'} {one} {found['said']}?"


def _still(said: str, before: Clause, known: Sequence[Referent]) -> str | None:
    if any(w in QUESTION_WORDS | AUXILIARIES for w in said.lower().split()) or Clause(said).tokens[-1].tag == "p":
        return None
    if before.lower[:2] == ["how", "many"] and before.noun is not None and said.lower() != "there":
        return f"how many {elided_noun(before) or before.words(*before.noun)} are still {said}?"
    one = next((r for r in known if r.sort in _PRONOUNS), None)
    if one is None:
        return None
    pronoun = one.text if one.sort == "person" else _PRONOUNS[one.sort]
    return f"{'are' if pronoun == 'they' else 'is'} {pronoun} still {said}?"


def _counted(said: str, state: bool, before: Clause) -> str | None:
    """Of the others of those that the last question counted."""
    noun = elided_noun(before) if before.noun is not None else None
    if noun is None or not before.subject_asked:
        return None
    if state:
        return f"how many {noun} are {said}?"
    be = before.lower[before.aux] if before.aux is not None and before.lower[before.aux] in BE else "were"
    rest = before.words(before.verb + 1, len(before.tokens)) if before.verb is not None else ""
    return " ".join(filter(None, ("how many", noun, be, said, rest))) + "?"
