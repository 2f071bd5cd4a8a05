"""Databases as they are found: none, empty, older, newer, another program's, damaged, out of reach."""

from __future__ import annotations

import asyncio
import hashlib
import os
import sqlite3
import stat
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, make_url

from bot.store import Store, StoreError, migrate
from bot.store.tables import metadata

HERE = 81384788765712384
SECOND = """\
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("articles", sa.Column("language", sa.Text(), nullable=False, server_default="en"))
    op.execute("UPDATE uses SET article = article || ' (old)'")
"""


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A second revision, as a later version of the bot would bring."""
    folder = tmp_path / "versions"
    folder.mkdir()
    monkeypatch.setattr(migrate, "FOLDERS", (*migrate.FOLDERS, folder))
    step = folder / "0002_later.py"
    step.write_text(SECOND)
    return step


async def filled(url: str) -> None:
    store = await Store.open(url)
    await store.articles.add(HERE, "ferry", b"The gulls never wrote back.")
    await store.uses.put(HERE, None, "ferry")
    await store.close()


def digest(file: Path) -> dict[str, str]:
    """Of the file and of all beside it."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in file.parent.iterdir()}


def ask(file: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection, connection:
        return connection.execute(sql).fetchall()


async def refused(url: str, file: Path) -> str:
    """The one sentence; the file is as it was."""
    before = digest(file)
    with pytest.raises(StoreError) as caught:
        await Store.open(url)
    assert digest(file) == before
    assert "\n" not in str(caught.value)
    return str(caught.value)


async def test_none_is_made_for_its_owner_only_and_durable(url: str, file: Path):
    assert migrate.condition(make_url(url)) == "new"
    assert not file.parent.exists()
    store = await Store.open(url)
    async with store._database.read() as connection:
        pragmas = [
            (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        ]
    assert pragmas == ["wal", 2, 1, 1]
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    await store.close()
    assert migrate.condition(make_url(url)) == "current"


async def test_the_migrations_make_what_the_tables_say(url: str):
    await filled(url)
    differences: list[object] = []

    def compare(connection: Connection) -> None:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        differences.extend(compare_metadata(context, metadata))

    await asyncio.to_thread(migrate._run, make_url(url), compare)
    assert differences == []


def test_files_are_named_after_their_revisions():
    scripts = ScriptDirectory.from_config(migrate.config())
    assert {script.revision for script in scripts.walk_revisions()} == migrate._revisions()
    assert scripts.get_current_head() == migrate.head()


async def test_an_empty_file_is_a_new_database(url: str, file: Path):
    file.parent.mkdir()
    file.touch()
    await filled(url)
    assert ask(file, "SELECT name FROM articles") == [("ferry",)]


async def test_an_older_one_is_migrated_and_a_copy_kept(url: str, file: Path, later: Path):
    step = later.read_text()
    later.unlink()
    await filled(url)
    later.write_text(step)
    assert migrate.condition(make_url(url)) == "older"
    await (await Store.open(url)).close()
    assert ask(file, "SELECT name, language FROM articles") == [("ferry", "en")]
    assert ask(file, "SELECT article FROM uses") == [("ferry (old)",)]
    copy = file.with_name(f"{file.name}.before-0002")
    assert ask(copy, "SELECT article FROM uses") == [("ferry",)]
    assert ask(copy, "SELECT version_num FROM alembic_version") == [("0001",)]
    assert {path.name for path in file.parent.iterdir()} == {file.name, copy.name}


async def test_copies_go_when_they_are_old(url: str, file: Path, later: Path):
    step = later.read_text()
    later.unlink()
    await filled(url)
    later.write_text(step)
    store = await Store.open(url)
    copy = file.with_name(f"{file.name}.before-0002")
    os.utime(copy, (0, copy.stat().st_mtime - 100_000))
    a_day, two_days = timedelta(days=1), timedelta(days=2)
    assert await store.drop_copies(two_days) == []
    assert await store.drop_copies(a_day) == [copy]
    await store.close()
    assert {path.name for path in file.parent.iterdir()} == {file.name}


@pytest.mark.parametrize("fault", ["raise RuntimeError", 'op.execute("INSERT INTO nowhere VALUES (1)")'])
async def test_a_migration_that_fails_changes_nothing(url: str, file: Path, later: Path, fault: str):
    step = later.read_text()
    later.unlink()
    await filled(url)
    later.write_text(f"{step}    {fault}\n")
    with pytest.raises((RuntimeError, StoreError)):
        await Store.open(url)
    assert ask(file, "SELECT article, version_num FROM uses, alembic_version") == [("ferry", "0001")]
    assert ask(file, "SELECT count(*) FROM pragma_table_info('articles') WHERE name = 'language'") == [(0,)]
    later.write_text(step)
    await (await Store.open(url)).close()
    assert ask(file, "SELECT language FROM articles") == [("en",)]


async def test_a_newer_one_is_refused(url: str, file: Path, later: Path):
    await filled(url)
    later.unlink()
    assert "written by a newer version of article-bot (0002)" in await refused(url, file)


async def test_another_programs_is_refused(url: str, file: Path):
    file.parent.mkdir()
    ask(file, "CREATE TABLE songs (title TEXT)")
    assert "a database of another program" in await refused(url, file)


@pytest.mark.parametrize("data", [b"no database", b"SQLite format 3\0" + b"\xff" * 4000, bytes(range(256)) * 64])
async def test_what_is_no_database_is_refused(url: str, file: Path, data: bytes):
    file.parent.mkdir()
    file.write_bytes(data)
    assert "is damaged" in await refused(url, file)


async def test_half_a_file_is_refused(url: str, file: Path):
    await filled(url)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert "is damaged" in await refused(url, file)


@given(st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_damage_is_refused_with_a_sentence_or_harmless(
    url: str, file: Path, whole_database: Path, data: st.DataObject
):
    damaged = bytearray(whole_database.read_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(damaged)
    with suppress(StoreError):
        assert migrate.condition(make_url(url)) in {"new", "older", "current"}
    assert file.read_bytes() == damaged


@pytest.fixture(scope="module")
def whole_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("whole") / "memory.sqlite3"
    asyncio.run(filled(f"sqlite+aiosqlite:///{file}"))
    return file


async def test_a_folder_in_its_place_is_refused(url: str, file: Path):
    file.mkdir(parents=True)
    with pytest.raises(StoreError, match="cannot be opened"):
        await Store.open(url)


async def test_a_file_where_its_folder_should_be_is_refused(url: str, file: Path):
    file.parent.write_text("")
    with pytest.raises(StoreError, match=r"cannot be made .* name another file under memory.database"):
        await Store.open(url)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("sqlite+aiosqlite://", "names no file"),
        ("sqlite+aiosqlite:///:memory:", "names no file"),
        ("postgresql+asyncpg://bot@localhost/articles", "asyncpg is missing"),
    ],
)
async def test_databases_that_cannot_serve(url: str, words: str):
    with pytest.raises(StoreError, match=words):
        await Store.open(url)
