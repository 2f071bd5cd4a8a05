"""Words that tell of places, and the tokens in which names of places are read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.gazetteer import fold
from index.language import STOP_WORDS

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|(?:St|Mt|Ft)\.(?= [A-Z])|[^\W\d_]\w*(?:[-’'][^\W\d_]\w*)*\.?(?<=\.)|[^\W\d_]\w*(?:[-’'][^\W\d_]\w*)*"
)
DATELINE = re.compile(
    r"\s*(?P<name>[A-Z][A-Z.’'-]+(?: [A-Z.’'-]+){0,3})(?P<rest>,[^—–()]{1,40})?(?: ?\([^()]{1,40}\))? ?(?:[—–:]|-{1,2}) ?\S"
)
TAIL = frozenset(
    "county province district region valley river lake island islands peninsula bay beach coast mountains hills desert sea ocean gulf"
    " strait harbor harbour street avenue road boulevard lane square airport canyon creek falls heights springs township oblast"
    " prefecture canton archipelago glacier reef wharf quay lagoon fjord delta forest woods crossing territory territories".split()
)
HEAD = frozenset(
    "lake mt mount port fort ft cape river isle gulf point loch glen bay strait camp san santa santo los las".split()
)
KIND_OF_PLACE = frozenset(
    "city cities town towns village villages hamlet capital port seaport harbor harbour province region district state county island islands suburb"
    " municipality settlement neighborhood neighbourhood prefecture oblast commune borough peninsula resort enclave territory"
    " republic kingdom emirate outskirts coast shores banks river valley parish community hometown".split()
)
DIRECTION = frozenset(
    "north south east west northern southern eastern western central upper lower greater downtown inner outer".split()
)
LOCATIVE = frozenset("in near outside".split())
LEADING = LOCATIVE | frozenset(
    "across throughout around inside at from to of toward towards into through off beyond between via leaving left reached reach".split()
)
PARTICLES = frozenset(
    "de da do dos das del la las le les el al of the and upon on sur au en der den am di du y".split()
)
NOBLE = frozenset(
    "duke duchess prince princess earl countess marquess baron baroness lord lady archbishop bishop".split()
)
"""Who is called after a place without being of it."""
FUNCTION = (
    STOP_WORDS
    | LEADING
    | frozenset(
        "after before since until when while although though during despite under over against like among".split()
    )
) - {"us"}
APPOSED = re.compile(
    r", (?:an?|the) (?:[\w’'-]+ ){0,3}(?:city|town|village|hamlet|suburb|port|province|region|district|county|island|resort|capital)\b"
)
"""“Thornby, a quiet village”."""
CITIES_TOO = frozenset([("washington",), ("new", "york"), ("quebec",)])
"""States that share their name with a city of theirs."""
GOVERNS_IN = re.compile(
    r"(?:invest|trust|belie|faith|confiden|share|stake|star(?:s|r)|wr[io]t|publish|sp[eo]ak|spoke|data|interest|play|role|degree|appear|perform"
    r"|speciali|major|succe|result|engag|involv|participat|enrol|compet|featur|fluen|trad(?:e|ing)$|deal|dabbl|position|career|article|column"
    r"|essay|piece|profile|study|studied|print|cast|film|sing|sang|sung|code|word|held|holdings?$)"
)
"""What goes before an “in” that leads to no place: “trust in”, “shares in”, “wrote in”."""
NEWSPAPERS = frozenset("observer leader advocate reporter examiner recorder citizen correspondent pilot".split())
"""Words for people that newspapers are called by."""
THINGS = frozenset(
    "spring summer autumn winter vogue forbes tesla boeing nvidia bitcoin ethereum hamas hezbollah fatah likud disney volkswagen uber airbnb"
    " spotify tiktok snapchat whatsapp telegram reddit wikipedia excel python linux windows mandarin farsi hindi urdu cantonese swahili latin"
    " hebrew tamil bengali gaelic basque yiddish pashto dari esperanto braille parkinson alzheimer labour labor brexit q1 q2 q3 q4".split()
)
"""Names that follow “in” and are no places; a few that newspapers need."""
ABSTRACT = re.compile(r"(?:ism|ity|ology|ness|ment|ship)$")
NO_PLACES = ("organisations", "things", "months", "demonyms", "titles", "roles", "bodies", "honorifics")
DEMONYM = re.compile(r"(?:ian|ish|ese|ean|i’s)$")
# What may follow a place: punctuation, or a word that is not the thing that the name only qualifies.
FREE = re.compile(
    r"(?:[’']s)?(?=[.,;:!?)\]”\"’'—–-]|$| (?:and|or|on|in|at|to|for|from|with|by|after|before|when|where|while|as|is|was|were|are|has|have|had|will"
    r"|would|that|which|who|said|but|since|during|this|last|next|the|an?|his|her|their|its|under|over|because|if|near|without|than|[(—–“]"
    r"|(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day|[a-z]+ed|[a-z]+ing|(?:1[5-9]|20)\d\d\b))"
)


PARTIES = frozenset(
    "republican republicans democrat democrats gop conservatives liberals native natives residents state".split()
)


SHORT = re.compile(r"((?:[A-Z]\.[ ]?)?(?:[A-Z][a-z]{1,4}\.|[A-Z]\.|[A-Z]{2,3}))(?![\w’'-])")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: `raw` without a final ’s, which `owner` says that it has; its folded form; whether it is capitalised."""

    raw: str
    start: int
    end: int
    fold: str
    capital: bool
    owner: bool
    """Ends in ’s, which is not part of `raw`."""


def tokens_of(text: str) -> list[Token]:
    """The words of a text, in order."""
    return [token for m in _TOKEN.finditer(text) if (token := _token(m))]


def _token(match: re.Match[str]) -> Token | None:
    raw = match[0]
    owner = raw.endswith(("’s", "'s"))
    bare = raw[:-2] if owner else raw
    if bare.endswith(".") and "." not in bare[:-1] and fold(bare) not in ("st", "mt", "ft"):
        bare = bare[:-1]
    return (
        Token(bare, match.start(), match.start() + len(bare), fold(bare), bare[:1].isupper(), owner) if bare else None
    )
