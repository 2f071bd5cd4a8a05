"""The pages of /unanswered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import discord

from bot.cards import Body, Button, Card, make
from bot.controls import Attachment
from bot.markdown import shorten
from bot.paging import clamp, numbered
from bot.unanswered import Group, as_table
from bot.words import count

ON_A_PAGE = 5
ALL, SURE, KEEP, EXPORT = "Dismiss all", "Dismiss them all", "Keep them", "Export as CSV"
NOTHING = "There is no question that I could not answer."
_QUESTION, _VARIANT, _VARIANTS = 300, 120, 3


def unanswered_card(groups: Sequence[Group], page: int, days: int, told: str = "") -> Card:
    """A page of groups with a button for each. `days`: for how long the questions are kept; `told`: plain text above."""
    pages = -(-len(groups) // ON_A_PAGE)
    page = clamp(page, pages) if pages else 0
    first = page * ON_A_PAGE
    shown = groups[first : first + ON_A_PAGE]
    body = Body()
    if told:
        body.add(f"*{shorten(told, _QUESTION)}*\n")
    if not days:
        body.add("Whoever runs me has set me not to keep the questions that I could not answer.")
    elif not groups:
        body.add(NOTHING)
    for number, group in enumerate(shown, first + 1):
        for line in _lines(number, group):
            body.add(line)
    total = sum(len(group.questions) for group in groups)
    facts = [count(total, "question"), f"kept without who asked, for {count(days, 'day')}", numbered(page, pages)]
    card = make("Asked in vain", body, " · ".join(filter(None, facts)) if days else "")
    return replace(card, buttons=tuple(_buttons(groups, shown, first, page, pages))) if groups else card


def _lines(number: int, group: Group) -> Iterable[str]:
    lead, others = group.questions[0], group.questions[1:]
    of = f" · of {shorten(lead.article, 80)}" if lead.article else ""
    yield f"**{number} · {group.count}×** {shorten(lead.text, _QUESTION)}"
    yield f"-# last <t:{int(group.last_asked.timestamp())}:R>{of}"
    pointed = next((q for q in group.questions if q.pointed_article), None)
    if pointed is not None:
        yield f"-# a member points to ¶ {pointed.pointed_paragraph} of {shorten(pointed.pointed_article or '', 80)}"
    for other in others[:_VARIANTS]:
        yield f"-# also: {shorten(other.text, _VARIANT)}"
    if len(others) > _VARIANTS:
        yield f"-# and {len(others) - _VARIANTS} more"


def _buttons(groups: Sequence[Group], shown: Sequence[Group], first: int, page: int, pages: int) -> Iterable[Button]:
    seen = newest(groups)
    for number, group in enumerate(shown, first + 1):
        yield Button(f"Dismiss {number}", f"unanswered:dismiss:{group.questions[0].id}:{seen}:{page}")
    if pages > 1:
        yield Button("◀ Back", f"unanswered:page:{max(0, page - 1)}:b", disabled=page == 0)
        yield Button("Next ▶", f"unanswered:page:{page + 1}:n", disabled=page == pages - 1)
    yield Button(EXPORT, "unanswered:csv")
    yield Button(ALL, f"unanswered:all:{seen}", style=discord.ButtonStyle.danger)


def newest(groups: Sequence[Group]) -> int:
    """The highest id among them: what is asked later than that has not been seen by who presses a button."""
    return max((question.id for group in groups for question in group.questions), default=0)


def confirm_card(number: int, seen: int) -> Card:
    """Whether really all are to be dismissed."""
    buttons = (
        Button(SURE, f"unanswered:sure:{seen}", style=discord.ButtonStyle.danger),
        Button(KEEP, "unanswered:page:0:k"),
    )
    body = f"{count(number, 'question')} will be gone for good. To keep a copy, export them first."
    return make("Dismiss all?", body, plain=body, buttons=buttons)


def table_card(groups: Sequence[Group]) -> Card:
    """The questions as a file."""
    table, rows = as_table(groups)
    total = sum(len(group.questions) for group in groups)
    body = f"{count(rows, 'question')} in {count(len(groups), 'group')}."
    if rows < total:
        body += f" {count(total - rows, 'question')} did not fit into the file."
    file = Attachment("unanswered.csv", table, "The questions that could not be answered, as a table")
    return replace(make("Asked in vain", body, plain=body), files=(file,))
