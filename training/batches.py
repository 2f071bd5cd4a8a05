"""Batches of questions, each with a few passages, drawn from all sets by shares that shift with progress."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
from tokenizers import Tokenizer

from benchmarks.question_sets import held_out

from .data import Article, Question, read, sentences
from .negatives import Passage, negatives, rank, window, without_answer
from .noise import noisy
from .swaps import swapped

QUESTION_PIECES, TITLE_CHARACTERS, ALL_PIECES = 48, 80, 288

SHIFTED = 0.55  # the part of the run after which the shares stay as they are
JUDGED = 3  # sentences of a passage that the teacher judges
SWAPPED = 0.15  # the part of the answerable questions that is to be asked about something else, where `swapped` can
CUT = 0.25  # the part of the others that also comes with its passage less the answer, two in five of them without it whole


@dataclass(frozen=True, slots=True)
class Source:
    """One set: its share of the questions drawn at the start and at the end, and what its passages may be."""

    name: str
    start: float
    end: float
    negatives: float = 1.0  # mean number of other passages an answerable question gets
    trust: bool = False  # every answering paragraph is marked
    merge: float = 0.0  # share of passages filled up with neighbours
    whole: bool = True  # the article as a whole does not answer its unanswerable questions


SOURCES = (
    Source("news-train", 0.25, 0.59, 0.8, trust=True, merge=0.4),
    Source("news-rest", 0.06, 0.12, 0.8, trust=True, merge=0.4),
    Source("squad2-train", 0.22, 0.12, 0.6, whole=False),
    Source("wiki-train", 0.17, 0.07, 0.6),
    Source("tales-train", 0.14, 0.07, 0.6),
    Source("reddit-train", 0.08, 0.015, 0.35),
    Source("amazon-train", 0.08, 0.015, 0.35),
)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Token ids and types, the places of the gold span (0, 0: none), where the passage's tokens lie.

    `sentences` are some of the passage's: their words, first and last token; `asked` is the question without noise.
    """

    ids: list[int]
    first: int  # first token of the second segment
    passage: int  # first token of the passage itself
    start: int
    end: int
    asked: str
    sentences: tuple[tuple[str, int, int], ...]


