"""Measures quotations and their speakers: `python -m benchmarks.quotes FOLDER [--split dev]`.

FOLDER holds `dev.jsonl.gz`, `train.jsonl.gz` and `score.py`, which says what each row means. Prints its table for all
articles and per publisher, and the time an article takes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import runpy
import time
from pathlib import Path
from typing import Any

from index.article import Article
from index.quotes import Quote, find_quotes
from index.records import article_of_paragraphs


def stretches(article: Article, quote: Quote) -> list[dict[str, Any]]:
    """One line of the scorer for each part of a quotation."""
    source = quote.source and {
        "paragraph": quote.source.paragraph,
        "start": quote.source.start,
        "end": quote.source.end,
    }
    speaker = article.slice(quote.speaker) if quote.speaker else None
    return [
        {
            "text": article.slice(part), "paragraph": part.paragraph, "start": part.start, "end": part.end, "kind": quote.kind,
            "speaker": speaker, "source": source, "confidence": quote.confidence,
        }
        for part in quote.parts
    ]  # fmt: skip


def main() -> None:
    """Reads, finds, scores, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--fold", type=int, help="only the articles whose number leaves this rest by 5")
    parser.add_argument("--out", type=Path, help="also write the predictions there, as JSON lines")
    parser.add_argument("--all", action="store_true", help="no columns by publisher")
    arguments = parser.parse_args()
    with gzip.open(arguments.folder / f"{arguments.split}.jsonl.gz", "rt", encoding="utf-8") as file:
        gold = [json.loads(line) for line in file if line.strip()]
    if arguments.fold is not None:
        gold = gold[arguments.fold :: 5]
    articles = [article_of_paragraphs(key["id"], key["title"], key["paragraphs"]) for key in gold]
    find_quotes(articles[0])
    start = time.perf_counter()
    found = [find_quotes(a) for a in articles]
    seconds = time.perf_counter() - start
    predictions = [
        {"id": a.name, "quotes": [line for q in quotes for line in stretches(a, q)]}
        for a, quotes in zip(articles, found, strict=True)
    ]
    if arguments.out:
        arguments.out.write_text("".join(json.dumps(p, ensure_ascii=False) + "\n" for p in predictions), "utf-8")
    scorer = runpy.run_path(str(arguments.folder / "score.py"))
    scorer["table"](scorer["score"](gold, predictions, None if arguments.all else "publisher"))
    words = sum(len(p.text.split()) for a in articles for p in a.body)
    print(f"{1000 * seconds / len(articles):.1f} ms an article of {words / len(articles):.0f} words")


if __name__ == "__main__":
    main()
