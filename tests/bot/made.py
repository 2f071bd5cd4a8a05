"""A made-up article with quotations and people marked by hand, so that tests of what is shown test only that."""

from pathlib import Path

from index.answer import Answerer
from index.article import Article, Citation
from index.library import Entry, Library
from index.people import Person
from index.quotes import Quote
from index.records import article_of_paragraphs

PARAGRAPHS = [
    "Mayor Ada Quill opened the bridge on Monday. “It stands,” Quill said, “and it holds.”",
    "The old ferry, with [bold]no[/bold] *passengers*, will stop in May.",
    "Engineer Tom Bray called it “sturdy”.",
]


def cite(article: Article, place: int, words: str) -> Citation:
    start = article.at(place).text.index(words)
    return Citation(article.name, place, start, start + len(words))


def made_entry() -> Entry:
    article = article_of_paragraphs("bridge", "A bridge opens", PARAGRAPHS)

    def at(place: int, words: str) -> Citation:
        return cite(article, place, words)

    quill, bray = at(1, "Ada Quill"), at(3, "Tom Bray")
    entry = Entry(article, "")
    # Found by `index` otherwise; set as a cached_property keeps them.
    entry.__dict__["quotes"] = (
        Quote("speech", (at(1, "It stands,"), at(1, "and it holds.")), quill, at(1, "Quill"), at(1, "said"), 0.9),
        Quote("fragment", (at(3, "sturdy"),), bray, bray, at(3, "called"), 0.8),
    )
    entry.__dict__["people"] = (
        Person(quill, (at(1, "Quill"),), (at(1, "Mayor"),), (quill, at(1, "Quill"))),
        Person(bray, (), (at(3, "Engineer"),), (bray,)),
    )
    return entry


def made_library(folder: Path = Path("no-such-folder")) -> Library:
    entry = made_entry()
    return Library(folder, [entry], Answerer().for_articles([entry.article]))
