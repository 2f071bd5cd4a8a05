"""Any row of changes leaves what a few dicts would hold, and touches no other guild."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.store import Store
from tests.bot.store.model import Change, Model, perform, shown

# Folding makes “ß” “ss”: names that differ in that only are the same.
_NAMES = st.sampled_from(["ferry", "Ferry", "straße", "STRASSE", "boat"])
_DATA = st.binary(max_size=8)
_CHANNELS = st.sampled_from([None, 1, 2**63 - 1])
CHANGES = st.one_of(
    st.tuples(st.just("add"), _NAMES, _DATA),
    st.tuples(st.just("replace"), _NAMES, _DATA),
    st.tuples(st.just("rename"), _NAMES, _NAMES),
    st.tuples(st.just("remove"), _NAMES),
    st.tuples(st.just("restore"), st.integers(0, 2)),
    st.tuples(st.just("use"), _CHANNELS, st.none() | _NAMES),
    st.tuples(st.just("ask"), st.sampled_from(["who", "when", "¿quién"])),
    st.tuples(st.just("count"), st.sampled_from(["answered", "refused"]), st.floats(0, 1e9)),
    st.tuples(st.just("vote"), st.sampled_from("ab"), st.sampled_from([1, 2]), st.sampled_from([True, False, None])),
)
_guild_ids = itertools.count(1)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[asyncio.Runner, Store]]:
    """One store for all examples: each has guilds of its own."""
    file: Path = tmp_path_factory.mktemp("model") / "memory.sqlite3"
    with asyncio.Runner() as runner:
        store = runner.run(Store.open(f"sqlite+aiosqlite:///{file}"))
        yield runner, store
        runner.run(store.close())


@given(mine=st.lists(CHANGES, max_size=12), theirs=st.lists(CHANGES, max_size=4))
@settings(max_examples=25, deadline=None)
def test_the_store_holds_what_dicts_would(
    running: tuple[asyncio.Runner, Store], mine: list[Change], theirs: list[Change]
):
    runner, store = running
    runner.run(_compare(store, mine, theirs))


async def _compare(store: Store, *rows: list[Change]) -> None:
    guilds: list[tuple[int, Model, list[int], Any]] = [(next(_guild_ids), Model(), [], iter(row)) for row in rows]
    for _ in range(max(map(len, rows))):
        for guild_id, model, removals, row in guilds:
            if (change := next(row, None)) is not None:
                assert await perform(store, guild_id, change, removals) == model.apply(change)
    for guild_id, model, _removals, _row in guilds:
        assert await shown(store, guild_id) == model.shown()
