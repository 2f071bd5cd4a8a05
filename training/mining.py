"""Which paragraphs fool a reader: the order in which negatives are taken, once there is a reader to ask.

BM25 ranks high what shares words with the question; a trained reader is past most of that. What it still scores high
and should not is what the second pass learns from (hard negatives, as in Xiong et al. 2021, *Approximate Nearest
Neighbor Negative Contrastive Learning for Dense Text Retrieval*, with the reader in place of the retriever).
"""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from benchmarks.question_sets import held_out
from index.reader import TrainedReader

from .data import Article, read
from .negatives import rank

MINED = "news-train"
"""The set whose answering paragraphs are all marked, so that what is taken for a negative is one."""
READ = 6
"""Paragraphs a question that are read, by BM25: mining costs as much as training on as many sequences otherwise."""


def mine(sets: Path, weights: Path, kept: Path, processes: int = 2) -> dict[str, list[int]]:
    """For each question of the mined set its paragraphs, those first whose best span scores highest with `weights`.

    Written to `kept`, and read from there where an earlier run wrote it.
    """
    if not kept.exists():
        articles = [a for a in read(sets / f"{MINED}.json.gz") if not held_out(a.title)]
        found: dict[str, list[int]] = {}
        with ProcessPoolExecutor(processes) as pool:
            some = [articles[i : i + 8] for i in range(0, len(articles), 8)]
            for done, part in enumerate(pool.map(partial(_of_articles, weights), some)):
                found |= part
                print(f"mined {min(8 * (done + 1), len(articles))} of {len(articles)} articles", flush=True)
        kept.write_text(json.dumps(found), encoding="utf-8")
    mined: dict[str, list[int]] = json.loads(kept.read_text(encoding="utf-8"))
    return mined


def _of_articles(weights: Path, articles: list[Article]) -> dict[str, list[int]]:
    reader = TrainedReader.load(weights)
    found = {}
    for article in articles:
        rank(article)
        for q in article.questions:
            likely = q.ranked[:READ]
            readings = reader.read(q.text, article.title, [article.paragraphs[p] for p in likely])
            scores = {p: r.spans[0].score if r.spans else -1e9 for p, r in zip(likely, readings, strict=True)}
            found[q.id] = sorted(likely, key=lambda p: -scores[p])
    return found
