"""What is kept of guilds: settings, uses, and how all of it goes."""

from __future__ import annotations

from bot.store import Store
from bot.store.tables import OF_GUILDS, metadata
from tests.bot.store.conftest import Clock

HERE, THERE = 81384788765712384, 41771983423143937


async def fill(store: Store, guild_id: int) -> None:
    """A row in every table."""
    await store.articles.add(guild_id, "ferry", b"1")
    await store.articles.remove(guild_id, "ferry")
    await store.articles.add(guild_id, "boat", b"1")
    await store.uses.put(guild_id, None, "boat")
    await store.guild_settings.put(guild_id, {"private": True})
    await store.questions.count(guild_id, "refused", 5)
    await store.questions.unanswered(guild_id, "Who?", None)
    await store.votes.vote(guild_id, "card", 1, True)
    await store.guilds.left(guild_id)


async def rows(store: Store, guild_id: int) -> dict[str, int]:
    async with store._database.read() as connection:
        return {
            table.name: len((await connection.execute(table.select().where(table.c.guild_id == guild_id))).all())
            for table in OF_GUILDS
        }


def test_every_table_is_of_guilds_but_the_key():
    assert set(metadata.tables.values()) - set(OF_GUILDS) == {metadata.tables["keys"]}


async def test_settings_are_kept_as_they_are_put(store: Store):
    assert await store.guild_settings.get(HERE) == {}
    await store.guild_settings.put(HERE, {"private": True, "ask_roles": [1, 2], "log_channel_id": None})
    await store.guild_settings.put(HERE, {"strictness": "eager", "ask_roles": [2**60]})
    assert await store.guild_settings.get(HERE) == {"strictness": "eager", "ask_roles": [2**60]}
    assert await store.guild_settings.get(THERE) == {}
    await store.guild_settings.put(HERE, {})
    assert await store.guilds.known() == set()


async def test_uses_by_channel_and_guild(store: Store):
    await store.uses.put(HERE, None, "ferry")
    await store.uses.put(HERE, 7, "boat")
    await store.uses.put(HERE, 7, "raft")
    await store.uses.put(HERE, 8, "boat")
    await store.uses.put(HERE, 8, None)
    assert await store.uses.all(HERE) == {None: "ferry", 7: "raft"}
    assert await store.uses.all(THERE) == {}


async def test_forgetting_takes_every_row_of_the_guild_and_no_other(store: Store):
    await fill(store, HERE)
    await fill(store, THERE)
    before = await rows(store, THERE)
    assert all((await rows(store, HERE)).values())
    assert await store.guilds.forget(HERE) == sum(before.values())
    assert not any((await rows(store, HERE)).values())
    assert await rows(store, THERE) == before
    assert await store.guilds.known() == {THERE}
    assert await store.guilds.forget(HERE) == 0


async def test_what_is_forgotten_is_not_in_the_file(store: Store, file):
    await store.articles.add(HERE, "ferry", b"the gulls never wrote back " * 1000)
    await store.guilds.forget(HERE)
    assert b"gulls never wrote" not in b"".join(path.read_bytes() for path in file.parent.iterdir())


async def test_a_guild_that_returns_in_time_finds_all_again(store: Store, clock: Clock):
    await store.articles.add(HERE, "ferry", b"1")
    await store.articles.add(THERE, "ferry", b"1")
    await store.guilds.left(HERE)
    await store.guilds.left(THERE)
    clock.move(days=13)
    await store.guilds.left(THERE)  # told again: the time runs from the first
    assert await store.guilds.forget_expired(14) == []
    await store.guilds.back(HERE)
    clock.move(days=1)
    assert await store.guilds.forget_expired(14) == [THERE]
    assert len(await store.articles.all(HERE)) == 1
    assert await store.articles.all(THERE) == []
    assert await store.guilds.forget_expired(14) == []
