"""Fits how BM25 and the vectors are blended: `python -m training.retrieval --sets FOLDER`.

Maximum likelihood of the answering passages under a softmax over all passages of the article, three weights.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from benchmarks.question_sets import held_out
from index.question import understand
from index.records import article_of_paragraphs
from index.retrieval import Retriever
from index.vectors import StaticVectors

from .data import read

SETS = ("news-train", "squad2-train", "tales-train")
NAMES = ("bm25", "passage", "sentence")


def examples(sets: Path) -> list[tuple[np.ndarray, np.ndarray]]:
    """For each question (features of shape (passages, 3), which passages answer)."""
    vectors, found = StaticVectors.load(), []
    for name in SETS:
        for asked in read(sets / f"{name}.json.gz"):
            questions = [q for q in asked.questions if q.answerable]
            # The vectors were trained on the other articles: there they would look better than they are.
            if not held_out(asked.title) or not questions or len(asked.paragraphs) < 3:
                continue
            retriever = Retriever.of([article_of_paragraphs("asked", asked.title, asked.paragraphs)], vectors)
            numbers = np.array([i for i, p in enumerate(retriever.passages) if isinstance(p.paragraph.place, int)])
            for q in questions:
                question = understand(q.text)
                bm25 = retriever.bm25.get_scores(question.terms)[numbers]
                x = np.stack([bm25, *retriever.cosines(question.text, numbers)], axis=1)
                right = [
                    any(p.start < end and start < p.end for start, end in q.gold.get(int(p.paragraph.place) - 1, []))
                    for p in (retriever.passages[i] for i in numbers)
                ]
                if any(right):
                    found.append((x.astype(np.float64), np.array(right)))
    return found


def fit(found: list[tuple[np.ndarray, np.ndarray]], rounds: int = 300, rate: float = 0.5) -> np.ndarray:
    """Adam on the likelihood of the answering passages; the problem is small and near convex."""
    w, m, v = np.array([0.3, 3.0, 3.0]), np.zeros(3), np.zeros(3)
    for step in range(1, rounds + 1):
        gradient = np.zeros(3)
        for x, right in found:
            s = x @ w
            p = np.exp(s - s.max())
            p /= p.sum()
            q = p * right / max((p * right).sum(), 1e-12)
            gradient += x.T @ (p - q)
        gradient /= len(found)
        m, v = 0.9 * m + 0.1 * gradient, 0.99 * v + 0.01 * gradient**2
        w -= rate * (1 - step / rounds) * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.99**step)) + 1e-8)
    return w


def main() -> None:
    """Writes `retrieval.json`."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--sets", type=Path, required=True, help="folder of the question sets in SQuAD format")
    ap.add_argument("--out", type=Path, default=Path("index/models"))
    options = ap.parse_args()
    found = examples(options.sets)
    w = fit(found)
    first = np.mean([right[np.argmax(x @ w)] for x, right in found])
    alone = np.mean([right[np.argmax(x[:, 0])] for x, right in found])
    four = np.mean([right[np.argsort(-(x @ w))[:4]].any() for x, right in found])
    print(
        f"{len(found)} questions; first: BM25 {alone:.3f}, blended {first:.3f}; among four {four:.3f}; weights {w.round(3)}"
    )
    (options.out / "retrieval.json").write_text(
        json.dumps(dict(zip(NAMES, w.round(3).tolist(), strict=True)), indent=2) + "\n"
    )


if __name__ == "__main__":
    main()
