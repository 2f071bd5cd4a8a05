"""Two guilds, each with an article of its own of the same name: what one has, nobody in the other ever sees."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.client import ArticleBot
from tests.fake_discord import FakeDiscord, Message, User
from tests.fake_discord.attachments import Attached
from tests.fake_discord.interactions import Interaction

OURS = """\
The Secret Mill

By Rita Falk

The mill hides the Zanzibar treasure, said Captain Ottokar Quibble in 1874.

“The treasure lies under the wheel,” Quibble told the miller in Quorntown.
"""
THEIRS = """\
The Secret Mill

By Theo Brandt

The mill hides nothing at all, said Captain Ann Plain in 1933.

“There is no treasure,” Plain told the miller in Dullbury.
"""
QUESTION = "What does the mill hide?"
SECRETS = ("Zanzibar", "Ottokar", "Quibble", "1874", "Quorntown", "Rita Falk", "under the wheel", "Wunderbar")


@pytest_asyncio.fixture
async def cards(discord: FakeDiscord, bot: ArticleBot) -> AsyncIterator[list[Message]]:
    """All kinds of cards of the first guild's article, which nobody of the other has seen."""
    world = discord.world
    await discord.command(world.grace, "articles add", file=Attached("m.txt", OURS.encode()), name="mill")
    await discord.command(world.edith, "articles add", file=Attached("m.txt", THEIRS.encode()), name="mill")
    other = Attached("w.txt", OURS.replace("The Secret Mill", "Wunderbar").encode())
    await discord.command(world.grace, "articles add", file=other, name="Wunderbar")
    done = [
        await discord.command(world.grace, name, **options)
        for name, options in (
            ("ask", {"question": QUESTION}),
            ("ask", {"question": "Why is the sky blue?"}),
            ("quote", {"speaker": "Quibble"}),
            ("who", {"name": "Ottokar Quibble"}),
            ("when", {}),
            ("where", {}),
            ("article", {"article": "mill"}),
            ("check", {"text": "“The treasure lies under the wheel”"}),
            ("articles list", {}),
            ("articles show", {"article": "mill"}),
            ("articles remove", {"article": "mill"}),
        )
    ]
    made = [interaction.message for interaction in done]
    asked = (await discord.command(world.grace, "articles remove", article="Wunderbar")).message
    made.append((await discord.press(world.grace, asked, "Remove it")).message)
    for card in made[:3]:
        labels = [
            label for label, button in card.buttons.items() if not button.get("disabled") and label != "It does say"
        ]
        made += [(await discord.press(world.grace, card, label)).message for label in labels]
    assert sum(any(secret in card.text for secret in SECRETS) for card in made) > 8
    yield made


def ids(cards: list[Message]) -> set[str]:
    return {button["custom_id"] for card in cards for button in card.buttons.values() if "custom_id" in button}


def seen(interaction: Interaction) -> str:
    """All that came back, on whichever message, with what its buttons say."""
    messages = [m for m in (interaction.original, *interaction.followups) if m is not None]
    return "\n".join(m.text + str(m.components) for m in messages) + str(interaction.choices) + str(interaction.modal)


def leaks(interaction: Interaction) -> list[str]:
    return [secret for secret in SECRETS if secret in seen(interaction)]


async def own_card(discord: FakeDiscord, user: User) -> Message:
    """A card of the user's own, to press forged buttons on."""
    return (await discord.command(user, "ask", question="What did the repairs cost?")).message


async def test_forged_buttons_find_nothing(discord: FakeDiscord, cards: list[Message]):
    world = discord.world
    assert len({custom_id.split(":")[0] for custom_id in ids(cards)}) >= 8
    before = (await discord.command(world.grace, "articles list")).message.text
    mine = await own_card(discord, world.edith)
    direct = (
        await discord.command(world.grace, "ask", channel=world.direct(world.grace), question="What was repaired?")
    ).message
    for custom_id in sorted(ids(cards)):
        for user, message in ((world.edith, mine), (world.grace, direct)):
            pressed = await discord.forge(user, message, custom_id)
            assert leaks(pressed) == [], custom_id
    assert (await discord.command(world.grace, "articles list")).message.text == before


async def test_forged_forms_find_nothing(discord: FakeDiscord, cards: list[Message]):
    world = discord.world
    mine = await own_card(discord, world.edith)
    forms = [custom_id for custom_id in ids(cards) if custom_id.startswith("says:")]
    assert forms
    for custom_id in forms:
        for title in ("", "Wunderbar"):
            sent = await discord.forge_form(world.edith, mine, custom_id, paragraph="1", article=title)
            assert leaks(sent) == ([title] if title else []), custom_id  # a title that was typed is named
        ours = await own_card(discord, world.ada)
        assert leaks(await discord.forge_form(world.ada, ours, custom_id, paragraph="1", article="mill")), custom_id


async def test_the_same_buttons_do_work_where_they_belong(discord: FakeDiscord, cards: list[Message]):
    """Else the test before would prove nothing."""
    shown = 0
    for custom_id in sorted(ids(cards)):
        if custom_id.split(":")[0] in ("drop", "undo"):
            continue
        pressed = await discord.forge(discord.world.ada, await own_card(discord, discord.world.ada), custom_id)
        shown += bool(leaks(pressed))
    assert shown >= 8


