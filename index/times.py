"""When: dates, days, spans and relative times as an article writes them, each with its sentence.

A time that is complete in itself (“4 March 2019”, “2014”, “the 1990s”) is resolved to the calendar always; one that
counts from the present or leaves out its year only where the article's own date is known, and by these rules:

- “today” is the article's date; weeks run from Monday to Sunday; “two weeks ago” is the week then, “two years ago” the
  year: a range is never narrower than the words.
- “last Tuesday” is the latest Tuesday before the article's date, “next Tuesday” the earliest after it, “this Tuesday”
  that of the article's week. “Last July” is the latest July over by then, “this July” that of the article's year.
- “Tuesday”, “July” and “4 July” alone are the latest such, or the earliest to come where the nearest verb speaks of
  what is to come. Where verbs leave it open, they are left unresolved.
- “Two days earlier”, “the following year” count from the last resolved time before them in their paragraph.
- About, nearly, more than, several: unresolved. So are seasons, which the two halves of the earth do not share.
- In a quotation the present is the speaker's, which the article's date does not tell: only what is complete is resolved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.article import Article, Citation, Paragraph
from index.dates import Range
from index.intervals import Intervals, by_place
from index.people import Person
from index.quotation_marks import find_stretches
from index.time_forms import UNDATED, find_forms
from index.time_present import Present, Verbs
from index.time_rules import resolve


@dataclass(frozen=True, slots=True)
class Time:
    """When something is, was or will be."""

    words: Citation
    sentence: Citation
    dates: Range | None
    """The first and the last day on which it may lie, the same for one day; None where the article does not tell."""


def find_times(article: Article, people: Sequence[Person] = ()) -> tuple[Time, ...]:
    """All times of the article, in reading order, none overlapping. `people`: whose names are no months."""
    names = by_place(article, (c for p in people for c in p.mentions))
    stretches = find_stretches([p.text for p in article.paragraphs])
    found: list[Time] = []
    for paragraph, quoted in zip(article.paragraphs, stretches, strict=True):
        spoken = Intervals((s.outer_start, s.outer_end) for s in quoted)
        found += _in_paragraph(article, paragraph, names[paragraph.place], spoken)
    return tuple(found)


def _in_paragraph(article: Article, paragraph: Paragraph, names: Intervals, spoken: Intervals) -> Iterator[Time]:
    verbs = Verbs(spoken.blanked(paragraph.text))
    anchor: Range | None = None
    for form in find_forms(paragraph.text, names):
        sentence = paragraph.sentence_at(form.start)
        start, end = sentence.start, max(sentence.end, form.end)
        if spoken.meet(form.start, form.end):
            published = anchor = None
        else:
            published = article.published
        dates = resolve(form, Present(published, anchor, verbs, (start, end), (form.start, form.end)))
        if form.kind not in UNDATED:
            anchor = dates
        words = Citation(article.name, paragraph.place, form.start, form.end)
        yield Time(words, Citation(article.name, paragraph.place, start, end), dates)
