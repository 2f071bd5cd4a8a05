"""“and his job?”: an attribute of somebody or something spoken of, asked for without a verb."""

from __future__ import annotations

import re

from index.follow_ups.clause import Clause, is_plural
from index.lexicon import verbs
from index.verbs import verb

_ATTRIBUTES = frozenset(
    """job jobs role roles title position profession occupation work rank age name names nickname surname nationality background religion
    salary pay income wage wages fee price cost costs budget worth value size length height weight width depth speed capacity population
    date birthday birthplace address home hometown school party team club band company employer boss reason reasons motive motives
    reaction reactions response reply answer comment comments opinion view views stance argument excuse explanation plan plans goal goals aim
    aims purpose demand demands prediction advice warning time times score result record origin source colour color maker owner""".split()
)
_ASKED = re.compile(
    r"\W*(?:(?:and|but|so|ok|okay|also|what about|how about|what of)\b[\s,]*)*(?P<what>(?:his|her|their|its)(?: \w+)? (?P<noun>\w+))[\s?.!]*",
    re.IGNORECASE,
)


_JOINED = frozenset("party team club union".split())
_JOINING = frozenset("join leave lead represent support back found vote elect choose beat defeat".split())
_MEASURED = re.compile(
    r"how (?:old|tall|big|heavy|large|small|wide|high|deep|expensive|cheap|rich|popular|strong|good|bad|young|fast|thick)",
    re.IGNORECASE,
)


def measure_asked(given: Clause, before: Clause, answer: str | None) -> str | None:
    """“how old is Leila”, for “how old?” after “what does Leila study”: of its subject, or of whoever was asked for."""
    if not _MEASURED.fullmatch(given.text) or given.lower[1] in before.lower:
        return None
    if before.kind in ("who", "which", "what") and before.subject_asked and answer:
        return f"{given.text} is {answer}"
    subject = next((p for p in before.phrases if not p.preposition and not p.asked and p.kind != "time"), None)
    if subject is None:
        return None
    words = before.words(subject.first, subject.last)
    return f"{given.text} {'are' if subject.kind == 'things' else 'is'} {words}"


def membership_asked(given: Clause, before: Clause, answer: str | None) -> str | None:
    """“which party does Quill belong to”, for “which party?” after what Quill did or who did it; None where no person was spoken of."""
    if given.lower not in ([which, body] for which in ("which", "what") for body in _JOINED):
        return None
    acting = (verb(before.lower[before.verb]) or ("", ""))[0] if before.verb is not None else ""
    if acting in _JOINING or given.lower[1] in before.lower:
        return None
    if before.kind == "who":
        asked = Clause(answer, before.names) if answer and (before.subject_asked or before.verb is None) else None
        person = next((p for p in asked.phrases if p.kind == "person"), None) if asked is not None else None
        return f"{given.text} does {answer} belong to" if person is not None and answer else None
    subject = next((p for p in before.phrases if before.aux is not None and p.first == before.aux + 1), None)
    if subject is None or subject.kind != "person":
        return None
    return f"{given.text} does {before.words(subject.first, subject.last)} belong to"


def attribute_asked(message: str, before: Clause) -> str | None:
    """“what is his job”; None for another message, or where the question before takes the phrase in: “what did she say about …”."""
    found = _ASKED.fullmatch(message)
    if found is None or found["noun"].lower() not in _ATTRIBUTES:
        return None
    if before.verb is not None and before.lower[before.verb] in verbs("say"):
        return None
    return f"what {'are' if is_plural(found['noun'].lower()) else 'is'} {found['what']}"
