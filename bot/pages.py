"""Cards of several pages. Each is drawn from what its buttons remember, so the first page and a later one are one code.

Kinds: `a` an article, `q` quotations, `w` persons, `m` passages behind an answer, `c` a sentence in its context, `t` times,
`p` places, `l` the list of articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from random import randrange

from bot.article_cards import draw_list
from bot.cards import (
    BRIEF,
    DESCRIPTION,
    LABEL,
    SENTENCE,
    Body,
    Card,
    make,
    pack_numbers,
    plain_text,
    press,
    quoted,
    whence,
    words,
)
from bot.markdown import ELLIPSIS, cut, escape, shorten, size
from bot.origins import Origin
from bot.paging import clamp, item_at, numbered, turns
from bot.pointers import StaleError, citation_at, entry_tagged, pointer_to, spread, tag_of, tags_in, unpack
from bot.when_where import draw_places, draw_times
from bot.words import UNCLEAR, count, place_of, places_of
from index.article import Article, Citation
from index.library import Entry, Library
from index.people import Person
from index.quotes import Quote
from index.speaker import passage_of, speaker_of, surely_said_by

PAGE = 1600
"""Characters of an article on a page: escaped they still fit into a description."""
PASSAGES = 3
"""Passages behind an answer on a page."""


def draw(library: Library, kind: str, state: str, page: int = 0) -> Card:
    """One page. Raises StaleError where the words are gone, or the state was never ours."""
    drawn = _DRAW.get(kind)
    if drawn is None:
        raise StaleError
    card = drawn(library, state, page)
    return card if kind == "l" else replace(card, shares="!".join(tags_in(state)))


def article_state(entry: Entry) -> str:
    """What the buttons of an article's pages remember."""
    return tag_of(entry)


def quotes_state(library: Library, quotes: Iterable[Quote]) -> str:
    """What the buttons of cards of quotations remember."""
    return pack_numbers(library, [(q.parts[0].article, q) for q in quotes], lambda entry: entry.quotes)


def people_state(library: Library, people: Iterable[Person]) -> str:
    """What the buttons of cards of persons remember."""
    return pack_numbers(library, [(p.name.article, p) for p in people], lambda entry: entry.people)


def by_lot(library: Library, found: Sequence[Quote]) -> Card:
    """The page of a quotation drawn by lot; its buttons turn to the others."""
    state = quotes_state(library, found)
    return draw(library, "q", state, randrange(len(spread(unpack(state)))))


def did_you_mean(library: Library, sentence: str, people: Sequence[Person]) -> Card:
    """A button for each person who may have been meant."""
    buttons = [press(_label(library.text(p.name)), "w", people_state(library, [p])) for p in people]
    text = shorten(sentence, SENTENCE)
    return make("", text, plain=text, buttons=buttons)


def _label(name: str) -> str:
    return name if size(name) <= LABEL else cut(name, LABEL - 1) + ELLIPSIS


def page_of(article: Article, citation: Citation) -> int:
    """The page of the article's card on which the words stand."""
    for number, pieces in enumerate(article_pages(article)):
        if any(p.place == citation.place and p.start <= citation.start < p.end for p in pieces):
            return number
    return 0


def article_pages(article: Article) -> list[list[Citation]]:
    """The article in reading order, cut between paragraphs, or sentences where a paragraph is longer than a page."""
    pages: list[list[Citation]] = [[]]
    room = PAGE
    for paragraph in article.paragraphs:
        if paragraph.part == "title":
            continue
        for start, end in _pieces(paragraph.text, [(s.start, s.end) for s in paragraph.sentences]):
            needed = size(paragraph.text[start:end]) + 20
            if needed > room and pages[-1]:
                pages.append([])
                room = PAGE
            pages[-1].append(Citation(article.name, paragraph.place, start, end))
            room -= needed
    return pages


