"""How a library of many paragraphs holds up: `python -m benchmarks.library --paragraphs 1000 10000 100000`.

The paragraphs are made of the shipped article's words, drawn at random by how often they come, some forty each, and
half of the words given endings of their own, so that the vocabulary grows as a real library's does. Reading the
found windows is left out: it takes the same time in a library of any size.
"""

from __future__ import annotations

import argparse
import resource
import time
from pathlib import Path
from random import Random

import numpy as np
from rich.console import Console
from rich.table import Table

from index.finders import Tools
from index.question import understand
from index.records import article_of_paragraphs
from index.retrieval import Retriever

SEEDS = Path(__file__).parent.parent / "seeds"
QUESTIONS = (
    "Who leaked the documents?",
    "When was membership first promised?",
    "why did the war start",
    "summit place and date",
)


def paragraphs(count: int, random: Random) -> list[str]:
    """Made paragraphs of four sentences."""
    text = " ".join(p.read_text(encoding="utf-8") for p in SEEDS.glob("*.txt"))
    words = [w.strip("“”‘’.,?!") for w in text.split()]
    made = []
    for _ in range(count):
        drawn = [w if random.random() < 0.5 else f"{w}{random.randint(0, 2000)}" for w in random.choices(words, k=40)]
        made.append(" ".join(" ".join(drawn[i : i + 10]).capitalize() + "." for i in range(0, 40, 10)))
    return made


def main() -> None:
    """Prints a row a size."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--paragraphs", type=int, nargs="+", default=[1000, 10_000, 100_000])
    table = Table(title="a library in one process")
    for column in ("paragraphs", "index s", "first search ms", "search p50 ms", "search p99 ms", "peak MB"):
        table.add_column(column, justify="right")
    vectors = Tools().vectors
    for count in ap.parse_args().paragraphs:
        texts = paragraphs(count, Random(count))
        articles = [
            article_of_paragraphs(f"article {i}", f"Article {i}", texts[i : i + 40]) for i in range(0, count, 40)
        ]
        began = time.perf_counter()
        retriever = Retriever.of(articles, vectors)
        built = time.perf_counter() - began
        times = []
        for turn in range(50):
            question = understand(QUESTIONS[turn % len(QUESTIONS)])
            began = time.perf_counter()
            retriever.search(question, 12)
            times.append(1000 * (time.perf_counter() - began))
        p50, p99 = np.percentile(times[1:], [50, 99])
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        table.add_row(f"{count:,}", f"{built:.1f}", f"{times[0]:.0f}", f"{p50:.1f}", f"{p99:.1f}", f"{peak:.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
