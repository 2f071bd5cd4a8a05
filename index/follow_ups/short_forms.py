"""Short ways of asking again, as people chat: “says who”, “same for women”, “how many of them”, “he said what”, in usual words."""

from __future__ import annotations

import re

from index.follow_ups.clause import is_plural
from index.follow_ups.demonstrative import as_pronoun
from index.follow_ups.lead import LEAD
from index.follow_ups.question_form import AUXILIARIES, QUESTION_WORDS, bare
from index.verbs import PLURAL, verb

_LEAD = f"(?P<lead>{LEAD})"
_FORMS = [
    (re.compile(rf"{_LEAD}(?:{pattern})\W*$", re.IGNORECASE), usual)
    for pattern, usual in (
        (r"(?:says who|according to (?:who|whom)|who says(?: (?:so|it))?|who said (?:so|it))", "who said that"),
        (r"(?:is (?:it|that) )?(?:the )?same (?:for|with|goes for) (?P<rest>.+)", "what about {rest}"),
        (r"(?:is (?:it|that) )?(?:the )?same (?P<rest>(?:in|at|on) .+)", "what about {rest}"),
        (r"how many of (?:them|those|these|it)", "how many"),
        (r"how many (?P<be>are|were) (?:they|there)", "how many {be} they"),
        (r"how many of (?:them|those|these) (?P<be>are|were) there", "how many {be} they"),
        (r"(?:any|what|whats|what is|what was|for what|for which|and)? ?(?:the )?reasons?(?: (?:given|for (?:that|it|this)))?", "why"),
        (r"(?:why|how) so|why (?:him|her|them)|why (?:only )?then|why (?:in|on|at) that (?:year|day|date|month|week|time)|why (?:so|that|this) (?:much|many|long|late|early|little|few|expensive|cheap|high|low|big|small|\w*colou?r|name|place|day|date|year|month|week|time)", "why"),
        (r"(?:what is the |what was the |any |the |exact )?(?:date|day)(?: (?:of that|of it))?", "when"),
        (r"(?:what is the |what was the |any |the |exact )?(?:location|place|venue)(?: (?:of that|of it))?", "where"),
        (r"(?P<rest>(?!(?:me|you|i|we|us)\b)(?:(?:in|at|on|for) )?[\w’'-]+(?: [\w’'-]+)?),? (?:too|as well) ?(?=\?)", "what about {rest}"),
        (r"(?:also|even) (?P<rest>(?:in|at|on|for) .+?)(?=\?)", "what about {rest}"),
        (r"(?:any ?(?:one|body)|somebody|someone|any) else|any others", "who else"),
        (r"(?:anywhere|somewhere) else", "where else"),
        (r"(?:(?:no|nope|nah|sorry|oh|wait)\b,? *)*i (?:meant?|was asking about)(?: the one)? (?!that\b|is\b|it\b)(?P<rest>.+)", "what about {rest}"),
        (r"(?:no\b,? *)?not (?:him|her|it|them|that|this)(?: one)?,? (?:but )?(?P<rest>.+)", "what about {rest}"),
        (r"(?:no|nope|nah),? (?P<rest>the .+)", "what about {rest}"),
        (r"(?:what about |how about )?the other (?:guy|man|woman|person|one|company|side),? (?P<rest>(?!(?:do|does|did|is|are|was|were|will|would|has|have|had|can|could|in|of|who|that)\b).+)", "what about {rest}"),
        (r"(?:anything|something) else|what (?:more|others?)", "what else"),
        (r"(?:who|what|which) (?:is|are|was|were) the others?", "who else"),
        (r"(?:what|which) (?P<noun>year|month|week|weekday|day|date|decade|century|season|summer|winter|city|town|village|country|place|state|region|area|street|building|venue|continent) (?:is|was|did|were) (?:it|that|this)(?: (?:in|on|at|happen|happen in|from))?", "which {noun}"),
        (r"(?P<ask>when|where) (?:is|was) (?:it|that|this) (?:held|located|at|taking place)", "{ask} was that"),
    )
]  # fmt: skip
_IN_PLACE = re.compile(
    r"(?P<subject>he|she|they|it|(?:the )?\w+(?: \w+)?) (?P<verb>\w+)(?P<rest>(?: \w+){0,4}?) (?P<asked>what|who|whom|where|when|why|how much|how long|how many(?: \w+)?)",
    re.IGNORECASE,
)
_BACK = re.compile(
    rf"^({_LEAD.replace('?P<lead>', '?:')}(?:(?:what|how) about )?)back (?=(?:in|at|on) )", re.IGNORECASE
)
"""“and back in 2005?”."""
_TOPIC = re.compile(
    rf"{_LEAD}(?:(?:what|how) about )?(?P<topic>(?:the|his|her|their|its|that|this|these|those) [\w’'-]+(?: [\w’'-]+){{0,3}}),? *[,-] *(?P<asked>.+)", re.IGNORECASE
)  # fmt: skip
_TAKEN_UP = re.compile(r"\b(?:he|she|they|it|him|them|his|their|its)\b", re.IGNORECASE)
_HOW_COME = re.compile(
    rf"{_LEAD}how come (?P<subject>he|she|they|it|(?:the |a )?[\w’'-]+(?: [\w’'-]+){{0,3}}?) (?P<verb>[\w']+)(?P<rest>(?: .+)?)", re.IGNORECASE
)  # fmt: skip