def _pieces(text: str, sentences: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    if size(text) <= PAGE - 20:
        return [(0, len(text))]
    pieces: list[tuple[int, int]] = []
    for start, end in sentences or [(0, len(text))]:
        for at in range(start, end, PAGE // 2):
            until = min(end, at + PAGE // 2)
            if pieces and size(text[pieces[-1][0] : until]) <= PAGE - 20:
                pieces[-1] = (pieces[-1][0], until)
            else:
                pieces.append((at, until))
    return pieces


def _article(library: Library, state: str, page: int) -> Card:
    article = entry_tagged(library, state).article
    pages = article_pages(article)
    page = clamp(page, len(pages))
    body = Body()
    for piece in pages[page]:
        cut_before = "… " if piece.start > 0 else ""
        cut_after = " …" if piece.end < len(article.at(piece.place).text) else ""
        body.add(f"**{place_of(piece)}**  {cut_before}{escape(article.slice(piece))}{cut_after}")
    author = article.slice(article.author) if article.author else ""
    facts = [author, str(article.published or ""), count(len(article.body), "paragraph"), numbered(page, len(pages))]
    return make(article.title, body, " · ".join(filter(None, facts)), buttons=turns("a", state, page, len(pages)))


def _quotes(library: Library, state: str, page: int) -> Card:
    numbers = spread(unpack(state))
    page = clamp(page, len(numbers))
    entry = entry_tagged(library, numbers[page][0])
    quote = item_at(entry.quotes, numbers[page][1])
    speaker = speaker_of(quote)
    person = next((p for p in entry.people if p.name == speaker), None)
    body = Body()
    if person is not None and person.roles:
        body.add(f"*{words(library, person.roles[0], 300)}*")
    said = _spoken(library, quote, SENTENCE)
    brief = _spoken(library, quote, BRIEF)
    if speaker is None:
        passage = passage_of(entry.article, quote)
        said, brief = (quoted(library, passage, room, *quote.parts) for room in (SENTENCE, BRIEF))
    body.add(said)
    footer = whence(library, quote.parts[0], numbered(page, len(numbers)))
    name = words(library, speaker, 200) if speaker else UNCLEAR
    by_name = Origin("q") if speaker else None
    here = press("In context", "c", [pointer_to(entry, quote.parts[0])], new=True, origin=by_name)
    title = library.text(speaker) if speaker else UNCLEAR
    return make(title, body, footer, plain_text(name, brief), [*turns("q", state, page, len(numbers)), here])


def _spoken(library: Library, quote: Quote, room: int) -> str:
    """The parts of a quotation, each a block of its own between quotation marks."""
    each = max(80, room // len(quote.parts))
    blocks = [quoted(library, part, each - 2) for part in quote.parts[:20]]
    return "\n".join(_in_marks(block) for block in blocks)


def _in_marks(block: str) -> str:
    lines = [f"> “{line[2:]}”" if line.startswith("> ") else line for line in block.split("\n")]
    return "\n".join(lines)


def _persons(library: Library, state: str, page: int) -> Card:
    numbers = spread(unpack(state))
    page = clamp(page, len(numbers))
    entry = entry_tagged(library, numbers[page][0])
    person = item_at(entry.people, numbers[page][1])
    said = surely_said_by(person, entry.quotes)
    body = Body(DESCRIPTION - SENTENCE)
    for role in person.roles[:8]:
        body.add(f"• {words(library, role, 300)} ({place_of(role)})")
    if person.aliases:
        body.add("Also: " + ", ".join(words(library, alias, 100) for alias in person.aliases[:8]))
    for quote in said[:3]:
        body.add(f"{_spoken(library, quote, 400)}\n*{place_of(quote.parts[0])}*")
    mentioned = f"mentioned in {places_of(person.mentions)}" if person.mentions else ""
    title = entry.article.title
    footer = " · ".join(filter(None, [mentioned, title, numbered(page, len(numbers))]))
    buttons = list(turns("w", state, page, len(numbers)))
    if said:
        buttons.append(press(f"All they said ({len(said)})", "q", quotes_state(library, said), new=True))
    return make(library.text(person.name), body, footer, buttons=buttons)


def _passages(library: Library, state: str, page: int) -> Card:
    pointers = unpack(state)
    pages = -(-len(pointers) // PASSAGES)
    page = clamp(page, pages)
    citations = [citation_at(library, pointer) for pointer in pointers]
    names = {citation.article for citation in citations}
    body = Body()
    body.add("**More passages**")
    for citation in citations[page * PASSAGES : (page + 1) * PASSAGES]:
        where = place_of(citation) if len(names) == 1 else whence(library, citation)
        body.add(f"**{escape(where)}**\n{quoted(library, citation, SENTENCE)}")
    title = library.entry(citations[0].article).article.title if len(names) == 1 else ""
    footer = " · ".join(filter(None, [title, numbered(page, pages)]))
    return make("", body, footer, "More passages", turns("m", state, page, pages))


def _context(library: Library, state: str, _: int) -> Card:
    pointer = unpack(state)[0]
    citation = citation_at(library, pointer)
    article = library.entry(citation.article).article
    alike = [p for p in article.paragraphs if p.part == article.at(citation.place).part]
    at = [p.place for p in alike].index(citation.place)
    body = Body()
    for paragraph in alike[max(0, at - 1) : at + 2]:
        whole = Citation(article.name, paragraph.place, 0, len(paragraph.text))
        room = SENTENCE * 3 // 2 if paragraph.place == citation.place else SENTENCE // 2
        body.add(f"**{place_of(whole)}**\n{quoted(library, whole, room, citation)}")
    read_on = press("Read the article", "a", pointer[0], page_of(article, citation))
    return make(article.title, body, whence(library, citation), buttons=[read_on])


_DRAW: dict[str, Callable[[Library, str, int], Card]] = {
    "a": _article,
    "q": _quotes,
    "w": _persons,
    "m": _passages,
    "c": _context,
    "t": draw_times,
    "p": draw_places,
    "l": draw_list,
}
