"""“published when”, “made of what”, “replaced by?”, “trial when?”: a question without its auxiliary and its subject, the question word last."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.follow_ups.clause import Clause
from index.follow_ups.lead import LEAD
from index.follow_ups.question_form import AUXILIARIES, QUESTION_WORDS, bare
from index.follow_ups.referents import Referent
from index.follow_ups.tense import is_past
from index.lexicon import verbs
from index.verbs import MOVING, is_participle, is_simple_past, verb

_WORDS = r"[\w'-]+"
_ASKED = re.compile(
    LEAD
    + rf"(?P<done>{_WORDS})(?: (?P<particle>up|out|down|off|away|back|over|for))?"
    + rf" (?:(?P<joint>of|with|from|to|by|for|in|at|on|since|until|as) )?(?P<asked>when|where|why|how(?: (?:many|much|long|often)(?: {_WORDS})?)?|who|whom|what(?: {_WORDS})?|which {_WORDS})",
    re.IGNORECASE,
)
_BY = re.compile(LEAD + rf"(?P<done>{_WORDS})(?: (?P<particle>up|out|down|off|away|back|over|for))? by", re.IGNORECASE)
_LASTING = frozenset("make base locate call name store use keep know situate hold print".split())
"""Verbs whose participle says how something still is, where it is not asked when or by whom it was done."""
_PRONOUNS = {"man": "he", "woman": "she", "group": "they"}
_OF_PEOPLE = frozenset(
    "born marry jail sentence arrest convict elect appoint hire sack replace raise educate train injure charge".split()
)
_STATE = re.compile(
    LEAD
    + r"(?P<state>(?:on|in|at|up for) [a-z]{3,}|open|available|valid|ready|closed)"
    + r" (?P<asked>where|(?:since |until |from )?when|(?:for )?how (?:long|much)|to (?:who|whom))",
    re.IGNORECASE,
)
"""“on sale when”, “open until when”."""
ACTING_ALONE = MOVING | frozenset(
    "die survive escape win lose leave resign retire arrive join happen occur cost".split()
)
"""Verbs that somebody does, where nothing is done to anything."""
_DETERMINED = frozenset("the a an his her its their this that these those my your our".split())


def spelt_out(message: str, before: Clause, known: Sequence[Referent]) -> str:
    """“when was it published”, “what is it made of”, “when is the trial”; another message as it is."""
    text = bare(message)
    state = _STATE.fullmatch(text)
    if state is not None:
        one = undergoing("", before, known)
        return f"{state['asked']} {'are' if one == 'they' else 'is'} {one} {state['state']}"
    found = _ASKED.fullmatch(text)
    by = _BY.fullmatch(text) if found is None else None
    told = found or by
    if told is None:
        return message
    done = told["done"].lower()
    form = verb(done) or (("born", "past") if done == "born" else None)
    if done in AUXILIARIES | QUESTION_WORDS | _DETERMINED or told["done"][0].isupper():
        return message
    asked = "who" if by is not None else told["asked"]
    joint = "by" if by is not None else (told["joint"] or "")
    acting = " ".join(filter(None, (done, told["particle"])))
    if done in verbs("say") or (form is not None and is_simple_past(done) and form[0] not in ACTING_ALONE):
        return message
    if form is not None and form[0] in ACTING_ALONE and form[1] == "past" and joint != "by":
        return _active(form[0], told["particle"] or "", asked, joint, known)
    doing = next((r for r in known if r.sort in ("man", "woman", "group")), None)
    if form is not None and form[1] == "past" and asked.lower() == "what" and not joint and doing is not None:
        return _active(form[0], told["particle"] or "", asked, "", [doing])  # “found what”
    if (
        form is not None
        and form[1] == "past"
        and (done == "born" or is_participle(done))
        and form[0] not in ("be", "have", "do")
    ):
        return _passive(form[0], acting, asked, joint, before, known)
    if found is None or told["particle"]:
        return message
    if form is not None and form[1] == "base" and (joint, asked.lower()) in (("by", "when"), ("until", "when")):
        return f"{joint} {asked} does it {acting}"  # “report by when”
    whole = Clause(text, before.names)
    noun = whole.tokens[0].tag == "n" and not whole.named_at(0) and (form is None or form[1] == "base")
    if noun and not joint and asked.lower() in ("when", "where"):
        be = ("were" if done.endswith("s") else "was") if is_past(before) else "are" if done.endswith("s") else "is"
        return f"{asked} {be} the {done}"
    return message


def _active(base: str, particle: str, asked: str, joint: str, known: Sequence[Referent]) -> str:
    """“when did he die”, “who did they lose to”."""
    doer = next((r for r in known if r.sort in ("man", "woman", "person", "group")), None)
    one = "it" if doer is None or base in ("happen", "occur", "cost") else _PRONOUNS.get(doer.sort, doer.text)
    after = asked.lower() in ("who", "whom", "what", "where")
    order = (asked, "did", one, base, particle, joint) if after else (joint, asked, "did", one, base, particle)
    return " ".join(filter(None, order))


def _passive(base: str, acting: str, asked: str, joint: str, before: Clause, known: Sequence[Referent]) -> str:
    which = asked.lower().split()[0]
    still = base in _LASTING and joint != "by" and which != "when" and not is_past(before)
    one = undergoing(base, before, known)
    many = one in ("they", "people") or " and " in one
    be = ("are" if many else "is") if still else ("were" if many else "was")
    if before.verb is not None and (verb(before.lower[before.verb]) or ("", ""))[0] == base:
        return " ".join(filter(None, (joint, asked)))  # “founded when” after “who founded it”
    if joint and asked.lower() in ("what", "who", "whom"):
        return f"{asked} {be} {one} {acting} {joint}"  # “what is it made of”
    return " ".join(filter(None, (joint, asked, be, one, acting)))


def undergoing(base: str, before: Clause, known: Sequence[Referent]) -> str:
    """“it”, “they”, “he”: what stands for the likeliest that this is done to."""
    person = next((r for r in known if r.sort in ("man", "woman", "person")), None)
    if base in _OF_PEOPLE and person is not None:
        return _PRONOUNS.get(person.sort, person.text)
    subject = next((p for p in before.phrases if before.aux is not None and p.first == before.aux + 1), None)
    if subject is not None and subject.kind == "name":
        return before.words(subject.first, subject.last)
    named = [p for p in before.phrases if p.named is None and p.kind in ("thing", "things")]
    kinds = [p.kind for p in named if not p.asked] or [p.kind for p in named]
    likeliest = next((r.sort for r in known if r.sort in ("thing", "things")), "")
    return "they" if "thing" not in kinds and "things" in (*kinds, likeliest) else "it"
