"""A process that writes into a store until it is killed, and tells through a pipe what it begins and what is done."""

from __future__ import annotations

import asyncio
import random
from multiprocessing.connection import Connection

from bot.store import Store
from tests.bot.store.model import Change, perform

WRITERS = 3
"""Tasks that write at the same time, each in a guild of its own."""


def write(url: str, first_guild: int, seed: int, pipe: Connection) -> None:
    """Does not end by itself."""
    asyncio.run(_write(url, first_guild, random.Random(seed), pipe))


async def _write(url: str, first_guild: int, lot: random.Random, pipe: Connection) -> None:
    store = await Store.open(url)
    pipe.send(("open", None, None))
    async with asyncio.TaskGroup() as tasks:
        for guild_id in range(first_guild, first_guild + WRITERS):
            tasks.create_task(_fill(store, guild_id, random.Random(lot.random()), pipe))


async def _fill(store: Store, guild_id: int, lot: random.Random, pipe: Connection) -> None:
    removals: list[int] = []
    while True:
        number = lot.getrandbits(32)
        pipe.send(("begun", guild_id, number))  # short: the kernel passes such a message whole or not at all
        pipe.send(("done", guild_id, await perform(store, guild_id, change(number), removals)))


def change(number: int) -> Change:
    """The change of that number."""
    lot = random.Random(number)
    name, data = lot.choice("abcd"), lot.randbytes(lot.choice((10, 100_000)))
    changes: tuple[Change, ...] = (
        ("add", name, data),
        ("replace", name, data),
        ("rename", name, lot.choice("abcd")),
        ("remove", name),
        ("restore", lot.randrange(5)),
        ("use", lot.choice((None, 1, 2)), name),
        ("ask", lot.choice(("who", "when", "where"))),
        ("count", lot.choice(("answered", "refused")), lot.uniform(1, 1000)),
        ("vote", name, lot.randrange(3), lot.choice((True, False, None))),
    )
    return lot.choice(changes)
