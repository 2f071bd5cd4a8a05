"""“it” that stands for nothing: of weather, of what is judged, of how long things take."""

from __future__ import annotations

from index.follow_ups.clause import Clause
from index.irregular import NUMBER_WORDS
from index.verbs import is_participle, verb

_WEATHER = frozenset(
    "rain snow rains snows raining snowing seem seems seemed appear appears look looks matter matters say says mention mentions tell tells turns".split()
)
_JUDGED = frozenset(
    "true possible likely unlikely clear certain known expected said reported believed thought legal illegal ok okay necessary important safe better best worth fair hard easy difficult".split()
)


def is_empty(clause: Clause, at: int) -> bool:
    """“how long does it take to rebuild a bridge”, “is it true that”, “what time is it”: it stands for nothing."""
    after = clause.lower[at + 1 :]
    before = clause.lower[at - 1] if at else ""
    if after[:1] in (["when"], ["if"]) and clause.tokens[at - 1].tag == "n":
        return True  # “what do they call it when it snows”
    if "since" in after[:3] and after[0] in ("been", "is", "was"):
        return True
    if not after:
        return clause.lower[:2] == ["what", "time"] or clause.text.lower() in ("what is it", "who is it")
    if (verb(after[0]) or ("", ""))[0] in ("say", "mention", "tell") and "did" in clause.lower:
        return False  # but “what does it say” asks the article
    if (
        after[:2] in (["came", "to"], ["comes", "to"])
        or after[0] in _WEATHER
        or (after[0] == "about" and len(after) == 1)
    ):
        return True
    if (verb(before) or ("", ""))[0] == "make" and (
        after[0] in ("into", "onto", "to", "in", "past", "through") or after[0] in NUMBER_WORDS
    ):
        return True
    copular = before in ("is", "was", "be", "isn't", "wasn't") or after[0] in ("is", "was", "would", "will", "be")
    considered = (verb(before) or ("", ""))[0] in ("make", "find", "think", "consider", "take", "call", "deem")
    if before in ("is", "was") and (
        after[0] in ("till", "until") or any(w in ("who", "that", "which", "when") for w in after[:-1])
    ):
        return True
    taking = next((i for i, w in enumerate(after[:3]) if (verb(w) or ("", ""))[0] in ("take", "cost")), None)
    if taking is not None and "to" in after[taking:]:
        return len(after) > after.index("to") + 2
    joint = next((i for i, w in enumerate(after[:6]) if w in ("to", "that", "for", "if")), None)
    if (copular or considered) and joint:
        judged = after[joint - 1]
        return judged in _JUDGED or (
            not is_participle(judged) and judged not in ("worth", "due", "going", "able", "used", "open", "close")
        )
    return False
