"""Names in an article: runs of capitalised words, parted from the titles before them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.evidence import evidence
from index.lexicon import Gender, first_names, is_role, words
from index.tokens import Token, speech_verbs

_PARTICLES = frozenset(
    ["de", "la", "van", "von", "der", "den", "bin", "ibn", "al", "el", "du", "da", "dos", "di", "le", "del", "ter", "y"]
)
_LONGEST = 10
"""The most words that a run of capitals is read to."""
_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])
_SUFFIXED = frozenset(
    ["era", "led", "backed", "style", "born", "like", "based", "spent", "area", "appointed", "funded", "owned", "inspired", "themed",
     "supporting", "branded", "esque", "endorsed", "aligned", "only", "related", "friendly", "run", "linked", "sponsored", "type"]
)  # fmt: skip
"""What joins a name to make an adjective."""


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name: characters `start` to `end` of paragraph number `paragraph`, titles before it left out."""

    paragraph: int
    start: int
    end: int
    words: tuple[str, ...]
    title_start: int
    """Where the capitalised titles before it start; `start` where there are none."""
    titles: tuple[str, ...]
    evidence: tuple[str, ...]
    """What around it speaks for a person, or against one: see `index/evidence.py`."""

    @property
    def key(self) -> str:
        """The surname, folded."""
        return surname(self.words)


@lru_cache(maxsize=1 << 13)
def fold(word: str) -> str:
    """Lower case, no accents, no final full stop."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().rstrip(".")


def surname(name: Sequence[str]) -> str:
    """The last word of a name that is no suffix, folded."""
    rest = [w for w in name if w.lower() not in _SUFFIXES] or list(name)
    return fold(rest[-1])


@lru_cache(maxsize=1 << 13)
def first_name_gender(word: str) -> Gender | None:
    """Whose first name a word is, or None."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    if plain.isupper() and len(plain) > 2:
        plain = plain.title()
    lower = plain.lower()
    if lower not in words("given") and any(lower in words(n) for n in ("places", "demonyms", "things", "months")):
        # “April”, “May” and “June” are people's names, but seldom in the news.
        return None
    first, _, second = plain.partition("-")
    return first_names().get(plain) or (None if second in _SUFFIXED else first_names().get(first))


def find_names(paragraphs: Sequence[Sequence[Token]], texts: Sequence[str]) -> list[list[Name]]:
    """The names in each paragraph, of whatever they are, in order. `paragraphs`: the plain tokens of each text."""
    lower = {t.text for tokens in paragraphs for t in tokens if t.text.islower()}
    found = [list(_in_paragraph(i, tokens, texts[i], lower)) for i, tokens in enumerate(paragraphs)]
    _trim(found, texts)
    return found


def _trim(names: list[list[Name]], texts: Sequence[str]) -> None:
    """Takes off what is too much where the article also has the name alone: “Hillary Clinton Sides”, “Imagine Ann Lee”."""
    known = {n.words for found in names for n in found if len(n.words) > 1}
    for found in names:
        for position, name in enumerate(found):
            shorter = name.words[:-1]
            if len(name.words) > 2 and name.words[1:] in known and first_name_gender(name.words[0]) is None:
                start = name.start + len(name.words[0])
                while texts[name.paragraph][start].isspace():
                    start += 1
                found[position] = replace(name, start=start, words=name.words[1:])
            elif len(name.words) > 2 and shorter in known and name.words[-1].lower() not in _SUFFIXES:
                end = name.end - len(name.words[-1])
                while texts[name.paragraph][end - 1].isspace():
                    end -= 1
                found[position] = replace(name, end=end, words=shorter)


def _in_paragraph(number: int, tokens: Sequence[Token], text: str, lower: set[str]) -> Iterator[Name]:
    position = 0
    while position < len(tokens):
        end = _run(tokens, position, text, lower)
        if end == position:
            position += 1
            continue
        name = _named(number, tokens, position, end)
        if name:
            yield name
        position = end


