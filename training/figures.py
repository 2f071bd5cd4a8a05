"""What training reached, on sets that it never trains on."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from benchmarks.answers import SYSTEMS, measured, table
from benchmarks.question_sets import read_set

from .data import Article, read

MEASURED = ("news-dev", "squad2-dev")


def show(sets: Path) -> None:
    """Prints the figures of the files that stand in the package."""
    alone = question_only(read(sets / "news-train.json.gz"), read(sets / "news-dev.json.gz"))
    print(f"news-dev, the question alone, auroc {alone}")
    for name in MEASURED:
        articles = list(read_set(sets / f"{name}.json.gz"))
        columns = {s: measured(SYSTEMS[s], articles) for s in ("reader on the gold paragraph", "the whole")}
        Console(width=120).print(table(name, columns))


def question_only(train: list[Article], test: list[Article]) -> float:
    """AUROC of a classifier that sees the question and nothing else: what a refusal owes to the question's form."""

    def texts(articles: list[Article]) -> tuple[list[str], list[bool]]:
        found = [q for a in articles for q in a.questions]
        return [q.text for q in found], [q.answerable for q in found]

    asked, has = texts(train)
    tfidf = TfidfVectorizer(ngram_range=(1, 3), min_df=2, sublinear_tf=True, token_pattern=r"\w+|\?")
    model = LogisticRegression(C=1.0, max_iter=1000).fit(tfidf.fit_transform(asked), has)
    others, truth = texts(test)
    return round(100 * float(roc_auc_score(truth, model.decision_function(tfidf.transform(others)))), 1)
