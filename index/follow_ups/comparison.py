"""“more than planned?”, “higher than last time?”, “why so much more than planned”: whether, or why, it is more than that."""

from __future__ import annotations

import re

from index.follow_ups.clause import Clause, is_plural
from index.follow_ups.rephrase import place_of_object, without_question_word

_COMPARED = re.compile(
    r"(?:(?P<asked>why|how come)(?: (?:is|was) (?:it|that))? |(?P<how>(?:by )?how (?:much|many)) |(?:is|was|were|are) (?:it|that|this|they|those) )?"
    r"(?P<degree>(?:so|a lot|far|any|even)? ?(?:much|many|far)? ?)(?P<more>more often|more|less|fewer|better|worse|[a-z]{2,}er) (?P<than>than .+)",
    re.IGNORECASE,
)
_AMOUNTS = frozenset("more less fewer".split())


def compared(given: Clause, before: Clause) -> str | None:
    """“did the tram cost more than planned”, after “how much did the tram cost”; None for another message.

    `before`: a question for a number, a measure, a time, or what something is.
    """
    found = _COMPARED.fullmatch(given.text)
    if found is None or before.kind not in ("how", "what", "when") or not before.wh:
        return None
    if before.kind == "what" and (before.verb is not None or before.aux is None):
        return None
    asked = "why" if found["asked"] else ""
    more = " ".join(f"{found['degree']}{found['more']}".split())
    if before.kind == "how" and before.lower[1] not in ("much", "many") and found["more"].lower() in ("more", "less"):
        more = "more often" if before.lower[1] == "often" else f"{more} {before.lower[1]}"
    counted = before.words(*before.noun) if before.noun and before.kind == "how" else ""
    if found["how"]:
        asked = f"{found['how'] if counted else 'how much'} {more}{f' {counted}' if counted else ''}"
        rest = before.words(before.wh, len(before.tokens))
        return f"{asked} {rest} {found['than']}"
    body = without_question_word(before, None)
    if counted and found["more"].lower() in _AMOUNTS:
        if counted not in body:
            return None
        more = more.replace("much", "many") if is_plural(counted.split()[-1].lower()) else more
        body = body.replace(counted, f"{more} {counted}", 1)
    elif before.lower[1:2] == ["much"] and before.verb is not None and before.tokens[-1].tag != "p":
        at = place_of_object(before)
        body = " ".join(filter(None, (before.words(before.wh, at), more, before.words(at, len(before.tokens)))))
    else:
        body = f"{before.words(before.wh, len(before.tokens)) if before.tokens[-1].tag == 'p' else body} {more}"
    return " ".join(filter(None, (asked, body, found["than"])))
