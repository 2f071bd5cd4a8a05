"""Paragraphs read for attribution: their quotations, mentions, and the verbs of saying that mentions govern."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from index.article import Article, Place
from index.entities import Names
from index.lexicon import particles
from index.mentions import Mention, find_mentions, is_cue
from index.quotation_marks import Stretch, find_stretches
from index.tokens import QUOTE, Token, speech_verbs, tokenise
from index.transcripts import Turn, find_turns

_WINDOW = 160
"""How many tokens before a quotation its speaker is looked for, and half as many after it."""
_REACH = 30
"""How many tokens apart a subject and its verb may stand."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying, or what stands for one."""

    first: int
    last: int
    lemma: str
    strength: str
    """say, speak or describe, as the lexicon lists them; gerund for “saying”; accord for “according to”."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A mention and the cue that it governs; `path` is how they stand to each other."""

    mention: Mention
    cue: Cue | None
    path: str

    @property
    def first(self) -> int:
        """The first token of both."""
        return min(self.mention.first, self.cue.first) if self.cue else self.mention.first

    @property
    def last(self) -> int:
        """The end of both, exclusive."""
        return max(self.mention.last, self.cue.last) if self.cue else self.mention.last


class Scene:
    """A paragraph with its quotations, cues and mentions."""

    def __init__(
        self, number: int, text: str, stretches: Sequence[Stretch], names: Names, turn: Turn | None = None
    ) -> None:
        self.number = number
        self.turn = turn
        self.text = text
        self.stretches = stretches
        self.tokens = tokenise(text, stretches)
        self.mentions = find_mentions(number, self.tokens, names)
        self.quote_at = {t.stretch: i for i, t in enumerate(self.tokens) if t.tag == QUOTE}
        self.content = _running(t.tag not in ",:Q" for t in self.tokens)
        """How many tokens before each one are words; so with `quotes`, `stops`, `governing` and `people`."""
        self.quotes = _running(t.tag == QUOTE for t in self.tokens)
        self.stops = _running(t.tag == "." for t in self.tokens)

    @cached_property
    def governing(self) -> list[int]:
        """How many cues start before each token."""
        firsts = {c.first for c in self.cues}
        return _running(i in firsts for i in range(len(self.tokens)))

    @cached_property
    def people(self) -> list[int]:
        """How many mentions that could speak start before each token."""
        firsts = {m.first for m in self.mentions if m.kind in ("person", "he", "role")}
        return _running(i in firsts for i in range(len(self.tokens)))

    @cached_property
    def speaking(self) -> frozenset[int]:
        """The sentences that hold a cue."""
        return frozenset(self.tokens[c.first].sentence for c in self.cues)

    def near(self, position: int, sentences: range, most: int, opening: int = 0) -> list[Frame]:
        """The frames around a token in some sentences, and of the first `opening` tokens; the nearest `most`."""
        firsts = self._firsts
        middle = bisect_left(firsts, position)
        start = max(bisect_left(firsts, position - _WINDOW), middle - 3 * most)
        end = min(bisect_right(firsts, position + _WINDOW // 2), middle + 3 * most)
        found = self.frames[: min(start, bisect_left(firsts, opening), most)]
        for frame in self.frames[start:end]:
            if frame.mention.first < opening or self.tokens[frame.first].sentence in sentences:
                found.append(frame)
        if len(found) > most:
            found = sorted(found, key=lambda f: abs(f.mention.first - position))[:most]
        return found

    @cached_property
    def _firsts(self) -> list[int]:
        return [f.mention.first for f in self.frames]

    @cached_property
    def cues(self) -> list[Cue]:
        """The cues outside of quotations, in order."""
        return list(_cues(self.tokens))

    @cached_property
    def frames(self) -> list[Frame]:
        """Every mention with each cue that it may govern, and alone."""
        return list(_frames(self.tokens, self.mentions, self.cues, self.quotes))

    def closing(self) -> str:
        """The last token of the paragraph, as a tag."""
        return self.tokens[-1].tag if self.tokens else ""


def _running(flags: Iterable[bool]) -> list[int]:
    return [0, *accumulate(map(int, flags))]


def _cues(tokens: Sequence[Token]) -> Iterator[Cue]:
    for position, token in enumerate(tokens):
        lower = token.lower
        following = tokens[position + 1].lower if position + 1 < len(tokens) else ""
        if lower == "according" and following == "to":
            yield Cue(position, position + 2, "accord", "accord")
        elif is_cue(tokens, position):
            lemma, strength = speech_verbs()[lower]
            wanted = particles().get(lemma)
            if wanted and following in wanted:
                yield Cue(position, position + 2, lemma + " " + following, "speak")
            elif lower.endswith("ing"):
                yield Cue(position, position + 1, lemma, "gerund" if strength != "describe" else "describing")
            else:
                yield Cue(position, position + 1, lemma, strength)


def _frames(
    tokens: Sequence[Token], mentions: Sequence[Mention], cues: Sequence[Cue], quotes: Sequence[int]
) -> Iterator[Frame]:
    firsts = [cue.first for cue in cues]
    for mention in mentions:
        start = bisect_left(firsts, mention.first - _REACH - 2)
        for cue in cues[start : bisect_right(firsts, mention.last + _REACH)]:
            if cue.first < mention.last and cue.last > mention.first:
                continue
            gap = mention.first - cue.last if cue.first < mention.first else cue.first - mention.last
            if abs(quotes[cue.first] - quotes[mention.first]) > 1:
                continue
            if gap > _REACH or tokens[cue.first].sentence != tokens[mention.first].sentence:
                continue
            path = _path(tokens, mention, cue)
            if path:
                yield Frame(mention, cue, path)
        yield Frame(mention, None, _alone(tokens, mention))


def _path(tokens: Sequence[Token], mention: Mention, cue: Cue) -> str | None:
    """How the cue stands to the mention; None where it cannot belong to it."""
    if cue.first < mention.first:
        between = [t for t in tokens[cue.last : mention.first] if t.tag not in "axd#"]
        if cue.strength == "accord":
            return "accord" if len(between) <= 1 else None
        if not between:
            return "inverted" if not mention.modifier else "inverted-of"
        if len(between) <= 4 and all(t.tag in "nN" for t in between):
            return "inverted-far"
        return None
    if cue.strength == "accord":
        return None
    between = [t for t in tokens[mention.last : cue.first] if t.tag not in "ax"]
    if any(t.tag == QUOTE for t in between):
        inner = [t for t in between if t.tag != QUOTE and t.tag not in ",.—-"]
        return "around" if not inner else "across"
    if not between:
        return "subject"
    first, last = between[0], between[-1]
    if mention.modifier:
        return "of" if len(between) <= 4 else None
    if len(between) == 1 and first.tag == ",":
        return "one-comma"
    if first.tag == "," and last.tag == ",":
        if all(t.tag == "N" for t in between[1:-1]):
            return "apposition-name"
        return "apposition" if sum(t.tag == "," for t in between) == 2 or len(between) > 3 else "commas"
    if first.tag == "(" and last.tag == ")":
        return "bracket"
    if first.tag == "—" and last.tag == "—":
        return "apposition"
    if first.lower == "who":
        return "who" if len(between) == 1 else "who-far"
    if first.tag == "," and len(between) > 1 and between[1].lower == "who":
        return "who-comma" if last.tag == "," else "who-inner"
    if last.lower in ("and", "but", "then") or (len(between) > 1 and between[-2].lower in ("and", "but")):
        return "joined"
    if last.lower == "to":
        return "to-verb"
    if last.lower == "as" and len(between) == 1:
        return "quoted-as"
    if cue.strength in ("gerund", "describing"):
        return "participle" if last.tag == "," else "participle-by"
    if first.tag == "p":
        return "of-phrase" if last.tag in "nNs#d" else "phrase"
    if last.lower == "who":
        return "who-far"
    if last.tag == ",":
        return "comma"
    return "far" if last.tag != "c" else "clause"


def _alone(tokens: Sequence[Token], mention: Mention) -> str:
    following = tokens[mention.last].tag if mention.last < len(tokens) else "end"
    before = tokens[mention.first - 1] if mention.first else None
    if following == ":":
        return "colon"
    if following == "(":
        closing = next(
            (i for i in range(mention.last, min(len(tokens), mention.last + 8)) if tokens[i].tag == ")"), None
        )
        if closing is not None and closing + 1 < len(tokens) and tokens[closing + 1].tag == ":":
            return "colon"
    if before is not None and before.tag in "—-" and mention.first > 1 and tokens[mention.first - 2].tag in "Q.":
        return "dash"
    if mention.modifier:
        return "owner"
    if before is not None and before.tag == "p":
        return "phrase-" + (
            before.lower if before.lower in ("by", "from", "to", "of", "with", "for", "as") else "other"
        )
    if before is None or before.tag == ".":
        return "lead"
    return "alone"


@dataclass(frozen=True)
class Stage:
    """An article read for attribution: the body's paragraphs first, then deck, byline and note; never the title."""

    scenes: list[Scene]
    places: list[Place]
    names: Names
    body: int
    """How many of the scenes are body paragraphs."""


def scenes_of(texts: Sequence[str], body: int | None = None) -> tuple[list[Scene], Names]:
    """Paragraphs with the names of all of them; only the first `body` are searched for quotations."""
    names = Names([tokenise(text) for text in texts], texts)
    stretches = list(find_stretches(texts[:body])) + [()] * (len(texts) - len(texts[:body]))
    turns = find_turns(texts[:body])
    scenes = []
    for number, (text, found) in enumerate(zip(texts, stretches, strict=True)):
        turn = turns.get(number)
        # What a turn quotes is nested in it; one that is set between marks needs no rule of its own.
        if turn and not any(s.outer_start <= turn.speech for s in found):
            end = len(text.rstrip())
            scenes.append(Scene(number, text, (Stretch(turn.speech, end, turn.speech, end, True),), names, turn))
        else:
            leads = turn and found and found[0].outer_start <= turn.start < found[0].end
            scenes.append(Scene(number, text, found, names, turn if leads else None))
    return scenes, names


def read_stage(article: Article) -> Stage:
    """The article's scenes."""
    paragraphs = [*article.body, *(p for p in article.paragraphs if p.part not in ("body", "title"))]
    scenes, names = scenes_of([p.text for p in paragraphs], len(article.body))
    return Stage(scenes, [p.place for p in paragraphs], names, len(article.body))
