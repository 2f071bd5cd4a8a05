"""What people can type in Discord; one file a family, each handler reads its options, asks `index`, shows a card."""

from typing import Any

from discord import app_commands

from bot.commands.article import article
from bot.commands.articles import articles
from bot.commands.ask import ask, ask_about
from bot.commands.check import check, check_message
from bot.commands.help import help_
from bot.commands.moderation import reindex
from bot.commands.privacy import privacy
from bot.commands.quote import quote
from bot.commands.settings import settings
from bot.commands.stats import stats
from bot.commands.unanswered import unanswered
from bot.commands.when import when
from bot.commands.where import where
from bot.commands.who import who

ALL: tuple[app_commands.Command[Any, ..., None] | app_commands.Group | app_commands.ContextMenu, ...] = (
    ask,
    ask_about,
    quote,
    who,
    when,
    where,
    check,
    check_message,
    article,
    articles,
    help_,
    privacy,
    reindex,
    settings,
    stats,
    unanswered,
)
