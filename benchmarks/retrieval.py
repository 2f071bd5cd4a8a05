"""How often the right paragraph comes first: `python -m benchmarks.retrieval SET.json.gz ...`, SQuAD format.

Each answerable question is asked against all paragraphs of its article. Side by side: rank_bm25 as it comes on
white-space tokens, the same on the project's terms, and the project's index.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from rank_bm25 import BM25Okapi
from rich.console import Console
from rich.table import Table

from benchmarks.question_sets import read_set
from index.bm25 import ParagraphIndex
from index.language import terms

Scorer = Callable[[str], np.ndarray]


def white_space(texts: Sequence[str]) -> Scorer:
    """rank_bm25's defaults on white-space tokens."""
    index = BM25Okapi([t.split() for t in texts])
    return lambda question: index.get_scores(question.split())


def analysed(texts: Sequence[str]) -> Scorer:
    """rank_bm25's defaults on stems without stop words."""
    index = BM25Okapi([terms(t) for t in texts])
    return lambda question: index.get_scores(terms(question))


def ours(texts: Sequence[str]) -> Scorer:
    """The project's index."""
    index = ParagraphIndex(texts)
    return lambda question: index.get_scores(terms(question))


SYSTEMS = {"white space, rank_bm25": white_space, "stems, rank_bm25": analysed, "ParagraphIndex": ours}


def main() -> None:
    """Prints a table a set."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("sets", type=Path, nargs="+")
    for path in ap.parse_args().sets:
        articles = [(article, [q for q in asked if q.gold]) for article, asked in read_set(path)]
        table = Table(title=path.name)
        for column in ("index", "hit@1", "hit@3", "MRR@10", "questions", "µs a question"):
            table.add_column(column, justify="left" if column == "index" else "right")
        for name, system in SYSTEMS.items():
            table.add_row(name, *measured(system, articles))
        Console().print(table)


def measured(system: Callable[[Sequence[str]], Scorer], articles: list) -> list[str]:  # type: ignore[type-arg]
    """One row: percentages over all questions, median time."""
    ranks, times = [], []
    for article, asked in articles:
        score = system([p.text for p in article.body])
        for q in asked:
            began = time.perf_counter()
            scores = score(q.text)
            times.append(time.perf_counter() - began)
            ranks.append(int((scores > scores[q.paragraph - 1]).sum()) + 1 if scores[q.paragraph - 1] > 0 else 99)
    r = np.array(ranks)
    return [
        f"{100 * (r == 1).mean():.1f}", f"{100 * (r <= 3).mean():.1f}", f"{100 * np.where(r <= 10, 1 / r, 0).mean():.1f}",
        str(len(r)), f"{1e6 * np.median(times):.0f}",
    ]  # fmt: skip


if __name__ == "__main__":
    main()
