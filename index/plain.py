"""The plain finder: sentences by their share of the question's words, short answers by their form."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.article import Sentence
from index.candidates import Candidate, Ranking
from index.language import STOP_WORDS, stem, words
from index.question import Question
from index.retrieval import Hit, Retriever
from index.spans import FORMED, spans_of_kind

_PARAGRAPH = 0.9  # what a full BM25 score adds to a sentence that holds all of the question's words
_BEFORE = 0.3  # the worth of a word that stands in the sentence before
_TYPED = 0.15  # a span of the form asked for


class PlainFinder:
    """Words alone: for hosts without the trained reader, and what that is measured against."""

    name = "plain"
    reads = 4

    def find(self, question: Question, hits: Sequence[Hit], retriever: Retriever) -> Ranking:
        """Ranks every sentence of the hits."""
        weights = {t: retriever.weight(t) for t in question.terms}
        total = sum(weights.values()) or 1.0
        candidates = [c for hit in hits for c in _sentences_of(hit, question, weights, total)]
        candidates.sort(key=lambda c: -c.score)
        features = _features(candidates, question, weights, total)
        if features:
            features["absent_name"] = float(any(not retriever.bm25.frequency(t) for t in _names(question)))
        return Ranking(tuple(candidates), features)


def _sentences_of(hit: Hit, question: Question, weights: dict[str, float], total: float) -> list[Candidate]:
    text = hit.passage.paragraph.text
    found, before = [], set[str]()
    for sentence in hit.passage.sentences:
        here = {stem(w.form) for w in words(text[sentence.start : sentence.end])}
        cover = sum(w for t, w in weights.items() if t in here) / total
        carried = sum(w for t, w in weights.items() if t in before and t not in here) / total
        span = _short_answer(question, text, sentence)
        score = cover + _BEFORE * carried + _PARAGRAPH * hit.score + (_TYPED if span else 0.0)
        found.append(Candidate(hit.passage, sentence, span, score))
        before = here
    return found


def _short_answer(question: Question, text: str, sentence: Sentence) -> tuple[int, int] | None:
    """The span of the form asked for that shares no word with the question and stands nearest to its words."""
    if question.kind not in FORMED:
        return None
    shown = text[sentence.start : sentence.end]
    spots = [(w.start + w.end) / 2 for w in words(shown) if stem(w.form) in question.terms]
    best: tuple[float, tuple[int, int]] | None = None
    for start, end in spans_of_kind(question.kind, shown):
        own = {stem(w.form) for w in words(shown[start:end]) if w.form not in STOP_WORDS}
        if not own or (own & set(question.terms) and question.kind != "why"):
            continue
        distance = sum(abs(s - (start + end) / 2) for s in spots) / len(spots) if spots else start
        if best is None or distance < best[0]:
            best = distance, (sentence.start + start, sentence.start + end)
    return best[1] if best else None


def _names(question: Question) -> list[str]:
    """Terms of capitalised words and numbers: what a question cannot do without."""
    shown = [w for w in words(question.text) if w.form not in STOP_WORDS]
    return [
        stem(w.form) for w in shown if w.start and not question.text[w.start].islower() and not question.text.isupper()
    ]


def _features(
    candidates: Sequence[Candidate], question: Question, weights: dict[str, float], total: float
) -> dict[str, float]:
    if not candidates:
        return {}
    first = candidates[0]
    stems = [stem(w.form) for w in words(first.text)]
    around = {stem(w.form) for w in words(first.passage.text)}
    pairs = set(pairwise(s for s in stems if s in weights))
    wanted = list(pairwise(question.terms))
    return {
        "cover": sum(w for t, w in weights.items() if t in set(stems)) / total,
        "cover_passage": sum(w for t, w in weights.items() if t in around) / total,
        "gap": first.score - candidates[1].score if len(candidates) > 1 else 1.0,
        "in_order": sum(p in pairs for p in wanted) / len(wanted) if wanted else 0.0,
        "typed": float(first.span is not None),
        "formed": float(question.kind in FORMED),
        "terms": min(len(question.terms), 8) / 8,
    }
