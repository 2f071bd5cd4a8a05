"""Messages that ask the bot something.

Discord shows a bot without privileged intents the text of a message only where it is meant: in a direct conversation,
where the message mentions the bot, and where it replies to the bot with the ping on. Of all others the text is empty.
"""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord

from bot import asking
from bot.asking import Query, Way
from bot.errors import UsageError
from bot.respond import reply
from index.small_talk import is_small_talk

if TYPE_CHECKING:
    from discord.abc import MessageableChannel

    from bot.cards import Card
    from bot.client import ArticleBot

EMPTY = "Write a question after my name, and I answer it with the article's own words."
EMPTY_DIRECT = "Write me a question, and I answer it with the article's own words."
EMPTY_ABOUT_ANOTHER = (
    "I cannot read the message that you reply to. To ask about it, choose Apps, then “Ask about this”, in its menu."
)

PATIENCE = 0.8
"""Seconds before the channel is shown that an answer is being worked on."""
_SHOWN = 9.0
"""Discord shows “is typing” for ten seconds."""


@dataclass(frozen=True)
class Heard:
    """A message that asks the bot something."""

    text: str
    """Without the bot's name; may be empty."""
    way: Way


def heard(message: discord.Message, me: discord.abc.User) -> Heard | None:
    """What a message asks; None where the bot is not meant, where a bot or webhook wrote it, and for mere comments.

    A reply to a card pings the bot unless its writer turns that off: “thanks” and a picture are no questions then.
    """
    if message.author.bot or message.webhook_id or message.type not in _WRITTEN:
        return None
    mention = re.compile(rf"<@!?{me.id}>")
    text = mention.sub(" ", message.content).strip()
    if message.guild is None:
        return Heard(text, "direct")
    if all(user.id != me.id for user in message.mentions):
        return None
    if mention.search(message.content):
        return Heard(text, "mention")
    if not any(c.isalnum() for c in text) or is_small_talk(text):
        return None
    return Heard(text, "reply")


_WRITTEN = (discord.MessageType.default, discord.MessageType.reply)


async def answer_message(bot: ArticleBot, message: discord.Message, said: Heard) -> None:
    """Answers a message as /ask would. Raises UsageError for one without a question."""
    if not said.text:
        raise UsageError(_why_empty(message, said))
    task = asyncio.create_task(_ask(bot, message, said))
    done, _ = await asyncio.wait({task}, timeout=PATIENCE)
    if not done:
        await _typing(bot, message.channel, task)
    await reply(message, await task)


async def _ask(bot: ArticleBot, message: discord.Message, said: Heard) -> Card:
    async with bot.conversations.of(message.channel.id, message.author.id).arriving:
        scope = await bot.scope(message)
        query = Query(said.text, message.author, said.way, card=await _card(bot, message))
        return await asking.ask(bot, scope, query)


async def _card(bot: ArticleBot, message: discord.Message) -> discord.Message | None:
    """The bot's own message that this one replies to. Discord sends it along, as a rule."""
    reference = message.reference
    if message.type is not discord.MessageType.reply or reference is None or reference.message_id is None:
        return None
    replied = reference.resolved
    if replied is None:
        with suppress(discord.HTTPException):  # then the question stands by itself
            replied = await message.channel.fetch_message(reference.message_id)
    return replied if isinstance(replied, discord.Message) and replied.author == bot.user else None


def _why_empty(message: discord.Message, said: Heard) -> str:
    if said.way == "direct":
        return EMPTY_DIRECT
    return EMPTY_ABOUT_ANOTHER if message.type is discord.MessageType.reply else EMPTY


async def _typing(bot: ArticleBot, channel: MessageableChannel, task: asyncio.Task[Any]) -> None:
    """Shows “is typing” until the task is done; once a channel, however many wait there."""
    if channel.id in bot.typing_in:
        return
    bot.typing_in.add(channel.id)
    try:
        while not task.done():
            with suppress(discord.HTTPException):  # an answer matters more
                await channel.typing()
            await asyncio.wait({task}, timeout=_SHOWN)
    finally:
        bot.typing_in.discard(channel.id)
