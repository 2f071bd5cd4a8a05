"""What “it” cost, where the question before was of doing something or of paying for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.follow_ups.clause import Clause
from index.follow_ups.lead import LEAD
from index.follow_ups.referents import Referent
from index.lexicon import words
from index.verbs import verb

_COST = re.compile(
    LEAD
    + r"how much (?P<aux>did|will|would|is|was) (?:it|that|this)(?P<rest> (?:going to )?cost)(?P<whom> (?!to\b)\w+(?: \w+)?)?\W*",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(LEAD + r"how much(?: (?:is|was) (?:it|that|this))?\W*", re.IGNORECASE)
_SHARE = re.compile(r"\b(?P<pay>pays?|paid) (?:for )?(?:most|all|half|some|part) of\b", re.IGNORECASE)
_INDEFINITE = re.compile(r"^an? ", re.IGNORECASE)
_PRICE = "the price of "
_WEIGHT = 0.3
"""Of a price: meant only where something goes up or down."""


def with_cost(message: str, before: Clause) -> str:
    """“how much would it cost to build a bridge”, after “who offered to build a bridge?”: the doing, and not the offer."""
    asked, at = _COST.fullmatch(message), before.verb
    if asked is None or at is None or before.lower[at + 1 : at + 2] != ["to"] or before.lower[0] == "how":
        return message
    doing = at + 2
    done = next((p for p in before.phrases if p.first > doing and p.kind not in ("time", "person")), None)
    form = verb(before.lower[doing]) if doing < len(before.tokens) else None
    if done is None or form is None or form[1] != "base":
        return message
    lead, done_before = f"how much {asked['aux']}", asked["aux"].lower() == "did"
    if before.lower[doing : doing + 2] == ["pay", "for"]:
        paid_for = _INDEFINITE.sub("the ", before.words(done.first, before.with_complement(done)))
        return f"{lead} {paid_for}{asked['rest']}{asked['whom'] or ''}"
    if done_before:
        return message  # rather what was built than the building
    return f"{lead} it{asked['rest']}{asked['whom'] or ''} to {before.words(doing, before.with_complement(done))}"


def with_payment(message: str, before: Clause) -> tuple[str, Clause]:
    """“how much?” and “who paid for the bridge”, of “how much was it” and “who paid most of the bridge”."""
    if _HOW_MUCH.fullmatch(message) is None or before.verb is None or before.kind == "how":
        return message, before
    if (verb(before.lower[before.verb]) or ("", ""))[0] not in words("paying"):
        return message, before
    after = before.lower[before.verb + 1 : before.verb + 2]
    if after and after[0] not in ("for", "most", "all", "half", "some", "part", "money"):
        return message, before
    return "how much?", Clause(_SHARE.sub(r"\g<pay> for", before.text), before.names)


def price(clause: Clause, less: float) -> Iterator[Referent]:
    """“the price of a ticket”, of “how much does a ticket cost?”."""
    at = clause.verb
    if clause.lower[:2] != ["how", "much"] or at is None or clause.aux is None or at <= clause.aux + 1:
        return
    if (verb(clause.lower[at]) or ("", ""))[0] == "cost":
        text = f"{_PRICE}{clause.words(clause.aux + 1, at)}"
        yield Referent("deed", text, text, _WEIGHT - less)


def is_price(referent: Referent) -> bool:
    """Whether it is what something costs."""
    return referent.sort == "deed" and referent.text.startswith(_PRICE)
