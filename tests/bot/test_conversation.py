"""Follow-ups: by whom, where and for how long they are understood. What they are taken to mean, `index` is tested for."""

from __future__ import annotations

import asyncio
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st

from bot import conversation
from bot.cards import DESCRIPTION, answer_card, understood_on
from bot.client import ArticleBot
from bot.conversation import SECONDS, Conversations
from bot.settings import Settings
from bot.words import ASK_ABOUT
from index.answer import Answer
from index.follow_ups.follow_up import Turn
from index.library import Library
from tests.bot.conftest import connected, reindexed
from tests.bot.made import made_library
from tests.fake_discord import FakeDiscord, Message, shown

FIRST = "Who is the harbour master?"
THEN = "what did she say?"
MEANT = "she → Ilse Brandt"
WHOLE = "What did Ilse Brandt say?"
MILL = "The mill of Thornby\n\nMiller John Teal opened the mill in 1911. “It grinds,” Teal said.\n"


def taken(message: Message) -> str | None:
    return understood_on(message.embed["description"])


def quoted(message: Message) -> list[str]:
    return shown(message.embed["description"]).quoted


def said_to(bot: ArticleBot, question: str) -> list[str]:
    library = bot.libraries.host
    return [library.text(library.ask(question).sentence)]


async def mention(discord: FakeDiscord, user, text: str, **more) -> Message:
    await discord.say(user, f"{discord.world.bot.mention} {text}", **more)
    return await discord.spoken()


async def test_turns_follow_each_other_however_they_come(discord: FakeDiscord, bot: ArticleBot):
    ada = discord.world.ada
    assert taken(await mention(discord, ada, FIRST)) is None
    second = (await discord.command(ada, "ask", question=THEN)).message
    assert (second.embed["title"], taken(second)) == (THEN, MEANT)
    assert quoted(second) == said_to(bot, WHOLE)
    assert shown(second.embed["description"]).live == ["-# "]
    assert not second.pings
    third = await mention(discord, ada, "and the mayor?")
    assert taken(third) == "What did the mayor say?"
    assert quoted(third) == said_to(bot, "What did the mayor say?")
    fourth = await mention(discord, ada, "what did he promise?", to=second)
    assert taken(fourth) is None or "Lund" not in taken(fourth)
    await discord.say(ada, "what did she promise?", to=second)
    assert taken(await discord.spoken()) == MEANT


async def test_what_stands_alone_is_asked_as_it_stands(discord: FakeDiscord, bot: ArticleBot):
    await discord.command(discord.world.ada, "ask", question=FIRST)
    reply = await discord.command(discord.world.ada, "ask", question="How much did the repairs cost?")
    assert taken(reply.message) is None
    assert quoted(reply.message) == said_to(bot, "How much did the repairs cost?")


@pytest.mark.usefixtures("bot")
async def test_people_and_channels_do_not_mix(discord: FakeDiscord):
    world = discord.world
    await mention(discord, world.ada, FIRST)
    await mention(discord, world.grace, "Who is the mayor?")
    direct = world.direct(world.ada)
    await discord.say(world.ada, "Who is the fisherman?", channel=direct)
    await discord.spoken()
    assert taken((await discord.command(world.edith, "ask", question="what did he say?")).message) is None
    assert taken((await discord.command(world.ada, "ask", question=THEN)).message) == MEANT
    assert taken(await mention(discord, world.grace, "what did he promise?")) == "he → Teodor Lund"
    in_direct = await discord.command(world.ada, "ask", question="what did he say?", channel=direct)
    assert taken(in_direct.message) == "he → Olaf Reed"


async def test_after_ten_minutes_nothing_is_remembered(discord: FakeDiscord, bot: ArticleBot):
    ada, now = discord.world.ada, [1000.0]
    bot.conversations.clock = lambda: now[0]
    await mention(discord, ada, FIRST)
    now[0] += SECONDS - 1
    assert taken(await mention(discord, ada, THEN)) == MEANT
    now[0] += SECONDS + 1
    assert taken(await mention(discord, ada, THEN)) is None


async def test_a_reply_to_a_card_goes_on_from_it_after_a_restart_and_by_another(
    discord: FakeDiscord, settings: Settings
):
    world = discord.world
    async with connected(discord, settings):
        first = await mention(discord, world.ada, FIRST)
        second = await mention(discord, world.ada, "and the mayor?", to=first)
        assert taken(second) == "Who is the mayor?"
    async with connected(discord, settings) as bot:
        await discord.say(world.grace, THEN, to=first)
        said = await discord.spoken()
        assert (said.embed["title"], taken(said)) == (THEN, MEANT)
        assert quoted(said) == said_to(bot, WHOLE)
        await discord.say(world.grace, "what did he promise?", to=second, sent_along=False)
        assert taken(await discord.spoken()) == "he → Teodor Lund"
        await discord.say(world.ada, "what did she promise?", to=first)
        assert taken(await discord.spoken()) == MEANT


@pytest.mark.usefixtures("bot")
async def test_a_reply_to_the_card_of_a_person_or_a_quotation_goes_on_from_that(discord: FakeDiscord):
    world = discord.world
    person = (await discord.command(world.ada, "who", name="Olaf Reed")).message
    await discord.say(world.grace, "what did he say?", to=person)
    assert taken(await discord.spoken()) == "he → Olaf Reed"
    quotation = (await discord.command(world.ada, "quote", speaker="Brandt")).message
    await discord.say(world.grace, "who is she?", to=quotation)
    assert taken(await discord.spoken()) == MEANT
    page = (await discord.command(world.ada, "article")).message
    await discord.say(world.ada, FIRST, to=page)
    assert taken(await discord.spoken()) is None


