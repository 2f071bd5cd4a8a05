"""An article about a bridge, and turns of conversations about it or another article."""

from functools import partial
from pathlib import Path

from index.answer import Answer, Answerer
from index.article import Article, Citation
from index.finders import Tools
from index.follow_ups.turns import Turn
from index.library import Entry, Library
from index.records import article_of_paragraphs

_BODY = (
    "Mayor Ada Quill opened the new bridge in Thornby on Monday, nine years after the flood. “We have waited long enough,” Quill said. Quill thanked the builders.",
    "The old ferry will stop running in May 2024, said her deputy, Tom Burrow. Burrow called it a museum on water, and Mr. Burrow smiled. “We shall miss it,” Burrow said.",
    "The bridge cost 40 million euros. Norland Steel, which built it, hired 300 workers in Hartwell for it.",
    "The towers were painted green, because the council had 900 litres of the colour left. A report by the Audit Office praised the price.",
)


def library_of(*articles: Article) -> Library:
    return Library(Path(), [Entry(a, a.name) for a in articles], Answerer(articles, tools=Tools("plain")))


def turn_of(article: Article, question: str, answer: str | None = None, understood: str | None = None) -> Turn:
    """A turn that was answered with these words of the article, or refused."""
    if answer is None:
        return Turn(question, understood, Answer(question, False, "not_in_article", None, None, 0.0, "unsure", ()))
    place, start = next((p.place, p.text.find(answer)) for p in article.body if answer in p.text)
    sentence = article.at(place).sentence_at(start)
    cited = Citation(article.name, place, sentence.start, sentence.end)
    span = Citation(article.name, place, start, start + len(answer))
    return Turn(question, understood, Answer(question, False, "answered", cited, span, 0.9, "sure", ()))


BRIDGE = article_of_paragraphs("bridge", "A bridge opens", _BODY)
LIBRARY = library_of(BRIDGE)
turn = partial(turn_of, BRIDGE)
OPENED = turn("who opened the bridge?", "Ada Quill")
