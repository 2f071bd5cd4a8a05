"""The store in the bot's lifetime: the start, guilds that leave and return, what is past its time, and no memory."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.client import ArticleBot
from bot.errors import UsageError
from bot.memory import FILE, database_of, open_store, purge
from bot.settings import Settings
from bot.store import Store, StoreError
from index.library import Library
from tests.bot.conftest import connected, settled
from tests.bot.test_lifetime import process
from tests.fake_discord import FakeDiscord

QUESTION = "How much did the repairs cost?"


def with_memory(settings: Settings, **memory: Any) -> Settings:
    return settings.model_copy(update={"memory": settings.memory.model_copy(update=memory)})


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(10):
        while not await holds():  # noqa: ASYNC110 - it is a row in a database
            await asyncio.sleep(0.01)


async def fill(bot: ArticleBot, discord: FakeDiscord) -> Store:
    """Something of both guilds."""
    assert bot.store is not None
    for guild in (discord.world.reading, discord.world.other):
        await bot.store.articles.add(guild.id, "ferry", b"The gulls never wrote back.")
    return bot.store


def departed(settings: Settings) -> set[int]:
    with closing(sqlite3.connect(settings.state / FILE)) as connection:
        return {row[0] for row in connection.execute("SELECT guild_id FROM departures")}


async def test_a_guild_that_removes_the_bot_is_kept_for_a_while_and_found_again(
    discord: FakeDiscord, bot: ArticleBot, settings: Settings
):
    store, guild = await fill(bot, discord), discord.world.reading
    await discord.leave(guild)
    await until(lambda: asyncio.to_thread(lambda: departed(settings) == {guild.id}))
    assert len(await store.articles.all(guild.id)) == 1
    await discord.join(guild)
    await until(lambda: asyncio.to_thread(lambda: departed(settings) == set()))
    assert len(await store.articles.all(guild.id)) == 1


async def test_an_outage_is_no_farewell(discord: FakeDiscord, bot: ArticleBot, settings: Settings):
    await fill(bot, discord)
    await discord.outage(discord.world.other)
    await discord.command(discord.world.ada, "help")  # has come after it
    await settled(bot)
    assert departed(settings) == set()


async def test_leaving_and_returning_while_the_bot_is_away(discord: FakeDiscord, settings: Settings):
    guild = discord.world.other
    async with connected(discord, settings) as bot:
        await fill(bot, discord)
    discord.world.guilds.remove(guild)
    async with connected(discord, settings):
        await until(lambda: asyncio.to_thread(lambda: departed(settings) == {guild.id}))
    discord.world.guilds.append(guild)
    async with connected(discord, settings):
        await until(lambda: asyncio.to_thread(lambda: departed(settings) == set()))


async def test_what_is_past_its_time_goes_at_the_start(discord: FakeDiscord, settings: Settings):
    here, there = discord.world.reading.id, discord.world.other.id
    long_ago = datetime.now(UTC) - timedelta(days=20)
    store = await Store.open(database_of(settings), clock=lambda: long_ago)
    for guild_id in (here, there):
        await store.articles.add(guild_id, "ferry", b"1")
        await store.questions.unanswered(guild_id, "Who?", None)
    await store.guilds.left(there)
    await store.close()
    discord.world.guilds.remove(discord.world.other)
    async with connected(discord, settings) as bot:
        assert bot.store is not None
        await until(lambda: _is_empty(bot.store, there))
        assert len(await bot.store.articles.all(here)) == 1
        assert len(await bot.store.questions.list_unanswered(here)) == 1
    async with connected(discord, with_memory(settings, unanswered_days=20)) as bot:
        store = bot.store
        await until(lambda: _none_unanswered(store, here))


async def _is_empty(store: Store | None, guild_id: int) -> bool:
    assert store is not None
    return guild_id not in await store.guilds.known()


async def _none_unanswered(store: Store | None, guild_id: int) -> bool:
    assert store is not None
    return await store.questions.list_unanswered(guild_id) == []


async def test_a_purge_that_fails_is_logged_and_not_the_end(
    bot: ArticleBot, settings: Settings, caplog: pytest.LogCaptureFixture
):
    assert bot.store is not None
    await bot.store.close()
    await purge(bot.store, settings.memory)
    assert "could not be deleted; tomorrow it is tried again" in caplog.text


async def test_what_another_process_forgets_is_gone_from_the_running_bot(
    discord: FakeDiscord, bot: ArticleBot, home: Path
):
    guild, ada = discord.world.reading, discord.world.ada
    assert bot.store is not None
    await bot.store.articles.add(
        guild.id, "quince", b"The quince\n\nThe quince tree was planted by Mabel Frost in 1931.\n"
    )
    asked = await discord.command(ada, "ask", question="Who planted the quince tree?")
    assert "Mabel Frost" in asked.message.embed["description"]
    assert await asyncio.to_thread(main, ["forget", "--guild", str(guild.id)]) == 0
    asked = await discord.command(ada, "ask", question="Who planted the quince tree?")
    assert "Mabel Frost" not in asked.message.embed["description"]


async def test_without_memory_the_bot_answers_and_keeps_nothing(discord: FakeDiscord, settings: Settings):
    async with connected(discord, with_memory(settings, enabled=False)) as bot:
        assert bot.store is None
        reply = await discord.command(discord.world.ada, "ask", question=QUESTION)
        assert reply.message.embed["title"] == QUESTION
        await discord.say(discord.world.ada, f"{discord.world.bot.mention} {QUESTION}")
        assert (await discord.spoken()).embed["title"] == QUESTION
        await discord.leave(discord.world.other)
        assert "I keep nothing" in (await discord.command(discord.world.ada, "privacy")).message.embed["description"]
        await settled(bot)
    assert not (settings.state / FILE).exists()


@pytest.mark.usefixtures("seeds")
async def test_a_newer_database_is_one_sentence_and_exit_2(discord: FakeDiscord, tmp_path: Path):
    file = tmp_path / "state" / FILE
    await (await Store.open(f"sqlite+aiosqlite:///{file}")).close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = file.read_bytes()
    async with process(discord, tmp_path) as child:
        assert await child.end() == 2
    (sentence,) = (line for line in child.log.splitlines() if line.startswith("article-bot:"))
    assert f"the memory {file} was written by a newer version" in sentence
    assert "Traceback" not in child.log
    assert file.read_bytes() == before
    assert discord.gateway.identified == []


async def test_a_damaged_database_is_refused_before_anything_else(settings: Settings):
    file = settings.state / FILE
    file.parent.mkdir()
    file.write_bytes(b"no database")
    with pytest.raises(StoreError, match="damaged"):
        async with ArticleBot(settings, Library.load(settings.seeds)):
            raise AssertionError
    assert file.read_bytes() == b"no database"


# The command line


@pytest.fixture
def home(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a config.yaml, and a database with something of two guilds."""
    folder = settings.seeds.parent
    (folder / "config.yaml").write_text("seeds: seeds\nstate: state\nanswers:\n  reader: plain\n", "utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DISCORD_TOKEN", "abc")
    return folder


