"""Cards about the articles of a guild: which there are, one of them, and what was done to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from discord import ButtonStyle

from bot.cards import LABEL, Body, Button, Card, make, press
from bot.markdown import ELLIPSIS, cut, escape, shorten, size
from bot.paging import clamp, numbered, turns
from bot.pointers import tag_of
from bot.words import count
from index.library import Entry, Library

if TYPE_CHECKING:
    from bot.store.articles import Removal

_ON_A_PAGE = 10
_NAME = 120
_UNDO = 3

LIST = "all"
"""What the buttons of the list remember: nothing, but a custom id holds something."""


def draw_list(library: Library, _: str, page: int) -> Card:
    """A page of all articles, the guild's own first."""
    names = library.names
    pages = -(-len(names) // _ON_A_PAGE)
    page = clamp(page, pages)
    body = Body()
    for name in names[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE]:
        body.add(f"**{shorten(name, _NAME)}**{_title(library.entry(name))}")
        body.add(f"-# {' · '.join(facts(library, library.entry(name)))}")
    footer = " · ".join(filter(None, [count(len(names), "article"), numbered(page, pages)]))
    return make("Articles", body, footer, buttons=turns("l", LIST, page, pages))


def with_removed(card: Card, removed: Sequence[Removal]) -> Card:
    """The list's first page with buttons to bring back what was removed last."""
    undo = [Button(f"Undo: {_short(r.name)}", f"undo:{r.id}") for r in removed[:_UNDO]]
    return replace(card, buttons=(*card.buttons, *undo))


def _short(name: str) -> str:
    return name if size(name) <= LABEL // 2 else cut(name, LABEL // 2) + ELLIPSIS


def show_card(library: Library, entry: Entry, used: str) -> Card:
    """What there is to say of one article. `used`: where it is the one that is talked about, as markup."""
    article = entry.article
    body = Body()
    if article.name != article.title:
        body.add(f"Called **{shorten(article.name, _NAME)}** here")
    if article.author:
        body.add(f"By {shorten(article.slice(article.author), 300)}")
    if article.published:
        body.add(f"Published on {article.published}")
    body.add(" · ".join(facts(library, entry)))
    if used:
        body.add(f"Talked about in {used}")
    read = press("Read the article", "a", tag_of(entry))
    return make(article.title, body, buttons=[read])


def facts(library: Library, entry: Entry) -> list[str]:
    """Its length and whose it is."""
    whose = "this server's own" if entry.article.name in library.own else "for all servers"
    return [count(len(entry.article.body), "paragraph"), whose]


def _title(entry: Entry) -> str:
    same = entry.article.title == entry.article.name
    return "" if same else f" {shorten(entry.article.title, _NAME)}"


def added_card(entry: Entry) -> Card:
    """That an article is there now."""
    article = entry.article
    author = f", by {article.slice(article.author)}" if article.author else ""
    text = f"Added “{escape(article.name)}”: {count(len(article.body), 'paragraph')}{escape(author)}. Ask about it."
    return make("", text, plain=text, buttons=[press("Read the article", "a", tag_of(entry), new=True)])


def ask_removal(entry: Entry) -> Card:
    """Whether an article is to be removed."""
    text = f"Remove “{escape(entry.article.name)}” ({count(len(entry.article.body), 'paragraph')}) from this server?"
    yes = Button("Remove it", f"drop:{tag_of(entry)}", style=ButtonStyle.danger)
    return make("", text, plain=text, buttons=[yes])


def removed_card(name: str, removal: int) -> Card:
    """That an article is gone, with the way back."""
    text = f"“{escape(name)}” is removed. For a day you can bring it back."
    return make("", text, plain=text, buttons=[Button("Undo", f"undo:{removal}")])


def restored_card(name: str) -> Card:
    """That an article is there again."""
    text = f"“{escape(name)}” is back."
    return make("", text, plain=text)
