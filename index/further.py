"""What retrieval found beside the candidates: one sentence a paragraph, for whoever wants to read on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.article import Place, Sentence
from index.candidates import Candidate
from index.question import Question
from index.retrieval import Hit, Retriever


def further(
    question: Question, hits: Sequence[Hit], retriever: Retriever, candidates: Iterable[Candidate], weight: float
) -> tuple[Candidate, ...]:
    """Of each paragraph of the hits that no candidate is of, the sentence nearest to the question; best hit first.

    They score `weight` times what their hit does, and have no span. Of body and note only: what a title says the body
    says with its reasons.
    """
    asked = retriever.vectors.embed([question.read_as], "question")[0] if retriever.vectors else None
    listed: set[tuple[str, Place]] = {(c.passage.article.name, c.passage.paragraph.place) for c in candidates}
    found: list[Candidate] = []
    for hit in hits:
        passage = hit.passage
        key = (passage.article.name, passage.paragraph.place)
        if key in listed or passage.paragraph.part not in ("body", "note"):
            continue
        listed.add(key)
        found.append(Candidate(passage, _nearest(hit, retriever, asked), None, weight * hit.score))
    return tuple(found)


def _nearest(hit: Hit, retriever: Retriever, asked: NDArray[np.float32] | None) -> Sentence:
    """The sentence of the hit that is nearest in meaning; without vectors its first."""
    sentences = hit.passage.sentences
    if asked is None or len(sentences) == 1:
        return sentences[0]
    return sentences[int(np.argmax(retriever.sentence_vectors(hit.number) @ asked))]
