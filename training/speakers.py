"""Trains the ranker of speakers on articles with annotated quotations: `python -m training.speakers TRAIN OUT`.

TRAIN: JSON lines (.gz or not) of {"id", "title", "paragraphs", "quotes": [{"paragraph", "start", "end", "kind",
"unsure", "source": {"paragraph", "start", "end", "surnames"} or null}]}, as PolNeAR 1.0 gives them. Several candidates
may be right (the same mention with different verbs); the likelihood sums over them.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from index.attribution import Description
from index.contenders import Before, Candidate, candidates, following
from index.names import surname
from index.scenes import scenes_of

Group = tuple[list[list[str]], list[bool]]


def load(path: Path) -> list[dict[str, Any]]:
    """The articles of a file."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def is_source(candidate: Candidate, source: dict[str, Any]) -> bool:
    """The candidate's words are among those that name the speaker."""
    mention = candidate.mention
    together = mention.paragraph + 1 == source["paragraph"]
    return together and mention.start < source["end"] and source["start"] < mention.end


def groups(article: dict[str, Any], misses: Counter[str]) -> Iterator[Group]:
    """For each quotation, its alternatives' features and which of them are right; nobody comes last."""
    scenes, _ = scenes_of(article["paragraphs"])
    key = {}
    for quote in article["quotes"]:
        for number, stretch in enumerate(scenes[quote["paragraph"] - 1].stretches):
            if stretch.start < quote["end"] and quote["start"] < stretch.end:
                key[quote["paragraph"] - 1, number] = quote
    before: Before | None = None
    for scene in scenes:
        for number in range(len(scene.stretches)):
            quote = key.get((scene.number, number))
            if quote is None or quote["unsure"] or (quote["kind"] != "scare" and not quote["source"]):
                continue
            found = candidates(scenes, scene.number, number, before)
            description = Description(scenes, scene.number, number, before)
            source = quote["source"]
            right = [bool(source) and is_source(c, source) for c in found]
            if source and not any(right):
                surnames = {surname(n.split()) for n in source["surnames"] if n.split()}
                right = [
                    c.mention.name is not None and not c.mention.modifier and c.mention.name.key in surnames
                    for c in found
                ]
            if source and not any(right):
                misses[quote["kind"]] += 1
                continue
            yield [description.features(c) for c in found] + [description.nobody()], [*right, not source]
            if quote["kind"] != "scare":
                chosen = next((c for c, r in zip(found, right, strict=True) if r and c.frame.cue), None)
                chosen = chosen or next(c for c, r in zip(found, right, strict=True) if r)
                before = following(before, scene, number, chosen)


def train(found: list[Group], least: int, penalty: float) -> dict[str, float]:
    """Weights of the features seen in at least `least` alternatives, under an L2 penalty."""
    counts = Counter(f for rows, _ in found for row in rows for f in set(row))
    names = sorted(f for f, n in counts.items() if n >= least)
    index = {f: i for i, f in enumerate(names)}
    indices: list[int] = []
    pointers = [0]
    starts = [0]
    right: list[bool] = []
    for rows, good in found:
        for row in rows:
            indices += [index[f] for f in row if f in index]
            pointers.append(len(indices))
        right += good
        starts.append(len(right))
    matrix = csr_matrix((np.ones(len(indices)), indices, pointers), shape=(len(right), len(names)))
    transposed = matrix.T.tocsr()
    good_rows = np.array(right)
    heads = np.array(starts[:-1])
    sizes = np.diff(starts)

    def loss(w: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        scores = matrix @ w
        scores -= np.repeat(np.maximum.reduceat(scores, heads), sizes)
        powers = np.exp(scores)
        total = np.add.reduceat(powers, heads)
        correct = np.add.reduceat(powers * good_rows, heads) + 1e-12
        gradient = transposed @ (powers / np.repeat(total, sizes) - powers * good_rows / np.repeat(correct, sizes))
        return float(np.sum(np.log(total) - np.log(correct)) + penalty * w @ w), gradient + 2 * penalty * w

    result = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return {f: round(float(w), 2) for f, w in zip(names, result.x, strict=True) if abs(w) >= 0.05}


def pruned(found: list[Group], least: int, penalty: float, cut: float) -> dict[str, float]:
    """Trained twice: what weighs less than `cut` the first time is left out. Five sixths go, and no accuracy."""
    kept = {f for f, w in train(found, least, penalty).items() if abs(w) >= cut}
    return train([([[f for f in row if f in kept] for row in rows], right) for rows, right in found], 1, penalty)


def main() -> None:
    """Reads, trains, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--least", type=int, default=12)
    parser.add_argument("--penalty", type=float, default=1.0)
    parser.add_argument("--cut", type=float, default=0.4)
    parser.add_argument(
        "--skip", type=int, default=0, help="leave out every article whose number leaves this rest by 5"
    )
    arguments = parser.parse_args()
    misses: Counter[str] = Counter()
    found: list[Group] = []
    for number, article in enumerate(load(arguments.train)):
        if not arguments.skip or number % 5 != arguments.skip - 1:
            found += groups(article, misses)
    trained = pruned(found, arguments.least, arguments.penalty, arguments.cut)
    arguments.out.write_text(json.dumps(trained, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
    print(f"{len(found)} quotations, no right candidate for {dict(misses)}, {len(trained)} weights")


if __name__ == "__main__":
    main()
