"""Sentence boundaries, with exact offsets: not after “Mr.”, “U.S.” or initials, nor inside quotation marks."""

from __future__ import annotations

import re

from index.article import Sentence

# Never the last word of a sentence: a name or a number follows.
_ALWAYS_FOLLOWED = frozenset(
    """mr mrs ms messrs mme mlle dr prof rev fr sr sra st ste hon gov lt col gen maj capt cmdr adm sgt cpl pvt pfc sen
    rep reps sens supt det insp dep amb pres sec atty asst assoc no nos vol vols pp fig figs art ch vs v viz cf eg ie
    e.g i.e approx est al mt ft""".split()
)
# Often the last word: a boundary only where the next word looks like the start of a sentence.
_SOMETIMES_FOLLOWED = frozenset(
    """jr inc corp co ltd llc plc bros dept univ assn ave blvd rd jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thur thurs fri sat sun etc ph.d m.d b.a m.a d.d.s esq a.m p.m am pm hrs min sq ind dem""".split()
)
_STARTERS = frozenset(
    """the a an he she it they we i you this that these those his her its their our my there here in on at by for from
    with after before when while as if but and so yet or nor however meanwhile according since although though because
    during under over what who why how where which one some many most all no not now then still also another each both
    officials police""".split()
)
_INITIALISM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?$")
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s|$)")
_OPENING_BEFORE = frozenset(" \t\n\xa0([{—–-/‘“«")
_LONGEST_QUOTATION = 90  # words; a longer quotation (a speech, a lost closing mark) is broken inside


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a paragraph, in order, without the white space between them; empty for blank text."""
    quoted = _quoted_stretches(text)
    sentences: list[Sentence] = []
    start = _skip_space(text, 0)
    stretch = 0
    for match in _END.finditer(text):
        end = match.end()
        while stretch < len(quoted) and quoted[stretch][1] <= match.start():
            stretch += 1
        inside = stretch < len(quoted) and quoted[stretch][0] < match.start() and end < quoted[stretch][1]
        if not inside and _ends_sentence(text, match, start):
            sentences.append(Sentence(start, end))
            start = _skip_space(text, end)
    if start < len(text.rstrip()):
        sentences.append(Sentence(start, len(text.rstrip())))
    return tuple(sentences)


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _ends_sentence(text: str, match: re.Match[str], start: int) -> bool:
    following = _skip_space(text, match.end())
    if following == len(text):
        return True
    next_word = _next_word(text, following)
    first = next_word[:1]
    mark = match.group()
    if first.islower():
        # “Yahoo! said”, “… he said”: goes on. Lower-case prose (a chat, a poem) breaks at ! and ? without a quotation.
        return False
    if not first.isalnum():  # a dash, a bullet, an emoji
        return "." in mark or "…" in mark or text[following] not in "—–-,;:"
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    last = re.split(r"[\s(\[“\"‘—–]", text[max(start, match.start() - 30) : match.start()])[-1]
    if not last:
        return True
    plain = last.casefold().strip("'’")
    if plain in _ALWAYS_FOLLOWED or (len(plain) == 1 and plain.isalpha() and last.isupper()):
        return _is_lone_initial_at_end(last, next_word)
    if _INITIALISM.fullmatch(last) or plain in _SOMETIMES_FOLLOWED:
        return next_word.casefold() in _STARTERS and next_word[:1].isupper()
    return True


def _is_lone_initial_at_end(last: str, next_word: str) -> bool:
    """“Vitamin C. The”, “Plan B. It”: a single capital before a word that starts sentences; “No. 5” never."""
    return len(last) == 1 and last != "I" and next_word.casefold() in _STARTERS and len(next_word) > 1


def _next_word(text: str, position: int) -> str:
    match = re.compile(r"[\"'“‘«(\[]*([\w’'-]*)").match(text, position)
    return match.group(1) if match else ""


def _quoted_stretches(text: str) -> list[tuple[int, int]]:
    """Offsets of closed double (or British single) quotations, marks included, outermost only, in order."""
    stretches: list[tuple[int, int]] = []
    opened: int | None = None
    closer = ""
    for match in re.finditer(r"[“”\"«»‘’]|''|``", text):
        at, mark = match.start(), match.group()
        before = text[at - 1] if at else " "
        after = text[match.end()] if match.end() < len(text) else " "
        if opened is None:
            if (
                mark in "“«"
                or (mark in ('"', "''", "``") and before in _OPENING_BEFORE)
                or (mark == "‘" and not before.isalnum())
            ):
                opened = at
                closer = {"“": "”", "«": "»", '"': '"', "‘": "’", "''": "''", "``": "''"}[mark]
        elif mark == closer or (closer == "”" and mark == '"'):
            if mark == "’" and (after.isalnum() or before.isspace()):
                continue  # an apostrophe
            stretches.append((opened, match.end()))
            opened = None
        elif mark == "“" and closer == "”":
            opened = at  # the earlier one was never closed
    return [(a, b) for a, b in stretches if text.count(" ", a, b) < _LONGEST_QUOTATION]
