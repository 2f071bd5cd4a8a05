"""Names in an article, which of them are people, and which of them are the same."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from index.gazetteer import kinds
from index.lexicon import Gender, first_names, words
from index.tokens import Token, speech_verbs

_PARTICLES = frozenset(
    ["de", "la", "van", "von", "der", "den", "bin", "ibn", "al", "el", "du", "da", "dos", "di", "le", "del", "ter", "y"]
)
_LONGEST = 10
"""The most words that a run of capitals is read to."""
_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])


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

    @property
    def key(self) -> str:
        """The surname, folded."""
        return surname(self.words)


@dataclass(eq=False)
class Entity:
    """What several mentions name."""

    names: list[Name] = field(default_factory=list)
    person: bool = False
    gender: Gender | None = None

    @cached_property
    def fullest(self) -> Name:
        """The longest form of the name, the earliest of those."""
        return max(self.names, key=lambda n: (min(len(n.words), 4), not n.words[0].isupper(), -n.paragraph, -n.start))


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


_CAMEL = re.compile(r"[a-z][A-Z](?<!Mc.)(?<!Mac.)(?<!De.)(?<!La.)(?<!Le.)(?<!Di.)(?<!Du.)(?<!Van.)(?<!Fitz.)")
"""A capital inside of a word, as companies have it."""


_SUFFIXED = frozenset(
    ["era", "led", "backed", "style", "born", "like", "based", "spent", "area", "appointed", "funded", "owned", "inspired", "themed",
     "supporting", "branded", "esque", "endorsed", "aligned", "only", "related", "friendly", "run", "linked", "sponsored", "type"]
)  # fmt: skip
"""What joins a name to make an adjective."""


class Names:
    """All names of an article and the entities that they make up."""

    def __init__(
        self, paragraphs: Sequence[Sequence[Token]], texts: Sequence[str], headlines: frozenset[int] = frozenset()
    ) -> None:
        """`paragraphs`: plain tokens of each; `headlines`: those in title case, where a capital means nothing."""
        self._lower = {t.text for tokens in paragraphs for t in tokens if t.text.islower()}
        self._evidence: dict[tuple[str, ...], Counter[str]] = {}
        self.names: list[list[Name]] = []
        for number, tokens in enumerate(paragraphs):
            found = [] if number in headlines else list(self._in_paragraph(number, tokens, texts[number]))
            self.names.append(found)
        self._trim(texts)
        self.entities = self._entities()
        self._by_name = {id(n): e for e in self.entities for n in e.names}

    def entity(self, name: Name) -> Entity:
        """What the mention names."""
        return self._by_name[id(name)]

    def _trim(self, texts: Sequence[str]) -> None:
        """Takes off what is too much where the article also has the name alone: “Hillary Clinton Sides”, “Imagine Ann Lee”."""
        known = {n.words for found in self.names for n in found if len(n.words) > 1}
        for found in self.names:
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

    def _in_paragraph(self, number: int, tokens: Sequence[Token], text: str) -> Iterable[Name]:
        position = 0
        while position < len(tokens):
            end = self._run(tokens, position, text)
            if end == position:
                position += 1
                continue
            name = self._named(number, tokens, position, end)
            if name:
                yield name
            position = end

    def _run(self, tokens: Sequence[Token], start: int, text: str) -> int:
        """End of the run of capitalised words that starts at `start`; `start` where none does."""
        token = tokens[start]
        if token.tag != "N" or not token.text[0].isalpha():
            return start
        first = start == 0 or tokens[start - 1].tag in (".", "“", '"', "‘", "''", "'", ":", "—", "-", "•", "(")
        if first and self._is_word(token):
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
            ) or (
                following.text == "," and end + 1 < len(tokens) and tokens[end + 1].lower in ("jr.", "sr.", "jr", "sr")
            ):
                end += 2
            else:
                break
        return end

    def _is_word(self, token: Token) -> bool:
        """A capitalised word at the start of a sentence that is no name."""
        lower = token.text.lower()
        if lower in self._lower and first_name_gender(token.text) is None:
            return True
        return lower in speech_verbs() or (
            lower.endswith(("ing", "ed", "ly")) and first_name_gender(token.text) is None
        )

    def _named(self, number: int, tokens: Sequence[Token], start: int, end: int) -> Name | None:
        run = [t.text for t in tokens[start:end]]
        cut = _titles(run)
        if cut >= len(run):
            return None
        kept = tuple(w for w in run[cut:] if w != ",")
        name = Name(
            number,
            tokens[start + cut].start,
            tokens[end - 1].end,
            kept,
            tokens[start].start,
            tuple(w.lower() for w in run[:cut]),
        )
        seen = self._evidence.setdefault(tuple(map(fold, kept)), Counter())
        seen["all"] += 1
        seen.update(_context(tokens, start, end, cut))
        return name

    def _entities(self) -> list[Entity]:
        names = [n for found in self.names for n in found]
        by_words: dict[tuple[str, ...], list[Name]] = {}
        for name in names:
            by_words.setdefault(tuple(map(fold, name.words)), []).append(name)
        entities: list[Entity] = []
        full: dict[str, list[Entity]] = {}
        firsts: dict[str, list[Entity]] = {}
        self._surnames = {
            surname(n.words) for n in names if len(n.words) > 1 and first_name_gender(n.words[0]) is not None
        }
        shorts: dict[str, int] = Counter(surname(w) for w in by_words if len(w) == 1 for _ in by_words[w])
        for folded, mentions in sorted(by_words.items(), key=lambda item: -len(item[0])):
            if len(folded) == 1:
                continue
            known = next((e for e in full.get(surname(folded), ()) if _same(folded, e)), None)
            if known:
                known.names += mentions
                continue
            entity = Entity(mentions)
            entity.person = self._is_person(folded, mentions, shorts.get(surname(folded), 0))
            entities.append(entity)
            if entity.person:
                full.setdefault(surname(folded), []).append(entity)
                firsts.setdefault(folded[0], []).append(entity)
        for folded, mentions in by_words.items():
            if len(folded) == 1:
                self._link_short(folded[0], mentions, full, firsts, entities)
        for entity in entities:
            entity.names.sort(key=lambda n: (n.paragraph, n.start))
            entity.gender = _gender(entity)
        return entities

    def _link_short(
        self,
        word: str,
        mentions: list[Name],
        full: dict[str, list[Entity]],
        firsts: dict[str, list[Entity]],
        entities: list[Entity],
    ) -> None:
        """A name of one word goes to the person so called who was last named in full before it, or stands for itself."""
        known = full.get(word) or firsts.get(word) or []
        if not known:
            entity = Entity(mentions)
            entity.person = self._is_person((word,), mentions, 0)
            entities.append(entity)
            return
        genders = [_gender(e) for e in known]
        places = [sorted((n.paragraph, n.start) for n in e.names if len(n.words) > 1) for e in known]
        for name in mentions:
            honorific = _title_gender(name.titles)
            fitting = [i for i, g in enumerate(genders) if honorific is None or g in (None, "u", honorific)]
            best = (fitting or [0])[0]
            latest = (-1, -1)
            for i in fitting or range(len(known)):
                earlier = bisect_left(places[i], (name.paragraph, name.start))
                if earlier and places[i][earlier - 1] > latest:
                    best, latest = i, places[i][earlier - 1]
            known[best].names.append(name)

    def _is_person(self, folded: tuple[str, ...], mentions: list[Name], alone: int) -> bool:
        seen = self._evidence[folded]

        def many(kind: str, most: int) -> int:
            return min(seen[kind], most)

        last, first = surname(folded), mentions[0].words[0]
        score = (
            2.0 * many("described", 1)
            + 3.0 * many("title", 1)
            + 2.0 * many("role", 1)
            + 1.5 * many("speech", 2)
            + 1.0 * many("relative", 1)
        )
        score -= 3.0 * many("the", 1) * (seen["the"] * 2 > seen["all"]) + 0.7 * many("in", 2)
        acronym = all(w.isupper() and len(w) > 1 for n in mentions for w in n.words) and (
            len(folded) != 2 or first_name_gender(first) is None
        )
        if len(folded) > 1:
            given = first_name_gender(first) is not None
            score += 2.5 * given + 1.0 * any(len(w) == 1 for w in folded[1:]) + 1.0 * bool(alone)
            score += 1.5 * (last in self._surnames and not given)
            score += 0.5 * (len(folded) <= 3) - 1.0 * (len(folded) > 4)
            score -= 4.0 * (last in words("organisations") or last in words("things"))
            score -= 4.0 * (kinds().get(folded, "ambiguous") != "ambiguous")
            middle = folded[:-1] if not given else folded[1:-1]
            score -= 3.0 * any(w in words("organisations") or w in words("demonyms") for w in middle)
            score -= 2.0 * any(w in words("things") or w in words("months") for w in middle)
            score -= 2.5 * (last in words("places") and not given) + 1.0 * (last in words("places") and given)
            score -= 2.0 * (folded[0] in words("places") and not given) + 3.0 * (folded[0] in words("months"))
        else:
            given = first_name_gender(first) is not None
            score += 1.5 * given
            score -= 2.5 * (seen["part"] * 2 > seen["all"]) + 2.0 * (_CAMEL.search(mentions[0].words[0]) is not None)
            no_person = ("organisations", "things", "places", "demonyms", "months")
            score -= 8.0 * any(last in words(name) for name in no_person)
            score -= 1.0 * (last in words("titles")) + 1.0 * (last.endswith("s") and last[:-1] in words("demonyms"))
        score -= 3.0 * acronym * (not seen["title"])
        return bool(score >= 2.0)


def _titles(run: Sequence[str]) -> int:
    """How many leading words of a capitalised run are titles and what belongs to them, not the name."""
    cut = 0
    if all(w.lower() in words("titles") for w in run):
        return len(run)
    for position, word in enumerate(run[:-1]):
        lower = word.lower()
        bare = lower.rsplit("-", 1)[-1]
        described = lower in words("roles") and position == cut and len(run) - position > 2
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


def _context(tokens: Sequence[Token], start: int, end: int, cut: int) -> list[str]:
    """What speaks for a person, or against one, around a mention."""
    seen: list[str] = []
    ahead = words("titles") | words("roles") | words("title_acronyms")
    if any(t.lower in ahead for t in tokens[start : start + cut]):
        seen.append("title")
    before = tokens[start - 1] if start else None
    after = tokens[end] if end < len(tokens) else None
    if before is not None:
        if before.lower in words("roles"):
            seen.append("role")
        elif before.lower == "the" and not cut:
            seen.append("the")
        elif start > 1 and before.lower in ("of", "for", "and", "on", "&") and tokens[start - 2].tag == "N" and not cut:
            seen.append("part")
        elif before.lower in ("in", "at", "near", "across", "throughout", "into") and not cut:
            seen.append("in")
        elif before.lower in speech_verbs() and speech_verbs()[before.lower][1] != "describe" and before.tag == "n":
            seen.append("speech")
    if _is_described(tokens, start, end):
        seen.append("described")
    if after is not None:
        following = tokens[end + 1] if end + 1 < len(tokens) else None
        if after.lower in speech_verbs() and speech_verbs()[after.lower][1] != "describe":
            seen.append("speech")
        elif (
            after.lower == "who"
            or (after.text == "," and following is not None and following.lower in ("who", "whose"))
            or (after.text == "," and following is not None and following.tag == "#" and len(following.text) == 2)
            or (after.tag in ("x", "a") and following is not None and following.lower in speech_verbs())
        ):
            seen.append("relative")
    return seen


def _is_described(tokens: Sequence[Token], start: int, end: int) -> bool:
    """“her husband, Archie,” or “Eilidh Reid, a nurse in Inverness”."""
    if (
        start > 1
        and tokens[start - 1].text == ","
        and tokens[start - 2].tag == "n"
        and tokens[start - 2].lower in words("roles")
    ):
        closed = end >= len(tokens) or tokens[end].tag in ",.s”"
        return closed and any(t.tag == "d" for t in tokens[max(0, start - 6) : start - 1])
    if end + 2 < len(tokens) and tokens[end].text == "," and tokens[end + 1].tag == "d":
        for token in tokens[end + 2 : end + 7]:
            if token.tag not in "nN#":
                return False
            if token.lower in words("roles"):
                return True
    return False


def _same(folded: tuple[str, ...], entity: Entity) -> bool:
    """“Hillary Clinton” is “Hillary Rodham Clinton”, not “Bill Clinton”."""
    for form in {name.words for name in entity.names}:
        other = tuple(map(fold, form))
        if folded[0] == other[0] or (len(folded[0]) == 1 and other[0].startswith(folded[0])):
            return True
        if set(folded) <= set(other):
            return True
    return False


def _title_gender(titles: Iterable[str]) -> Gender | None:
    for title in titles:
        if title in words("men"):
            return "m"
        if title in words("women"):
            return "f"
    return None


def _gender(entity: Entity) -> Gender | None:
    for name in entity.names:
        found = _title_gender(name.titles)
        if found:
            return found
    single = all(len(name.words) == 1 for name in entity.names)
    for name in entity.names:
        if len(name.words) > 1 or not name.titles:
            for word in name.words[: max(1, len(name.words) - 1)]:
                found = first_name_gender(word)
                if found and (len(name.words) > 1 or word != name.words[-1] or single):
                    return found
    return None
