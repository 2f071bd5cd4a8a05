"""Durations in buckets, each a tenth wider than the one before: percentiles without a row for every question."""

from __future__ import annotations

import math
from collections.abc import Mapping

_STEP = 1.1
_HIGHEST = 180
"""The bucket of all that took longer than some eight hours."""


def bucket_of(milliseconds: float) -> int:
    """The bucket, from 0 for a millisecond or less."""
    return min(_HIGHEST, round(math.log(max(1.0, milliseconds), _STEP)))


def percentile(histogram: Mapping[int, int], share: float) -> float | None:
    """The duration in milliseconds that this share does not exceed, exact to 5 %; None where nothing was counted."""
    rank = math.ceil(share * sum(histogram.values()))
    for bucket in sorted(histogram):
        rank -= histogram[bucket]
        if rank <= 0:
            return _STEP**bucket
    return None
