"""From a question to one answer: a cited sentence, often a short span, or “the article does not say”."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Literal

from index.article import Article, Citation
from index.calibration import Calibration, Strictness, Sureness
from index.candidates import Candidate, Ranking
from index.finders import Tools
from index.question import Question, understand
from index.related import related
from index.retrieval import Hit, Retriever
from index.segments import Segment

Verdict = Literal["answered", "not_in_article"]

_ALTERNATIVES = 10
_REMEMBERED_OF_MANY = 128
"""By each of several answerers that share a segment: an answer takes some two kilobytes."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another passage that may answer."""

    sentence: Citation
    confidence: float
    """Probability, 0 to 1, that it answers; of what was only found never above that of anything read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the library says to one question. All its words are citations."""

    question: str
    """The question that was answered: the first of several in the message."""
    more_questions: bool
    """The message held further questions."""
    verdict: Verdict
    sentence: Citation | None
    """The sentence that answers; on a refusal, the closest one; None where no article has any words."""
    span: Citation | None
    """The short answer inside the sentence, where one fits the kind of question; None on a refusal."""
    confidence: float
    """Probability, 0 to 1, that the sentence answers."""
    sureness: Sureness
    alternatives: tuple[Alternative, ...]
    """Up to ten, each kind likeliest first: what was read in other paragraphs; of paragraphs that were only found a
    sentence each; other sentences of the same paragraph."""


@dataclass(frozen=True)
class Answerer:
    """Answers questions about some articles: retrieve passages, rank their sentences, answer or refuse."""

    articles: tuple[Article, ...] = ()
    strictness: Strictness = "balanced"
    tools: Tools = field(default_factory=Tools)
    shared: tuple[Segment, ...] = ()
    """Further articles, indexed once for several answerers. Of those of one name the first one's is asked."""
    remembered: int = 1024
    """Answers that are kept, for questions that are asked again."""

    def for_articles(self, articles: Sequence[Article]) -> Answerer:
        """The same answerer for other articles."""
        return replace(self, articles=tuple(articles), shared=())

    def over(self, segments: Sequence[Segment]) -> Answerer:
        """The same answerer for articles whose index it shares with others."""
        return replace(self, articles=(), shared=tuple(segments), remembered=_REMEMBERED_OF_MANY)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """All that is searched."""
        return (Segment(self.articles), *self.shared) if self.articles else self.shared

    @cached_property
    def _calibration(self) -> Calibration:
        return Calibration.load(self.tools.finder.name)

    @cached_property
    def _retrievers(self) -> dict[str | None, Retriever]:
        return {}

    def _retriever(self, article: str | None) -> Retriever:
        """The index of one article, or of all (None), built when first asked."""
        if article not in self._retrievers:
            segments = self.segments if article is None else [self._alone(article)]
            self._retrievers[article] = Retriever(segments, self.tools.vectors)
        return self._retrievers[article]

    def _alone(self, article: str) -> Segment:
        return next(s.alone(article) for s in self.segments if article in s.articles)

    def rank(self, message: str, article: str | None = None) -> tuple[Question, Ranking]:
        """The question understood and the candidates for it: what `ask` judges, and calibration is fitted on."""
        return self._rank(understand(message), self._retriever(article))

    def _rank(self, understood: Question, retriever: Retriever) -> tuple[Question, Ranking]:
        question = retriever.respelled(understood)
        hits = retriever.search(question, self.tools.finder.reads)
        return question, self.tools.finder.find(question, hits, retriever)

    def ask(self, message: str, article: str | None = None, strictness: Strictness | None = None) -> Answer:
        """Answers from the named article, or from all of them; a question asked again from memory.

        `strictness` counts for this question in place of the answerer's own.
        """
        answer = self._remembered(message, article)
        enough = self._calibration.refusal[strictness or self.strictness]
        return answer if answer.confidence >= enough else replace(answer, verdict="not_in_article", span=None)

    def related(self, text: str, article: str | None = None, count: int = 10) -> tuple[Citation, ...]:
        """See `index.related`: in the named article, or in all of them."""
        return related(text, self._retriever(article), count)

    @cached_property
    def _remembered(self) -> Callable[[str, str | None], Answer]:
        return lru_cache(maxsize=self.remembered)(self._answer)

    def _answer(self, message: str, article: str | None) -> Answer:
        """The best that can be said, however unsure: whether that is enough, the strictness says."""
        question = understand(message)
        retriever = self._retriever(article)
        if question.about is not None:
            hits = retriever.search(question, 1)
            if hits:
                return _about_article(question, hits[0])
        return self._judge(*self._rank(question, retriever))

    def _judge(self, question: Question, ranking: Ranking) -> Answer:
        if not ranking.candidates:
            return Answer(question.text, question.more, "not_in_article", None, None, 0.0, "unsure", ())
        best = ranking.candidates[0]
        probability = (
            self._calibration.probability(ranking.features) if question.terms and not question.small_talk else 0.0
        )
        return Answer(
            question=question.text,
            more_questions=question.more,
            verdict="answered",
            sentence=best.cite(best.sentence.start, best.sentence.end),
            span=best.cite(*best.span) if best.span and question.kind != "yes_no" else None,
            confidence=probability,
            sureness=self._calibration.word(probability),
            alternatives=_alternatives(ranking, probability),
        )


def _alternatives(ranking: Ranking, probability: float) -> tuple[Alternative, ...]:
    """The other candidates, as likely beside the first as their scores, taken for logits, say.

    Where these are few, for reading stopped early, what was found further fills up. No reader speaks for that, so it is
    never said to be likelier than any of them.
    """
    best, *others = ranking.candidates
    ceiling = min(probability, 1 - probability)  # if the first is right, the others hardly are

    def likely(candidate: Candidate, most: float) -> Alternative:
        confidence = ceiling * math.exp(min(0.0, candidate.score - best.score))
        return Alternative(candidate.cite(candidate.sentence.start, candidate.sentence.end), min(confidence, most))

    others.sort(key=lambda c: (c.passage.paragraph is best.passage.paragraph, -c.score))
    read = [likely(c, ceiling) for c in others[:_ALTERNATIVES]]
    least = min((a.confidence for a in read), default=ceiling)
    found = [likely(c, least) for c in ranking.further[: _ALTERNATIVES - len(read)]]
    elsewhere = sum(c.passage.paragraph is not best.passage.paragraph for c in others[:_ALTERNATIVES])
    return tuple(read[:elsewhere] + found + read[elsewhere:])


def _about_article(question: Question, hit: Hit) -> Answer:
    """Title, deck or byline as they stand; of a byline the author's name."""
    article, paragraph = hit.passage.article, hit.passage.paragraph
    cite = Citation(article.name, paragraph.place, 0, len(paragraph.text))
    span = article.author if paragraph.part == "byline" else cite
    return Answer(question.text, question.more, "answered", cite, span, 0.99, "sure", ())