class Encoder:
    """`[CLS] question [SEP] title . passage [SEP]` as the reader sees it."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self.cls, self.sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")

    def __call__(self, question: str, title: str, passage: Passage, gold: tuple[int, int] | None) -> Sequence | None:
        """None where the gold span falls behind the last piece that fits."""
        q = self.tokenizer.encode(question, add_special_tokens=False).ids[:QUESTION_PIECES]
        t = self.tokenizer.encode(f"{title[:TITLE_CHARACTERS]} . ", add_special_tokens=False).ids if title else []
        p = self.tokenizer.encode(passage.text, add_special_tokens=False)
        first = len(q) + 2
        at = first + len(t)
        ids = [self.cls, *q, self.sep, *t, *p.ids][: ALL_PIECES - 1]
        ids.append(self.sep)
        start = end = 0
        if gold is not None:
            inside = [i for i, (s, e) in enumerate(p.offsets) if s < gold[1] and e > gold[0]]
            if not inside or at + inside[-1] >= len(ids) - 1:
                return None
            start, end = at + inside[0], at + inside[-1]
        return Sequence(
            ids, first, at, start, end, question, tuple(self._sentences(passage, p.offsets, at, len(ids) - 1))
        )

    def _sentences(
        self, passage: Passage, offsets: list[tuple[int, int]], at: int, stop: int
    ) -> Iterator[tuple[str, int, int]]:
        for low, high in sentences(passage.text):
            inside = [at + i for i, (s, e) in enumerate(offsets) if low <= s and e <= high]
            if inside and inside[-1] < stop:
                yield passage.text[low:high], inside[0], inside[-1]


class Draws:
    """Questions of one source without end: a new order every round, repeatable from (seed, round)."""

    def __init__(
        self, source: Source, folder: Path, seed: int, kept: bool = False, mined: dict[str, list[int]] | None = None
    ) -> None:
        self.source, self.seed = source, seed
        articles = [a for a in read(folder / f"{source.name}.json.gz") if held_out(a.title) == kept or not a.title]
        for a in articles:
            if len(a.paragraphs) <= 1000:
                rank(a)
            for q in a.questions if mined else ():
                q.mined = q.id in mined
                q.ranked = mined.get(q.id, q.ranked)
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
        count = 1.0 if q.mined else source.negatives
        out += negatives(article, q, some(count), source.trust and not q.mined, draw, source.merge, random)
    else:
        out.append(window(article, q.home, {}, draw(), random.random() < source.merge, random))
        if source.whole:
            out += negatives(article, q, some(1.0 if q.mined else 0.5), True, draw, source.merge, random)
    return out


class Batches:
    """Groups of sequences, one group a question; `random` is drawn from (seed, step), so a resumed run goes on as it would have."""

    def __init__(
        self, folder: Path, encoder: Encoder, seed: int, groups: int, mined: dict[str, list[int]] | None = None
    ) -> None:
        """`mined`: what `mining.mine` found; without it BM25 ranks the negatives."""
        self.encoder, self.seed, self.groups = encoder, seed, groups
        self.sources = [Draws(s, folder, seed, mined=mined) for s in SOURCES]

    def state(self) -> list[int]:
        """How many questions were drawn of each source: what `resume` takes."""
        return [s.drawn for s in self.sources]

    def resume(self, state: list[int]) -> None:
        """Goes on where `state` was taken."""
        for s, drawn in zip(self.sources, state, strict=True):
            s.drawn = drawn

    def batch(self, step: int, progress: float) -> list[list[Sequence]]:
        """The groups of one step; `progress` (0 to 1) moves the shares of the sources."""
        random = Random(f"{self.seed} {step}")
        shares = [s.source.start + (s.source.end - s.source.start) * min(1.0, progress / SHIFTED) for s in self.sources]
        out = []
        for draws in random.choices(self.sources, shares, k=self.groups):
            group = self._group(*draws.next(), draws.source, random)
            if group:
                out.append(group)
        return out

    def samples(self) -> list[Sequence]:
        """Some sequences of the end of a run, for measuring layers; what is drawn next stays what it was."""
        drawn = self.state()
        found = [s for step in range(4) for group in self.batch(step, 1.0) for s in group]
        self.resume(drawn)
        return found

    def _group(self, article: Article, q: Question, source: Source, random: Random) -> list[Sequence]:
        if q.answerable and article.title and random.random() < SWAPPED:
            q = swapped(article, q, random) or q
        question, title = noisy(q.text, random), "" if random.random() < 0.08 else article.title
        group = []
        for passage in passages(article, q, source, random):
            gold = random.choice(passage.gold) if passage.gold else None
            sequence = self.encoder(question, title, passage, gold)
            if sequence is not None:
                some = random.sample(sequence.sentences, min(JUDGED, len(sequence.sentences)))
                group.append(replace(sequence, asked=q.text, sentences=tuple(some)))
        return group


def padded(sequences: list[Sequence]) -> dict[str, np.ndarray]:
    """Model inputs, int64 (batch, longest), and `inside`: 1 on the passage's own tokens."""
    longest = max(len(s.ids) for s in sequences)
    shape = (len(sequences), longest)
    out = {k: np.zeros(shape, dtype=np.int64) for k in ("input_ids", "token_type_ids", "attention_mask", "inside")}
    for row, s in enumerate(sequences):
        n = len(s.ids)
        out["input_ids"][row, :n] = s.ids
        out["token_type_ids"][row, s.first : n] = 1
        out["attention_mask"][row, :n] = 1
        out["inside"][row, s.passage : n - 1] = 1
    return out


def by_length(sequences: list[Sequence], tokens: int) -> Iterator[list[int]]:
    """Places of `sequences` in chunks of like length, each at most `tokens` with padding."""
    chunk: list[int] = []
    for i in sorted(range(len(sequences)), key=lambda i: -len(sequences[i].ids)):
        if chunk and (len(chunk) + 1) * len(sequences[chunk[0]].ids) > tokens:
            yield chunk
            chunk = []
        chunk.append(i)
    if chunk:
        yield chunk
