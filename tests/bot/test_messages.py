"""Questions that are no command: mentions, replies, direct messages, and `Ask about this` on anybody's message."""

from __future__ import annotations

import time

import pytest

from bot import messages
from bot.asking import GREETING
from bot.client import ArticleBot
from bot.messages import EMPTY, EMPTY_ABOUT_ANOTHER, EMPTY_DIRECT
from bot.questions import NO_WORDS_IN_MESSAGE
from bot.settings import Settings
from bot.words import ASK_ABOUT
from index.answer import Answer
from index.library import Library
from tests.bot.conftest import connected
from tests.fake_discord import FakeDiscord, Message, shown

QUESTION = "How much did the repairs cost?"
OTHER = "Who is the harbour master?"


def quoted(message: Message) -> list[str]:
    return shown(message.embed["description"]).quoted


def said_to(bot: ArticleBot, question: str) -> list[str]:
    library = bot.libraries.host
    return [library.text(library.ask(question).sentence)]


async def test_the_name_may_stand_anywhere_and_others_beside_it(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    for text in ("{me} {q}", "{q} {me}", "hey {ada} ask <@!{id}>: {q}"):
        await discord.say(
            world.grace, text.format(me=world.bot.mention, id=world.bot.id, ada=world.ada.mention, q=QUESTION)
        )
        said = await discord.spoken()
        assert quoted(said) == said_to(bot, QUESTION)
        assert "@" not in said.embed["title"]


@pytest.mark.usefixtures("bot")
async def test_who_is_not_meant_is_left_alone(discord: FakeDiscord):
    world = discord.world
    card = (await discord.command(world.ada, "ask", question=QUESTION)).message
    await discord.say(world.ada, f"@everyone {QUESTION}")
    await discord.say(world.ada, f"<@&{world.reading.role_id(world.bot)}> {QUESTION}")
    await discord.say(world.ada, OTHER, to=card, ping=False)
    mine = await discord.say(world.ada, "hello")
    await discord.say(world.grace, f"{world.ada.mention} {QUESTION}", to=mine)
    await discord.say(world.ada, f"{world.bot.mention} {QUESTION}", webhook_id="123")
    await discord.say(world.ada, f"{world.bot.mention} {QUESTION}", type=6)
    await discord.silence()


async def test_a_reply_to_a_card_is_a_question_but_thanks_are_none(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    card = (await discord.command(world.ada, "ask", question=QUESTION)).message
    await discord.say(world.grace, OTHER, to=card)
    assert quoted(await discord.spoken()) == said_to(bot, OTHER)
    for comment in ("Thanks!", "lol", "😂", ""):
        await discord.say(world.grace, comment, to=card)
    await discord.silence()


async def test_a_direct_message_needs_no_name_and_takes_it(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    direct = world.direct(world.ada)
    for text in (QUESTION, f"{world.bot.mention} {QUESTION}"):
        asked = await discord.say(world.ada, text, channel=direct)
        said = await discord.spoken()
        assert quoted(said) == said_to(bot, QUESTION)
        assert (said.channel, said.answers) == (direct, asked)


@pytest.mark.usefixtures("bot")
async def test_a_message_without_a_question_is_told_what_to_do(discord: FakeDiscord):
    world = discord.world
    mine = await discord.say(world.grace, "The ferry is back!")
    await discord.say(world.ada, world.bot.mention)
    assert (await discord.spoken()).text == EMPTY
    await discord.say(world.ada, world.bot.mention, to=mine)
    assert (await discord.spoken()).text == EMPTY_ABOUT_ANOTHER
    await discord.say(world.ada, "", channel=world.direct(world.ada))
    assert (await discord.spoken()).text == EMPTY_DIRECT


@pytest.mark.usefixtures("bot")
async def test_a_greeting_is_told_how_to_ask(discord: FakeDiscord):
    world = discord.world
    await discord.say(world.ada, f"{world.bot.mention} Hello!")
    assert (await discord.spoken()).text == GREETING
    await discord.say(world.ada, "what can you do?", channel=world.direct(world.ada))
    assert (await discord.spoken()).text == GREETING


async def test_an_edit_is_no_question_and_a_lost_channel_no_error(
    discord: FakeDiscord, bot: ArticleBot, caplog: pytest.LogCaptureFixture
):
    world = discord.world
    asked = await discord.say(world.ada, "how much?")
    await discord.edit(asked, f"{world.bot.mention} {QUESTION}")
    await discord.delete(asked)
    await discord.silence()
    asked = await discord.say(world.ada, f"{world.bot.mention} {QUESTION}")
    first = await discord.spoken()
    await discord.edit(asked, f"{world.bot.mention} {OTHER}")
    await discord.silence()
    assert first.edits == 0
    channel = world.reading.channels.pop()
    await discord.say(world.ada, f"{world.bot.mention} {QUESTION}", channel=channel)
    await discord.silence()
    assert [r for r in caplog.records if r.exc_info] == []
    discord.refused.clear()


class SlowLibrary(Library):
    """Takes its time."""

    def ask(self, *question: object) -> Answer:
        time.sleep(1.5)
        return super().ask(*question)


async def test_who_waits_sees_that_an_answer_is_being_typed(discord: FakeDiscord, settings: Settings):
    library = Library.load(settings.seeds)
    library.__class__ = SlowLibrary
    async with connected(discord, settings, library) as bot:
        world = discord.world
        for user in (world.ada, world.grace):
            await discord.say(user, f"{world.bot.mention} {QUESTION}")
        await discord.spoken()
        await discord.spoken()
        assert discord.typing == [world.home(world.ada)]
        assert bot.typing_in == set()


@pytest.mark.usefixtures("bot")
async def test_a_quick_answer_shows_no_typing(discord: FakeDiscord, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(messages, "PATIENCE", 5.0)  # the machine may be busy
    await discord.say(discord.world.ada, f"{discord.world.bot.mention} {QUESTION}")
    await discord.spoken()
    assert discord.typing == []


async def test_the_menu_asks_what_a_message_asks(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    message = await discord.say(world.grace, f"{world.ada.mention} how much did the repairs cost")
    reply = await discord.menu(world.ada, message, ASK_ABOUT)
    assert reply.message.private
    assert quoted(reply.message) == said_to(bot, "how much did the repairs cost")
    card = (await discord.command(world.grace, "ask", question="How many cracks were found in *the hull*?")).message
    again = await discord.menu(world.ada, card, ASK_ABOUT)
    assert again.message.embed["title"] == card.embed["title"]


async def test_the_menu_says_what_the_article_says_about_a_message(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    text = bot.libraries.host.entry().article.text
    message = await discord.say(world.grace, "So the Gull Island ferry is back, and Olaf Reed will miss it")
    reply = await discord.menu(world.ada, message, ASK_ABOUT)
    seen = shown(reply.message.embed["description"])
    assert reply.message.private
    assert seen.bold[0] == "What the article says about it:"
    assert 1 <= len(seen.quoted) <= 3
    assert all(line in text for line in seen.quoted)
    assert any("Olaf Reed" in line for line in seen.quoted)
    long = await discord.say(world.grace, "Did you hear? The ferry had 37 cracks in its hull. " + "Unbelievable! " * 60)
    reply = await discord.menu(world.ada, long, ASK_ABOUT)
    assert any("37 cracks" in line for line in quoted(reply.message))
    nothing = await discord.menu(world.ada, await discord.say(world.grace, "I like pizza."), ASK_ABOUT)
    assert shown(nothing.message.embed["description"]).text == "The article says nothing about it."


async def test_the_menu_reads_embeds_and_forwarded_messages_and_says_where_there_are_no_words(
    discord: FakeDiscord, bot: ArticleBot
):
    world = discord.world
    message = await discord.say(world.grace, "")
    reply = await discord.menu(world.ada, message, ASK_ABOUT)
    assert (reply.message.content, reply.message.private) == (NO_WORDS_IN_MESSAGE, True)
    message.embeds = [{"title": "News", "description": "The ferry to Gull Island is back."}]
    reply = await discord.menu(world.ada, message, ASK_ABOUT)
    assert any("Gull Island" in line for line in quoted(reply.message))
    forward = await discord.say(world.grace, "")
    forward.forwarded = await discord.say(world.grace, OTHER)
    assert quoted((await discord.menu(world.ada, forward, ASK_ABOUT)).message) == said_to(bot, OTHER)
