"""Counts follow-ups: `python -m benchmarks.dialogues [--each]`. What is counted stands in README.md beside this file."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.agreement import same_answer, same_sentence, short_answer
from benchmarks.question_sets import read_set
from index.answer import Answer, Answerer
from index.files import article_from_bytes
from index.finders import Tools
from index.follow_ups.dialogue import Dialogue
from index.follow_ups.follow_up import resolve
from index.library import Entry, Library
from index.records import article_of_paragraphs

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@dataclass(frozen=True)
class Outcome:
    """One turn after the first."""

    number: int
    """2 or 3."""
    alone: bool
    """The message stands alone."""
    understood: bool
    """What is asked in its place holds all that it must; or it was left as it is, where it stands alone."""
    as_full: bool
    """Answered as the full question: the same sentence, and one short answer holds the other; or both refused."""
    to_the_word: bool
    """The same, and the short answers are the same to the word, as SQuAD normalises them."""
    sentence: bool
    """The same sentence as for the full question, or both refused."""
    right: bool
    """The answer lies in the sentence given, or both sides refuse."""
    right_in_full: bool
    """The same for the full question: what the answerer can do."""
    milliseconds: float
    line: str


def libraries(tools: Tools) -> dict[str, Library]:
    """By the names that the dialogues call the articles."""
    articles = {p.stem: next(iter(read_set(p)))[0] for p in (ROOT / "benchmarks" / "kinds").glob("*.json")}
    seed = min((ROOT / "seeds").glob("*.txt"))
    articles["seed"] = article_from_bytes("seed", seed.read_bytes())
    articles["news"] = article_from_bytes("news", (HERE / "news.txt").read_bytes())
    for name, own in json.loads((HERE / "articles.json").read_text("utf-8")).items():
        articles[name] = article_of_paragraphs(name, own["title"], own["paragraphs"])
    return {n: Library(ROOT, [Entry(a, "")], Answerer((a,), tools=tools)) for n, a in articles.items()}


def outcomes(half: str, known: dict[str, Library]) -> Iterator[Outcome]:
    """Of every turn but the first of each dialogue."""
    for dialogue in json.loads((HERE / f"{half}.json").read_text("utf-8")):
        library, held = known[dialogue["article"]], Dialogue()
        for number, turn in enumerate(dialogue["turns"], 1):
            before = tuple(held.turns)
            began = time.perf_counter()
            resolve(turn["typed"], before, library)
            took = 1000 * (time.perf_counter() - began)
            taken, given = held.ask(library, turn["typed"])
            if number == 1:
                continue
            alone = turn["needs"] == ["="]
            full = library.ask(turn["full"])
            held_in = all(any(w.lower() in taken.question.lower() for w in need.split("|")) for need in turn["needs"])
            understood = taken.understood is None if alone else held_in
            same = same_sentence(given, full)
            shorts = short_answer(library.text, given), short_answer(library.text, full)
            line = f"{dialogue['id']}.{number} {turn['typed']!r} → {taken.question!r} ({turn['full']!r}): {shorts[0]!r} ({shorts[1]!r})"
            yield Outcome(
                number, alone, understood, same_answer(library.text, given, full), same and shorts[0] == shorts[1], same,
                _is_right(library, given, turn["answers"]), _is_right(library, full, turn["answers"]), took, line,
            )  # fmt: skip


def _is_right(library: Library, answer: Answer, answers: list[str]) -> bool:
    if answer.verdict == "not_in_article" or answer.sentence is None:
        return not answers
    return any(a in library.text(answer.sentence) or library.text(answer.sentence) in a for a in answers)


def main() -> None:
    """Prints a column a half."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--each", action="store_true", help="also every turn that was not answered as its full question")
    ap.add_argument("--half", choices=["tuned", "kept"], action="append")
    ap.add_argument("--plain", action="store_true", help="words alone, without the trained reader")
    args = ap.parse_args()
    known = libraries(Tools("plain" if args.plain else "auto"))
    halves = {half: list(outcomes(half, known)) for half in args.half or ["tuned", "kept"]}
    table = Table(title="follow-ups, percent of turns")
    table.add_column("")
    for half in halves:
        table.add_column(half, justify="right")
    rows = {
        "second turns answered as the full question": lambda o: [x.as_full for x in o if x.number == 2],
        "without those that stand alone": lambda o: [x.as_full for x in o if x.number == 2 and not x.alone],
        "third turns likewise, without those": lambda o: [x.as_full for x in o if x.number == 3 and not x.alone],
        "second turns that go on: the short answer the same to the word": lambda o: [
            x.to_the_word for x in o if x.number == 2 and not x.alone
        ],
        "second turns that go on: the same sentence, or both refused": lambda o: [
            x.sentence for x in o if x.number == 2 and not x.alone
        ],
        "second and third: the same sentence, or both refused": lambda o: [x.sentence for x in o if not x.alone],
        "second turns understood rightly": lambda o: [x.understood for x in o if x.number == 2 and not x.alone],
        "third turns likewise ": lambda o: [x.understood for x in o if x.number == 3 and not x.alone],
        "full questions left as they are": lambda o: [x.understood for x in o if x.alone],
        "sentence holds the answer, or rightly refused": lambda o: [x.right for x in o if not x.alone],
        "the same, asked in full": lambda o: [x.right_in_full for x in o if not x.alone],
    }
    for name, of in rows.items():
        counted = {half: of(o) for half, o in halves.items()}
        table.add_row(name, *(f"{100 * np.mean(c):.0f} ({sum(c)}/{len(c)})" for c in counted.values()))
    table.add_row(
        "p99 ms to resolve", *(f"{np.percentile([x.milliseconds for x in o], 99):.1f}" for o in halves.values())
    )
    Console().print(table)
    if args.each:
        for o in halves.values():
            print(*(x.line for x in o if not x.as_full or not x.understood), sep="\n")


if __name__ == "__main__":
    main()
