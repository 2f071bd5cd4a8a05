"""Which questions are drawn when, and with which passages: shares of all sets that shift with progress."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from .data import Article, Question
from .negatives import Passage, negatives, rank, window, without_answer
from .noise import noisy
from .rewording import Neighbours, reworded
from .sequences import Encoder, Sequence
from .sources import SOURCES, Source, articles
from .swaps import swapped

SHIFTED = 0.55  # the part of the run after which the shares stay as they are
JUDGED = 3  # sentences of a passage that the judge sees
SWAPPED = 0.15  # the part of the answerable questions that is to be asked about something else, where `swapped` can
REWORDED = 0.3  # the part of the questions that is reworded, where a larger network says whether they are answered
CUT = 0.25  # the part of the others that also comes with its passage less the answer, two in five of them without it whole


@dataclass(frozen=True, slots=True)
class Group:
    """One question with its passages.

    `sequences` are what is learned from; `plain` the same passages with the question without noise, for a teacher, places
    of passage tokens alike. `judged` are (sequence's place, sentence's words, first and last token). `taught` is the
    teacher's part in what is aimed at: 1 where the question is reworded, for then nobody marked what answers it.
    """

    asked: str
    taught: float
    sequences: list[Sequence] = field(default_factory=list)
    plain: list[Sequence] = field(default_factory=list)
    judged: list[tuple[int, str, int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pool:
    """The articles of each source that may be trained on, the paragraphs of each question ranked by BM25."""

    articles: dict[str, list[Article]]

    @classmethod
    def load(cls, folder: Path) -> Pool:
        """From the folder of the sets; without what is held out."""
        found = {}
        for source in SOURCES:
            found[source.name] = articles(folder, source.name)
            for article in found[source.name]:
                if len(article.paragraphs) <= 1000:
                    rank(article)
        return cls(found)

    def take(self, mined: dict[str, list[int]]) -> None:
        """Puts the order that `mining.mine` found in the place of BM25's."""
        for source in self.articles.values():
            for q in (q for a in source for q in a.questions):
                q.mined = q.id in mined
                q.ranked = mined.get(q.id, q.ranked)


class Draws:
    """Questions of one source without end: a new order every round, repeatable from (seed, round)."""

    def __init__(self, source: Source, articles: list[Article], seed: int) -> None:
        self.source, self.seed = source, seed
        self.items = [(a, q) for a in articles for q in a.questions]
        self.drawn = 0

    def next(self) -> tuple[Article, Question]:
        """The next question and its article."""
        turn, at = divmod(self.drawn, len(self.items))
        if at == 0 or not hasattr(self, "order"):
            self.order = list(range(len(self.items)))
            Random(f"{self.seed} {self.source.name} {turn}").shuffle(self.order)
        self.drawn += 1
        return self.items[self.order[at]]


def limit(random: Random) -> int:
    """Words a passage may have: about as many as a window at run time, sometimes twice as many."""
    return 150 if random.random() < 0.12 else random.randint(45, 100)


def passages(article: Article, q: Question, source: Source, random: Random) -> list[Passage]:
    """The passages one question is trained on: one that answers, where one does, then some that do not."""

    def draw() -> int:
        return limit(random)

    def some(mean: float) -> int:
        return int(mean) + (random.random() < mean % 1)

    out = []
    if q.answerable:
        place = q.home if q.home in q.gold and random.random() < 0.85 else random.choice(list(q.gold))
        gold = window(
            article, place, q.gold, draw(), random.random() < source.merge, random, around=random.choice(q.gold[place])
        )
        # The same passage less its answer differs in nothing but the answer: only reading can tell.
        rest = without_answer(gold) if random.random() < CUT else None
        if rest is None or random.random() < 0.6:
            out.append(gold)
        if rest is not None:
            out.append(rest)
        # A mined passage that holds the answer's words may well be an answer that nobody marked.
        out += negatives(article, q, some(source.negatives), source.trust and not q.mined, draw, source.merge, random)
    else:
        out.append(window(article, q.home, {}, draw(), random.random() < source.merge, random))
        if source.whole:
            out += negatives(article, q, some(source.negatives), True, draw, source.merge, random)
    return out


class Batches:
    """Groups of sequences, one a question, drawn from (seed, step)."""

    def __init__(
        self,
        pool: Pool,
        encoder: Encoder,
        seed: int,
        groups: int,
        plain: bool = False,
        neighbours: Neighbours | None = None,
    ) -> None:
        """With `plain` all come plain too, for a teacher; with `neighbours` some questions are reworded."""
        self.encoder, self.seed, self.groups, self.plain, self.neighbours = encoder, seed, groups, plain, neighbours
        self.sources = [Draws(s, pool.articles[s.name], seed) for s in SOURCES]

    def batch(self, step: int, progress: float) -> list[Group]:
        """The groups of one step; `progress` (0 to 1) moves the shares of the sources."""
        random = Random(f"{self.seed} {step}")
        shares = [s.source.start + (s.source.end - s.source.start) * min(1.0, progress / SHIFTED) for s in self.sources]
        drawn = random.choices(self.sources, shares, k=self.groups)
        return [g for g in (self._group(*draws.next(), draws.source, random) for draws in drawn) if g.sequences]

    def _group(self, article: Article, q: Question, source: Source, random: Random) -> Group:
        group, wordings = Group(q.text, source.taught), (q.text, *q.also)
        if self.neighbours is not None and random.random() < REWORDED:
            group = Group(reworded(q.text, self.neighbours, random), 1.0)
            wordings = (group.asked,)
        elif q.answerable and article.title and random.random() < SWAPPED:
            q = swapped(article, q, random) or q
            group, wordings = Group(q.text, source.taught), (q.text, *q.also)
        typed, title = noisy(random.choice(wordings), random), "" if random.random() < 0.08 else article.title
        for passage in passages(article, q, source, random):
            gold = random.choice(passage.gold) if passage.gold else None
            sequence = self.encoder(typed, title, passage, gold)
            if sequence is None:
                continue
            if self.plain:
                plain = self.encoder(group.asked, article.title, passage, gold)
                alike = plain and len(plain.ids) - plain.passage == len(sequence.ids) - sequence.passage
                group.plain.append(plain if plain and alike else sequence)
            some = random.sample(sequence.sentences, min(JUDGED, len(sequence.sentences)))
            group.judged.extend((len(group.sequences), *sentence) for sentence in some)
            group.sequences.append(sequence)
        return group
