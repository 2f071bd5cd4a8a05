"""Counts, unanswered questions, votes, weeks."""

from __future__ import annotations

from datetime import date

import pytest

from bot.store import Store
from tests.bot.store.conftest import Clock

HERE, THERE = 81384788765712384, 41771983423143937
ADA, GRACE = 2**62 + 1, 2**62 + 2


async def test_the_same_question_again_only_counts_up(store: Store, clock: Clock):
    first = clock.now
    await store.questions.unanswered(HERE, "Who sails?", None)
    clock.move(hours=1)
    await store.questions.unanswered(HERE, "  who   SAILS ", None)
    await store.questions.unanswered(HERE, "Who sails?", "ferry")
    await store.questions.unanswered(THERE, "Who sails?", None)
    found = await store.questions.list_unanswered(HERE)
    assert [(q.text, q.article, q.count) for q in found] == [("Who sails?", "ferry", 1), ("Who sails?", None, 2)]
    assert (found[1].first_asked, found[1].last_asked) == (first, clock.now)


async def test_a_pointer_stays_with_its_question_and_brings_it_back(store: Store):
    await store.questions.unanswered(HERE, "Who sails?", "ferry")
    await store.questions.unanswered(HERE, "Who sails?", None)
    assert await store.questions.point(HERE, " who sails", "ferry", "ferry", 3)
    assert await store.questions.point(HERE, "Who sails?", "ferry", "bridge", 4)
    assert await store.questions.point(THERE, "Who sails?", None, "ferry", 5)

    async def kept(guild: int) -> list[tuple[object, ...]]:
        found = await store.questions.list_unanswered(guild)
        return sorted(((q.article, q.count, q.pointed_article, q.pointed_paragraph) for q in found), key=str)

    assert await kept(HERE) == [("ferry", 1, "bridge", 4), (None, 1, None, None)]
    assert await kept(THERE) == [(None, 1, "ferry", 5)]


async def test_dismissed_are_only_those_of_the_guild(store: Store):
    for guild in (HERE, THERE):
        for text in ("Who?", "When?"):
            await store.questions.unanswered(guild, text, None)
    ids = [q.id for guild in (HERE, THERE) for q in await store.questions.list_unanswered(guild)]
    assert await store.questions.dismiss(HERE, ids) == 2
    assert await store.questions.list_unanswered(HERE) == []
    assert len(await store.questions.list_unanswered(THERE)) == 2
    assert await store.questions.dismiss(HERE, []) == 0


async def test_no_asker_is_kept_and_no_text_of_what_was_answered(store: Store, file):
    await store.questions.count(HERE, "answered", 12)
    await store.votes.vote(HERE, "card", ADA, True)
    await store.close()
    data = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert str(ADA).encode() not in data
    assert ADA.to_bytes(8, "big") not in data


@pytest.mark.parametrize(("days", "left"), [(30, 1), (10, 0), (0, 0)])
async def test_unanswered_questions_are_kept_for_so_many_days(store: Store, clock: Clock, days: int, left: int):
    await store.questions.unanswered(HERE, "Who sails?", None)
    clock.move(days=10)
    await store.questions.purge(days)
    assert len(await store.questions.list_unanswered(HERE)) == left


async def test_none_are_kept_where_the_host_keeps_none(url: str):
    store = await Store.open(url, keep_unanswered=False)
    await store.questions.unanswered(HERE, "Who sails?", None)
    assert await store.questions.list_unanswered(HERE) == []
    await store.close()


@pytest.mark.parametrize("text", ["\ud800", "\0", "", "x" * 6000, "\u202egnol"])
async def test_any_text_can_go_unanswered(store: Store, text: str):
    await store.questions.unanswered(HERE, text, None)
    await store.questions.unanswered(HERE, text, None)
    assert [q.count for q in await store.questions.list_unanswered(HERE)] == [2]


async def test_a_flood_of_questions_drops_the_oldest(store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.store.questions.MOST", 3)
    for n in range(5):
        clock.move(minutes=1)
        await store.questions.unanswered(HERE, f"Question {n}?", None)
    await store.questions.unanswered(THERE, "Who?", None)
    assert [q.text for q in await store.questions.list_unanswered(HERE)] == [f"Question {n}?" for n in (4, 3, 2)]


async def test_weeks_are_whole_and_in_order(store: Store, clock: Clock):
    assert await store.questions.weeks(HERE) == []
    for milliseconds in (100, 110, 120, 2000):
        await store.questions.count(HERE, "answered", milliseconds)
    await store.questions.count(HERE, "refused", 130)
    await store.questions.count(THERE, "refused", 9000)
    clock.move(days=14)
    await store.questions.count(HERE, "refused", 50)
    first, second, third = await store.questions.weeks(HERE)
    assert [w.monday for w in (first, second, third)] == [date(2025, 6, 2), date(2025, 6, 9), date(2025, 6, 16)]
    assert (first.asked, first.answered, first.refused) == (5, 4, 1)
    assert first.p50_ms == pytest.approx(120, rel=0.05)
    assert first.p95_ms == pytest.approx(2000, rel=0.05)
    assert (second.asked, second.p50_ms) == (0, None)
    assert third.refused == 1
    assert [w.monday for w in await store.questions.weeks(HERE, 1)] == [third.monday]
    clock.move(weeks=20)
    assert await store.questions.weeks(HERE) == []


async def test_one_vote_a_member_and_card(store: Store, clock: Clock):
    await store.votes.vote(HERE, "card", ADA, True)
    await store.votes.vote(HERE, "card", ADA, True)
    await store.votes.vote(HERE, "card", GRACE, False)
    await store.votes.vote(HERE, "other card", ADA, True)
    (week,) = await store.questions.weeks(HERE)
    assert (week.up, week.down, week.asked) == (2, 1, 0)
    clock.move(days=7)
    await store.votes.vote(HERE, "card", ADA, False)
    await store.votes.vote(HERE, "other card", ADA, None)
    await store.votes.vote(HERE, "third card", ADA, None)
    assert [(w.up, w.down) for w in await store.questions.weeks(HERE)] == [(0, 1), (0, 1)]


async def test_votes_become_mere_counts(store: Store, clock: Clock):
    await store.votes.vote(HERE, "card", ADA, True)
    clock.move(days=90)
    await store.questions.purge(30)
    await store.votes.vote(HERE, "card", ADA, None)
    assert (await store.questions.weeks(HERE, 20))[0].up == 1
