"""What is pressed and filled in on cards. All of it works after a restart: what it does stands in its custom id."""

from __future__ import annotations

from bot.buttons.again import AgainButton
from bot.buttons.articles import PasteForm, RemoveButton, UndoButton
from bot.buttons.does_say import DoesSayButton, DoesSayForm
from bot.buttons.form import Form
from bot.buttons.page import PageButton
from bot.buttons.press import Press
from bot.buttons.settings import SettingsControl
from bot.buttons.share import ShareButton
from bot.buttons.unanswered import UnansweredButton
from bot.buttons.vote import VoteButton

PRESSES: tuple[type[Press], ...] = (
    PageButton,
    ShareButton,
    VoteButton,
    DoesSayButton,
    AgainButton,
    RemoveButton,
    UndoButton,
    SettingsControl,
    UnansweredButton,
)
"""Every kind of button; their templates fit no common custom id."""

FORMS: tuple[type[Form], ...] = (DoesSayForm, PasteForm)
"""Every kind of form."""
