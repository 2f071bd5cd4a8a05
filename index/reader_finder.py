"""The trained finder: a reader points at spans in windows around the hits; reader and retrieval rank the sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.candidates import Candidate, Ranking
from index.far_names import far_names
from index.further import further
from index.question import Question
from index.reading import Reader, Reading
from index.retrieval import Hit, Retriever
from index.windows import Window, windows_around

_UNREAD = "byline"
"""Every "who" finds a name there. Who wrote the article is asked of the article itself (`Question.about`)."""
RETRIEVAL = 0.5
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
    far: float = 5.0
    """Logits of retrieval behind the best passage at which a window is not read."""
    least: int = 2
    """Windows that are read however far behind."""
    settled: float = 1.5
    """A margin (logits) of span over “no answer” at which no further window is read."""
    lead: float = 9.0
    """Logits by which the best candidate is above what retrieval gives a window at which neither that nor any further
    one is read."""

    def find(self, question: Question, hits: Sequence[Hit], retriever: Retriever) -> Ranking:
        """Reads a few windows around the hits, best first."""
        hits = [h for h in hits if h.passage.paragraph.place != _UNREAD]
        scores = {h.number: h.score for h in hits}
        windows = windows_around(retriever.passages, list(scores.items()), self.windows, self.window_words, self.budget)
        if not windows:
            return Ranking((), {})
        nearest = hits[0].score - self.far
        windows = [w for n, w in enumerate(windows) if n < self.least or _retrieved(w, scores) > nearest]
        found = self._read(question.read_as, windows, scores)
        if not found:
            return Ranking((), {})
        first = found[0].candidate
        (alone,) = self.reader.read(question.read_as, first.passage.article.title, [first.text])
        candidates = tuple(f.candidate for f in found)
        return Ranking(
            candidates,
            features_of(question, found, alone),
            further(question, hits, retriever, candidates, RETRIEVAL),
        )

    def _read(self, question: str, windows: Sequence[Window], scores: Mapping[int, float]) -> list[Found]:
        """Reads window after window, and stops where the rest can hardly change the first candidate."""
        readings: list[Reading] = []
        found: list[Found] = []
        for window in windows:
            if len(readings) >= self.least and found:
                ahead = found[0].candidate.score - RETRIEVAL * _retrieved(window, scores)
                if ahead > self.lead:
                    break
            readings += self.reader.read(question, window.passages[0].article.title, [window.text])
            found = by_sentence(windows, readings, scores)
            if found and max(f.margin for f in found) > self.settled:
                break
        return found


def _retrieved(window: Window, scores: Mapping[int, float]) -> float:
    """The score of its best passage: a window grows around one that was found."""
    return max(scores[n] for n, _ in enumerate(window.passages, window.first) if n in scores)


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate, the margin of its span over “no answer” in the same window, and its sentence's relevance."""

    candidate: Candidate
    margin: float
    relevance: float


def by_sentence(windows: Sequence[Window], readings: Sequence[Reading], scores: Mapping[int, float]) -> list[Found]:
    """For each sentence its best span; best first."""
    best: dict[tuple[str, object, int], Found] = {}
    lowest = min(scores.values(), default=0.0)
    for window, reading in zip(windows, readings, strict=False):  # reading may have stopped early
        for span in reading.spans:
            place = window.locate(span.start, span.end)
            if place is None:
                continue
            number, passage, start, end = place
            if passage.paragraph.place == _UNREAD:
                continue
            sentence = passage.paragraph.sentence_at(start)
            if end > sentence.end:
                continue
            shift = span.start - start  # from the paragraph to the window
            relevance = reading.relevance(sentence.start + shift, sentence.end + shift)
            score = span.score + RETRIEVAL * scores.get(number, lowest)
            key = (passage.article.name, passage.paragraph.place, sentence.start)
            if key not in best or score > best[key].candidate.score:
                best[key] = Found(
                    Candidate(passage, sentence, (start, end), score), span.score - reading.null, relevance
                )
    return sorted(best.values(), key=lambda f: -f.candidate.score)


def features_of(question: Question, found: Sequence[Found], alone: Reading) -> dict[str, float]:
    """What the probability of the first candidate rests on; logits in tens. `alone`: its sentence, read by itself.

    How many of the question's words the passage holds is left out, though it would help on the sets: there, what the
    article does not answer was written with its words, as nobody's own questions are.
    """
    first = found[0].candidate
    return {
        "margin": found[0].margin / 10,
        "alone": ((alone.spans[0].score if alone.spans else 0.0) - alone.null) / 10,
        "greatest_margin": max(f.margin for f in found) / 10,
        "gap": (first.score - found[1].candidate.score) / 10 if len(found) > 1 else 1.0,
        "relevance": found[0].relevance,
        "far_names": float(far_names(question.read_as, first.passage.article, first.passage.paragraph.place)),
    }
