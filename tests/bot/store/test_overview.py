"""What is looked up before every answer is what each table says by itself."""

from __future__ import annotations

from bot.store import Store

HERE, THERE, NOWHERE = 81384788765712384, 41771983423143937, 5


async def test_an_overview_is_what_the_tables_say(store: Store):
    await store.articles.add(HERE, "Ferry", b"here")
    await store.uses.put(HERE, 7, "Ferry")
    await store.uses.put(HERE, None, "Mill")
    await store.guild_settings.put(THERE, {"private": True})
    for guild_id in (HERE, THERE, NOWHERE):
        seen = await store.overview(guild_id)
        assert seen.articles == await store.articles.version(guild_id)
        assert seen.settings == await store.guild_settings.get(guild_id)
        assert seen.uses == await store.uses.all(guild_id)
    assert (await store.overview(HERE)).uses == {7: "Ferry", None: "Mill"}
    assert (await store.overview(THERE)).settings == {"private": True}
    assert (await store.overview(NOWHERE)).articles == 0