def _run(tokens: Sequence[Token], start: int, text: str, lower: set[str]) -> int:
    """End of the run of capitalised words that starts at `start`; `start` where none does."""
    token = tokens[start]
    if token.tag != "N" or not token.text[0].isalpha():
        return start
    first = start == 0 or tokens[start - 1].tag in (".", "“", '"', "‘", "''", "'", ":", "—", "-", "•", "(")
    if first and _is_word(token, lower):
        return start
    end = start + 1
    while end < len(tokens) and end - start < _LONGEST:
        following = tokens[end]
        gap = text[tokens[end - 1].end : following.start]
        if gap.strip() or len(gap) > 2:
            break
        if following.tag == "N" and following.text[0].isalpha() and gap:
            end += 1
        elif (
            following.lower in _PARTICLES
            and gap
            and end + 1 < len(tokens)
            and tokens[end + 1].tag == "N"
            and tokens[end + 1].text[0].isalpha()
        ) or (following.text == "," and end + 1 < len(tokens) and tokens[end + 1].lower in ("jr.", "sr.", "jr", "sr")):
            end += 2
        else:
            break
    return end


def _is_word(token: Token, lower_case: set[str]) -> bool:
    """A capitalised word at the start of a sentence that is no name."""
    lower = token.text.lower()
    if lower in lower_case and first_name_gender(token.text) is None:
        return True
    return lower in speech_verbs() or (lower.endswith(("ing", "ed", "ly")) and first_name_gender(token.text) is None)


def _named(number: int, tokens: Sequence[Token], start: int, end: int) -> Name | None:
    run = [t.text for t in tokens[start:end]]
    cut = _titles(run)
    if cut == 0 and len(run) > 2 and _is_office(tokens, start):
        # “Prime Minister of Qarvania Temur Abashvili”
        cut = len(run) - 2
    if cut >= len(run):
        return None
    kept = tuple(w for w in run[cut:] if w != ",")
    return Name(
        number,
        tokens[start + cut].start,
        tokens[end - 1].end,
        kept,
        tokens[start].start,
        tuple(w.lower() for w in run[:cut]),
        evidence(tokens, start, end, cut),
    )


def _is_office(tokens: Sequence[Token], start: int) -> bool:
    """A title and “of”, or the like, stand before the run."""
    if start < 2 or tokens[start - 1].lower not in ("of", "for", "to"):
        return False
    before = tokens[start - 2].lower
    return before in words("titles") or is_role(before)


def _titles(run: Sequence[str]) -> int:
    """How many leading words of a capitalised run are titles and what belongs to them, not the name."""
    cut = 0
    if all(w.lower() in words("titles") for w in run):
        return len(run)
    for position, word in enumerate(run[:-1]):
        lower = word.lower()
        bare = lower.rsplit("-", 1)[-1]
        described = is_role(lower) and position == cut and len(run) - position > 2
        described = described and first_name_gender(word) is None
        titled = lower in words("titles") or bare in words("titles") or described
        titled = titled or (word.isupper() and lower in words("title_acronyms"))
        if (
            titled
            and lower in words("given_titles")
            and position == cut
            and first_name_gender(run[position + 1]) is None
        ):
            continue  # Dean Smith
        named = first_name_gender(word) is not None and first_name_gender(run[position + 1]) is None
        if titled and (not named or position == cut or lower in words("honorifics")):
            cut = position + 1
    if len(run) - cut >= 3:
        leading = words("places") | words("demonyms") | words("organisations") | words("things") | words("roles")
        for position in range(cut + 1, len(run) - 1):
            before = run[position - 1]
            if first_name_gender(before) is not None and before.lower() not in leading:
                break
            if first_name_gender(run[position]) is not None and (
                before.lower() in leading or (before.isupper() and len(before) > 1)
            ):
                cut = position
                break
    return cut
