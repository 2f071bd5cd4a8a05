"""What is pressed and filled in on cards. All of it works after a restart: what it does stands in its custom id."""

from __future__ import annotations

from bot.buttons.articles import PasteForm, RemoveButton, UndoButton
from bot.buttons.form import Form
from bot.buttons.page import PageButton
from bot.buttons.press import Press
from bot.buttons.settings import SettingsControl
from bot.buttons.unanswered import UnansweredButton

PRESSES: tuple[type[Press], ...] = (PageButton, RemoveButton, SettingsControl, UnansweredButton, UndoButton)
"""Every kind of button; their templates fit no common custom id."""

FORMS: tuple[type[Form], ...] = (PasteForm,)
"""Every kind of form."""
