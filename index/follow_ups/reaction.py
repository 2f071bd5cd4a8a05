"""“who disagreed?”, “how did Mexico react?”: a verb that says what somebody made of something, left without that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.follow_ups.clause import Clause, Phrase, is_plural
from index.follow_ups.lead import LEAD
from index.follow_ups.main_verb import BE
from index.follow_ups.referents import Referent, is_office
from index.lexicon import verbs
from index.verbs import verb

_JOINTS = {
    "agree": "with", "disagree": "with", "complain": "about", "protest": "against", "object": "to", "react": "to",
    "respond": "to", "reply": "to", "apologise": "for", "apologize": "for", "comment": "on", "benefit": "from",
    "suffer": "from", "profit": "from",
}  # fmt: skip
_TAKING = frozenset("oppose support criticise criticize condemn welcome attend pay".split())
"""Those that are only left open where nothing but who did it is asked."""
_TO_SPEAKERS = frozenset("agree disagree react respond reply".split())
_FOR_DEEDS = frozenset(("apologise", "apologize"))
_SAYING = frozenset("call accuse describe demand threaten attack criticise criticize".split())
_ANYBODY = frozenset("anyone anybody someone somebody people".split())


_TOOK = re.compile(
    rf"(?P<lead>{LEAD}how (?:did|does) (?:he|she|they|(?:the |her |his |their )?[\w’'-]+(?: [\w’'-]+)?)) take (?:it|that|this|the news)\W*",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"\b(?:took|taken?|stole|bought|photo\w*|pictures?)\b", re.IGNORECASE)
"""What may be meant in earnest: “who took the photo?”, “how did she take it?”."""
_LATELY = 2.0


def reacted_to(given: Clause, before: Clause, meant: Sequence[str] = ()) -> str | None:
    """“who disagreed with Quill”, of “who disagreed?” after “what did Quill claim”; None where nothing is left open.

    `meant`: what pronouns of the message stand for, with whom nobody else agrees.
    """
    if len(given.tokens) < 2 or (not given.wh and given.aux != 0) or given.tokens[-2].tag in "dps":
        return None
    found = verb(given.lower[-1])
    acting = given.aux is None or given.lower[given.aux] not in BE
    if found is None or (found[1] == "base" and (given.aux is None or not acting)):
        return None  # “the protest” is none
    base = found[0]
    open_ended = (given.kind == "who" and given.subject_asked) or given.lower[1] in _ANYBODY
    if base not in _JOINTS and not (base in _TAKING and open_ended):
        return None
    if any((verb(w) or ("", ""))[0] == base for w in before.lower):
        return None  # who else did, then
    topic = _topic(before, base, meant, "they" in given.lower)
    if topic is None:
        return None
    joint = {"pay": "for"}.get(base, "") if base in _TAKING else _JOINTS[base]
    words = before.words(topic.first, before.with_complement(topic))
    if words.lower() in given.text.lower():
        return None
    return " ".join(filter(None, (given.text, joint, words)))


def took(message: str, known: Sequence[Referent]) -> str:
    """“how did he react then”, of “how did he take it?” where something was done; the message where nothing was."""
    found = _TOOK.fullmatch(message)
    done = any(r.sort == "moment" and r.weight >= _LATELY and not _TAKEN.search(r.text) for r in known)
    return f"{found['lead']} react then" if found and done else message


def _topic(before: Clause, base: str, meant: Sequence[str], they: bool) -> Phrase | None:
    """What the question before was about: of words who said them, or what they were about; else what was done, or to what."""
    named = [p for p in before.phrases if not p.asked and p.kind != "time" and not is_office(before, p)]
    named = [p for p in named if not _may_be_a_verb(before, p) and not _is_said_of(before, p)]
    # “they” beside one person are others.
    named = [p for p in named if not _is_one_of(before, p, meant) or (they and p.kind == "person")]
    acting = before.lower[before.verb] if before.verb is not None else ""
    saying = acting in verbs("say") or (verb(acting) or ("", ""))[0] in _SAYING
    about = next((p for p in named if p.preposition in ("about", "on")), None)
    if saying and about is not None and base not in _TO_SPEAKERS:
        return about
    if saying and not before.subject_asked:
        if any(_is_one_of(before, p, meant) for p in before.phrases):  # who spoke: with whom they spoke of or to
            named = [p for p in named if p.kind in ("person", "name")]
        return named[0] if named else None
    after = [p for p in named if before.verb is None or p.first > before.verb]
    if base in _FOR_DEEDS:  # for what was done, and to nobody
        return next((p for p in after if p.kind in ("thing", "things")), None)
    return next(iter([*after, *named]), None)


def _may_be_a_verb(before: Clause, phrase: Phrase) -> bool:
    """“vote”, of “how did the supervisory board vote”: a bare word that may be no noun there."""
    bare = phrase.last == phrase.first + 1 and phrase.named is None and not phrase.preposition
    return bare and verb(before.lower[phrase.first]) == (before.lower[phrase.first], "base")


def _is_said_of(before: Clause, phrase: Phrase) -> bool:
    """“safe”, of “did the deputy promise the bridge was safe”: a bare word after “was” and its subject."""
    bare = phrase.last == phrase.first + 1 and phrase.named is None and not phrase.preposition
    at = phrase.first - 1
    single = before.tokens[phrase.first].tag == "n" and not is_plural(before.lower[phrase.first])
    return bare and single and at > (before.aux or 0) and before.lower[at] in BE | {"be"}


def _is_one_of(before: Clause, phrase: Phrase, meant: Sequence[str]) -> bool:
    shown = phrase.named.shown if phrase.named is not None else before.words(phrase.first, phrase.last)
    return shown.lower() in (m.lower() for m in meant)
