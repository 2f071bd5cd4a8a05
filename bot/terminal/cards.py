"""Answers, quotations, people and articles as cards of a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.panel import Panel
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from bot.terminal.plain import plain
from bot.words import CLOSEST, ONE_QUESTION, count, place_of, refusal
from index.answer import Answer
from index.article import Article, Citation, Paragraph
from index.library import Changes, Library, Problem
from index.lookup import said_by
from index.people import Person
from index.quotes import Quote


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


def answer_cards(library: Library, answer: Answer, notice: str | None = None) -> Iterable[RenderableType]:
    """The answer with its sentence and place; or that there is none, and what comes closest."""
    told = [notice] if notice else []
    if answer.more_questions:
        told.append(ONE_QUESTION)
    notes = Text("\n".join(map(plain, told)), style="italic") if told else None
    if answer.verdict == "not_in_article" or answer.sentence is None:
        closest = [Text(CLOSEST), quoted(library, answer.sentence), footer(library, answer.sentence)]
        yield card(answer.question, Text(refusal(library), style="bold"), *(closest if answer.sentence else []), notes)
        return
    short = Text(plain(library.text(answer.span)), style="bold") if answer.span else None
    sentence = quoted(library, answer.sentence, answer.span)
    yield card(answer.question, short, sentence, footer(library, answer.sentence, answer.sureness), notes)


def passage_card(library: Library, title: str, passages: Sequence[Citation]) -> Panel:
    """Further passages, each with its place; the article beside it where they come from several."""
    names = {c.article for c in passages}
    rows: list[RenderableType] = []
    for passage in passages:
        rows.append(BlockQuote(Text(plain(library.text(passage)))))
        where = [place_of(passage), *([library.entry(passage.article).article.title] if len(names) > 1 else [])]
        rows.append(Text(" · ".join(map(plain, where)), style="dim"))
    return card(title, *rows)


def quoted(library: Library, sentence: Citation | None, answer: Citation | None = None) -> BlockQuote | None:
    """The sentence as a block quote, with the answer, where it lies inside, in bold."""
    if sentence is None:
        return None
    text = library.text(sentence)
    inside = answer is not None and answer.place == sentence.place and sentence.start <= answer.start < sentence.end
    if answer is None or not inside:
        return BlockQuote(Text(plain(text)))
    start, end = answer.start - sentence.start, answer.end - sentence.start
    words = Text.assemble(plain(text[:start]), (plain(text[start:end]), "bold"), plain(text[end:]))
    return BlockQuote(words)


def footer(library: Library, citation: Citation | None, *more: str) -> Text | None:
    """Where the words stand: paragraph, title, byline, and what else is said of them."""
    if citation is None:
        return None
    article = library.entry(citation.article).article
    author = article.slice(article.author) if article.author else ""
    words = [place_of(citation), article.title, author, *more]
    return Text(" · ".join(plain(w) for w in words if w), style="dim")


def quote_card(library: Library, quote: Quote) -> Panel:
    """A quotation under its speaker's name and role."""
    entry = library.entry(quote.parts[0].article)
    who = library.text(quote.speaker) if quote.speaker else "Speaker unclear"
    person = next((p for p in entry.people if p.name == quote.speaker), None)
    role = Text(plain(library.text(person.roles[0])), style="italic") if person and person.roles else None
    parts = [BlockQuote(Text(f"“{plain(library.text(c))}”")) for c in quote.parts]
    return card(who, role, *parts, footer(library, quote.parts[0]))


def person_card(library: Library, person: Person) -> Panel:
    """Who somebody is: roles, what they said, where they are mentioned."""
    entry = library.entry(person.name.article)
    said = said_by(person, entry.quotes)
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
