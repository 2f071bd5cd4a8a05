"""What scripts get: answers, quotations and people as plain objects, ready for JSON."""

from __future__ import annotations

from collections.abc import Iterable

from bot.json_lines import Json
from index.answer import Answer
from index.article import Article, Citation
from index.library import Entry, Library
from index.lookup import said_by
from index.people import Person
from index.quotes import Quote

_ALTERNATIVES = 2


def answer_record(
    library: Library, answer: Answer | None, question: str, id_: object = None, understood: str | None = None
) -> Json:
    """An answer; without one (no words in the question) the refusal of an empty library.

    `understood`: what a follow-up was taken to mean.
    """
    record: Json = {
        "id": id_,
        "question": question,
        "understood": understood,
        "verdict": "not_in_article",
        "answer": None,
    }
    if answer is None or answer.sentence is None:
        nothing = dict.fromkeys(("sentence", "paragraph", "part", "article", "start", "end"))
        return record | nothing | {"confidence": 0.0, "alternatives": []}
    span = answer.span if answer.verdict == "answered" else None
    shown = span or answer.sentence
    return record | {
        "verdict": answer.verdict,
        "answer": library.text(span) if span else None,
        **_sentence(library, answer.sentence),
        "start": shown.start,
        "end": shown.end,
        "confidence": round(answer.confidence, 4),
        "alternatives": [
            _sentence(library, a.sentence) | {"confidence": round(a.confidence, 4)}
            for a in answer.alternatives[:_ALTERNATIVES]
        ],
    }


def quote_record(article: Article, quote: Quote) -> Json:
    """A quotation; `start` and `end` run from its first part to its last in the same paragraph, `spans` says each."""
    first = quote.parts[0]
    texts = [article.slice(c) for c in quote.parts]
    return {
        "text": " ".join(texts),
        "parts": texts,
        "spans": [{"paragraph": c.paragraph, "part": _part(c), "start": c.start, "end": c.end} for c in quote.parts],
        "speaker": article.slice(quote.speaker) if quote.speaker else None,
        "kind": quote.kind,
        "paragraph": first.paragraph,
        "part": _part(first),
        "article": article.name,
        "start": first.start,
        "end": max(c.end for c in quote.parts if c.place == first.place),
        "source": _words(article, quote.source),
        "cue": _words(article, quote.cue),
        "confidence": round(quote.confidence, 4),
    }


def person_record(entry: Entry, person: Person) -> Json:
    """A person; `mentions` are the body paragraphs, each once, and `quotes` is how many they said."""
    article = entry.article
    paragraphs = dict.fromkeys(c.paragraph for c in person.mentions)
    return {
        "name": article.slice(person.name),
        "aliases": [article.slice(c) for c in person.aliases],
        "roles": [{"text": article.slice(c), "paragraph": c.paragraph, "part": _part(c)} for c in person.roles],
        "mentions": [p for p in paragraphs if p is not None],
        "quotes": len(said_by(person, entry.quotes)),
        "article": article.name,
    }


def _sentence(library: Library, sentence: Citation) -> Json:
    return {
        "sentence": library.text(sentence),
        "paragraph": sentence.paragraph,
        "part": _part(sentence),
        "article": sentence.article,
    }


def _words(article: Article, citation: Citation | None) -> Json | None:
    if citation is None:
        return None
    return {
        "text": article.slice(citation),
        "paragraph": citation.paragraph,
        "part": _part(citation),
        "start": citation.start,
        "end": citation.end,
    }


def _part(citation: Citation) -> str:
    return citation.place if isinstance(citation.place, str) else "body"


def all_quotes(entries: Iterable[Entry]) -> list[Json]:
    """The quotations of the articles, in order."""
    return [quote_record(e.article, q) for e in entries for q in e.quotes]


def all_people(entries: Iterable[Entry]) -> list[Json]:
    """The people of the articles, in order."""
    return [person_record(e, p) for e in entries for p in e.people]
