"""From a finder's numbers to one probability, and from the probability to words."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Literal

Strictness = Literal["strict", "balanced", "eager"]
Sureness = Literal["sure", "likely", "unsure"]


@dataclass(frozen=True)
class Logistic:
    """A logistic regression on a finder's features."""

    intercept: float
    weights: Mapping[str, float]

    def logit(self, features: Mapping[str, float]) -> float:
        """Raises KeyError for a feature that is missing."""
        return self.intercept + sum(weight * features[name] for name, weight in self.weights.items())


@dataclass(frozen=True)
class Calibration:
    """Logistic regressions on a finder's features (Platt 1999), and the cuts of the probability they give.

    The numbers are fitted on the train sets by `training`; they stand in `index/models/NAME.calibration.json`.
    """

    answer: Logistic
    """That there is an answer; where there is no `choice`, that the first candidate is one."""
    choice: Logistic | None
    """That it is the first candidate, where there is one."""
    scale: Logistic
    """From the `score` of both to the probability."""
    refusal: Mapping[Strictness, float]
    """Below this probability the article is held not to say."""
    sureness: Mapping[Sureness, float]
    """From this probability on the word is used: “sure”, “likely”; below both “unsure”."""

    @classmethod
    def load(cls, name: str) -> Calibration:
        """The calibration that is shipped for the finder of that name. Raises FileNotFoundError."""
        text = resources.files("index").joinpath("models", f"{name}.calibration.json").read_text(encoding="utf-8")
        stored = json.loads(text)
        return cls(
            Logistic(**stored["answer"]),
            Logistic(**stored["choice"]) if stored["choice"] else None,
            Logistic(**stored["scale"]),
            stored["refusal"],
            stored["sureness"],
        )

    def score(self, features: Mapping[str, float]) -> float:
        """A logit. Whether the sentence is the right one counts the more the surer it is that there is one.

        As a plain product of both probabilities an article that answers in two places would be held not to answer.
        """
        there = self.answer.logit(features)
        if self.choice is None:
            return there
        return there + _probability(there) ** 2 * self.choice.logit(features)

    def probability(self, features: Mapping[str, float]) -> float:
        """That the first candidate answers, 0 to 1; 0 without features. Raises KeyError for a feature that is missing."""
        if not features:
            return 0.0
        return _probability(self.scale.logit({"score": self.score(features)}))

    def word(self, probability: float) -> Sureness:
        """How the card words it."""
        return (
            "sure"
            if probability >= self.sureness["sure"]
            else "likely"
            if probability >= self.sureness["likely"]
            else "unsure"
        )


def _probability(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