def in_usual_words(message: str) -> str:
    """The message, a short form of asking again written out; as it is, where it is none."""
    message = _BACK.sub(r"\1", message)
    for pattern, usual in _FORMS:
        found = pattern.match(message)
        if found:
            return found["lead"] + usual.format(**found.groupdict())
    return as_pronoun(_why(message) or with_topic(message) or _fronted(message))


def _why(message: str) -> str | None:
    """“why did they build it”, for “how come they built it”."""
    found = _HOW_COME.fullmatch(message.strip(" ?.!"))
    if found is None:
        return None
    word = found["verb"].lower()
    if word in AUXILIARIES:
        return f"{found['lead']}why {word} {found['subject']}{found['rest']}"
    form = verb(word)
    if form is None or form[1] not in ("past", "s"):
        return None
    do = "did" if form[1] == "past" else "does"
    return f"{found['lead']}why {do} {found['subject']} {form[0]}{found['rest']}"


def with_topic(message: str) -> str | None:
    """“what did the dentist get”, for “and the dentist, what did he get”, “when was the vote”, for “and the vote, when”."""
    found = _TOPIC.fullmatch(message.strip(" ?.!"))
    if found is None:
        return None
    topic, asked = found["topic"], found["asked"]
    if any(w in AUXILIARIES | QUESTION_WORDS or (verb(w) or ("", ""))[1] == "past" for w in topic.lower().split()):
        return None  # a clause: “the council said no, what did it do”
    if asked.lower() in ("when", "where"):
        be = "was" if asked.lower() == "when" else "is"
        return f"{asked} {PLURAL[be] if is_plural(topic.split()[-1].lower()) else be} {topic}"
    pronoun = _TAKEN_UP.search(asked)
    if pronoun is None or asked.split()[0].lower() not in QUESTION_WORDS | AUXILIARIES:
        return None
    owning = pronoun[0].lower() in ("his", "their", "its")
    whose = f"{topic}'s" if owning else topic
    return f"{asked[: pronoun.start()]}{whose}{asked[pronoun.end() :]}"


def _fronted(message: str) -> str:
    """“what did he say”, for “he said what”."""
    found = _IN_PLACE.fullmatch(bare(message))
    if found is None:
        return message
    form = verb(found["verb"].lower())
    if form is None or form[1] not in ("past", "s") or found["subject"].split()[0].lower() in AUXILIARIES:
        return message
    do = "did" if form[1] == "past" else "does"
    return f"{found['asked']} {do} {found['subject']} {form[0]}{found['rest']}"