async def test_neither_search_nor_commands_tell(discord: FakeDiscord, cards: list[Message]):
    world = discord.world
    tag = next(custom_id for custom_id in ids(cards) if custom_id.startswith("drop:")).removeprefix("drop:")
    commands = [
        ("ask", {"question": QUESTION}),
        ("ask", {"question": "Where does the treasure lie?", "article": "mill"}),
        ("ask", {"question": "Where does the treasure lie?", "article": "Wunderbar"}),
        ("ask", {"question": "Where does the treasure lie?", "article": f"#{tag}"}),
        ("quote", {"speaker": "Quibble"}),
        ("who", {"name": "Ottokar Quibble"}),
        ("who", {"name": "Captain"}),
        ("when", {"article": "mill"}),
        ("where", {"about": "Zanzibar"}),
        ("article", {"article": f"#{tag}"}),
        ("check", {"text": "“The treasure lies under the wheel”"}),
        ("articles list", {}),
        ("articles show", {"article": "Wunderbar"}),
        ("articles remove", {"article": f"#{tag}"}),
        ("articles rename", {"article": "Wunderbar", "name": "mine"}),
        ("articles use", {"article": f"#{tag}"}),
        ("help", {}),
    ]
    for name, options in commands:
        done = await discord.command(world.edith, name, **options)
        typed = " ".join(options.values())
        assert [secret for secret in leaks(done) if secret not in typed] == [], (name, options)
    answer = (await discord.command(world.edith, "ask", question=QUESTION, article="mill")).message
    assert "Ann Plain" in answer.text
    await discord.say(world.edith, f"{world.bot.mention} {QUESTION}")
    assert "Ann Plain" in (await discord.spoken()).text


@pytest.mark.parametrize("typed", ["", "Zan", "Quibble", "Wunderbar", "Mill", "Rita"])
async def test_choices_tell_nothing(discord: FakeDiscord, cards: list[Message], typed: str):
    world = discord.world
    for name, option, others in (
        ("ask", "article", {"question": "x"}),
        ("quote", "speaker", {}),
        ("quote", "about", {}),
        ("who", "name", {}),
        ("when", "about", {}),
        ("where", "article", {}),
        ("article", "article", {}),
        ("articles show", "article", {}),
        ("articles remove", "article", {}),
        ("articles use", "article", {}),
    ):
        choices = str(await discord.complete(world.edith, name, option, typed, **others))
        assert not any(secret in choices for secret in SECRETS), (name, option)


async def test_removals_cannot_be_guessed(discord: FakeDiscord, cards: list[Message]):
    world = discord.world
    mine = await own_card(discord, world.edith)
    for removal in [*range(12), 10**18 - 1]:
        pressed = await discord.forge(world.edith, mine, f"undo:{removal}")
        assert pressed.message.private
        assert "can no longer be brought back" in pressed.message.content
    assert "Wunderbar" not in (await discord.command(world.edith, "articles list")).message.text
    undo = next(custom_id for custom_id in ids(cards) if custom_id.startswith("undo:"))
    back = await discord.forge(world.grace, await own_card(discord, world.grace), undo)
    assert "“Wunderbar” is back" in back.message.text


async def test_a_forged_form_adds_only_where_its_sender_moderates(discord: FakeDiscord, cards: list[Message]):
    world = discord.world
    text = {"title": "Forged", "text": "It was never opened."}
    member = await discord.forge_form(world.ada, await own_card(discord, world.ada), "paste", **text)
    assert "Only moderators" in member.message.content
    direct = (
        await discord.command(world.edith, "ask", channel=world.direct(world.edith), question="What was repaired?")
    ).message
    nowhere = await discord.forge_form(world.edith, direct, "paste", **text)
    assert "only in a server" in nowhere.message.content
    there = await discord.forge_form(world.edith, await own_card(discord, world.edith), "paste", **text)
    assert "Added “Forged”" in there.message.text
    assert "Forged" not in (await discord.command(world.grace, "articles list")).message.text
    half = await discord.forge_form(world.edith, await own_card(discord, world.edith), "paste", title="Half")
    assert "There are no words in this text" in half.message.content


async def test_the_same_file_in_both_is_each_ones_own(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    for user in (world.grace, world.edith):
        await discord.command(user, "articles add", file=Attached("m.txt", THEIRS.encode()), name="mill")
    asked = (await discord.command(world.grace, "articles remove", article="mill")).message
    button = asked.buttons["Remove it"]["custom_id"]
    gone = await discord.forge(world.edith, await own_card(discord, world.edith), button)
    assert "is removed" in gone.message.text
    assert "mill" not in (await discord.command(world.edith, "articles list")).message.text
    assert "mill" in (await discord.command(world.grace, "articles list")).message.text


async def test_a_guild_that_the_bot_has_just_left_has_only_the_hosts(discord: FakeDiscord, cards: list[Message]):
    world = discord.world
    await discord.gateway.send("GUILD_DELETE", {"id": str(world.reading.id)})
    card = (await discord.command(world.grace, "ask", question=QUESTION)).message
    assert not any(secret in card.text for secret in SECRETS)
    for name, options in (
        ("articles add", {"file": Attached("m.txt", THEIRS.encode()), "name": "late"}),
        ("articles remove", {"article": "harbour"}),
        ("articles use", {"article": "harbour"}),
    ):
        message = (await discord.command(world.grace, name, **options)).message
        assert message.private
        assert message.content == "That works only in a server that I am a member of."
    await discord.gateway.send("GUILD_CREATE", world.reading.payload(world.bot))
    listed = (await discord.command(world.grace, "articles list")).message
    assert "mill" in listed.text
    assert "late" not in listed.text
