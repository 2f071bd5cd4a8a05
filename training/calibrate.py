"""Fits a finder's calibration: `python -m training.calibrate --sets FOLDER --tools plain`.

Logistic regressions on the finder's features, fitted on questions of the train sets asked against their whole
articles. For a trained finder only articles that its training held out are used: it is too sure of those it knows.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from index.answer import Answerer
from index.calibration import Calibration, Logistic
from index.finders import Tools
from index.records import article_of_paragraphs

from .sources import articles

TRAINED = ("news-train", "news-rest")
"""What a trained finder is calibrated on: what its training held out of these."""
PLAIN = ("news-train", "news-rest", "squad2-train")
"""What words alone are calibrated on, all of it."""
ANSWERED = {"strict": 0.70, "balanced": 0.82, "eager": 0.97}
"""The share of the answerable questions that is answered at each strictness."""
SURE, LIKELY = 0.8, 0.5
ANSWER = {"margin", "alone", "greatest_margin", "relevance", "far_names"}
"""What tells whether there is an answer. A gap to the next candidate tells nothing of that."""
CHOICE = {"gap", "relevance"}
"""What tells the right sentence from its neighbours."""
ONE = Logistic(0.0, {"score": 1.0})


def rows(tools: Tools, sets: Path) -> tuple[list[dict[str, float]], list[bool], list[bool]]:
    """For each question the features, whether the first candidate is right, whether the question has an answer."""
    plain = tools.name == "plain"
    features, right, answerable = [], [], []
    for name in PLAIN if plain else TRAINED:
        for asked in articles(sets, name, held=True) + (articles(sets, name) if plain else []):
            answerer = Answerer((article_of_paragraphs("asked", asked.title, asked.paragraphs),), tools=tools)
            for question in asked.questions:
                ranking = answerer.rank(question.text)[1]
                if ranking.candidates:
                    first = ranking.candidates[0]
                    place, sentence = first.passage.paragraph.place, first.sentence
                    features.append(dict(ranking.features))
                    right.append(
                        question.as_asked(asked.paragraphs).is_answered_by(place, sentence.start, sentence.end)
                    )
                    answerable.append(question.answerable)
    return features, right, answerable


def fit(features: list[dict[str, float]], right: list[bool], answerable: list[bool]) -> dict[str, object]:
    """The calibration as it is stored: in two parts where the finder says what each rests on, or else in one."""
    has, hits = np.array(answerable), np.array(right)
    if CHOICE.issubset(features[0]):
        answer = logistic(features, has, ANSWER)
        choice = logistic([f for f, h in zip(features, has, strict=True) if h], hits[has], CHOICE)
    else:
        answer, choice = logistic(features, hits, set(features[0])), None
    scores = [{"score": Calibration(answer, choice, ONE, {}, {}).score(f)} for f in features]
    scale = logistic(scores, hits, {"score"}) if choice else ONE
    p = np.array([Calibration(answer, choice, scale, {}, {}).probability(f) for f in features])
    print(f"{len(p)} questions; AUC right {roc_auc_score(hits, p):.3f}, answerable {roc_auc_score(has, p):.3f}")
    calibration = {
        "answer": asdict(answer),
        "choice": asdict(choice) if choice else None,
        "scale": asdict(scale),
        "refusal": {k: round(float(np.quantile(p[has], 1 - share)), 4) for k, share in ANSWERED.items()},
        "sureness": {"sure": SURE, "likely": LIKELY},
    }
    print(json.dumps(calibration))
    return calibration


def logistic(features: list[dict[str, float]], truth: NDArray[np.bool_], used: Collection[str]) -> Logistic:
    """A regression on some of the features, all of whose weights are held back alike."""
    names = [n for n in features[0] if n in used]
    x = np.array([[f[n] for n in names] for f in features])
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    model = LogisticRegression(C=0.3, max_iter=2000).fit((x - mean) / spread, truth)
    weights = model.coef_[0] / spread
    return Logistic(
        round(float(model.intercept_[0] - weights @ mean), 4),
        {n: round(float(w), 4) for n, w in zip(names, weights, strict=True)},
    )


def main() -> None:
    """Writes `NAME.calibration.json`."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--sets", type=Path, required=True, help="folder of the question sets in SQuAD format")
    ap.add_argument("--tools", default="auto", choices=["auto", "plain"], help="plain: words alone")
    ap.add_argument("--out", type=Path, default=Path("index/models"))
    options = ap.parse_args()
    tools = Tools(options.tools)
    if tools.missing:
        raise SystemExit(tools.missing)
    calibration = fit(*rows(tools, options.sets))
    (options.out / f"{tools.finder.name}.calibration.json").write_text(
        json.dumps(calibration, indent=2) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
