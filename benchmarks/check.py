"""Measures the check of quotations: `python -m benchmarks.check FILE`, FILE being a split of the quotation corpus.

Four quotations an article, of five words or more, are asked as they stand and with a tenth, a quarter and four tenths of
their words dropped, added, replaced or misspelt; and four of another article, which are not in this one. Prints, for each
kind, how many are found word for word, nearly and not, how many of the found stand where the quotation does, the
likeness at its 5th and 95th percentile, and milliseconds.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import index.check
from index.check import Checked, check_quote
from index.library import Entry
from index.records import article_of_paragraphs

SHARES = {"as it stands": 0.0, "1 in 10 words changed": 0.1, "1 in 4": 0.25, "4 in 10": 0.4}
STRANGER = "of another article"


def changed(text: str, share: float, words: Sequence[str]) -> str:
    """The text with about `share` of its words (at least one) dropped, added, replaced or misspelt."""
    found = text.split()
    for _ in range(max(1, round(len(found) * share)) if share else 0):
        at = random.randrange(len(found))
        kind = random.choice(["drop", "add", "replace", "misspell"])
        if kind == "drop" and len(found) > 3:
            found.pop(at)
        elif kind == "add":
            found.insert(at, random.choice(words))
        elif kind == "replace":
            found[at] = random.choice(words)
        elif len(found[at]) > 3:
            cut = random.randrange(1, len(found[at]) - 1)
            found[at] = found[at][:cut] + found[at][cut + 1 :]
    return " ".join(found)


def asked(articles: Sequence[dict[str, Any]]) -> Iterator[tuple[str, Entry, dict[str, Any], str]]:
    """Kind, article, the quotation's key, and the words asked."""
    words = [re.sub(r"\W", "", w) or "the" for a in articles for p in a["paragraphs"] for w in p.split()]
    for number, key in enumerate(articles):
        entry = Entry(article_of_paragraphs(key["id"], key["title"], key["paragraphs"]), "")
        entry.wording.likely("a word", 1)
        other = articles[(number + len(articles) // 2) % len(articles)]
        for quote in _some(key):
            for kind, share in SHARES.items():
                yield kind, entry, quote, changed(quote["text"], share, words)
        for quote in _some(other):
            yield STRANGER, entry, quote, quote["text"]


def _some(key: dict[str, Any]) -> list[dict[str, Any]]:
    long = [q for q in key["quotes"] if len(q["text"].split()) >= 5]
    return random.sample(long, min(4, len(long)))


def stands_there(checked: Checked, quote: dict[str, Any]) -> bool:
    """Whether the passage found meets the quotation that was asked."""
    return any(
        c.place == quote["paragraph"] and c.start < quote["end"] and quote["start"] < c.end for c in checked.passage
    )


def main() -> None:
    """Asks and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=84)
    arguments = parser.parse_args()
    random.seed(0)
    with gzip.open(arguments.file, "rt", encoding="utf-8") as file:
        articles = [json.loads(line) for line in file if line.strip()][: arguments.articles]
    rows: dict[str, list[tuple[Checked, float, bool, float]]] = {}
    for kind, entry, quote, text in asked(articles):
        message = '"' + re.sub('["“”]', "", text) + '"'
        began = time.perf_counter()
        found = check_quote(message, [entry])
        taken = 1000 * (time.perf_counter() - began)
        threshold, index.check.NEAR = index.check.NEAR, 0.0
        likeness = max((c.likeness for c in check_quote(message, [entry])), default=0.0)
        index.check.NEAR = threshold
        rows.setdefault(kind, []).extend((c, taken, stands_there(c, quote), likeness) for c in found)
    print(f"{'':24}{'asked':>6}{'verbatim':>10}{'near':>6}{'absent':>8}{'there':>7}{'p5':>6}{'p95':>6}{'ms':>6}")
    for kind, found_rows in rows.items():
        verdicts = [c.verdict for c, *_ in found_rows]
        counts = [verdicts.count(v) for v in ("verbatim", "near", "absent")]
        like = sorted(r[3] for r in found_rows)
        there, ms = sum(r[2] for r in found_rows), sum(r[1] for r in found_rows) / len(found_rows)
        tails = like[len(like) // 20], like[-1 - len(like) // 20]
        print(
            f"{kind:24}{len(found_rows):6}{counts[0]:10}{counts[1]:6}{counts[2]:8}{there:7}"
            f"{tails[0]:6.2f}{tails[1]:6.2f}{ms:6.1f}"
        )


if __name__ == "__main__":
    main()
