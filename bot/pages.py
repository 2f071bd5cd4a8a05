"""Cards of several pages. Each is drawn from what its buttons remember, so the first page and a later one are one code.

Kinds: `a` an article, `q` quotations, `w` persons, `m` passages behind an answer, `c` a sentence in its context.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from bot.cards import (
    BRIEF,
    DESCRIPTION,
    SENTENCE,
    STATE,
    Body,
    Button,
    Card,
    make,
    plain_text,
    press,
    quoted,
    whence,
    words,
)
from bot.markdown import escape, size
from bot.pointers import (
    Pointer,
    StaleError,
    citation_at,
    entry_tagged,
    pack,
    pointer_to,
    ranges,
    spread,
    tag_of,
    unpack,
)
from bot.words import count, place_of
from index.article import Article, Citation
from index.library import Entry, Library
from index.lookup import said_by
from index.people import Person
from index.quotes import Quote

_Item = TypeVar("_Item")

PAGE = 1600
"""Characters of an article on a page: escaped they still fit into a description."""
PASSAGES = 3
"""Passages behind an answer on a page."""


def draw(library: Library, kind: str, state: str, page: int = 0) -> Card:
    """One page. Raises StaleError where the words are gone, or the state was never ours."""
    drawn = _DRAW.get(kind)
    if drawn is None:
        raise StaleError
    return drawn(library, state, page)


def first(library: Library, kind: str, found: Iterable[Quote | Person]) -> Card:
    """The first page of the quotations (`q`) or persons (`w`) that were found."""
    return draw(library, kind, pack(found_pointers(library, found), STATE))


def article_state(entry: Entry) -> str:
    """What the buttons of an article's pages remember."""
    return tag_of(entry)


def found_pointers(library: Library, found: Iterable[Quote | Person]) -> list[Pointer]:
    """What the buttons of cards of quotations or persons remember: each by its number in its article."""
    by_article: list[tuple[Entry, list[int]]] = []
    for item in found:
        name = item.parts[0].article if isinstance(item, Quote) else item.name.article
        entry = library.entry(name)
        number = entry.quotes.index(item) if isinstance(item, Quote) else entry.people.index(item)
        if not by_article or by_article[-1][0] is not entry:
            by_article.append((entry, []))
        by_article[-1][1].append(number)
    return [(tag_of(entry), item) for entry, numbers in by_article for item in ranges(numbers)]


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
    page = _clamp(page, len(pages))
    body = Body()
    for piece in pages[page]:
        cut_before = "… " if piece.start > 0 else ""
        cut_after = " …" if piece.end < len(article.at(piece.place).text) else ""
        body.add(f"**{place_of(piece)}**  {cut_before}{escape(article.slice(piece))}{cut_after}")
    author = article.slice(article.author) if article.author else ""
    facts = [author, str(article.published or ""), count(len(article.body), "paragraph"), _numbered(page, len(pages))]
    return make(article.title, body, " · ".join(filter(None, facts)), buttons=_turns("a", state, page, len(pages)))


def _quotes(library: Library, state: str, page: int) -> Card:
    numbers = spread(unpack(state))
    page = _clamp(page, len(numbers))
    entry = entry_tagged(library, numbers[page][0])
    quote = _at(entry.quotes, numbers[page][1])
    person = next((p for p in entry.people if p.name == quote.speaker), None)
    body = Body()
    if person is not None and person.roles:
        body.add(f"*{words(library, person.roles[0], 300)}*")
    body.add(_spoken(library, quote, SENTENCE))
    who = library.text(quote.speaker) if quote.speaker else "Speaker unclear"
    footer = whence(library, quote.parts[0], _numbered(page, len(numbers)))
    brief = plain_text(words(library, quote.speaker, 200) if quote.speaker else who, _spoken(library, quote, BRIEF))
    here = press("In context", "c", [pointer_to(entry, quote.parts[0])], new=True)
    return make(who, body, footer, brief, [*_turns("q", state, page, len(numbers)), here])


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
    page = _clamp(page, len(numbers))
    entry = entry_tagged(library, numbers[page][0])
    person = _at(entry.people, numbers[page][1])
    said = [q for q in said_by(person, entry.quotes) if q.kind != "scare"]
    body = Body(DESCRIPTION - SENTENCE)
    for role in person.roles[:8]:
        body.add(f"• {words(library, role, 300)} ({place_of(role)})")
    if person.aliases:
        body.add("Also: " + ", ".join(words(library, alias, 100) for alias in person.aliases[:8]))
    for quote in said[:3]:
        body.add(f"{_spoken(library, quote, 400)}\n*{place_of(quote.parts[0])}*")
    mentioned = f"mentioned in {_places(person.mentions)}" if person.mentions else ""
    title = entry.article.title
    footer = " · ".join(filter(None, [mentioned, title, _numbered(page, len(numbers))]))
    buttons = list(_turns("w", state, page, len(numbers)))
    if said:
        buttons.append(press(f"All they said ({len(said)})", "q", found_pointers(library, said), new=True))
    return make(library.text(person.name), body, footer, buttons=buttons)


def _places(citations: Sequence[Citation], most: int = 25) -> str:
    """`¶ 1, 2, 4, deck`."""
    places = list(dict.fromkeys(place_of(c) for c in citations))
    numbers = [place.removeprefix("¶ ") for place in places if place.startswith("¶")]
    named = [place for place in places if not place.startswith("¶")]
    shown = ", ".join([*numbers[:most], *(["…"] if len(numbers) > most else []), *named])
    return f"¶ {shown}" if numbers else shown


def _passages(library: Library, state: str, page: int) -> Card:
    pointers = unpack(state)
    pages = -(-len(pointers) // PASSAGES)
    page = _clamp(page, pages)
    citations = [citation_at(library, pointer) for pointer in pointers]
    names = {citation.article for citation in citations}
    body = Body()
    for citation in citations[page * PASSAGES : (page + 1) * PASSAGES]:
        where = place_of(citation) if len(names) == 1 else whence(library, citation)
        body.add(f"{quoted(library, citation, SENTENCE)}\n*{escape(where)}*")
    title = library.entry(citations[0].article).article.title if len(names) == 1 else ""
    footer = " · ".join(filter(None, [title, _numbered(page, pages)]))
    return make("More passages", body, footer, buttons=_turns("m", state, page, pages))


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


def _at(items: Sequence[_Item], number: int) -> _Item:
    if number >= len(items):
        raise StaleError
    return items[number]


def _clamp(page: int, pages: int) -> int:
    return max(0, min(page, pages - 1))


def _numbered(page: int, pages: int) -> str:
    return f"{page + 1} of {pages}" if pages > 1 else ""


def _turns(kind: str, state: str, page: int, pages: int) -> Iterable[Button]:
    if pages < 2:
        return ()
    back, on = press("◀ Back", kind, state, page - 1), press("Next ▶", kind, state, page + 1)
    return (
        Button(back.label, back.custom_id, disabled=page == 0),
        Button(on.label, on.custom_id, disabled=page == pages - 1),
    )


_DRAW: dict[str, Callable[[Library, str, int], Card]] = {
    "a": _article,
    "q": _quotes,
    "w": _persons,
    "m": _passages,
    "c": _context,
}
