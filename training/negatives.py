"""Passages for one question: those that hold an answer, and the likeliest that do not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random

import snowballstemmer
from rank_bm25 import BM25Okapi

from .data import Article, Question, sentences

_stem = cache(snowballstemmer.stemmer("english").stemWord)
STOP = frozenset(
    "a an and are as at be been by did do does for from had has have he her his how if in into is it its of on or "
    "s she that the their them there they this to was we were what when where which who whom whose why will with would you".split()
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the article with the answers inside it, as (start, end) characters of `text`."""

    text: str
    gold: tuple[tuple[int, int], ...] = ()


def words(text: str) -> list[str]:
    """Stems, less the commonest words."""
    return [_stem(w) for w in re.findall(r"\w+", text.lower()) if w not in STOP]


def rank(article: Article) -> None:
    """Give each question of the article its paragraphs in the order of BM25."""
    if not article.questions:
        return
    index = BM25Okapi([words(p) or [""] for p in article.paragraphs], b=0.5)
    for q in article.questions:
        scores = index.get_scores(words(q.text))
        q.ranked = sorted(range(len(scores)), key=lambda i: -scores[i])[:10]


def window(
    article: Article,
    place: int,
    gold: dict[int, list[tuple[int, int]]],
    limit: int,
    merge: bool,
    random: Random,
    around: tuple[int, int] | None = None,
) -> Passage:
    """Whole sentences of a paragraph, at most `limit` words where its sentences allow.

    `around` names the span that must stand inside. With `merge`, neighbouring paragraphs fill the room that is left.
    """
    text = article.paragraphs[place]
    cuts = sentences(text)
    if around is not None:
        first = max((i for i, (s, _) in enumerate(cuts) if s <= around[0]), default=0)
        last = min((i for i, (_, e) in enumerate(cuts) if e >= around[1]), default=len(cuts) - 1)
        last = max(first, last)
    else:
        first = last = random.randrange(len(cuts))
    count = len(text[cuts[first][0] : cuts[last][1]].split())
    while first > 0 or last < len(cuts) - 1:
        back = first > 0 and (last == len(cuts) - 1 or random.random() < 0.5)
        s, e = cuts[first - 1] if back else cuts[last + 1]
        count += len(text[s:e].split())
        if count > limit:
            break
        first, last = (first - 1, last) if back else (first, last + 1)
    low, high = cuts[first][0], cuts[last][1]
    parts = [(place, low, high)]
    if merge and (low, high) == (0, len(text)):
        count = len(text.split())
        while True:
            back = random.random() < 0.6  # what comes before explains more than what follows
            at = parts[0][0] - 1 if back else parts[-1][0] + 1
            if not 0 <= at < len(article.paragraphs):
                break
            count += len(article.paragraphs[at].split())
            if count > limit:
                break
            parts.insert(0 if back else len(parts), (at, 0, len(article.paragraphs[at])))
    return _join(article, parts, gold)


def _join(article: Article, parts: list[tuple[int, int, int]], gold: dict[int, list[tuple[int, int]]]) -> Passage:
    text, spans = "", []
    for place, low, high in parts:
        if text:
            text += " "
        shift = len(text) - low
        spans += [(s + shift, e + shift) for s, e in gold.get(place, ()) if low <= s and e <= high]
        text += article.paragraphs[place][low:high]
    return Passage(text, tuple(spans))


def without_answer(passage: Passage) -> Passage | None:
    """The passage less each sentence that holds an answer, if enough stays and no answer string does."""
    cuts = sentences(passage.text)
    kept = [(s, e) for s, e in cuts if not any(a < e and b > s for a, b in passage.gold)]
    text = " ".join(passage.text[s:e] for s, e in kept)
    lower = text.lower()
    if len(text.split()) < 12 or any(passage.text[a:b].lower() in lower for a, b in passage.gold):
        return None
    return Passage(text)


def negatives(
    article: Article,
    q: Question,
    count: int,
    trust: bool,
    draw_limit: Callable[[], int],
    merge_share: float,
    random: Random,
) -> list[Passage]:
    """Up to `count` high-ranking passages of the article that do not answer.

    Where the set does not mark every answering paragraph (`trust` false), one that holds an answer's words is left out.
    """
    strings = {article.paragraphs[p][s:e].lower() for p, spans in q.gold.items() for s, e in spans}
    out: list[Passage] = []
    # Rank decides mostly, chance a little: the first few confuse a reader most.
    order = sorted(q.ranked, key=lambda i: q.ranked.index(i) + random.random() * 4)
    for place in order:
        if len(out) >= count:
            break
        if place in q.gold or (place == q.home and not q.answerable):
            continue
        passage = window(article, place, q.gold, draw_limit(), random.random() < merge_share, random)
        lower = passage.text.lower()
        if passage.gold or len(passage.text) < 20:
            continue
        if any(s in lower for s in strings) and (not trust or random.random() < 0.5):
            continue
        out.append(passage)
    return out
