"""“It does say”: a member points to the paragraph that answers a refused question."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.client import ArticleBot
from bot.pointed_card import KEPT, NOT_THERE, POINTED
from bot.settings import Settings
from tests.bot.conftest import connected, reindexed, settled
from tests.fake_discord import FakeDiscord, Interaction, Message, shown

NOT_SAID = "Who won the chess championship in Reykjavik?"
BRIDGE = "The Bridge Closes\n\nThe bridge will close in May.\n\nIt is *old*, said Mia.\n"


async def refusal(discord: FakeDiscord, **options: str) -> Message:
    card = (await discord.command(discord.world.ada, "ask", question=NOT_SAID, **options)).message
    assert list(card.buttons) == ["In context", "More passages", "It does say"]
    return card


async def opened(discord: FakeDiscord, card: Message) -> Interaction:
    return await discord.press_for_form(discord.world.ada, card, "It does say")


async def test_the_paragraph_is_shown_word_for_word_to_who_pointed(discord: FakeDiscord, bot: ArticleBot):
    card = await refusal(discord)
    before = (card.embeds, card.components, card.edits)
    form = await opened(discord, card)
    assert form.modal["title"] == "It does say"
    sent = await discord.submit(discord.world.ada, form, paragraph="¶ 4", words="A bargain, at the price")
    message, article = sent.message, bot.libraries.host.entry().article
    seen = shown(message.embed["description"])
    assert message.private
    assert message.embed["title"] == card.embed["title"]
    assert seen.quoted == [article.at(4).text]
    assert seen.bold == [POINTED, "a bargain at the price"]
    assert seen.live == []
    assert message.embed["footer"]["text"].startswith("¶ 4 · Harbour Town")
    assert list(message.buttons) == ["In context", "Share"]
    assert (card.embeds, card.components, card.edits) == before
    context = await discord.press(discord.world.ada, message, "In context")
    assert "a bargain at the price" in shown(context.message.embed["description"]).bold


async def test_the_question_is_kept_with_the_paragraph_and_without_the_member(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    form = await opened(discord, await refusal(discord))
    await settled(bot)
    sent = await discord.submit(world.ada, form, paragraph="4")
    assert KEPT in shown(sent.message.embed["description"]).text
    await discord.submit(world.grace, form, paragraph="5")
    kept = await bot.store.questions.list_unanswered(world.reading.id)
    assert [(q.text, q.count, q.pointed_article, q.pointed_paragraph) for q in kept] == [(NOT_SAID, 1, "harbour", 5)]
    await bot.store.questions.dismiss(world.reading.id, [kept[0].id])
    await discord.submit(world.ada, form, paragraph="4")
    again = await bot.store.questions.list_unanswered(world.reading.id)
    assert [(q.text, q.pointed_paragraph) for q in again] == [(NOT_SAID, 4)]
    page = (await discord.command(world.grace, "unanswered")).message
    assert "a member points to ¶ 4 of harbour" in page.embed["description"]


async def test_without_memory_and_in_a_direct_conversation_nothing_is_said_to_be_kept(
    discord: FakeDiscord, settings: Settings
):
    forgetful = settings.model_copy(update={"memory": settings.memory.model_copy(update={"enabled": False})})
    async with connected(discord, forgetful):
        form = await opened(discord, await refusal(discord))
        sent = await discord.submit(discord.world.ada, form, paragraph="4")
        seen = shown(sent.message.embed["description"])
        assert seen.quoted
        assert KEPT not in seen.text


async def test_words_that_do_not_stand_there_are_said_not_to(discord: FakeDiscord, bot: ArticleBot):
    form = await opened(discord, await refusal(discord))
    sent = await discord.submit(discord.world.ada, form, paragraph="4", words="the mayor sailed to the moon")
    assert NOT_THERE in shown(sent.message.embed["description"]).text
    none = await discord.submit(discord.world.ada, form, paragraph="4", words="")
    assert NOT_THERE not in shown(none.message.embed["description"]).text


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("typed", ["0", "6", "999999999999", "-1", "four", "🙂", "٤٤"])
async def test_a_wrong_number_gets_a_sentence_that_says_which_there_are(discord: FakeDiscord, typed: str):
    form = await opened(discord, await refusal(discord))
    sent = await discord.submit(discord.world.ada, form, paragraph=typed)
    if typed == "-1":  # a dash before a number is not taken for a sign
        assert shown(sent.message.embed["description"]).quoted
        return
    assert sent.message.private
    assert "the article has 5 paragraphs, numbered from 1" in sent.message.content


async def test_the_form_works_after_a_restart_and_says_so_after_a_reindex(
    discord: FakeDiscord, settings: Settings, seeds: Path
):
    ada = discord.world.ada
    async with connected(discord, settings):
        card = await refusal(discord)
        form = await opened(discord, card)
    await discord.gateway.gone()
    async with connected(discord, settings):
        sent = await discord.submit(ada, form, paragraph="2")
        assert shown(sent.message.embed["description"]).quoted
        (seeds / "harbour.txt").write_text("Another Story\n\nNothing stayed the same.\n", "utf-8")
        await reindexed(discord, discord.world.grace)
        stale = await discord.submit(ada, form, paragraph="1")
        assert "changed or removed since" in stale.message.text
        assert list(stale.message.buttons) == ["Ask again"]


async def test_where_all_articles_were_asked_the_member_says_which(
    discord: FakeDiscord, settings: Settings, seeds: Path
):
    (seeds / "bridge.txt").write_text(BRIDGE, "utf-8")
    ada = discord.world.ada
    async with connected(discord, settings) as bot:
        form = await opened(discord, await refusal(discord))
        sent = await discord.submit(ada, form, paragraph="2", article="bridge closes")
        library = bot.libraries.host
        assert shown(sent.message.embed["description"]).quoted == [library.entry("bridge").article.at(2).text]
        closest = await discord.submit(ada, form, paragraph="2")
        assert shown(closest.message.embed["description"]).quoted
        strange = await discord.submit(ada, form, paragraph="2", article="zzzzqqqq")
        assert "There is no article “zzzzqqqq”" in strange.message.content
        one = await opened(discord, await refusal(discord, article="bridge"))
        with pytest.raises(ValueError, match="no fields"):
            await discord.submit(ada, one, paragraph="2", article="bridge")
        sent = await discord.submit(ada, one, paragraph="2")
        assert shown(sent.message.embed["description"]).quoted == [library.entry("bridge").article.at(2).text]


@pytest.mark.usefixtures("bot")
async def test_another_member_points_too_and_everybody_in_a_direct_conversation(discord: FakeDiscord):
    world = discord.world
    card = await refusal(discord)
    form = await discord.press_for_form(world.grace, card, "It does say")
    assert (await discord.submit(world.grace, form, paragraph="3")).message.private
    direct = (await discord.command(world.ada, "ask", channel=world.direct(world.ada), question=NOT_SAID)).message
    form = await opened(discord, direct)
    assert list((await discord.submit(world.ada, form, paragraph="3")).message.buttons) == ["In context"]
