"""The trained finder: a reader points at spans in windows around the hits; reader and retrieval rank the sentences."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.candidates import Candidate, Ranking
from index.language import stem, words
from index.question import Question
from index.reading import Reader, Reading
from index.retrieval import Hit, Retriever
from index.windows import Window, windows_around

RETRIEVAL = 0.75
"""What a logit of retrieval is worth beside one of the reader."""


@dataclass(frozen=True)
class ReaderFinder:
    """Ranks the sentences that a trained reader points into."""

    reader: Reader
    name: str = "reader"
    reads: int = 12
    windows: int = 6
    window_words: int = 70
    budget: int = 400
    """Words after which no further window is begun."""
    settled: float = math.inf
    """A margin (logits) of span over “no answer” at which no further window is read."""

    def find(self, question: Question, hits: Sequence[Hit], retriever: Retriever) -> Ranking:
        """Reads a few windows around the hits, best first."""
        found = [(h.number, h.score) for h in hits]
        windows = windows_around(retriever.passages, found, self.windows, self.window_words, self.budget)
        if not windows:
            return Ranking((), {})
        readings = self._read(question.read_as, windows)
        candidates = by_sentence(windows, readings, dict(found))
        features = features_of(question, candidates, readings, hits, retriever) if candidates else {}
        return Ranking(tuple(c for c, _ in candidates), features)

    def _read(self, question: str, windows: Sequence[Window]) -> list[Reading]:
        """Reads window after window, and stops where one settles it."""
        readings: list[Reading] = []
        for window in windows:
            readings += self.reader.read(question, window.passages[0].article.title, [window.text])
            spans = readings[-1].spans
            if spans and spans[0].score - readings[-1].null > self.settled:
                break
        return readings


def by_sentence(
    windows: Sequence[Window], readings: Sequence[Reading], scores: Mapping[int, float]
) -> list[tuple[Candidate, float]]:
    """For each sentence its best span, and the score of “no answer here” in its window; best first."""
    best: dict[tuple[str, object, int], tuple[Candidate, float]] = {}
    lowest = min(scores.values(), default=0.0)
    for window, reading in zip(windows, readings, strict=False):  # reading may have stopped early
        for span in reading.spans:
            place = window.locate(span.start, span.end)
            if place is None:
                continue
            number, passage, start, end = place
            sentence = passage.paragraph.sentence_at(start)
            if end > sentence.end:
                continue
            score = span.score + RETRIEVAL * scores.get(number, lowest)
            key = (passage.article.name, passage.paragraph.place, sentence.start)
            if key not in best or score > best[key][0].score:
                best[key] = Candidate(passage, sentence, (start, end), score), reading.null
    return sorted(best.values(), key=lambda c: -c[0].score)


def features_of(
    question: Question,
    candidates: Sequence[tuple[Candidate, float]],
    readings: Sequence[Reading],
    hits: Sequence[Hit],
    retriever: Retriever,
) -> dict[str, float]:
    """What the probability of the first candidate rests on; logits in tens."""
    first, null = candidates[0]
    spans = [s.score for r in readings for s in r.spans]
    top = max(r.spans[0].score for r in readings if r.spans)
    hit = next((h for h in hits if h.passage is first.passage), hits[-1])
    weights = {t: retriever.weight(t) for t in question.terms}
    around = {stem(w.form) for w in words(first.passage.text)}
    return {
        "margin": (top - null) / 10,
        "least_null": min(r.null for r in readings) / 10,
        "greatest_margin": max(r.spans[0].score - r.null for r in readings if r.spans) / 10,
        "span_share": top - math.log(sum(math.exp(s - top) for s in spans)) - top,
        "gap": (first.score - candidates[1][0].score) / 10 if len(candidates) > 1 else 1.0,
        "bm25": hit.bm25,
        "cosine": hit.cosine,
        "cover": sum(w for t, w in weights.items() if t in around) / (sum(weights.values()) or 1.0),
    }
