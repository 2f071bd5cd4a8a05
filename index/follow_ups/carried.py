"""“what did the prosecution want?” after “how many years did he get”: what is asked for is measured as before."""

from __future__ import annotations

from index.follow_ups.clause import Clause
from index.follow_ups.rephrase import TIMES
from index.verbs import verb

_CLAIMING = frozenset("want ask demand propose seek request recommend suggest offer".split())
_SENTENCED = frozenset("get receive serve face give jail sentence imprison".split())
_PAID = frozenset("get receive earn offer pay".split())
_PRONOUNS = frozenset("i you we it this that".split())


def measure_carried(given: Clause, before: Clause) -> str | None:
    """“how many years did the prosecution want for Burrow”; None where no sentence and no pay was asked about, or what is new is more."""
    if given.kind != "what" or given.wh != 1 or given.noun or given.aux != 1 or given.verb is None:
        return None
    rest = given.lower[given.verb + 1 :]
    claim = (verb(given.lower[given.verb]) or ("", ""))[0]
    if given.lower[1] not in ("did", "does", "do") or claim not in _CLAIMING or rest not in ([], ["for"]):
        return None
    measured, acting = before.lower[:2], verb(before.lower[before.verb]) if before.verb is not None else None
    if acting is None or before.subject_asked or before.aux is None or before.verb is None:
        return None
    time = before.noun is not None and before.lower[before.noun[1] - 1].removesuffix("s") in TIMES
    sentence = acting[0] in _SENTENCED and ((measured == ["how", "many"] and time) or measured == ["how", "long"])
    pay = acting[0] in _PAID and measured == ["how", "much"]
    if not sentence and not pay:
        return None
    whole = f"{before.words(0, before.wh)} {given.words(1, len(given.tokens))}"
    whom = before.words(before.aux + 1, before.verb)
    of_whom = sentence and not rest and whom and whom.lower() not in _PRONOUNS
    return f"{whole} for {whom}" if of_whom else whole
