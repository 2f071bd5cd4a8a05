"""/article and the buttons that outlive a restart."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.client import ArticleBot
from bot.settings import Settings
from tests.bot.conftest import connected, reindexed
from tests.fake_discord import FakeDiscord, Message, shown

PARAGRAPHS = [
    f"Paragraph {n} tells of the year {1900 + n}. " + f"It was a year of {n} storms. " * 20 for n in range(1, 13)
]


@pytest.fixture
def long_seeds(seeds: Path) -> Path:
    text = "A Dozen Years of Storms\n\n" + "\n\n".join(p.strip() for p in PARAGRAPHS) + "\n"
    (seeds / "harbour.txt").write_text(text, "utf-8")
    return seeds


async def read_on(discord: FakeDiscord, page: Message) -> list[str]:
    """The shown text of this page and all that follow."""
    texts = [shown(page.embed["description"]).text]
    while not page.buttons["Next ▶"].get("disabled"):
        page = (await discord.press(discord.world.ada, page, "Next ▶")).message
        texts.append(shown(page.embed["description"]).text)
    return texts


async def test_an_article_is_read_page_by_page(discord: FakeDiscord, long_seeds: Path, settings: Settings):
    async with connected(discord, settings):
        reply = await discord.command(discord.world.ada, "article")
        first = reply.message
        assert first.embed["title"] == "A Dozen Years of Storms"
        assert "12 paragraphs" in first.embed["footer"]["text"]
        assert first.buttons["◀ Back"]["disabled"]
        texts = await read_on(discord, first)
        assert len(texts) > 3
        whole = "\n".join(texts)
        for number, paragraph in enumerate(PARAGRAPHS, 1):
            assert f"¶ {number}  {paragraph.strip()}" in whole
        assert first.edits == len(texts) - 1
        back = await discord.press(discord.world.ada, first, "◀ Back")
        assert shown(back.message.embed["description"]).text == texts[-2]


@pytest.mark.usefixtures("long_seeds")
async def test_buttons_work_after_a_restart(discord: FakeDiscord, settings: Settings):
    async with connected(discord, settings):
        page = (await discord.command(discord.world.ada, "article")).message
    await discord.gateway.gone()
    async with connected(discord, settings):
        turned = await discord.press(discord.world.ada, page, "Next ▶")
        assert turned.message is page
        assert page.embed["footer"]["text"].endswith(f"2 of {page.embed['footer']['text'].rsplit(' ', 1)[1]}")


@pytest.mark.usefixtures("long_seeds", "bot")
async def test_another_member_gets_a_private_copy(discord: FakeDiscord):
    page = (await discord.command(discord.world.ada, "article")).message
    before = dict(page.embed)
    pressed = await discord.press(discord.world.grace, page, "Next ▶")
    assert page.embed == before
    assert pressed.message is not page
    assert pressed.message.private
    again = await discord.press(discord.world.grace, pressed.message, "Next ▶")
    assert again.message is pressed.message


@pytest.mark.usefixtures("long_seeds")
async def test_a_card_of_a_replaced_article_says_so(discord: FakeDiscord, settings: Settings, seeds: Path):
    async with connected(discord, settings):
        page = (await discord.command(discord.world.ada, "article")).message
        (seeds / "harbour.txt").write_text("Another Story\n\nNothing stayed the same.\n", "utf-8")
        await reindexed(discord, discord.world.grace)
        pressed = await discord.press(discord.world.ada, page, "Next ▶")
        assert pressed.message.private
        assert "changed or removed since" in pressed.message.text


@pytest.mark.parametrize(
    "custom_id",
    [
        "a:1:aaaaaaaa",
        "a:0:!!!",
        "z:0:aaaaaaaa",
        "+c:0:aaaaaaaa4.0.zz",
        "q:0:0-zzzz",
        "w:0:-",
        "m:0:aaaaaaaa,,,",
        "a:9999:x",
    ],
)
async def test_forged_ids_are_refused_with_one_sentence(discord: FakeDiscord, bot: ArticleBot, custom_id: str):
    page = (await discord.command(discord.world.ada, "article")).message
    pressed = await discord.forge(discord.world.ada, page, custom_id)
    assert pressed.message.private
    assert "changed or removed since" in pressed.message.text


async def test_in_context_and_more_passages_answer_the_presser_alone(discord: FakeDiscord, bot: ArticleBot):
    answer = bot.libraries.host.ask("How much did the repairs cost?")
    card = (await discord.command(discord.world.ada, "ask", question="How much did the repairs cost?")).message
    context = await discord.press(discord.world.ada, card, "In context")
    assert context.message.private
    assert card.edits == 0
    seen = shown(context.message.embed["description"])
    assert bot.libraries.host.text(answer.sentence) in seen.bold
    paragraphs = [p.text for p in bot.libraries.host.entry().article.paragraphs]
    assert seen.quoted == paragraphs[paragraphs.index(seen.quoted[0]) :][: len(seen.quoted)]
    assert len(seen.quoted) == 3
    reading = await discord.press(discord.world.ada, context.message, "Read the article")
    assert reading.message is context.message
    more = await discord.press(discord.world.grace, card, "More passages")
    assert more.message.private
    expected = [bot.libraries.host.text(a.sentence) for a in answer.alternatives[:3]]
    assert shown(more.message.embed["description"]).quoted == expected
