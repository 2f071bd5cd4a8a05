"""Answers, quotations, people and articles as cards of a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.panel import Panel
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from bot.terminal.plain import plain
from bot.words import (
    CHECK,
    CLOSEST,
    ONE_QUESTION,
    UNCLEAR,
    count,
    days_of,
    place_of,
    places_of,
    refusal,
    said_by_whom,
    verdict_on,
)
from index.answer import Answer
from index.article import Article, Citation, Paragraph
from index.check import Checked
from index.library import Changes, Library, Problem
from index.people import Person
from index.places import Location
from index.quotes import Quote
from index.speaker import passage_of, speaker_of, surely_said_by
from index.times import Time


class BlockQuote:
    """Lines with `> ` before each, as Discord writes a quotation."""

    def __init__(self, words: Text) -> None:
        self.words = words

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Wraps the words beside their marks."""
        for line in console.render_lines(self.words, options.update(width=max(1, options.max_width - 2)), pad=False):
            yield Segment("> ", console.get_style("dim"))
            yield from line
            yield Segment.line()


def card(title: str, *parts: RenderableType | None) -> Panel:
    """A framed card; None among the parts is left out."""
    body = Group(*(p for p in parts if p is not None))
    return Panel(
        body,
        title=Text(plain(title), style="not dim"),
        title_align="left",
        box=box.SQUARE,
        border_style="dim",
        padding=(0, 1),
    )


def answer_cards(
    library: Library, answer: Answer, notice: str | None = None, understood: str | None = None
) -> Iterable[RenderableType]:
    """The answer with its sentence and place; or that there is none, and what comes closest.

    `understood`: what a follow-up was taken to mean, to be seen where the guess was wrong.
    """
    told = [notice] if notice else []
    taken = _dim(understood) if understood and understood != answer.question else None
    if answer.more_questions:
        told.append(ONE_QUESTION)
    notes = Text("\n".join(map(plain, told)), style="italic") if told else None
    if answer.verdict == "not_in_article" or answer.sentence is None:
        closest = [Text(CLOSEST), quoted(library, answer.sentence), footer(library, answer.sentence)]
        yield card(
            answer.question, taken, Text(refusal(library), style="bold"), *(closest if answer.sentence else []), notes
        )
        return
    short = Text(plain(library.text(answer.span)), style="bold") if answer.span else None
    sentence = quoted(library, answer.sentence, answer.span)
    yield card(answer.question, taken, short, sentence, footer(library, answer.sentence, answer.sureness), notes)


def passage_card(library: Library, title: str, passages: Sequence[Citation]) -> Panel:
    """Further passages, each with its place; the article beside it where they come from several."""
    names = {c.article for c in passages}
    rows: list[RenderableType] = []
    for passage in passages:
        rows.append(BlockQuote(Text(plain(library.text(passage)))))
        where = [place_of(passage), *([library.entry(passage.article).article.title] if len(names) > 1 else [])]
        rows.append(Text(" · ".join(map(plain, where)), style="dim"))
    return card(title, *rows)


def quoted(library: Library, sentence: Citation | None, *bold: Citation | None) -> BlockQuote | None:
    """The sentence as a block quote, with the words of `bold`, where they lie inside, in bold."""
    if sentence is None:
        return None
    inside = [b for b in bold if b and b.place == sentence.place and sentence.start <= b.start < sentence.end]
    spans = [(b.start - sentence.start, b.end - sentence.start) for b in inside]
    return BlockQuote(emboldened(library.text(sentence), spans))


def emboldened(text: str, spans: Iterable[tuple[int, int]]) -> Text:
    """The text with some of its characters in bold."""
    words, done = Text(), 0
    for start, end in spans:
        start = max(start, done)
        words.append(plain(text[done:start])).append(plain(text[start:end]), "bold")
        done = max(done, end)
    return words.append(plain(text[done:]))


def footer(library: Library, citation: Citation | None, *more: str) -> Text | None:
    """Where the words stand: paragraph, title, byline, and what else is said of them."""
    if citation is None:
        return None
    article = library.entry(citation.article).article
    author = article.slice(article.author) if article.author else ""
    return _dim(place_of(citation), article.title, author, *more)


def quote_card(library: Library, quote: Quote) -> Panel:
    """A quotation under its speaker's name and role."""
    entry = library.entry(quote.parts[0].article)
    speaker = speaker_of(quote)
    if speaker is None:
        passage = quoted(library, passage_of(entry.article, quote), *quote.parts)
        return card(UNCLEAR, passage, footer(library, quote.parts[0]))
    person = next((p for p in entry.people if p.name == speaker), None)
    role = Text(plain(library.text(person.roles[0])), style="italic") if person and person.roles else None
    parts = [BlockQuote(Text(f"“{plain(library.text(c))}”")) for c in quote.parts]
    return card(library.text(speaker), role, *parts, footer(library, quote.parts[0]))


