"""What a sentence reports that somebody said, without who says so: “the price was too low”, of “The family said the price was too low”."""

from __future__ import annotations

import re

from index.lexicon import verbs
from index.tokens import tokenise
from index.verbs import verb

_SUBJECT = 16
"""Words that may stand before “says”."""
_BEFORE_THAT = 6
"""Words between the verb and “that”: “told the radio station Kanal Two that”."""
_TAG = 12
"""Words of “…, said her deputy, Tom Burrow”."""
_LEAST = 3
"""Words of what was said."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_COMMA = re.compile(r",[”\"]? (?=\w)")
_CONTINUING = frozenset("and but or who which that because while when where so".split())
_NO_CLAUSE = re.compile(
    r"(?:about|of|on|in|at|to|for|by|as|from|with|so|no|yes|nothing|what|how|why|when|where|who)\b|[^\w“\"$£€]"
)


def reported(sentence: str) -> str:
    """The words that are reported; the whole sentence where it reports none."""
    without = _without_tag(sentence)
    return without if without != sentence else _without_lead(sentence)


def _without_lead(text: str) -> str:
    """Of “Quill says (that) …”: the rest."""
    words = list(_WORD.finditer(text))
    for at, word in enumerate(words[1 : _SUBJECT + 1], 1):
        if re.search(r"[“”\"]|, (?:and|but|who|which)\b", text[: word.start()]):
            break
        if not _says(word[0]):
            continue
        if text[: word.start()].endswith(", ") and _acts(text[: word.start()]):
            break  # “The ferry will stop, said …”
        that = next((w for w in words[at + 1 : at + 2 + _BEFORE_THAT] if w[0] == "that"), None)
        between = text[word.end() : that.start()] if that else ","
        start = that.end() if that and not re.search(r"[,;:“”\"]", between) else word.end()
        rest = text[start:].lstrip()
        bare = start == word.end() and (verbs("say").get(word[0], "tell") == "tell" or _NO_CLAUSE.match(rest))
        if not bare and len(rest.split()) >= _LEAST:
            return rest
    return text


def _without_tag(text: str) -> str:
    """Of “…, (as) Quill said (on Monday)” and “…, said Quill”: what is before it."""
    for comma in _COMMA.finditer(text):
        tag = _WORD.findall(text[comma.end() :])
        if len(text[: comma.start()].split()) < _LEAST or len(tag) > _TAG:
            continue
        saying = next((at for at, word in enumerate(tag[:6]) if _says(word)), None)
        if saying is None:
            continue
        who, after = text[comma.end() :].split(tag[saying], 1)
        if saying:  # “…, Quill said on Monday”; not “…, Quill said, and left”
            whole = not re.search(r"[,;:]", who + after) and tag[0].lower() not in _CONTINUING
        else:
            whole = not _acts(after)
        if whole and "that" not in tag:
            return text[: comma.start()]
    return text


def _says(word: str) -> bool:
    """“says”, “told”, “argued”: not “say”, “report”, which may be nouns or stand after “to”."""
    return (word in verbs("say") or word in verbs("speak")) and (verb(word) or ("", ""))[1] in ("s", "past")


def _acts(text: str) -> bool:
    """Whether there is a verb, or who would do something: not in “her deputy, Tom Burrow”."""
    return any(t.tag in "xr" or (t.tag == "n" and (verb(t.lower) or ("", ""))[1] == "past") for t in tokenise(text))
