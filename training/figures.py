"""What a reader and a table reach on a set: the gold paragraph read alone, and each question against its whole article.

A small harness of its own, so that training can be judged without the answerer's calibration; the project's figures
come from `benchmarks/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from benchmarks.measures import normal, token_f1
from index.bm25 import ParagraphIndex
from index.language import terms
from index.passages import passages_of
from index.reading import Reader
from index.records import article_of_paragraphs
from index.vectors import StaticVectors
from index.windows import windows_around

from .data import Article, Question, read

BLEND = (0.45, 0.28, 3.2, 4.1)
"""What BM25 of passage and of best sentence, cosine of passage and of best sentence are worth: fitted on held-out train."""
RETRIEVAL = 1.0
"""What a logit of retrieval is worth beside one of the reader."""
READ = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question asked. `confidence` compares answerable with unanswerable."""

    answerable: bool
    confidence: float
    right: bool = False
    em: float = 0.0
    f1: float = 0.0


class Asked:
    """An article of a set, indexed by words and vectors."""

    def __init__(self, article: Article, vectors: StaticVectors) -> None:
        self.article, self.vectors = article, vectors
        self.passages = passages_of(article_of_paragraphs("asked", "", article.paragraphs))
        self.sentences = [p.paragraph.text[s.start : s.end] for p in self.passages for s in p.sentences]
        self.of = np.array([i for i, p in enumerate(self.passages) for _ in p.sentences])
        texts = [p.text for p in self.passages]
        self.words, self.sentence_words = ParagraphIndex(texts), ParagraphIndex(self.sentences)
        self.near, self.sentence_near = vectors.embed(texts, "text"), vectors.embed(self.sentences, "text")

    def scores(self, question: str) -> np.ndarray:
        """One a passage, by BM25 and vectors."""
        asked, v = terms(question), self.vectors.embed([question], "question")[0]

        def best(of_sentences: np.ndarray) -> np.ndarray:
            out = np.full(len(self.passages), -1.0)
            np.maximum.at(out, self.of, of_sentences)
            return np.maximum(out, -1.0)

        parts = (
            self.words.get_scores(asked),
            np.maximum(0, best(self.sentence_words.get_scores(asked))),
            self.near @ v,
            best(self.sentence_near @ v),
        )
        return sum(w * p for w, p in zip(BLEND, parts, strict=True))  # type: ignore[return-value]


def ask(asked: Asked, q: Question, reader: Reader, window_words: int, read_windows: int = READ) -> Outcome:
    """The reader's best span over the best windows; its confidence weighs all best spans against all nulls."""
    scores = asked.scores(q.text)
    order = np.argsort(-scores)
    found = [(int(i), float(scores[i])) for i in order[:12]]
    windows = windows_around(asked.passages, found, read_windows, window_words)
    readings = reader.read(q.text, asked.article.title, [w.text for w in windows])
    best, said = -1e9, None
    spans = np.array([r.spans[0].score for r in readings if r.spans])
    confidence = float(np.logaddexp.reduce(spans) - np.logaddexp.reduce([r.null for r in readings]))
    for window, reading in zip(windows, readings, strict=True):
        for span in reading.spans:
            spot = window.locate(span.start, span.end)
            if spot is None:
                continue
            number, passage, start, end = spot
            score = span.score + RETRIEVAL * float(scores[number] - scores.max())
            if score > best:
                best, said = score, (passage, start, end)
    if not q.answerable or said is None:
        return Outcome(q.answerable, confidence)
    passage, start, end = said
    home = int(passage.paragraph.place) - 1
    sentence = passage.paragraph.sentence_at(start)
    right = any(sentence.start < e and s < sentence.end for s, e in q.gold.get(home, ()))
    answer = passage.paragraph.text[start:end]
    gold = [asked.article.paragraphs[q.home][s:e] for s, e in q.gold.get(q.home, ())]
    return Outcome(
        True,
        confidence,
        right,
        max((float(normal(answer) == normal(g)) for g in gold), default=0.0),
        max((token_f1(answer, g) for g in gold), default=0.0),
    )


def gold_alone(articles: list[Article], reader: Reader) -> dict[str, float]:
    """EM and F1 where the paragraph that answers is given."""
    rows = []
    for a in articles:
        for q in a.questions:
            if q.home not in q.gold:
                continue
            text = a.paragraphs[q.home]
            spans = reader.read(q.text, a.title, [text])[0].spans
            said = text[spans[0].start : spans[0].end] if spans else ""
            gold = [text[s:e] for s, e in q.gold[q.home]]
            rows.append((max(float(normal(said) == normal(g)) for g in gold), max(token_f1(said, g) for g in gold)))
    em, overlap = np.mean(rows, axis=0)
    return {"gold EM": round(100 * float(em), 1), "gold F1": round(100 * float(overlap), 1)}


def whole_article(
    articles: list[Article], vectors: StaticVectors, reader: Reader, window_words: int = 120
) -> dict[str, float]:
    """Each question against its article: right sentence, EM, F1; and how well confidence tells what has no answer."""
    rows = []
    for a in articles:
        if a.questions:
            asked = Asked(a, vectors)
            rows += [ask(asked, q, reader, window_words) for q in a.questions]
    have, none = [r for r in rows if r.answerable], [r for r in rows if not r.answerable]
    surest = sorted(have, key=lambda r: -r.confidence)
    out = {
        "right": np.mean([r.right for r in have]),
        "EM": np.mean([r.em for r in have]),
        "F1": np.mean([r.f1 for r in have]),
        "right@50": np.mean([r.right for r in surest[: len(have) // 2]]),
    }
    if none:
        out["auroc"] = roc_auc_score([r.answerable for r in rows], [r.confidence for r in rows])
        for share in (80, 90):
            cut = surest[len(have) * share // 100 - 1].confidence
            out[f"refused@{share}"] = np.mean([r.confidence < cut for r in none])
    return {k: round(100 * float(v), 1) for k, v in out.items()}


def question_only(train: list[Article], test: list[Article]) -> float:
    """AUROC of a classifier that sees the question and nothing else: what a refusal owes to the question's form."""

    def texts(articles: list[Article]) -> tuple[list[str], list[bool]]:
        found = [q for a in articles for q in a.questions]
        return [q.text for q in found], [q.answerable for q in found]

    asked, has = texts(train)
    tfidf = TfidfVectorizer(ngram_range=(1, 3), min_df=2, sublinear_tf=True, token_pattern=r"\w+|\?")
    model = LogisticRegression(C=1.0, max_iter=1000).fit(tfidf.fit_transform(asked), has)
    others, truth = texts(test)
    return round(100 * float(roc_auc_score(truth, model.decision_function(tfidf.transform(others)))), 1)


def some(folder: Path, name: str, every: int = 1) -> list[Article]:
    """A set, or one article in `every` of it (by order)."""
    return read(folder / f"{name}.json.gz")[::every]
