"""A guild's own articles."""

from __future__ import annotations

import pytest

from bot.store import ArticleGoneError, NameTakenError, RemovalGoneError, Store
from bot.store.articles import MOST_REMOVALS
from tests.bot.store.conftest import Clock

HERE, THERE = 81384788765712384, 41771983423143937


async def names(store: Store, guild_id: int) -> list[str]:
    return [article.name for article in await store.articles.all(guild_id)]


async def test_added_articles_are_there_after_a_restart_bytes_and_time(store: Store, url: str, clock: Clock):
    data = bytes(range(256)) * 3
    await store.articles.add(HERE, "Ferry", data)
    await store.close()
    again = await Store.open(url)
    (article,) = await again.articles.all(HERE)
    assert (article.name, article.data, article.added_at) == ("Ferry", data, clock.now)
    await again.close()


async def test_no_guild_sees_anothers(store: Store):
    await store.articles.add(HERE, "Ferry", b"here")
    await store.articles.add(THERE, "Ferry", b"there")
    removal = await store.articles.remove(THERE, "Ferry")
    assert [a.data for a in await store.articles.all(HERE)] == [b"here"]
    await store.articles.remove(HERE, "Ferry")
    with pytest.raises(RemovalGoneError):
        await store.articles.restore(HERE, removal)
    assert await names(store, HERE) == []


async def test_a_taken_name_is_refused_whatever_its_case_and_nothing_changes(store: Store):
    await store.articles.add(HERE, "Straße", b"1")
    await store.articles.add(HERE, "Ferry", b"2")
    version = await store.articles.version(HERE)
    with pytest.raises(NameTakenError, match="STRASSE"):
        await store.articles.add(HERE, "STRASSE", b"3")
    with pytest.raises(NameTakenError):
        await store.articles.rename(HERE, "Ferry", "straße")
    assert [(a.name, a.data) for a in await store.articles.all(HERE)] == [("Ferry", b"2"), ("Straße", b"1")]
    assert await store.articles.version(HERE) == version


async def test_an_article_may_change_the_case_of_its_name(store: Store):
    await store.articles.add(HERE, "ferry", b"1")
    await store.articles.rename(HERE, "Ferry", "FERRY")
    assert await names(store, HERE) == ["FERRY"]


async def test_uses_and_unanswered_questions_follow_a_new_name(store: Store):
    await store.articles.add(HERE, "ferry", b"1")
    await store.uses.put(HERE, 5, "ferry")
    await store.uses.put(THERE, 6, "ferry")
    await store.questions.unanswered(HERE, "Who sails?", "ferry")
    await store.questions.point(HERE, "Who swims?", None, "ferry", 3)
    await store.articles.rename(HERE, "ferry", "boat")
    assert await store.uses.all(HERE) == {5: "boat"}
    assert await store.uses.all(THERE) == {6: "ferry"}
    found = await store.questions.list_unanswered(HERE)
    assert [(q.article, q.pointed_article) for q in found] == [(None, "boat"), ("boat", None)]


async def test_a_removed_article_comes_back_whole(store: Store, clock: Clock):
    await store.articles.add(HERE, "ferry", b"1")
    added = clock.now
    for channel_id in (None, 5, 6):
        await store.uses.put(HERE, channel_id, "ferry")
    removal = await store.articles.remove(HERE, "FERRY")
    assert await store.uses.all(HERE) == {}
    await store.uses.put(HERE, 6, "other")
    clock.move(hours=23)
    assert await store.articles.restore(HERE, removal) == "ferry"
    assert await store.uses.all(HERE) == {None: "ferry", 5: "ferry", 6: "other"}
    assert [a.added_at for a in await store.articles.all(HERE)] == [added]
    with pytest.raises(RemovalGoneError):
        await store.articles.restore(HERE, removal)


async def test_after_a_day_a_removal_is_for_good(store: Store, clock: Clock):
    await store.articles.add(HERE, "ferry", b"1")
    removal = await store.articles.remove(HERE, "ferry")
    clock.move(hours=24)
    with pytest.raises(RemovalGoneError):
        await store.articles.restore(HERE, removal)


async def test_a_name_taken_meanwhile_does_not_cost_the_removal(store: Store):
    await store.articles.add(HERE, "ferry", b"1")
    removal = await store.articles.remove(HERE, "ferry")
    await store.articles.add(HERE, "ferry", b"2")
    with pytest.raises(NameTakenError):
        await store.articles.restore(HERE, removal)
    await store.articles.rename(HERE, "ferry", "second")
    assert await store.articles.restore(HERE, removal) == "ferry"


async def test_ids_of_removals_are_not_given_out_twice(store: Store, clock: Clock):
    await store.articles.add(HERE, "ferry", b"1")
    first = await store.articles.remove(HERE, "ferry")
    clock.move(days=2)
    await store.questions.purge(30)
    await store.articles.add(HERE, "ferry", b"2")
    assert await store.articles.remove(HERE, "ferry") != first


@pytest.mark.parametrize("change", ["replace", "rename", "remove"])
async def test_an_article_that_is_gone(store: Store, change: str):
    await store.articles.add(THERE, "ferry", b"1")
    rest = {"replace": (b"2",), "rename": ("boat",), "remove": ()}[change]
    with pytest.raises(ArticleGoneError, match="ferry"):
        await getattr(store.articles, change)(HERE, "ferry", *rest)
    assert await store.articles.version(HERE) == 0


async def test_every_change_gives_the_library_another_version(store: Store):
    seen = [await store.articles.version(HERE)]
    await store.articles.add(HERE, "ferry", b"1")
    seen.append(await store.articles.version(HERE))
    await store.articles.replace(HERE, "ferry", b"2")
    seen.append(await store.articles.version(HERE))
    await store.articles.rename(HERE, "ferry", "boat")
    seen.append(await store.articles.version(HERE))
    removal = await store.articles.remove(HERE, "boat")
    seen.append(await store.articles.version(HERE))
    await store.articles.restore(HERE, removal)
    seen.append(await store.articles.version(HERE))
    assert len(set(seen)) == 6
    await store.guilds.forget(HERE)
    assert await store.articles.version(HERE) == 0


async def test_of_many_removals_only_the_latest_can_be_undone(store: Store):
    removals = []
    for number in range(MOST_REMOVALS + 3):
        await store.articles.add(HERE, f"ferry {number}", b"text")
        removals.append(await store.articles.remove(HERE, f"ferry {number}"))
    await store.articles.add(THERE, "ferry", b"text")
    elsewhere = await store.articles.remove(THERE, "ferry")
    assert [r.id for r in await store.articles.removed(HERE)] == removals[:2:-1]
    with pytest.raises(RemovalGoneError):
        await store.articles.restore(HERE, removals[2])
    assert await store.articles.restore(HERE, removals[3]) == "ferry 3"
    assert [r.name for r in await store.articles.removed(THERE)] == ["ferry"]
    assert await store.articles.restore(THERE, elsewhere) == "ferry"