async def test_an_article_that_is_another_by_now_is_asked_anew(discord: FakeDiscord, settings: Settings):
    world = discord.world
    async with connected(discord, settings):
        first = await mention(discord, world.ada, FIRST)
        second = await mention(discord, world.ada, THEN)
        (settings.seeds / "harbour.txt").write_text(
            "Harbour news\n\nIn May, Pia Holm became the harbour master.\n\n“I like the sea,” Holm said.\n", "utf-8"
        )
        await reindexed(discord, world.grace)
        assert taken(await mention(discord, world.ada, THEN)) is None
        await discord.say(world.ada, THEN, to=first)
        said = await discord.spoken()
        assert "Brandt" not in said.text
        assert "Holm" in taken(said)
        stale = await discord.press(world.grace, second, "In context")
        assert stale.message.embed["title"].casefold() == WHOLE.casefold()
        again = await discord.press(world.grace, stale.message, "Ask again")
        assert again.message.embed["title"].casefold() == WHOLE.casefold()


async def test_the_menu_goes_on_from_ones_own_question_only(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    await mention(discord, world.ada, FIRST)
    await mention(discord, world.grace, "Who is the mayor?")
    mine = await discord.say(world.ada, THEN)
    assert taken((await discord.menu(world.ada, mine, ASK_ABOUT)).message) == MEANT
    assert taken((await discord.menu(world.grace, mine, ASK_ABOUT)).message) is None


async def test_of_another_article_one_asks_anew(discord: FakeDiscord, settings: Settings):
    (settings.seeds / "mill.txt").write_text(MILL, "utf-8")
    async with connected(discord, settings):
        ada = discord.world.ada
        await discord.command(ada, "ask", question=FIRST, article="harbour")
        other = await discord.command(ada, "ask", question=THEN, article="mill")
        assert taken(other.message) is None
        assert "mill of Thornby" in other.message.embed["footer"]["text"]
        await discord.command(ada, "ask", question="Who opened the mill?", article="mill")
        goes_on = (await discord.command(ada, "ask", question="what did he say?")).message
        assert taken(goes_on).endswith("John Teal")
        assert "mill of Thornby" in goes_on.embed["footer"]["text"]


class SlowLibrary(Library):
    """Takes longer over the first question."""

    def ask(self, question: str, *more: object) -> Answer:
        time.sleep(0.5 if question == FIRST else 0)
        return super().ask(question, *more)


async def test_who_types_fast_is_understood_in_order(discord: FakeDiscord, settings: Settings):
    library = Library.load(settings.seeds)
    library.__class__ = SlowLibrary
    async with connected(discord, settings, library):
        world = discord.world
        for text in (FIRST, THEN):
            await discord.say(world.ada, f"{world.bot.mention} {text}")
        assert [taken(await discord.spoken()) for _ in range(2)] == [None, MEANT]


def turn(library: Library, question: str) -> Turn:
    return Turn(question, None, library.ask(question))


def test_turns_are_few_and_conversations_too():
    library, now = made_library(), [0.0]
    conversations = Conversations(lambda: now[0], most=3)
    for number in range(20):
        conversations.of(1, 1).add(turn(library, f"Who is number {number}?"), library)
    kept = conversations.of(1, 1).turns(library)
    assert [t.question for t in kept] == [f"Who is number {n}?" for n in range(14, 20)]
    assert all(t.answer.alternatives == () for t in kept)
    for user in range(10):
        conversations.of(1, user).add(turn(library, "Who?"), library)
        assert len(conversations) <= 3
    now[0] = SECONDS + 1
    conversations.of(2, 1)
    assert len(conversations) == 1


async def test_nothing_is_held_where_nobody_asks_any_more(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(conversation, "SECONDS", 0.2)
    library, conversations = made_library(), Conversations()
    conversations.of(1, 1).add(turn(library, "Who opened the bridge?"), library)
    conversations.forget_in_time()
    assert len(conversations) == 1
    for _ in range(200):
        await asyncio.sleep(0.02)
        if not len(conversations):
            return
    pytest.fail("a conversation is held for good")


def test_a_turn_of_an_article_that_changed_is_none():
    library = made_library()
    kept = Conversations().of(None, 1)
    kept.add(turn(library, "Who opened the bridge?"), library)
    assert kept.turns(library)
    entry = library.entry()
    other = Library(library.folder, [type(entry)(entry.article, "another digest")], library._answerer)
    assert kept.turns(other) == []


@tried(max_examples=60, deadline=None)
@given(
    understood=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1, max_size=900)
)
def test_whatever_is_understood_stands_on_the_card_and_is_read_back(understood: str):
    library = made_library()
    card = answer_card(library, library.ask("Who opened the bridge?"), understood=understood)
    description = card.embed.description or ""
    assert len(description) <= DESCRIPTION
    line = description.split("\n")[0]
    assert shown(line).live == ["-# "]
    back = understood_on(description)
    assert back == understood or understood.startswith((back or "").removesuffix("…"))


def test_what_was_answered_before_is_before():
    now = [0.0]
    library, kept = made_library(), Conversations(lambda: now[0]).of(5, 5)
    for at in (1.0, 2.0, 3.0):
        now[0] = at
        kept.add(turn(library, f"Who came at {at}?"), library)
    questions = [t.question for t in kept.turns(library)]
    assert all(a < b for a, b in pairwise(questions))
