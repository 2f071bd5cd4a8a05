"""Whatever an article holds, Discord takes every card of it, and every quoted word stands in it."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator
from pathlib import Path

import discord
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import pages
from bot.buttons import PRESSES
from bot.buttons.page import PageButton
from bot.cards import Card, answer_card
from bot.check_card import check_card
from bot.commands import ALL
from bot.help_page import Reader, help_card
from bot.libraries import Own
from bot.pointers import StaleError, citation_at, pack, pointer_to, ranges, spread, unpack
from bot.reindexing import Reread, reread_card
from bot.try_these import Try
from bot.views import view_of
from bot.when_where import places_state, times_state
from index.answer import Alternative, Answer, Answerer
from index.article import Article, Citation
from index.check import check_quote
from index.library import Changes, Entry, Library, Problem
from index.people import Person
from index.quotes import Quote
from index.records import article_of_paragraphs
from tests.fake_discord import shown
from tests.fake_discord.limits import check_message

MARKS = st.sampled_from(
    ["*", "_", "~", "|", ">", "`", "@everyone ", "<@1>", "# ", "- ", "1. ", "[a](http://b)", "🙂", "\\"]
)
PLACES_AND_TIMES = ["in Kyiv ", "on Monday, ", "last year ", "near Casper, Wyo., "]
WORDS = st.one_of(st.sampled_from(["the ", "ferry ", "sails ", "x" * 300, "harbour. ", *PLACES_AND_TIMES]), MARKS)
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map("".join).map(str.strip).filter(bool)
LONG = st.builds(lambda text, times: " ".join([text] * times), TEXTS, st.integers(1, 60))
PARAGRAPHS = st.lists(st.one_of(TEXTS, LONG), min_size=1, max_size=8)


@st.composite
def citations(draw: st.DrawFn, article: Article) -> Citation:
    paragraph = draw(st.sampled_from(article.paragraphs))
    start = draw(st.sampled_from([i for i, c in enumerate(paragraph.text) if not c.isspace()]))
    return Citation(article.name, paragraph.place, start, draw(st.integers(start + 1, len(paragraph.text))))


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    article = article_of_paragraphs("name", draw(LONG), draw(PARAGRAPHS))
    entry = Entry(article, "digest")
    cited = citations(article)
    people = draw(
        st.lists(
            st.builds(
                lambda name, others: Person(name, tuple(others), tuple(others), (name, *others)),
                cited,
                st.lists(cited, max_size=12),
            ),
            max_size=3,
            unique_by=lambda p: p.name,
        )
    )
    names = st.sampled_from([None, *(p.name for p in people)])
    quotes = draw(
        st.lists(
            st.builds(
                lambda parts, speaker, sure: Quote("speech", tuple(parts), speaker, None, None, sure),
                st.lists(cited, min_size=1, max_size=5),
                names,
                st.sampled_from([0.2, 0.5, 0.9]),
            ),
            max_size=4,
            unique_by=lambda q: q.parts,
        )
    )
    entry.__dict__.update(people=tuple(people), quotes=tuple(quotes))
    return Library(Path(), [entry], Answerer().for_articles([article]))


async def _view(card: Card, alone: bool) -> discord.ui.View | None:
    return view_of(card, alone=alone)


def taken(card: Card) -> None:
    """Both forms of a card are what Discord takes."""
    for alone in (False, True):
        view = asyncio.run(_view(card, alone))
        rows = view.to_components() if view else []
        assert len(rows) <= 1
        check_message({"embeds": [card.embed.to_dict()], "components": rows})
    check_message({"content": card.plain})
    for text in (card.embed.title or "", card.embed.description or "", card.plain):
        assert shown(text).live == []


def in_article(card: Card, article: Article) -> None:
    for text in (card.embed.description or "", card.plain):
        for line in shown(text).quoted:
            words = line.removeprefix("“").removesuffix("”")
            assert any(words in p.text or line in p.text for p in article.paragraphs), line


def follow(library: Library, card: Card) -> Iterator[Card]:
    """The cards behind its buttons."""
    for button in card.buttons:
        assert sum(bool(kind.shape.fullmatch(button.custom_id)) for kind in PRESSES) == 1
        page = PageButton.shape.fullmatch(button.custom_id)
        if page:
            yield pages.draw(library, page["kind"], page["state"], int(page["page"]))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(libraries(), LONG, st.sampled_from([None, "name"]))
def test_the_help_page_fits(library: Library, question: str, article: str | None):
    card = help_card(library, article, ALL, [Try("ask", "question", question)], Reader("server", True, "<@1>"))
    check_message({"embeds": [card.embed.to_dict()]})
    check_message({"content": card.plain})


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), libraries(), LONG)
def test_every_card_fits_and_quotes_word_for_word(data: st.DataObject, library: Library, question: str):
    article = library.entry().article
    cited = citations(article)
    sentence = data.draw(cited)
    start = data.draw(st.integers(sentence.start, sentence.end - 1))
    span = Citation("name", sentence.place, start, data.draw(st.integers(start + 1, sentence.end)))
    others = tuple(Alternative(c, 0.1) for c in data.draw(st.lists(cited, max_size=10)))
    refused = data.draw(st.booleans())
    answer = Answer(
        question,
        True,
        "not_in_article" if refused else "answered",
        sentence,
        None if refused else span,
        0.5,
        "likely",
        others,
    )
    cards = [answer_card(library, answer, "The question was cut.", of="name", votes=True)]
    cards.append(pages.draw(library, "a", pages.article_state(library.entry())))
    entry = library.entry()
    if entry.quotes:
        cards += [
            pages.draw(library, "q", pages.quotes_state(library, entry.quotes)),
            pages.by_lot(library, entry.quotes),
        ]
    if entry.people:
        cards += [pages.draw(library, "w", pages.people_state(library, entry.people))]
        cards += [pages.did_you_mean(library, question[:500], entry.people)]
    if entry.times:
        cards += [pages.draw(library, "t", times_state(library, entry.times))]
    if entry.locations:
        places = [(location, sentence) for location in entry.locations for sentence in location.sentences]
        cards += [pages.draw(library, "p", places_state(library, places))]
    checked = data.draw(st.sampled_from([question, f"“{article.slice(sentence)}”", f"> {question}\n— Anna"]))
    cards += [check_card(library, checked, found)] if (found := check_quote(checked, [entry])) else []
    behind = [other for card in cards for other in follow(library, card)]
    for card in cards + behind:
        taken(card)
        in_article(card, article)


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXTS, max_size=40), st.lists(st.builds(Problem, TEXTS, LONG), max_size=10))
def test_a_reindex_card_fits(names: list[str], problems: list[Problem]):
    changes = Changes(tuple(names), (), tuple(names), tuple(problems), 3, 4, 5.0)
    taken(reread_card(Reread(None, changes, Own(3, 4, tuple(problems)))))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(libraries())
def test_the_pages_of_an_article_hold_all_of_it_once(library: Library):
    article = library.entry().article
    found = [piece for page in pages.article_pages(article) for piece in page]
    for paragraph in article.paragraphs:
        if paragraph.part == "title":
            continue
        pieces = [p for p in found if p.place == paragraph.place]
        assert pieces[0].start == 0
        assert pieces[-1].end == len(paragraph.text)
        for left, right in itertools.pairwise(pieces):
            assert paragraph.text[left.end : right.start].strip() == ""


@given(st.data(), libraries())
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_pointer_leads_back(data: st.DataObject, library: Library):
    citation = data.draw(citations(library.entry().article))
    pointer = pointer_to(library.entry(), citation)
    assert citation_at(library, pointer) == citation
    assert unpack(pack([pointer, pointer], 100)) == [pointer, pointer]


@given(st.lists(st.integers(0, 2000), max_size=60), st.integers(9, 120))
def test_numbers_survive_packing_as_far_as_there_is_room(numbers: list[int], room: int):
    pointers = [("abcdefgh", item) for item in ranges(numbers)]
    packed = pack(pointers, room)
    assert len(packed) <= room
    back = [number for _, number in spread(unpack(packed))] if packed else []
    assert back == numbers[: len(back)]


@given(st.text(max_size=100))
def test_a_forged_state_is_stale_and_nothing_else(state: str):
    article = article_of_paragraphs("name", "Title", ["One paragraph."])
    library = Library(Path(), [Entry(article, "digest")], Answerer().for_articles([article]))
    for kind in "aqwmctpz":
        try:
            pages.draw(library, kind, state, 3)
        except StaleError:
            continue
        raise AssertionError(f"{kind} drew {state!r}")
