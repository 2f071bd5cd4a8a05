"""What the articles say about what a text is about, be it no question at all."""

from __future__ import annotations

from index.article import Citation, Place, Sentence
from index.language import stem, words
from index.question import understand
from index.retrieval import Hit, Retriever

_LOOKED_AT = 4
"""Times as many hits as are wanted: not every one has a sentence that shares enough."""


def related(text: str, retriever: Retriever, count: int) -> tuple[Citation, ...]:
    """Up to `count` sentences of different paragraphs about what the text is about, the nearest paragraphs first.

    Each shares a name with it, or several words that are together as rare as one that a single passage holds: so “nice
    weather today” finds nothing in an article that says “today”.
    """
    question = understand(text).read(text)
    if question.small_talk:
        return ()
    wanted = {term: retriever.weight(term) for term in question.terms}
    rare = retriever.weight("")
    found: dict[tuple[str, Place], Citation] = {}
    for hit in retriever.search(question, _LOOKED_AT * count):
        # A title's capitals are no names, and what it says the body says with its reasons.
        sentence = _nearest(hit, wanted, rare) if hit.passage.paragraph.part in ("body", "note") else None
        if sentence is not None:
            article, place = hit.passage.article.name, hit.passage.paragraph.place
            found.setdefault((article, place), Citation(article, place, sentence.start, sentence.end))
    return tuple(found.values())[:count]


def _nearest(hit: Hit, wanted: dict[str, float], rare: float) -> Sentence | None:
    """The sentence of a passage that shares most with the text; None where none shares enough."""
    best, most = None, 0.0
    for sentence in hit.passage.sentences:
        text = hit.passage.paragraph.text[sentence.start : sentence.end]
        shared, named = set[str](), False
        for word in words(text):
            term = stem(word.form)
            if term in wanted:
                shared.add(term)
                named |= word.start > 0 and text[word.start].isupper()
        weight = sum(wanted[term] for term in shared) + rare * named
        if weight > most and (named or (len(shared) > 1 and weight >= rare)):
            best, most = sentence, weight
    return best
