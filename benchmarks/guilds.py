"""What guilds with articles of their own cost beside the host's: `python -m benchmarks.guilds --guilds 50 --host 1000`.

Each guild has `--articles` made ones of twenty paragraphs (see `benchmarks.library`), the host has `--host` paragraphs.
A row for libraries that are joined, where the index of the host's articles is shared, and one for libraries of which
each is built whole. Reading the found windows is left out: it takes the same time in both.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.library import QUESTIONS, paragraphs
from index.answer import Answerer
from index.finders import Tools
from index.library import Entry, Library
from index.question import understand
from index.retrieval import Retriever

IN_AN_ARTICLE = 20


def entries(name: str, count: int, random: Random) -> list[Entry]:
    """Made articles."""
    texts = paragraphs(count * IN_AN_ARTICLE, random)
    return [
        Entry.of(f"{name} {i}", "\n\n".join([f"Article {i}", *texts[i * IN_AN_ARTICLE :][:IN_AN_ARTICLE]]).encode())
        for i in range(count)
    ]


def retriever(library: Library) -> Retriever:
    """What the library's questions about all articles go through."""
    return library._answerer._retriever(None)


def resident() -> float:
    """Megabytes that the process holds now, what is free given back (Linux with the GNU C library)."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def joined(host: Library, own: Sequence[Entry]) -> Library:
    """As the bot does it."""
    return host.joined(own)


def whole(host: Library, own: Sequence[Entry]) -> Library:
    """An index of its own for each guild."""
    every = [*own, *(host.entry(name) for name in host.names)]
    return Library(host.folder, every, host._answerer.for_articles([e.article for e in every]))


def row(how: Callable[[Library, Sequence[Entry]], Library], guilds: int, articles: int, paragraphs: int) -> list[str]:
    """Cells of the table."""
    random, question = Random(0), understand(QUESTIONS[0])
    hosts = entries("host", max(1, paragraphs // IN_AN_ARTICLE), random)
    host = Library(Path(), hosts, Answerer(tools=Tools()).for_articles([e.article for e in hosts]))
    retriever(host).search(question, 12)
    shelves = [entries("own", articles, random) for _ in range(guilds)]
    before, kept, spent = resident(), [], []
    for own in shelves:
        times = [time.perf_counter()]
        kept.append(how(host, own))
        times.append(time.perf_counter())
        for asked in (question, understand(QUESTIONS[1])):
            retriever(kept[-1]).search(asked, 12)
            times.append(time.perf_counter())
        spent.append(1000 * np.diff(times))
    megabytes = (resident() - before) / guilds
    return [how.__name__, str(guilds), *(f"{t:.1f}" for t in np.median(spent, axis=0)), f"{megabytes:.2f}"]


def main() -> None:
    """Prints both rows, each from a process of its own."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--guilds", type=int, default=50)
    ap.add_argument("--whole", type=int, default=5, help="guilds in the second row, which takes long")
    ap.add_argument("--articles", type=int, default=5)
    ap.add_argument("--host", type=int, default=1000, help="paragraphs")
    args = ap.parse_args()
    table = Table(title=f"guilds of {args.articles} articles beside {args.host:,} paragraphs of the host's")
    for column in ("libraries", "guilds", "made ms", "first search ms", "search ms", "MB a guild"):
        table.add_column(column, justify="right")
    for how, guilds in ((joined, args.guilds), (whole, args.whole)):
        with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
            table.add_row(*fresh.submit(row, how, guilds, args.articles, args.host).result())
    Console().print(table)


if __name__ == "__main__":
    main()
