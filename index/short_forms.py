"""Short ways of asking again, as people chat: “says who”, “same for women”, “how many of them”, “he said what”, in usual words."""

from __future__ import annotations

import re

from index.question_form import bare
from index.verbs import verb

_LEAD = r"(?P<lead>\W*(?:(?:and|but|so|ok|okay|or|also)\b,? *)*)"
_FORMS = [
    (re.compile(_LEAD + pattern + r"\W*$", re.IGNORECASE), usual)
    for pattern, usual in (
        (r"(?:says who|according to (?:who|whom)|who says(?: (?:so|it))?|who said (?:so|it))", "who said that"),
        (r"(?:is (?:it|that) )?(?:the )?same (?:for|with|goes for) (?P<rest>.+)", "what about {rest}"),
        (r"(?:is (?:it|that) )?(?:the )?same (?P<rest>(?:in|at|on) .+)", "what about {rest}"),
        (r"how many of (?:them|those|these|it)", "how many"),
        (r"how many (?P<be>are|were) (?:they|there)", "how many {be} they"),
        (r"how many of (?:them|those|these) (?P<be>are|were) there", "how many {be} they"),
        (r"(?:any|what|whats|what is|what was|for what|for which|and)? ?(?:the )?reasons?(?: (?:given|for (?:that|it|this)))?", "why"),
        (r"(?:why|how) so", "why"),
        (r"(?:any ?(?:one|body)|somebody|someone|any) else|any others", "who else"),
        (r"(?:anything|something) else|what (?:more|others?)", "what else"),
        (r"(?:who|what|which) (?:is|are|was|were) the others?", "who else"),
        (r"(?:what|which) (?P<noun>\w+) (?:is|was|did|were) (?:it|that|this)(?: (?:in|on|at|happen|happen in|from))?", "which {noun}"),
        (r"(?P<ask>when|where) (?:is|was) (?:it|that|this) (?:held|located|at|taking place)", "{ask} was that"),
    )
]  # fmt: skip
_IN_PLACE = re.compile(
    r"(?P<subject>he|she|they|it|(?:the )?\w+(?: \w+)?) (?P<verb>\w+)(?P<rest>(?: \w+){0,4}?) (?P<asked>what|who|whom|where|when|why|how much|how long|how many(?: \w+)?)",
    re.IGNORECASE,
)
_DETERMINED = frozenset("time day way kind one of".split())


def in_usual_words(message: str) -> str:
    """The message, a short form of asking again written out; as it is, where it is none."""
    for pattern, usual in _FORMS:
        found = pattern.match(message)
        if found and found.groupdict().get("noun") not in _DETERMINED:
            return found["lead"] + usual.format(**found.groupdict())
    return _fronted(message)


def _fronted(message: str) -> str:
    """“what did he say”, for “he said what”."""
    found = _IN_PLACE.fullmatch(bare(message))
    if found is None:
        return message
    form = verb(found["verb"].lower())
    if form is None or form[1] not in ("past", "s"):
        return message
    do = "did" if form[1] == "past" else "does"
    return f"{found['asked']} {do} {found['subject']} {form[0]}{found['rest']}"
