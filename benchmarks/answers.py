"""How often the answer is right: `python -m benchmarks.answers SET.json.gz ...`, question sets in SQuAD format.

Each question is asked against the whole of its article, on one thread, no answer remembered. Side by side: words
alone; words and vectors without the reader; the reader on the paragraph that the question was written for; the whole.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.measures import Outcome, best_cut, normal, summary, token_f1
from benchmarks.question_sets import AskedQuestion, held_out, read_set
from index.answer import Answerer
from index.article import Article
from index.calibration import Calibration
from index.candidates import Candidate
from index.finders import Tools
from index.question import understand
from index.retrieval import Retriever, blend
from index.vectors import StaticVectors
from training.contrast import QUESTIONS, contrast


@dataclass(frozen=True)
class Given:
    """What a system gives: a candidate, what it is sure of, how long it took."""

    candidate: Candidate | None
    confidence: float
    seconds: float


Ask = Callable[[AskedQuestion], Given]


def by_answerer(article: Article, name: str) -> Ask:
    """The project's answerer."""
    tools = Tools("plain" if name == "plain" else "auto")
    answerer, calibration = Answerer((article,), tools=tools), Calibration.load(tools.finder.name)
    answerer.rank("Is the index built before the clock starts?")

    def ask(question: AskedQuestion) -> Given:
        began = time.perf_counter()
        ranking = answerer.rank(question.text)[1]
        confidence = calibration.probability(ranking.features)
        took = time.perf_counter() - began
        return Given(ranking.candidates[0] if ranking.candidates else None, confidence, took)

    return ask


def by_vectors(article: Article) -> Ask:
    """Words and vectors, no reader: the nearest sentence of the best passages."""
    vectors, weights = StaticVectors.load(), blend()
    retriever = Retriever.of([article], vectors)

    def ask(question: AskedQuestion) -> Given:
        began = time.perf_counter()
        understood = understand(question.text)
        asked = vectors.embed([understood.text], "question")[0]
        best: tuple[float, Candidate] | None = None
        for hit in retriever.search(understood, 4):
            inside = hit.passage.sentences
            near = vectors.embed([hit.passage.paragraph.text[s.start : s.end] for s in inside], "text") @ asked
            for sentence, cosine in zip(inside, near, strict=True):
                score = hit.score - weights["sentence"] * (hit.cosine - float(cosine))
                if best is None or score > best[0]:
                    best = score, Candidate(hit.passage, sentence, None, score)
        took = time.perf_counter() - began
        return Given(best[1] if best else None, best[0] if best else 0.0, took)

    return ask


def by_reader_on_gold(article: Article) -> Ask:
    """The reader alone, given the right paragraph and nothing else."""

    def ask(question: AskedQuestion) -> Given:
        paragraph = article.at(question.paragraph)
        return by_answerer(
            Article(article.name, "", tuple(p for p in article.paragraphs if p is paragraph or p.part == "title")),
            "auto",
        )(question)

    return ask


SYSTEMS: dict[str, Callable[[Article], Ask]] = {
    "words alone": lambda article: by_answerer(article, "plain"),
    "words and vectors": by_vectors,
    "reader on the gold paragraph": by_reader_on_gold,
    "the whole": lambda article: by_answerer(article, "auto"),
}


def outcome(question: AskedQuestion, given: Given) -> Outcome:
    """Holds what was given against the key."""
    c = given.candidate
    if c is None:
        return Outcome(bool(question.gold), False, False, 0.0, 0.0, 0.0, given.seconds, question.style)
    text, place = c.passage.paragraph.text, c.passage.paragraph.place
    start, end = c.span or (c.sentence.start, c.sentence.end)
    said, gold = text[start:end], question.answers
    return Outcome(
        answerable=bool(question.gold),
        paragraph=place == question.paragraph,
        sentence=question.is_answered_by(place, c.sentence.start, c.sentence.end),
        exact=float(any(normal(said) == normal(g) for g in gold)),
        f1=max((token_f1(said, g) for g in gold), default=0.0),
        confidence=given.confidence,
        seconds=given.seconds,
        style=question.style,
    )


def tuning_set(path: Path) -> Iterator[tuple[Article, list[AskedQuestion]]]:
    """The held-out articles of a train set, with the questions in contrast that the project has on them.

    On an article that it was trained on the reader is too sure, and the cut would be too high for any other.
    """
    name = path.name.split(".")[0]
    written = (QUESTIONS / f"{name}.jsonl").exists()
    more = {a.title: a for a in contrast(path.parent, name)} if written else {}
    for article, asked in read_set(path):
        if held_out(article.title):
            added = more[article.title].questions if article.title in more else []
            yield article, [*asked, *(q.as_asked(more[article.title].paragraphs) for q in added)]


def measured(
    system: Callable[[Article], Ask], articles: Iterable[tuple[Article, list[AskedQuestion]]]
) -> list[Outcome]:
    """All outcomes of one system."""
    return [outcome(q, ask(q)) for article, asked in articles for ask in [system(article)] for q in asked]


def table(title: str, columns: dict[str, list[Outcome]], cuts: dict[str, float] | None = None) -> Table:
    """One column a system, or a style; `cuts` by column."""
    made = Table(title=title)
    made.add_column("measure, percent")
    for name, outcomes in columns.items():
        made.add_column(f"{name} ({len(outcomes)})", justify="right")
    rows = {name: summary(outcomes, (cuts or {}).get(name)) for name, outcomes in columns.items()}
    for measure in next(iter(rows.values())):
        made.add_row(measure, *("–" if np.isnan(r[measure]) else f"{r[measure]:.1f}" for r in rows.values()))
    return made


def main() -> None:
    """Prints a table a set; with --styles also one by the styles of the questions."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("sets", type=Path, nargs="+")
    ap.add_argument("--systems", nargs="*", choices=list(SYSTEMS), default=list(SYSTEMS))
    ap.add_argument("--every", type=int, default=1, help="only every Nth article")
    ap.add_argument("--styles", action="store_true")
    ap.add_argument(
        "--tune",
        type=Path,
        help="a train set: the best cut for its held-out articles gives SQuAD 2.0's total F1 on the others",
    )
    options = ap.parse_args()
    tuning = list(tuning_set(options.tune)) if options.tune else []
    cuts = {name: best_cut(measured(SYSTEMS[name], tuning)) for name in options.systems if tuning}
    for path in options.sets:
        articles = list(read_set(path))[:: options.every]
        columns = {name: measured(SYSTEMS[name], articles) for name in options.systems}
        Console(width=140).print(table(path.name, columns, cuts))
        if options.styles:
            last = list(columns.values())[-1]
            styles = sorted({o.style.split()[0] for o in last if o.style})
            by_style = {s: [o for o in last if o.style.startswith(s)] for s in styles}
            Console(width=140).print(table(f"{path.name}, {list(columns)[-1]}, by style", by_style))


if __name__ == "__main__":
    main()
