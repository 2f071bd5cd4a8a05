"""/ask and mentions, over the wire. What the answer is, `index` is tested for; here it is how it is shown."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.client import ArticleBot
from bot.questions import NO_WORDS
from bot.settings import Settings
from index.answer import Answer
from index.library import Library
from tests.bot.conftest import connected
from tests.fake_discord import FakeDiscord, shown

QUESTION = "How much did the repairs cost?"
NOT_SAID = "Who won the chess championship in Reykjavik?"


async def test_an_answer_is_bold_stands_in_its_sentence_and_names_its_place(discord: FakeDiscord, bot: ArticleBot):
    answer = bot.libraries.host.ask(QUESTION)
    assert answer.verdict == "answered"
    assert answer.span is not None
    reply = await discord.command(discord.world.ada, "ask", question=QUESTION)
    embed, seen = reply.message.embed, shown(reply.message.embed["description"])
    span, sentence = bot.libraries.host.text(answer.span), bot.libraries.host.text(answer.sentence)
    assert embed["title"] == QUESTION
    assert seen.text.split("\n")[0] == span
    assert seen.quoted == [sentence]
    assert seen.bold == [span, span]
    where = f"¶ {answer.sentence.paragraph} · Harbour Town Gets Its Ferry Back · Nora Quill · {answer.sureness}"
    assert embed["footer"]["text"] == where
    assert not reply.message.private
    assert not reply.message.pings
    assert reply.acknowledged < 1


async def test_a_refusal_says_so_and_shows_the_closest_passage(discord: FakeDiscord, bot: ArticleBot):
    assert bot.libraries.host.ask(NOT_SAID).verdict == "not_in_article"
    reply = await discord.command(discord.world.ada, "ask", question=NOT_SAID)
    seen = shown(reply.message.embed["description"])
    assert seen.bold[0] == "The article does not say."
    assert len(seen.quoted) == 1
    assert seen.quoted[0] in bot.libraries.host.entry().article.text


async def test_private_is_as_asked_or_as_set(discord: FakeDiscord, settings: Settings):
    private = settings.model_copy(update={"answers": settings.answers.model_copy(update={"private": True})})
    async with connected(discord, private):
        ada = discord.world.ada
        assert (await discord.command(ada, "ask", question=QUESTION)).message.private
        assert not (await discord.command(ada, "ask", question=QUESTION, private=False)).message.private
        assert (await discord.command(ada, "article")).message.private


async def test_a_second_question_is_named_as_unanswered(discord: FakeDiscord, bot: ArticleBot):
    two = f"{QUESTION} Who is the mayor?"
    assert bot.libraries.host.ask(two).more_questions
    reply = await discord.command(discord.world.ada, "ask", question=two)
    assert "Only the first question was answered" in reply.message.text


async def test_an_article_can_be_chosen_and_is_completed(discord: FakeDiscord, settings: Settings, seeds: Path):
    long_name = "the-very-long-name-of-a-file-" * 5
    (seeds / f"{long_name}.txt").write_text("The Bridge Closes\n\nThe bridge will close for repairs in May.\n", "utf-8")
    async with connected(discord, settings):
        ada = discord.world.ada
        choices = await discord.complete(ada, "ask", "article", "bridge", question=QUESTION)
        assert choices[0]["name"] == "The Bridge Closes"
        reply = await discord.command(ada, "ask", question="When will it close?", article=choices[0]["value"])
        assert "The Bridge Closes" in reply.message.embed["footer"]["text"]
        strange = await discord.command(ada, "ask", question="When?", article="zzzzqqqq")
        assert strange.message.private
        assert "There is no article “zzzzqqqq”" in strange.message.content


async def test_many_articles_give_no_more_choices_than_discord_takes(
    discord: FakeDiscord, settings: Settings, seeds: Path
):
    for number in range(60):
        title = f"Report {number} " + "on the state of the harbour and of everything that floats in it " * 3
        (seeds / f"report-{number}.txt").write_text(f"---\ntitle: {title}\n---\nNothing new.\n", "utf-8")
    async with connected(discord, settings):
        for typed in ("", "report", "🙂" * 90, "x" * 6000):
            choices = await discord.complete(discord.world.ada, "ask", "article", typed, question=QUESTION)
            assert len(choices) <= 25
            assert typed not in ("", "report") or len(choices) == 25


async def test_a_mention_is_answered_as_ask_would_without_a_ping(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    asked = await discord.say(world.ada, f"{world.bot.mention} {QUESTION}")
    said = await discord.spoken()
    by_command = await discord.command(world.ada, "ask", question=QUESTION)
    assert said.embed == by_command.message.embed
    assert said.answers is asked
    assert not said.pings


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{me}", "Write a question after my name"),
        ("{me} 🙂🙂🙂", NO_WORDS),
        ("{me} " + "why " * 1500, "The question has 5,999 characters"),
    ],
    ids=["empty", "emoji", "6000 characters"],
)
async def test_a_mention_without_a_fit_question_gets_one_clear_sentence(discord: FakeDiscord, text: str, sentence: str):
    await discord.say(discord.world.ada, text.format(me=discord.world.bot.mention))
    assert sentence in (await discord.spoken()).text


@pytest.mark.usefixtures("bot")
async def test_emoji_alone_get_one_sentence_in_private(discord: FakeDiscord):
    reply = await discord.command(discord.world.ada, "ask", question="🙂🙂")
    assert (reply.message.content, reply.message.private) == (NO_WORDS, True)


@pytest.mark.usefixtures("bot")
async def test_talk_that_does_not_name_the_bot_is_left_alone(discord: FakeDiscord):
    world = discord.world
    await discord.say(world.ada, "how much did the repairs cost?")
    await discord.say(world.ada, f"{world.grace.mention} how much did the repairs cost?")
    await discord.say(world.bot, f"{world.bot.mention} talks to itself")
    await discord.silence()


@pytest.mark.usefixtures("bot")
async def test_a_mention_is_answered_though_its_message_is_gone(discord: FakeDiscord):
    world = discord.world
    asked = await discord.say(world.ada, f"{world.bot.mention} {QUESTION}")
    del discord.messages[asked.id]
    assert (await discord.spoken()).answers is None


async def test_without_the_right_to_embed_a_mention_gets_the_plain_text(discord: FakeDiscord, settings: Settings):
    world = discord.world
    world.reading.permissions[world.bot] &= ~(1 << 14)
    async with connected(discord, settings) as bot:
        await discord.say(world.ada, f"{world.bot.mention} {QUESTION}")
        said = await discord.spoken()
        assert said.embeds == []
        assert shown(said.content).quoted == [bot.libraries.host.text(bot.libraries.host.ask(QUESTION).sentence)]


async def test_ask_works_in_a_direct_conversation(discord: FakeDiscord, bot: ArticleBot):
    direct = discord.world.direct(discord.world.ada)
    reply = await discord.command(discord.world.ada, "ask", channel=direct, question=QUESTION)
    assert shown(reply.message.embed["description"]).bold


class SlowLibrary(Library):
    """Takes its time."""

    def ask(self, question: str, *more: object) -> Answer:
        time.sleep(3.5)
        return super().ask(question, *more)


async def test_a_slow_answer_is_acknowledged_in_time_and_holds_up_nobody(discord: FakeDiscord, settings: Settings):
    library = Library.load(settings.seeds)
    library.__class__ = SlowLibrary
    async with connected(discord, settings, library):
        ada = discord.world.ada
        slow = await discord.begin(ada, "ask", question=QUESTION, private=True)
        quick = await discord.command(discord.world.grace, "article")
        assert quick.acknowledged < 1
        await slow.until(lambda i: i.done)
        assert slow.acknowledged < 2.5
        assert slow.message.private
        assert slow.message.embed["title"] == QUESTION
