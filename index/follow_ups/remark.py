"""What people say before they ask: “poor woman.” of “poor woman. how old is she”, which asks nothing and names nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.follow_ups.chat_style import written_out
from index.follow_ups.clause import Clause
from index.follow_ups.question_form import AUXILIARIES, QUESTION_WORDS
from index.follow_ups.referents import is_human
from index.named import TITLES, Names

_SENTENCE = re.compile(r"(?P<remark>[^.!?…\n]+)(?:[.!…]+\s+|\s*\n\s*)(?P<rest>\S.*)", re.DOTALL)
_EXCLAIMED = re.compile(
    r"(?:(?:ouch|oof|ugh|yikes|whoa|aw+|(?:oh |my )+(?:no|god|my)|poor (?:thing|[a-z]+)|what an? (?:[a-z]+ ){0,2}[a-z]+)[\s,:.!…-]+)(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 6
"""Words of a remark."""
_TAKING_UP = frozenset("it its they them their that this those these".split())
_INDEFINITE = frozenset("a an some two three".split())


def without_remark(message: str, names: Sequence[Names]) -> str:
    """The question alone; the whole message where what comes before it may be what it asks about."""
    said, asked = [], message
    while found := _SENTENCE.fullmatch(asked) or _EXCLAIMED.fullmatch(asked):
        said.append(Clause(written_out(asked[: found.start("rest")]), names))
        asked = found["rest"]
    if not said:
        return message
    rest = Clause(written_out(asked), names)
    if (rest.wh or rest.aux == 0) and all(_is_remark(s, rest) for s in said):
        return asked
    return message


def _is_remark(said: Clause, rest: Clause) -> bool:
    if len(said.tokens) > _LONGEST or any(said.named_at(i) for i in range(len(said.tokens))):
        return False
    if not said.tokens:
        return True
    if said.lower[-1].rstrip(".") in TITLES or len(said.lower[-1]) == 1 or "the" in said.lower:
        return False
    exclaiming = said.lower[:1] == ["what"] and said.lower[1:2] in (["a"], ["an"])
    asking = said.lower[0] in AUXILIARIES and not said.lower[0].endswith("n't")  # “didn't know that”
    if asking or (said.lower[0] in QUESTION_WORDS and not exclaiming):
        return False
    if _TAKING_UP.isdisjoint(rest.lower):
        return True
    return exclaiming or not any(
        (p.kind == "things" or said.lower[p.first] in _INDEFINITE) and not is_human(said.head(p))
        for p in said.phrases
        if said.head(p) != "lot"
    )
