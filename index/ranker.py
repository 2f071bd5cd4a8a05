"""A linear model over the features of candidates: who is likeliest to have said a quotation.

Trained by `training/speakers.py` as a conditional logit (McFadden 1974), one alternative being that nobody did.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp

from index.attribution import Description
from index.contenders import Candidate


@cache
def weights() -> dict[str, float]:
    """The trained weight of each feature."""
    loaded: dict[str, float] = json.loads((files("index") / "models" / "speakers.json").read_text("utf-8"))
    return loaded


def probabilities(description: Description, found: Sequence[Candidate]) -> tuple[list[float], float]:
    """The probability of each candidate, and that of nobody; they sum to one."""
    weight = weights().get
    scores = [sum(weight(f, 0.0) for f in description.features(candidate)) for candidate in found]
    nobody = sum(weight(f, 0.0) for f in description.nobody())
    highest = max([nobody, *scores])
    powers = [exp(s - highest) for s in scores]
    none = exp(nobody - highest)
    total = sum(powers) + none
    return [p / total for p in powers], none / total
