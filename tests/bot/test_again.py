"""Cards whose article was replaced or removed: they say so, and the same is asked anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.buttons.again import GONE, ONLY_BEGINNING, OTHERS_ASKED
from bot.client import ArticleBot
from bot.markdown import escape, unescape
from bot.settings import Settings
from tests.bot.conftest import HARBOUR, connected, reindexed
from tests.fake_discord import FakeDiscord, Message, User, shown

QUESTION = "How much did the repairs cost?"
NEW = HARBOUR.replace("2.4 million", "3.1 million")
BRIDGE = "The Bridge Closes\n\nRepairs of the bridge cost 5 million crowns.\n\nIt is old, said Mia Falk.\n"


async def replaced(discord: FakeDiscord, seeds: Path, text: str = NEW) -> None:
    (seeds / "harbour.txt").write_text(text, "utf-8")
    await reindexed(discord, discord.world.grace)


async def pressed_stale(discord: FakeDiscord, user: User, card: Message, label: str) -> Message:
    notice = (await discord.press(user, card, label)).message
    assert notice.private
    assert "changed or removed since" in notice.embed["description"]
    assert notice.embed["title"] == card.embed["title"]
    return notice


@pytest.mark.parametrize("label", ["In context", "More passages"])
async def test_a_question_is_asked_again_of_the_article_as_it_is_now(
    discord: FakeDiscord, bot: ArticleBot, seeds: Path, label: str
):
    world = discord.world
    card = (await discord.command(world.ada, "ask", question=QUESTION)).message
    before = card.embed
    await replaced(discord, seeds)
    notice = await pressed_stale(discord, world.grace, card, label)
    answer = await discord.press(world.grace, notice, "Ask again")
    assert answer.message is notice
    assert notice.embed["title"] == QUESTION
    assert "3.1 million" in shown(notice.embed["description"]).text
    assert list(notice.buttons) == ["In context", "More passages", "Share", "👍", "👎"]
    assert card.embed == before
    assert (await discord.press(world.grace, notice, "In context")).message.private


async def test_it_works_after_a_restart_between_card_notice_and_answer(
    discord: FakeDiscord, settings: Settings, seeds: Path
):
    ada = discord.world.ada
    async with connected(discord, settings):
        card = (await discord.command(ada, "ask", question=QUESTION)).message
    await discord.gateway.gone()
    (seeds / "harbour.txt").write_text(NEW, "utf-8")
    async with connected(discord, settings):
        notice = await pressed_stale(discord, ada, card, "In context")
    await discord.gateway.gone()
    async with connected(discord, settings):
        await discord.press(ada, notice, "Ask again")
        assert "3.1 million" in notice.text


async def test_the_article_that_was_asked_is_asked_again_or_said_to_be_gone(
    discord: FakeDiscord, settings: Settings, seeds: Path
):
    (seeds / "bridge.txt").write_text(BRIDGE, "utf-8")
    ada = discord.world.ada
    async with connected(discord, settings):
        card = (await discord.command(ada, "ask", question="How much did repairs cost?", article="harbour")).message
        await replaced(discord, seeds)
        notice = await pressed_stale(discord, ada, card, "In context")
        await discord.press(ada, notice, "Ask again")
        assert "Harbour Town" in notice.embed["footer"]["text"]
        (seeds / "harbour.txt").unlink()
        await reindexed(discord, discord.world.grace)
        notice = await pressed_stale(discord, ada, card, "In context")
        await discord.press(ada, notice, "Ask again")
        assert "The Bridge Closes" in notice.embed["footer"]["text"]
        assert OTHERS_ASKED in shown(notice.embed["description"]).text


@pytest.mark.parametrize(
    ("command", "options", "label", "again"),
    [
        ("quote", {"speaker": "Brandt"}, "In context", "Look again"),
        ("who", {"name": "Brandt"}, "All they said (1)", "Look again"),
    ],
)
async def test_quotations_and_persons_are_looked_up_again(
    discord: FakeDiscord, bot: ArticleBot, seeds: Path, command: str, options: dict[str, str], label: str, again: str
):
    ada = discord.world.ada
    card = (await discord.command(ada, command, **options)).message
    await replaced(discord, seeds)
    notice = await pressed_stale(discord, ada, card, label)
    await discord.press(ada, notice, again)
    assert notice.embed["title"] == "Ilse Brandt"
    assert notice.embed["description"]
    removed = (await discord.command(ada, command, **options)).message
    await replaced(discord, seeds, "Another Story\n\nNothing stayed the same.\n")
    notice = await pressed_stale(discord, ada, removed, label)
    nobody = (await discord.press(ada, notice, again)).followups
    assert all(message.private for message in nobody)


async def test_times_of_a_topic_are_looked_up_again(discord: FakeDiscord, settings: Settings, seeds: Path):
    long = "\n\n".join(f"The *old* ferry sailed on {day} March and on {day} April." for day in range(1, 15))
    (seeds / "harbour.txt").write_text(f"A Ferry\n\n{long}\n", "utf-8")
    ada = discord.world.ada
    async with connected(discord, settings):
        card = (await discord.command(ada, "when", about="*old* ferry")).message
        assert shown(card.embed["title"]).text == "When: *old* ferry"
        await discord.press(ada, card, "Next ▶")
        assert shown(card.embed["title"]).text == "When: *old* ferry"
        copy = (await discord.press(discord.world.grace, card, "Next ▶")).message
        assert copy.embed["title"] == card.embed["title"]
        await replaced(discord, seeds, f"A Ferry\n\n{long}\n\nThe end.\n")
        notice = await pressed_stale(discord, ada, card, "◀ Back")
        await discord.press(ada, notice, "Look again")
        assert shown(notice.embed["title"]).text == "When: *old* ferry"
        assert shown(notice.embed["description"]).quoted


async def test_more_passages_say_of_which_question_and_are_asked_again(
    discord: FakeDiscord, settings: Settings, seeds: Path
):
    long = "\n\n".join(f"The repairs of boat {n} cost {n} crowns in the harbour." for n in range(1, 15))
    (seeds / "harbour.txt").write_text(f"Boats\n\n{long}\n", "utf-8")
    ada = discord.world.ada
    async with connected(discord, settings):
        card = (await discord.command(ada, "ask", question="What did the repairs of boat 7 cost?")).message
        more = (await discord.press(ada, card, "More passages")).message
        await discord.press(ada, more, "Next ▶")
        assert more.embed["title"] == card.embed["title"]
        assert list(more.buttons) == ["◀ Back", "Next ▶", "Share"]
        await replaced(discord, seeds, f"Boats\n\n{long}\n\nThe end.\n")
        notice = await pressed_stale(discord, ada, more, "◀ Back")
        await discord.press(ada, notice, "Ask again")
        assert notice.embed["title"] == card.embed["title"]


async def test_an_article_is_read_as_it_is_now(discord: FakeDiscord, bot: ArticleBot, seeds: Path):
    ada = discord.world.ada
    card = (await discord.command(ada, "ask", question=QUESTION)).message
    context = (await discord.press(ada, card, "In context")).message
    await replaced(discord, seeds)
    notice = await pressed_stale(discord, ada, context, "Read the article")
    await discord.press(ada, notice, "Read it now")
    assert "3.1 million" in shown(notice.embed["description"]).text


@pytest.mark.usefixtures("bot")
async def test_cards_that_do_not_say_what_they_answer_get_the_bare_sentence(discord: FakeDiscord, seeds: Path):
    check = (await discord.command(discord.world.ada, "check", text="“Nobody should have to row.”")).message
    await replaced(discord, seeds)
    told = (await discord.press(discord.world.ada, check, "In context")).message
    assert "changed or removed since: ask again" in told.content
    assert told.buttons == {}


async def test_a_question_that_a_title_cannot_hold_is_asked_as_far_as_it_stands(
    discord: FakeDiscord, bot: ArticleBot, seeds: Path
):
    ada = discord.world.ada
    card = (await discord.command(ada, "ask", question=f"{QUESTION[:-1]} {'of the *old* ferry ' * 30}?")).message
    assert card.embed["title"].endswith("…")
    await replaced(discord, seeds)
    notice = await pressed_stale(discord, ada, card, "In context")
    await discord.press(ada, notice, "Ask again")
    assert ONLY_BEGINNING in shown(notice.embed["description"]).text


@pytest.mark.usefixtures("bot")
async def test_without_a_title_it_says_that_the_question_is_gone(discord: FakeDiscord, seeds: Path):
    ada = discord.world.ada
    card = (await discord.command(ada, "ask", question=QUESTION)).message
    await replaced(discord, seeds)
    notice = await pressed_stale(discord, ada, card, "In context")
    notice.embeds = []
    told = await discord.press(ada, notice, "Ask again")
    assert (told.message.content, told.message.private) == (GONE, True)


@pytest.mark.usefixtures("bot")
async def test_cards_of_before_there_were_marks_work_and_are_asked_again(discord: FakeDiscord, seeds: Path):
    ada = discord.world.ada
    card = (await discord.command(ada, "ask", question=QUESTION)).message
    for button in card.buttons.values():
        button["custom_id"] = button["custom_id"].split("~")[0]
    assert (await discord.press(ada, card, "In context")).message.embed["title"] == "Harbour Town Gets Its Ferry Back"
    await replaced(discord, seeds)
    notice = await pressed_stale(discord, ada, card, "In context")
    assert list(notice.buttons) == ["Ask again"]


def test_markup_is_undone():
    for text in ["plain", "*a* _b_ \\ `c` <@1> #x", "# head\n1. one\n- two", "https://a_b.example \\*", "1.\n\\"]:
        assert unescape(escape(text)) == text
