"""Measures of question answering over whole articles, in percent; what each means stands beside it."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_PUNCTUATION = set(string.punctuation)


@dataclass(frozen=True)
class Outcome:
    """One question answered: what was right, and how sure the system was."""

    answerable: bool
    paragraph: bool
    """The paragraph that the question was written for came first."""
    sentence: bool
    """The sentence given overlaps a gold answer; never for an unanswerable question."""
    exact: float
    f1: float
    confidence: float
    seconds: float
    style: str


def normal(text: str) -> str:
    """SQuAD's normal form: lower case, no punctuation, no articles, single blanks (Rajpurkar et al. 2016)."""
    text = "".join(c for c in text.lower() if c not in _PUNCTUATION)
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", text).split())


def one_holds_the_other(one: str | None, other: str | None) -> bool:
    """Whether two short answers in normal form say the same: "in june" and "june"; None is no answer, "" none that is short."""
    if not one or not other:
        return one == other
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def token_f1(said: str, gold: str) -> float:
    """F1 of the words in common."""
    p, g = normal(said).split(), normal(gold).split()
    if not p or not g:
        return float(p == g)
    return 2 * sum((Counter(p) & Counter(g)).values()) / (len(p) + len(g))


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Chance that a positive has the higher value; ties count half."""
    if not len(positive) or not len(negative):
        return float("nan")
    p, n = np.sort(positive), np.asarray(negative)
    below, upto = np.searchsorted(p, n, "left"), np.searchsorted(p, n, "right")
    return float((len(p) - upto + (upto - below) / 2).sum() / (len(p) * len(n)))


def calibration_error(confidence: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """Expected calibration error, bins of equal width; not a number for scores that are no probabilities."""
    if not all(0 <= c <= 1 for c in confidence):
        return float("nan")
    c, r = np.asarray(confidence), np.asarray(right, dtype=float)
    cell = np.minimum(bins - 1, (c * bins).astype(int))
    return float(
        sum((cell == b).sum() * abs(c[cell == b].mean() - r[cell == b].mean()) for b in set(cell.tolist())) / len(c)
    )


def refused_while_answering(outcomes: Sequence[Outcome], share: float) -> float:
    """Of the unanswerable, how many fall below the confidence that `share` of the answerable reach."""
    have = [o.confidence for o in outcomes if o.answerable]
    none = [o.confidence for o in outcomes if not o.answerable]
    return float(np.mean(np.asarray(none) < np.quantile(have, 1 - share))) if none else float("nan")


def squad2_f1(outcomes: Sequence[Outcome], cut: float) -> float:
    """SQuAD 2.0's total F1 (Rajpurkar, Jia and Liang 2018): of what is answered the F1, of what is refused by right 1."""
    return float(
        np.mean([(o.f1 if o.answerable else 0.0) if o.confidence >= cut else not o.answerable for o in outcomes])
    )


def best_cut(outcomes: Sequence[Outcome]) -> float:
    """The confidence below which to refuse for the best `squad2_f1`."""
    surest = sorted(outcomes, key=lambda o: -o.confidence)
    gains = np.cumsum([o.f1 if o.answerable else -1.0 for o in surest])
    most = int(np.argmax(gains))
    return surest[most].confidence if gains[most] > 0 else float("inf")


def summary(outcomes: Sequence[Outcome], cut: float | None = None) -> dict[str, float]:
    """All measures by name, in percent; times in milliseconds. `cut`: a confidence tuned on another set."""
    have = [o for o in outcomes if o.answerable]
    none = [o for o in outcomes if not o.answerable]
    surer = sorted(have, key=lambda o: -o.confidence)[: (len(have) + 1) // 2]
    times = [o.seconds * 1000 for o in outcomes]
    percent = {
        "paragraph hit@1": np.mean([o.paragraph for o in have]),
        "right sentence": np.mean([o.sentence for o in have]),
        "EM": np.mean([o.exact for o in have]),
        "F1": np.mean([o.f1 for o in have]),
        "right@50": np.mean([o.sentence for o in surer]),
        "refused@80": refused_while_answering(outcomes, 0.8),
        "refused@90": refused_while_answering(outcomes, 0.9),
        "AUROC": auroc([o.confidence for o in have], [o.confidence for o in none]),
        "ECE": calibration_error([o.confidence for o in outcomes], [o.sentence for o in outcomes]),
        "SQuAD 2.0 F1": float("nan") if cut is None else squad2_f1(outcomes, cut),
    }
    return {k: 100 * float(v) for k, v in percent.items()} | {
        "p50 ms": float(np.percentile(times, 50)),
        "p99 ms": float(np.percentile(times, 99)),
    }
