"""What an article of a guild is called: names as people type them, made fit to be shown and to be told apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from bot.errors import UsageError
from bot.finding import EVERY
from bot.markdown import cut
from bot.pointers import TAG

MOST = 100
"""Characters, as Discord's choices hold."""


def name_of(typed: str) -> str:
    """The name that was typed, cleaned. Raises UsageError for one that is too long, or that shows nothing."""
    name = _cleaned(typed)
    if len(name) > MOST:
        raise UsageError(f"A name can have {MOST} characters, and this one has {len(name):,}: choose a shorter one.")
    if not _shows(name):
        raise UsageError("There are no letters or digits in this name: choose one that can be read.")
    return name


def name_from(title: str, otherwise: str) -> str:
    """A name from an article's title, or from its file's name where there are no words in the title."""
    names = (_cleaned(text) for text in (title, otherwise))
    return next((cut(name, MOST) for name in names if _shows(name)), "Article")


def taken(name: str, names: Iterable[str]) -> str | None:
    """The one among `names` that is the same to the eye: whatever the case, and however its letters are composed."""
    return next((other for other in names if _folded(other) == _folded(name)), None)


def _folded(name: str) -> str:
    shown = "".join(c for c in name if c not in _JOINERS)
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", shown).casefold())


def _cleaned(text: str) -> str:
    """Without control characters, marks that turn the direction of writing, and lone surrogates; blanks single."""
    text = unicodedata.normalize("NFC", text)
    kept = (c for c in text if c.isspace() or c in _JOINERS or unicodedata.category(c) not in _UNSEEN)
    return " ".join("".join(kept).split())


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})
_JOINERS = "\u200c\u200d"
"""Persian and Hindi are spelt with them."""


def _shows(name: str) -> bool:
    return any(c.isalnum() for c in name) and name != EVERY and not TAG.fullmatch(name)
