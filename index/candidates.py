"""The seam in the answerer: a finder turns hits into ranked candidates, and says how it came to them in numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from index.article import Citation, Sentence
from index.passages import Passage
from index.question import Question
from index.retrieval import Hit, Retriever


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, and the short answer in it. Offsets are the paragraph's."""

    passage: Passage
    sentence: Sentence
    span: tuple[int, int] | None
    score: float

    @property
    def text(self) -> str:
        """The sentence's words."""
        return self.passage.paragraph.text[self.sentence.start : self.sentence.end]

    def cite(self, start: int, end: int) -> Citation:
        """A citation into the candidate's paragraph."""
        return Citation(self.passage.article.name, self.passage.paragraph.place, start, end)


@dataclass(frozen=True)
class Ranking:
    """Candidates, best first, at most one a sentence; and what the probability that the first answers rests on."""

    candidates: tuple[Candidate, ...]
    features: Mapping[str, float]
    further: tuple[Candidate, ...] = ()
    """A sentence of each paragraph that was found and that no candidate is of, read or not, best first; scored by
    retrieval alone."""


class Finder(Protocol):
    """Ranks the sentences of the hits. `name` is that of its calibration."""

    @property
    def name(self) -> str:
        """That of its calibration."""
        ...

    @property
    def reads(self) -> int:
        """How many passages it wants."""
        ...

    def find(self, question: Question, hits: Sequence[Hit], retriever: Retriever) -> Ranking:
        """Candidates of all hits; none where there are no hits."""
        ...
