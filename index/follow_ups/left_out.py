"""What a follow-up leaves out of a whole question: “why did he sell?”, “what was the money spent on?”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.follow_ups.clause import Clause
from index.follow_ups.lead import LEAD
from index.follow_ups.statement import declarative
from index.lexicon import verbs, words
from index.verbs import verb

_ASKING = frozenset("yes_no why when where how".split())
_FOR = re.compile(
    r"(?:(?<=what is )|(?<=what was )|(?<=what will ))it(?= (?:(?:be )?(?:used|spent|meant) )?(?:for|on)\W*$)",
    re.IGNORECASE,
)
_PAID_OUT = re.compile(
    r"(?P<lead>^\W*(?:and |so |but )?(?:who|which \w+|what|when|how|why|where|did|does|do|will|has|have)\b(?:(?! for\b| from\b).)* (?:get|gets|got|receive|receives|received|keep|keeps|kept|share|shares|shared|spend|spends|spent)) (?:it|that)\b"
    r"(?=\W*$| on\b)|(?P<where>^\W*(?:and |so |but )?where (?:did|does|will)) (?:it|that)(?= (?:all )?(?:come from|go|end up)\W*$)",
    re.IGNORECASE,
)
"""“who gets it”, “what did she spend it on”, “where did it come from”: money, where an amount was asked for."""
_HANDED_OUT = re.compile(
    r"\b(?P<give>hand|hands|handed|handing|pay|pays|paid|paying|give|gives|gave|giving) (?:it|that) (?P<away>out|away|back)(?=\W*$)",
    re.IGNORECASE,
)
"""“when do they hand it out”."""
_WHERE_WAS = re.compile(LEAD + r"where (?:was|were) (?:he|she|they)\W*", re.IGNORECASE)
_SIDED = re.compile(
    r"(?:(?:is|are|was|were) (?:\S+ ){1,4}|(?:who|how many(?: \w+)?|which \w+) (?:is|are|was|were|voted) |(?:did|does|do) (?:\S+ ){1,4}vote )"
    r"(?:for or against|against or for|against|(?:in favour|in favor) or against)",
    re.IGNORECASE,
)
"""“is the mayor for or against?”, “how many were against?”."""
_MONEY = re.compile(
    r"\bthe (?:money|cash|sum|amount)\b(?! (?:that|which|from|of|for(?!\W*$)|he|she|they|it|you|we)\b)", re.IGNORECASE
)


def with_object(message: str) -> str:
    """“why did he sell it”, of “why did he sell?”: a verb that takes an object has one; the message where it has."""
    clause = Clause(message)
    end = len(clause.tokens) - 1
    if _SIDED.fullmatch(clause.text):
        return f"{clause.text} it"
    found = verb(clause.lower[end]) if end > 0 and clause.verb == end else None
    if found is None or found[0] not in words("transitive"):
        return message
    doing = (
        clause.aux is not None and clause.aux + 1 < end and clause.lower[clause.aux] not in ("is", "are", "was", "were")
    )
    asked = clause.kind in _ASKING and clause.wh < 2 and doing
    who = clause.kind == "who" and clause.wh == end and found[1] == "past"
    return f"{clause.text} it" if asked or who else message


def with_time(message: str, before: Clause) -> str:
    """“where did she go after that”, of “where did she go after?”; “where was she then”, of “and where was she?”.

    `before`: the question that is gone on from; only where it asks about what happened, and not about what was said.
    """
    acting = before.verb is not None and before.lower[before.verb] not in verbs("say")
    past = "did" in before.lower or "was" in before.lower or "were" in before.lower or _is_told(before)
    if not acting or not past:
        return message
    if _WHERE_WAS.fullmatch(message):
        told = declarative(before, None) if before.kind == "when" else None
        return f"{message.rstrip(' ?.!')} {f'when {told}' if told else 'then'}"
    clause = Clause(message)
    end = len(clause.tokens) - 1
    after = end > 2 and clause.lower[end] in ("after", "afterwards") and clause.verb == end - 1
    if not after or "did" not in clause.lower or (verb(clause.lower[end - 1]) or ("", ""))[0] in ("do", "happen"):
        return message
    return f"{clause.words(0, end)} after that"


def _is_told(before: Clause) -> bool:
    """“who opened the bridge”."""
    return before.subject_asked and (verb(before.lower[before.verb or 0]) or ("", ""))[1] == "past"


def with_money(message: str, before: Sequence[Clause]) -> str:
    """“what was the money that Quill raised spent on”, after “how much did Quill raise?”; “what is it for?” asks for it too.

    `before`: the question that is gone on from, and those that it was a part of.
    """
    asked = next((c for c in before if c.lower[:2] == ["how", "much"]), None)
    if asked is None or asked.verb is None:
        return message
    paid = verb(asked.lower[asked.verb])
    stated = declarative(asked, None) if paid is not None and paid[0] in words("paying") else None
    if stated is None:
        return message
    money_asked = asked.noun is not None and asked.lower[asked.noun[1] - 1] == "money"
    if money_asked or "for" not in asked.lower:
        message = _HANDED_OUT.sub(r"\g<give> \g<away> the money", message, count=1)
    if "for" not in asked.lower:  # where something was paid for, that may be meant
        message = _FOR.sub("the money", message)
        message = _PAID_OUT.sub(lambda found: f"{found['lead'] or found['where']} the money", message, count=1)
    money = _MONEY.search(message)
    if not money:
        return message
    noun = asked.words(*asked.noun) if asked.noun else ""
    told = re.sub(rf"\b{re.escape(noun)} ?", "", stated).strip() if noun else stated
    return f"{message[: money.end()]} that {told}{message[money.end() :]}"