def person_card(library: Library, person: Person) -> Panel:
    """Who somebody is: roles, what they said, where they are mentioned."""
    entry = library.entry(person.name.article)
    said = surely_said_by(person, entry.quotes)
    aliases = ", ".join(plain(library.text(a)) for a in person.aliases)
    rows: list[RenderableType] = []
    if aliases:
        rows.append(Text(f"also: {aliases}", style="dim"))
    rows += [Text(f"• {plain(library.text(c))} ({place_of(c)})") for c in person.roles]
    for quote in said[:3]:
        words = " … ".join(plain(library.text(c)) for c in quote.parts)
        rows.append(BlockQuote(Text(f"“{words}” {place_of(quote.parts[0])}")))
    if len(said) > 3:
        rows.append(Text(f"and {len(said) - 3} more: /quote {plain(library.text(person.name))}", style="dim"))
    places = list(dict.fromkeys(place_of(c) for c in person.mentions))
    rows.append(Text(" · ".join([f"mentioned in {', '.join(places)}", plain(entry.article.title)]), style="dim"))
    return card(library.text(person.name), *rows)


def times_card(library: Library, times: Sequence[Time]) -> Panel:
    """Sentences with their times in bold, and the days that they stand for where the article tells."""
    rows: list[RenderableType | None] = []
    for sentence, found in groupby(times, key=lambda t: t.sentence):
        here = list(found)
        rows.append(quoted(library, sentence, *(t.words for t in here)))
        rows.append(_dim(where(library, sentence, times), *(_resolved(library, t) for t in here)))
    return card("When", *rows)


def _resolved(library: Library, time: Time) -> str:
    said, days = library.text(time.words), days_of(time.dates) if time.dates else ""
    return said if not days or days in said else f"{said}: {days}"


def where(library: Library, sentence: Citation, all_of: Iterable[Time]) -> str:
    """The paragraph, and the article where there are several."""
    several = len({t.words.article for t in all_of}) > 1
    return f"{place_of(sentence)} · {library.entry(sentence.article).article.title}" if several else place_of(sentence)


def _dim(*words: str) -> Text:
    return Text(" · ".join(plain(w) for w in words if w), style="dim")


def places_card(library: Library, places: Iterable[tuple[Location, Citation]]) -> Panel:
    """Places, where each is named, and a sentence that names it."""
    rows: list[RenderableType | None] = []
    for location, sentence in places:
        rows.append(Text.assemble((plain(library.text(location.name)), "bold"), f" ({places_of(location.mentions)})"))
        rows.append(quoted(library, sentence, *location.mentions))
    return card("Where", *rows)


def check_card(library: Library, text: str, checked: Checked) -> Panel:
    """Asked words and an article's, those that differ in bold, and who said them."""
    rows: list[RenderableType | None] = [Text(verdict_on(checked, library), style="bold")]
    if checked.verdict != "verbatim":
        spans = [(d.asked[0] - checked.start, d.asked[1] - checked.start) for d in checked.differences]
        rows.append(Text("Asked: ").append_text(emboldened(text[checked.start : checked.end], spans)))
    rows += [quoted(library, part, *(d.found for d in checked.differences)) for part in checked.passage]
    if checked.differences:
        pairs = [
            (text[slice(*d.asked)].strip(), library.text(d.found).strip() if d.found else "")
            for d in checked.differences
        ]
        rows.append(
            _dim("asked / there", *(f"{asked or '(nothing)'} / {there or '(nothing)'}" for asked, there in pairs))
        )
    rows.append(Text(plain(said_by_whom(checked, library, text))) if checked.passage else None)
    rows.append(footer(library, checked.passage[0]) if checked.passage else None)
    return card(CHECK, *rows)


def article_card(article: Article) -> Panel:
    """An article's head: title, deck, byline, date, and how long it is."""
    rows = [Text(plain(p.text)) for p in article.paragraphs if p.part in {"deck", "byline"}]
    facts = [
        str(article.published) if article.published else "",
        article.source or "",
        count(len(article.body), "paragraph"),
    ]
    return card(article.title, *rows, Text(" · ".join(plain(f) for f in facts if f), style="dim"))


def paragraph_card(article: Article, paragraphs: Iterable[Paragraph]) -> Panel:
    """Paragraphs to read, each with its number."""
    rows = [Text.assemble((f"¶ {p.place}  ", "dim"), plain(p.text)) for p in paragraphs]
    return card(article.title, *rows)


def changes_card(changes: Changes) -> Panel:
    """What a reindex found."""
    named = [(changes.added, "added"), (changes.changed, "changed"), (changes.removed, "removed")]
    lines = [f"{what}: {', '.join(map(plain, names))}" for names, what in named if names] or ["nothing changed"]
    size = f"{count(changes.articles, 'article')}, {count(changes.paragraphs, 'paragraph')}"
    return card(
        "Reindexed",
        *map(Text, lines),
        *map(problem_line, changes.problems),
        Text(f"{size}, {changes.milliseconds:.0f} ms", style="dim"),
    )


def problem_line(problem: Problem) -> Text:
    """A file that was left out, and why."""
    return Text(plain(str(problem)), style="yellow")


def table_card(title: str, rows: Iterable[tuple[str, str]]) -> Panel:
    """Two columns: a thing, and what is said of it."""
    table = Table.grid(padding=(0, 2))
    for thing, words in rows:
        table.add_row(Text(thing, style="bold"), Text(words))
    return card(title, table)
