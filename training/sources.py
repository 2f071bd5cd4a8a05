"""The sets that questions are drawn from, and what of each is held out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.question_sets import held_out

from .contrast import QUESTIONS, contrast
from .data import Article, read
from .wordings import with_wordings

OWN = {"own": 3, "encyclopedia": 10}
"""Our own articles. One in so many is held out, one in twenty of the others: to calibrate on."""


@dataclass(frozen=True, slots=True)
class Source:
    """One set: its share of the questions drawn at the start and at the end, and what its passages may be."""

    name: str
    start: float
    end: float
    negatives: float = 1.0  # mean number of other passages a question gets
    trust: bool = False  # every answering paragraph is marked
    merge: float = 0.0  # share of passages filled up with neighbours
    whole: bool = True  # the article as a whole does not answer its unanswerable questions
    taught: float = 0.5  # the teacher's part in what is aimed at; the rest is what is marked


SOURCES = (
    Source("news-train", 0.26, 0.28, 2.0, trust=True, merge=0.4),
    Source("news-rest", 0.05, 0.05, 2.0, trust=True, merge=0.4),
    Source("squad2-train", 0.08, 0.08, 1.2, whole=False),
    Source("wiki-train", 0.06, 0.05, 1.2),
    Source("tales-train", 0.08, 0.07, 1.2),
    Source("reddit-train", 0.03, 0.02, 0.6),
    Source("amazon-train", 0.03, 0.02, 0.6),
    Source("contrast/wiki-train", 0.15, 0.15, 0.5, taught=0.2),
    Source("contrast/squad2-train", 0.10, 0.10, 0.5, taught=0.2),
    Source("encyclopedia", 0.14, 0.14, 0.5, trust=True, taught=0.2),
    Source("contrast/news-rest", 0.13, 0.13, 1.0, trust=True, merge=0.4, taught=0.2),
    Source("contrast/tales-train", 0.05, 0.05, 0.7, trust=True, taught=0.2),
    Source("own", 0.05, 0.05, 1.0, trust=True, merge=0.4, taught=0.2),
)


def articles(folder: Path, name: str, held: bool = False) -> list[Article]:
    """The articles of one source that may be trained on; those that may not with `held`."""
    kind, _, about = name.partition("/")
    if name in OWN:
        found, share = read(QUESTIONS / f"{name}.json"), OWN[name]
    else:
        found, share = contrast(folder, about) if kind == "contrast" else read(folder / f"{name}.json.gz"), 20
    return [a for a in with_wordings(found) if bool(a.title and held_out(a.title, share)) == held]
