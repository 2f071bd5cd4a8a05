"""How often a question and the same in other words are answered alike: `python -m benchmarks.wordings SETS/news-dev.json.gz`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.agreement import same_answer, same_sentence
from benchmarks.question_sets import AskedQuestion, read_set
from index.answer import Answer, Answerer
from index.finders import Tools

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Outcome:
    """One question, asked twice."""

    verdict: bool
    """Both are answered, or neither."""
    sentence: bool
    """By the same sentence, or neither."""
    short: bool
    """The same sentence, and one short answer holds the words of the other; or neither is answered."""
    right: bool
    """The sentence given to the set's words holds a gold answer, or it is rightly refused."""
    right_in_other_words: bool


def outcomes(path: Path, every: int) -> Iterator[Outcome]:
    """Of each question of every so manyth article."""
    name = path.name.split(".")[0]
    rows = map(json.loads, (HERE / f"{name}.jsonl").read_text("utf-8").splitlines())
    also = {row["id"]: row["also"] for row in rows}
    tools = Tools("auto")
    for article, asked in list(read_set(path))[::every]:
        answerer = Answerer((article,), tools=tools)
        for question in asked:
            one, other = answerer.ask(question.text), answerer.ask(also[question.id])
            yield Outcome(
                one.verdict == other.verdict, same_sentence(one, other), same_answer(article.slice, one, other),
                _is_right(question, one), _is_right(question, other),
            )  # fmt: skip


def _is_right(question: AskedQuestion, answer: Answer) -> bool:
    if answer.verdict == "not_in_article" or answer.sentence is None:
        return not question.gold
    return question.is_answered_by(answer.sentence.place, answer.sentence.start, answer.sentence.end)


def main() -> None:
    """Prints a table."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument(
        "set", type=Path, help="a set whose questions stand in this folder in other words: news-dev.json.gz"
    )
    ap.add_argument("--every", type=int, default=1, help="only every Nth article")
    options = ap.parse_args()
    found = list(outcomes(options.set, options.every))
    table = Table("percent", f"{options.set.name} ({len(found)})", title="questions in other words")
    rows = {
        "right": [o.right for o in found],
        "right in other words": [o.right_in_other_words for o in found],
        "both answered, or neither": [o.verdict for o in found],
        "by the same sentence": [o.sentence for o in found],
        "and one short answer holds the other": [o.short for o in found],
    }
    for name, counted in rows.items():
        table.add_row(name, f"{100 * np.mean(counted):.1f}")
    Console().print(table)


if __name__ == "__main__":
    main()
