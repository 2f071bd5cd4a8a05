"""How members type: short forms and slips of the little words, written out, so that grammar can be read."""

from __future__ import annotations

import re

from index.follow_ups.lead import LEAD

_SLIPS = {
    "wat": "what", "wht": "what", "waht": "what", "whta": "what", "wut": "what", "wats": "what's", "whats": "what's",
    "wen": "when", "whn": "when", "wehn": "when", "whne": "when", "whens": "when's", "wher": "where", "whre": "where",
    "wheer": "where", "were's": "where's", "wheres": "where's", "y": "why", "wy": "why", "whys": "why's", "hw": "how",
    "hwo": "how", "hows": "how's", "whos": "who's", "woh": "who", "hes": "he's", "shes": "she's", "thats": "that's",
    "theres": "there's", "theyre": "they're", "theyve": "they've", "thier": "their", "ther": "there", "tehy": "they",
    "thay": "they", "dey": "they", "hsi": "his", "taht": "that", "teh": "the", "adn": "and", "nad": "and", "abuot": "about",
    "abt": "about", "bout": "about", "u": "you", "ur": "your", "r": "are", "didnt": "didn't", "doesnt": "doesn't",
    "dont": "don't", "isnt": "isn't", "wasnt": "wasn't", "wont": "won't", "cant": "can't", "hasnt": "hasn't",
    "arent": "aren't", "werent": "weren't", "havent": "haven't", "wouldnt": "wouldn't", "couldnt": "couldn't",
    "di": "did", "ddi": "did", "amny": "many", "mnay": "many", "muhc": "much", "cuz": "because",
    "wich": "which", "whcih": "which", "hwat": "what", "hwen": "when", "hwy": "why", "wehre": "where", "wjo": "who", "hte": "the",
    "tht": "that", "tihs": "this", "thsi": "this", "sicne": "since", "snice": "since", "esle": "else", "happend": "happened",
    "hapened": "happened", "hapend": "happened", "becuase": "because", "beacuse": "because", "amd": "and", "ppl": "people",
    "smth": "something", "sth": "something", "smb": "somebody", "gonna": "going to", "wanna": "want to",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHORT = re.compile(
    r"\b(who|what|where|when|why|how|he|she|it|that|there|here)['’]s\b|\b(they|we|you|who|what)['’]re\b", re.IGNORECASE
)
_DOES = re.compile(
    r"\b(what|where|when|why|how)'s (?=(?:he|she|it) (?:do|say|think|want|mean|call|earn|make|plan|need|live|work|have)\b)", re.IGNORECASE
)  # fmt: skip
_DID = re.compile(r"\b(what|where|when|why|how)['’]d\b|\b(who)['’]d (?=(?:he|she|they|it|you|we)\b)", re.IGNORECASE)
_ITS = re.compile(
    r"\bits (?=(?:not|also|still|now|going|been|\w+ed|found|sold|built|made|gone|over|broken|shown|true)\b)",
    re.IGNORECASE,
)
_WERE = re.compile(rf"^({LEAD})were (?=(?:is|was|did|do|does|are|will|can|has|have|were)\b)", re.IGNORECASE)


_DOES_ASKED = re.compile(
    r"\b(what|where|when|why|how|who|(?:how|which|what) \w+) dose\b|^dose\b", re.IGNORECASE
)  # “the first dose” is none
_THE_US = re.compile(r"\bthe us\b(?!['-])")


def written_out(message: str) -> str:
    """The message with single blanks, its little words spelt right, and “he's” as “he is”."""
    text = " ".join(message.replace("’", "'").split())
    text = _WORD.sub(lambda m: _SLIPS.get(m[0], m[0]) if m[0].islower() else m[0], text)
    text = _DOES_ASKED.sub(lambda m: f"{m[1]} does" if m[1] else "does", text)
    text = _THE_US.sub("the US", text)
    text = _WERE.sub(r"\1where ", text)
    text = _DOES.sub(r"\1 does ", text)
    text = _SHORT.sub(lambda m: f"{m[1]} is" if m[1] else f"{m[2]} are", text)
    text = re.sub(r"\bhow come its\b", "how come it is", text, flags=re.IGNORECASE)
    text = _DID.sub(lambda m: f"{m[1] or m[2]} did{'' if m[1] else ' '}", text)
    return _ITS.sub("it is ", text)
