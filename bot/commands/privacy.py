"""/privacy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.cards import Card, make
from bot.commands.installs import everywhere
from bot.store.questions import VOTE_DAYS
from bot.words import count

if TYPE_CHECKING:
    from bot.client import ArticleBot
    from bot.settings import Memory

KEPT = """\
**Who asked what is kept nowhere.** Of a server I keep:
• the articles that its moderators add, what they set with **/settings**, and which channel talks about which article; \
an article that was removed can be brought back for a day, then it is gone
• how many questions a week were answered or not, and how long that took: numbers, without any text
{unanswered}
• votes (👍, 👎): as a number, and for {vote_weeks} with a scrambled code in place of your name, so that everybody votes once

Of direct messages I keep nothing. So that “and when?” is understood, I have your last questions in mind for ten \
minutes, and never write them down.

When I leave a server, all that I keep of it is deleted {grace}; whoever runs me can delete it at once. \
Nothing is sent to any other service, and I see no messages but those that mention me, reply to me with a ping or are \
written to me directly, and those that you choose under Apps."""

_UNANSWERED = """\
• the words of questions that I could not answer, for {days} after they were last asked, and the number of the paragraph that \
a member points to with **It does say**, without who asked or pointed: moderators see in them what is missing"""
_NO_UNANSWERED = "• of questions that I could not answer nothing but their number"

NOTHING = """\
**I keep nothing.** Whoever runs me has set me to remember no questions, votes, settings or articles of any server.

So that “and when?” is understood, I have your last questions in mind for ten minutes, and never write them down. \
Nothing is sent to any other service, and I see no messages but those that mention me, reply to me with a ping or are \
written to me directly, and those that you choose under Apps."""


@app_commands.command()
@everywhere
async def privacy(interaction: discord.Interaction[ArticleBot]) -> None:
    """What I keep, for how long, and what I do not."""
    bot = interaction.client
    await bot.answer(interaction, lambda: privacy_card(bot.settings.memory), private=True)


def privacy_card(memory: Memory) -> Card:
    """What holds with these settings."""
    days = memory.unanswered_days
    kept = KEPT.format(
        unanswered=_UNANSWERED.format(days=count(days, "day")) if days else _NO_UNANSWERED,
        vote_weeks=count(VOTE_DAYS // 7, "week"),
        grace=f"after {count(memory.grace_days, 'day')}" if memory.grace_days else "within a day",
    )
    text = kept if memory.enabled else NOTHING
    return make("What I keep", text, plain=text)
