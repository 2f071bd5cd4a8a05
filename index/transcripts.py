"""Interviews set as question and answer, or as NAME: speech, without quotation marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_TURN = re.compile(
    r"\s*(?P<mark>[“\"]?)(?P<label>Q|A|[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,3}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3})(?: \([^()]{1,40}\))?: ?(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Characters `start` to `end` of the label, and where the speech after its colon starts.

    The label may stand inside of quotation marks: “WALLACE: Will she be there?
    """

    start: int
    end: int
    speech: int


def find_turns(texts: Sequence[str]) -> dict[int, Turn]:
    """The turns of a transcript, by paragraph; none where the article is not set as one.

    Questions of a nameless asker (“Q:”) are left out. It is one where at least four paragraphs start with a label, two labels come more than once or one of them
    every other time, and the labelled paragraphs are most of what lies between the first and the last.
    """
    found: dict[int, Turn] = {}
    marked: dict[int, Turn] = {}
    labels: dict[int, str] = {}
    for number, text in enumerate(texts):
        match = _TURN.match(text)
        if match:
            found[number] = Turn(match.start("label"), match.end("label"), match.end())
            labels[number] = match["label"].upper()
            if match["mark"] and match["label"].isupper() and len(match["label"]) > 2:
                marked[number] = found[number]
    counts = Counter(labels.values())
    often = {label for label, count in counts.items() if count > 1}
    kept = {
        number: turn for number, turn in found.items() if len(labels[number]) == 1 or _shares(labels[number], often)
    }
    if len(kept) < 4 or len(often) < 2 or 2 * len(kept) < max(kept) - min(kept) + 1:
        return marked if len(marked) > 1 else {}
    return {n: t for n, t in kept.items() if labels[n] != "Q"} | marked


def _shares(label: str, often: set[str]) -> bool:
    """A label that comes again, whole or by its surname: “JAKE TAPPER:”, then “TAPPER:”."""
    return label in often or any(label.endswith(other) for other in often)
