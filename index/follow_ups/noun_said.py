"""“who designed that bridge?”: the bridge that the question before or its answer named, as it was named there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.follow_ups.clause import Clause
from index.follow_ups.question_form import AUXILIARIES, QUESTION_WORDS
from index.follow_ups.rephrase import TIMES
from index.lexicon import words
from index.named import Names
from index.verbs import verb

_POINTED = re.compile(r"\b(?:[Tt]hat|[Tt]his|[Tt]hose|[Tt]hese) (?P<noun>[a-z][a-z-]{2,})\b(?P<after>\W*(?P<next>[\w’'-]*))")  # fmt: skip
_KINDS = frozenset("way kind sort type reason point matter thing things one ones much many long far".split())
"""Nouns that nothing is called, but for what was said."""
_OWNED = re.compile(r"(?:his|her|its|their|my|our) ", re.IGNORECASE)
_DETERMINED = re.compile(r"(?:an?|some|any|this|that|these|those|another|the) ", re.IGNORECASE)
_LONGEST = 6


def with_noun_said(message: str, texts: Sequence[str], names: Sequence[Names]) -> str:
    """“who designed the old bridge”; the message as it is, where no such noun was said in `texts`, the likeliest first."""
    found = _POINTED.search(message)
    if found is None or found["noun"].lower() in _KINDS | TIMES or not _is_end(found["next"].lower()):
        return message
    before = message[: found.start()].lower().split()
    if before and before[-1] in AUXILIARIES and verb(found["noun"].lower()) is not None:
        return message  # “what would that cost”
    if before and before[-1] not in AUXILIARIES | QUESTION_WORDS | words("prepositions") and verb(before[-1]) is None:
        return message  # “the money that people gathered”
    said = next(_said(found["noun"].lower(), texts, names), None)
    return f"{message[: found.start()]}{said}{message[found.end('noun') :]}" if said is not None else message


def _is_end(following: str) -> bool:
    """Whether the noun phrase is over: nothing follows, or what is said of it."""
    return (
        not following
        or following in AUXILIARIES
        or following in words("prepositions")
        or following in ("now", "today", "then", "again")
        or (verb(following) or ("", ""))[1] == "past"
    )


def _said(noun: str, texts: Sequence[str], names: Sequence[Names]) -> Iterator[str]:
    for text in texts:
        clause = Clause(text, names)
        for phrase in clause.phrases:
            if clause.lower[phrase.last - 1] != noun or phrase.last - phrase.first > _LONGEST or phrase.asked:
                continue
            whole = clause.words(phrase.first, phrase.last)
            if _OWNED.match(whole) or (phrase.last - phrase.first == 1 and whole.islower()):
                yield f"the {noun}"
                continue
            owned = any(t.tag == "s" for t in clause.tokens[phrase.first : phrase.last])
            determined = _DETERMINED.match(whole)
            bare = whole[determined.end() :] if determined else whole
            yield bare if owned and determined is None else f"the {bare}"
