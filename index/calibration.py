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
class Calibration:
    """A logistic regression on a finder's features (Platt 1999), and the cuts of the probability it gives.

    The numbers are fitted on the train sets by `training`; they stand in `index/models/NAME.calibration.json`.
    """

    intercept: float
    weights: Mapping[str, float]
    refusal: Mapping[Strictness, float]
    """Below this probability the article is held not to say."""
    sureness: Mapping[Sureness, float]
    """From this probability on the word is used: “sure”, “likely”; below both “unsure”."""

    @classmethod
    def load(cls, name: str) -> Calibration:
        """The calibration that is shipped for the finder of that name. Raises FileNotFoundError."""
        text = resources.files("index").joinpath("models", f"{name}.calibration.json").read_text(encoding="utf-8")
        return cls(**json.loads(text))

    def probability(self, features: Mapping[str, float]) -> float:
        """That the first candidate answers, 0 to 1; 0 without features. Raises KeyError for a feature that is missing."""
        if not features:
            return 0.0
        logit = self.intercept + sum(weight * features[name] for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))

    def word(self, probability: float) -> Sureness:
        """How the card words it."""
        return (
            "sure"
            if probability >= self.sureness["sure"]
            else "likely"
            if probability >= self.sureness["likely"]
            else "unsure"
        )
