"""/articles over the wire: adding, listing, renaming, removing and using a guild's own articles."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import event

from bot.client import ArticleBot
from bot.settings import Settings
from tests.bot.conftest import connected
from tests.fake_discord import FakeDiscord, Message, shown
from tests.fake_discord.attachments import Attached

MILL = """\
The Mill on the Amber

By Rita Falk

The mill was built in 1874 by the miller Jonas Falk, whose family still owns it.

“It grinds slowly,” said owner Rita Falk, “but it grinds every day.”
"""
BUILT = "When was the mill built?"


def file(text: str = MILL, filename: str = "mill.txt") -> Attached:
    return Attached(filename, text.encode())


async def add(discord: FakeDiscord, attached: Attached, **options: str) -> Message:
    return (await discord.command(discord.world.grace, "articles add", file=attached, **options)).message


async def names(discord: FakeDiscord) -> str:
    return (await discord.command(discord.world.ada, "articles list")).message.text


async def test_an_added_article_answers_and_is_listed(discord: FakeDiscord, bot: ArticleBot):
    card = await add(discord, file())
    assert card.private
    assert "Added “The Mill on the Amber”: 2 paragraphs, by Rita Falk" in card.text
    answer = (await discord.command(discord.world.ada, "ask", question=BUILT)).message
    assert "1874" in answer.text
    assert "The Mill on the Amber" in answer.embed["footer"]["text"]
    listed = await discord.command(discord.world.ada, "articles list")
    assert listed.message.private
    lines = listed.message.embed["description"].split("\n")
    assert lines[0] == "**The Mill on the Amber**"
    assert "this server's own" in lines[1]
    assert "Harbour Town" in lines[2]
    assert "for all servers" in lines[3]
    read = await discord.press(discord.world.grace, card, "Read the article")
    assert "miller Jonas Falk" in read.message.text


async def test_what_is_kept_survives_a_restart(discord: FakeDiscord, settings: Settings):
    async with connected(discord, settings):
        await add(discord, file(), name="Mühle")
        await discord.command(discord.world.grace, "articles use", article="Mühle")
    await discord.gateway.gone()
    async with connected(discord, settings):
        assert "Mühle" in await names(discord)
        answer = (await discord.command(discord.world.ada, "ask", question=BUILT)).message
        assert "1874" in answer.text
        shown_ = (await discord.command(discord.world.ada, "articles show", article="Mühle")).message
        assert shown_.embed["title"] == "The Mill on the Amber"
        assert f"<#{discord.world.reading.channels[0].id}>" in shown_.text


@pytest.mark.usefixtures("bot")
async def test_without_a_file_title_and_text_are_pasted(discord: FakeDiscord):
    opened = await discord.begin(discord.world.grace, "articles add", name="The “Mill”: a story")
    await opened.until(lambda i: i.modal is not None)
    assert opened.modal["components"][0]["component"]["value"] == "The “Mill”: a story"
    text = "The mill was built in 1874.\r\n\r\nIt grinds every day."
    done = await discord.submit(discord.world.grace, opened, title="The “Mill”: a story", text=text)
    assert "Added “The “Mill”: a story”: 2 paragraphs" in done.message.text
    answer = (await discord.command(discord.world.ada, "ask", question=BUILT)).message
    assert shown(answer.embed["description"]).quoted == ["The mill was built in 1874."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1"])
async def test_any_encoding_of_text_is_read(discord: FakeDiscord, bot: ArticleBot, encoding: str):
    text = MILL.replace("“", '"').replace("”", '"').replace("Rita Falk", "Zoë Müller")
    await add(discord, Attached("mill.txt", text.encode(encoding)))
    quote = (await discord.command(discord.world.ada, "quote", speaker="Zoë Müller")).message
    assert "but it grinds every day" in quote.text


BAD = [
    (Attached("mill.txt", bytes(range(256)) * 9), "is not a text file"),
    (Attached("mill.pdf", b"%PDF-1.7 \x00\x01"), "save the article as .txt or .md"),
    (Attached("mill.txt", b""), "is empty"),
    (Attached("mill.txt", b" \n\t\n "), "holds no text"),
    (Attached("mill.txt", b"The Mill\n\n***\n"), "has no paragraphs"),
    (Attached("title.txt", b"---\ntitle: The Mill\n---\n"), "holds no text"),
    (Attached("mill.txt", b"---\ntitle: The: Mill: of\n---\nIt grinds.\n"), "not valid YAML"),
    (Attached("mill.txt", b"small", size=50 * 1024 * 1024), "52,428,800 bytes"),
    (Attached("mill.txt", b"The mill. " * 300_000, size=20), "can have 2,000,000"),
]


@pytest.mark.parametrize(("attached", "sentence"), BAD, ids=[sentence for _, sentence in BAD])
async def test_what_is_no_article_is_refused_in_private(
    discord: FakeDiscord, bot: ArticleBot, attached: Attached, sentence: str
):
    before = await names(discord)
    message = await add(discord, attached)
    assert message.private
    assert sentence in message.content
    assert message.content.count("\n") == 0
    assert await names(discord) == before


@pytest.mark.usefixtures("bot")
async def test_what_is_said_to_be_too_large_is_not_even_fetched(discord: FakeDiscord):
    await add(discord, Attached("mill.txt", b"small", size=50 * 1024 * 1024))
    await add(discord, Attached("mill.pdf", b"small"))
    assert discord.attachments.fetched == []


@pytest.mark.usefixtures("bot")
async def test_a_file_that_discord_does_not_hand_over(discord: FakeDiscord):
    attached = file()
    interaction = discord.attachments
    opened = await discord.begin(discord.world.grace, "articles add", file=attached)
    interaction.files.clear()
    await opened.until(lambda i: i.done)
    assert "could not be fetched" in opened.message.content


NAMES = [
    ("harbour", "There is an article named “harbour” here already"),
    ("HARBOUR", "There is an article named “harbour” here already"),
    ("Har\u200dbour", "There is an article named “harbour” here already"),
    ("ｈarbour", "There is an article named “harbour” here already"),
    ("m" * 200, "200"),
    ("\u202e\u200f\u202d", "no letters or digits"),
    ("***", "no letters or digits"),
    ("*", "no letters or digits"),
]


@pytest.mark.parametrize(("name", "sentence"), NAMES)
async def test_names_that_cannot_be_given(discord: FakeDiscord, bot: ArticleBot, name: str, sentence: str):
    before = await names(discord)
    message = await add(discord, file(), name=name)
    assert message.private
    assert sentence in message.content
    assert await names(discord) == before


async def test_names_are_cleaned_and_shown_as_they_are(discord: FakeDiscord, bot: ArticleBot):
    await add(discord, file(), name="\u202e The\t*mill*  \u0007@everyone <@1>\n")
    listed = await discord.command(discord.world.ada, "articles list")
    assert "The *mill* @everyone <@1>" in shown(listed.message.embed["description"]).text
    assert not listed.message.pings
    message = await add(discord, file(), name="the *MILL* @everyone <@1>")
    assert "here already" in message.content


async def test_limits_are_kept(discord: FakeDiscord, settings: Settings):
    few = settings.limits.model_copy(update={"guild_articles": 2, "guild_bytes": len(MILL.encode()) + 100})
    async with connected(discord, settings.model_copy(update={"limits": few})):
        await add(discord, file(), name="one")
        message = await add(discord, file(), name="two")
        assert message.private
        assert "are too many, so remove something first" in message.content
        await add(discord, file("Small\n\nIt is small.\n"), name="two")
        message = await add(discord, file("S\n\nTiny.\n"), name="three")
        assert "2 articles of its own, as many as it can have" in message.content
        assert "3 articles" in await names(discord)


async def test_adding_at_once_keeps_the_limit(discord: FakeDiscord, settings: Settings):
    few = settings.limits.model_copy(update={"guild_articles": 2})
    async with connected(discord, settings.model_copy(update={"limits": few})):
        done = await asyncio.gather(*(add(discord, file(), name=f"mill {n}") for n in range(5)))
        assert sum("Added" in message.text for message in done) == 2
        assert "3 articles" in await names(discord)


async def test_a_new_name_is_what_it_is_called_from_then_on(discord: FakeDiscord, bot: ArticleBot):
    await add(discord, file())
    await discord.command(discord.world.grace, "articles use", article="The Mill on the Amber")
    renamed = await discord.command(
        discord.world.grace, "articles rename", article="The Mill on the Amber", name="the mill ON the amber"
    )
    assert "is called “the mill ON the amber” now" in renamed.message.text
    taken = await discord.command(discord.world.grace, "articles rename", article="the mill", name="Harbour")
    assert "here already" in taken.message.content
    host = await discord.command(discord.world.grace, "articles rename", article="harbour", name="port")
    assert "only your server's own" in host.message.content
    scope_shown = (await discord.command(discord.world.ada, "articles show", article="the mill")).message
    assert f"<#{discord.world.reading.channels[0].id}>" in scope_shown.text
    assert "mill ON the amber" in await names(discord)


async def test_removing_asks_first_and_can_be_undone_after_a_restart(discord: FakeDiscord, settings: Settings):
    async with connected(discord, settings):
        await add(discord, file())
        answer = (await discord.command(discord.world.ada, "ask", question=BUILT)).message
        asked = (await discord.command(discord.world.grace, "articles remove", article="the mill")).message
        assert asked.private
        assert "Mill" in await names(discord)
    await discord.gateway.gone()
    async with connected(discord, settings):
        gone = (await discord.press(discord.world.grace, asked, "Remove it")).message
        assert gone is asked
        assert "is removed" in gone.text
        assert "Mill" not in await names(discord)
        pressed = await discord.press(discord.world.ada, answer, "In context")
        assert "changed or removed since" in pressed.message.text
        again = await discord.forge(discord.world.grace, gone, "drop:aaaaaaaa")
        assert "changed or removed since" in again.message.content
    await discord.gateway.gone()
    async with connected(discord, settings):
        back = (await discord.press(discord.world.grace, gone, "Undo")).message
        assert "is back" in back.text
        assert "Mill" in await names(discord)
        pressed = await discord.press(discord.world.ada, answer, "In context")
        assert "1874" in pressed.message.text
        twice = await discord.forge(discord.world.grace, gone, gone_id(discord))
        assert "can no longer be brought back" in twice.message.content


def gone_id(discord: FakeDiscord) -> str:
    pressed = [i.data["custom_id"] for i in discord.interactions.all if "custom_id" in i.data]
    return next(custom_id for custom_id in pressed if custom_id.startswith("undo:"))


async def test_a_moderator_who_has_lost_the_card_undoes_from_the_list(discord: FakeDiscord, bot: ArticleBot):
    grace = discord.world.grace
    await add(discord, file(), name="M" * 100)
    asked = (await discord.command(grace, "articles remove", article="M" * 100)).message
    await discord.press(grace, asked, "Remove it")
    listed = (await discord.command(discord.world.ada, "articles list")).message
    assert not any(label.startswith("Undo") for label in listed.buttons)
    listed = (await discord.command(grace, "articles list")).message
    (undo,) = [label for label in listed.buttons if label.startswith("Undo")]
    await discord.press(grace, listed, undo)
    assert "M" * 50 in await names(discord)
    assert not any(
        label.startswith("Undo") for label in (await discord.command(grace, "articles list")).message.buttons
    )


@pytest.mark.parametrize("command", ["add", "rename", "remove", "use"])
async def test_a_member_changes_nothing(discord: FakeDiscord, bot: ArticleBot, command: str):
    await add(discord, file())
    before = await names(discord)
    options = {
        "add": {"file": file(), "name": "another"},
        "rename": {"article": "the mill", "name": "another"},
        "remove": {"article": "the mill"},
        "use": {"article": "the mill"},
    }[command]
    message = (await discord.command(discord.world.ada, f"articles {command}", **options)).message
    assert message.private
    assert message.content.startswith("Only moderators can do that")
    direct = discord.world.direct(discord.world.grace)
    message = (
        await discord.command(discord.world.grace, f"articles {command}", channel=direct, unhidden=True, **options)
    ).message
    assert message.content == "That works only in a server that I am a member of."
    assert await names(discord) == before
    assert len(discord.attachments.fetched) == 1


async def test_a_member_presses_nothing_of_a_moderators(discord: FakeDiscord, bot: ArticleBot):
    await add(discord, file())
    asked = (await discord.command(discord.world.grace, "articles remove", article="the mill")).message
    pressed = await discord.press(discord.world.ada, asked, "Remove it")
    assert "Only moderators" in pressed.message.content
    gone = (await discord.press(discord.world.grace, asked, "Remove it")).message
    pressed = await discord.press(discord.world.ada, gone, "Undo")
    assert "Only moderators" in pressed.message.content
    opened = await discord.begin(discord.world.grace, "articles add")
    await opened.until(lambda i: i.modal is not None)
    done = await discord.submit(discord.world.ada, opened, title="Mine", text="The mill is mine.")
    assert "Only moderators" in done.message.content


async def test_a_role_of_the_settings_moderates_too(discord: FakeDiscord, bot: ArticleBot):
    roles = {"moderator_roles": [discord.world.librarians.id]}
    await bot.store.guild_settings.put(discord.world.reading.id, roles)
    message = (await discord.command(discord.world.linus, "articles add", file=file())).message
    assert "Added" in message.text


async def test_choices_are_own_ones_where_only_those_can_be_changed(discord: FakeDiscord, bot: ArticleBot):
    await add(discord, file(), name="Amber")
    assert await discord.complete(discord.world.grace, "articles remove", "article", "") == [
        {"name": "Amber · The Mill on the Amber", "value": "Amber"}
    ]
    everywhere = await discord.complete(discord.world.ada, "articles show", "article", "")
    assert [choice["value"] for choice in everywhere] == ["Amber", "harbour"]


async def test_without_memory_it_says_so(discord: FakeDiscord, settings: Settings):
    off = settings.model_copy(update={"memory": settings.memory.model_copy(update={"enabled": False})})
    async with connected(discord, off):
        message = await add(discord, file())
        assert "set me to keep nothing" in message.content
        assert "Harbour Town" in await names(discord)


async def test_a_full_disk_leaves_the_library_as_it_was(discord: FakeDiscord, bot: ArticleBot):
    await add(discord, file())
    before = await names(discord)
    async with bot.store._database.read() as connection:
        pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar()
    engine = bot.store._database._writing.sync_engine
    event.listen(engine, "begin", lambda c: c.exec_driver_sql(f"PRAGMA max_page_count = {pages}"))
    message = await add(discord, file(MILL * 200), name="big")
    assert message.private
    assert "no room left on the disk, so nothing was saved" in message.content
    assert await names(discord) == before