async def _fill(settings: Settings) -> None:
    store = await open_store(settings)
    assert store is not None
    for guild_id in (1, 2):
        await store.articles.add(guild_id, "ferry", b"The gulls never wrote back.")
    await store.close()


async def _left(settings: Settings) -> set[int]:
    store = await open_store(settings)
    assert store is not None
    known = await store.guilds.known()
    await store.close()
    return known


def test_forget_deletes_a_guild_at_once_and_copies_with_it(
    home: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
):
    asyncio.run(_fill(settings))
    copy = settings.state / f"{FILE}.before-0002"
    copy.write_bytes(b"The gulls never wrote back.")
    assert main(["forget", "--guild", "1"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == ["server 1 is forgotten: 2 rows deleted", f"deleted {copy} too, a copy from before an update"]
    assert not copy.exists()
    assert asyncio.run(_left(settings)) == {2}
    assert main(["forget", "--guild", "1"]) == 0
    assert capsys.readouterr().out == "nothing is kept of server 1\n"


def test_forget_makes_no_database(home: Path, settings: Settings, capsys: pytest.CaptureFixture[str]):
    assert main(["forget", "--guild", "81384788765712384"]) == 0
    assert capsys.readouterr().out == "nothing is kept of server 81384788765712384\n"
    assert not settings.state.exists()


@pytest.mark.parametrize("typed", ["my-server", "-1", "0", "1e9", "9" * 30, "²"])
def test_forget_wants_an_id(home: Path, capsys: pytest.CaptureFixture[str], typed: str):
    with pytest.raises(SystemExit) as ended:
        main(["forget", f"--guild={typed}"])
    assert ended.value.code == 2
    assert "is no server's id: write a number such as" in capsys.readouterr().err


def test_check_says_where_the_memory_is_and_whether_it_opens(
    home: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
):
    def line() -> str:
        code = main(["check"])
        (line,) = (line for line in capsys.readouterr().out.splitlines() if "memory:" in line)
        assert line.startswith("MEND" if code else "ok")
        return line

    file = settings.state / FILE
    assert f"{file}, made at the first start" in line()
    assert not settings.state.exists()
    asyncio.run(_fill(settings))
    assert f"{file}, opens well" in line()
    file.write_bytes(b"no database")
    assert f"{file} is damaged" in line()
    assert file.read_bytes() == b"no database"
    (home / "config.yaml").write_text("memory:\n  enabled: false\n")
    assert "none is kept" in line()
    (home / "config.yaml").write_text("memory:\n  database: kept/bot.db\n")
    assert f"{home / 'kept' / 'bot.db'}, made at the first start" in line()
    (home / "config.yaml").write_text("memory:\n  database: postgresql+asyncpg://bot@localhost/articles\n")
    assert "the package asyncpg is missing" in line()


def test_what_memory_database_may_be(home: Path):
    def url(database: str) -> str:
        (home / "config.yaml").write_text(f"memory:\n  database: {database}\n")
        return database_of(Settings.load()).render_as_string()

    assert url("") == f"sqlite+aiosqlite:///{Settings.load().state / FILE}"
    assert url("bot.db") == f"sqlite+aiosqlite:///{home / 'bot.db'}"
    assert url("sqlite:////srv/bot.db") == "sqlite+aiosqlite:////srv/bot.db"
    assert url("postgresql+asyncpg://bot@localhost/articles") == "postgresql+asyncpg://bot@localhost/articles"
    with pytest.raises(UsageError, match="no address of a database"):
        url("'://'")


def test_a_password_never_stands_in_the_config(home: Path, capsys: pytest.CaptureFixture[str]):
    (home / "config.yaml").write_text("memory:\n  database: postgresql+asyncpg://bot:hunter2@localhost/articles\n")
    assert main(["check"]) == 2
    said = capsys.readouterr().out
    assert "config.yaml:2: memory.database: a password never stands in this file" in said
    assert "hunter2" not in said
