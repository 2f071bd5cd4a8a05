"""How often may be asked, with a clock that the tests move."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cooldown import CooldownError, Cooldowns, span


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def refused(cooldowns: Cooldowns, guild: int | None, user: int, seconds: float, a_minute: float = 0) -> float:
    """Seconds to wait; 0 where the question counts."""
    try:
        cooldowns.take(guild, user, seconds, a_minute)
    except CooldownError as error:
        return error.seconds
    return 0


def test_a_member_waits_and_others_do_not():
    clock = Clock()
    cooldowns = Cooldowns(clock)
    assert refused(cooldowns, 1, 7, 10) == 0
    clock.now = 4
    with pytest.raises(CooldownError, match=r"every 10 seconds: ask again in 6 seconds\.$"):
        cooldowns.take(1, 7, 10, 0)
    assert refused(cooldowns, 1, 8, 10) == 0
    assert refused(cooldowns, 2, 7, 10) == 0
    assert refused(cooldowns, None, 7, 10) == 0
    clock.now = 10
    assert refused(cooldowns, 1, 7, 10) == 0


def test_a_shorter_cooldown_holds_at_once():
    clock = Clock()
    cooldowns = Cooldowns(clock)
    assert refused(cooldowns, 1, 7, 3600) == 0
    clock.now = 5
    assert refused(cooldowns, 1, 7, 3600) == pytest.approx(3595)
    assert refused(cooldowns, 1, 7, 0) == 0


def test_a_guild_may_ask_so_much_at_once_and_then_as_it_drains():
    clock = Clock()
    cooldowns = Cooldowns(clock)
    assert [refused(cooldowns, 1, user, 0, 60) for user in range(60)] == [0] * 60
    assert refused(cooldowns, 1, 60, 0, 60) == pytest.approx(1)
    assert refused(cooldowns, 2, 60, 0, 60) == 0
    assert refused(cooldowns, None, 60, 0, 60) == 0
    clock.now = 1
    assert refused(cooldowns, 1, 60, 0, 60) == 0
    assert refused(cooldowns, 1, 61, 0, 60) == pytest.approx(1)


def test_a_member_whom_the_guild_holds_up_does_not_lose_a_turn():
    clock = Clock()
    cooldowns = Cooldowns(clock)
    assert refused(cooldowns, 1, 7, 0, 1) == 0
    assert refused(cooldowns, 1, 8, 30, 1) == pytest.approx(60)
    clock.now = 60
    assert refused(cooldowns, 1, 8, 30, 1) == 0


def test_it_need_be_said_only_once_until_the_next_answer():
    clock = Clock()
    cooldowns = Cooldowns(clock)
    told = []
    for now in (0, 1, 2, 10, 11):
        clock.now = now
        try:
            cooldowns.take(1, 7, 10, 0)
        except CooldownError as error:
            told.append(error.told)
    assert told == [False, True, False]


def test_memory_is_bounded():
    cooldowns = Cooldowns(Clock(), most=100)
    for user in range(5000):
        refused(cooldowns, user, user, 10, 10)
    assert len(cooldowns._members) == len(cooldowns._guilds) == 100


@given(st.integers(1, 100), st.lists(st.floats(0, 50), max_size=60))
def test_no_minute_of_a_guild_holds_more_than_twice_its_questions(a_minute, gaps):
    """Those of the minute, and at most as many that were saved up before it."""
    clock = Clock()
    cooldowns = Cooldowns(clock)
    counted = []
    for gap in gaps:
        clock.now += gap
        if not refused(cooldowns, 1, 7, 0, a_minute):
            counted.append(clock.now)
    for begin in counted:
        assert sum(begin <= at < begin + 60 for at in counted) <= 2 * a_minute


@given(st.integers(1, 3600), st.lists(st.floats(0, 100), max_size=60))
def test_two_questions_of_a_member_are_never_nearer_than_the_cooldown(seconds, gaps):
    clock = Clock()
    cooldowns = Cooldowns(clock)
    counted = []
    for gap in gaps:
        clock.now += gap
        wait = refused(cooldowns, 1, 7, seconds)
        if not wait:
            counted.append(clock.now)
        else:
            assert counted[-1] + seconds == pytest.approx(clock.now + wait)
    assert all(later - earlier >= seconds - 1e-6 for earlier, later in pairwise(counted))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 second"), (1, "1 second"), (19.1, "20 seconds"), (60, "1 minute"), (61, "61 seconds"), (119.5, "2 minutes"),
     (300, "5 minutes"), (3600, "1 hour"), (3601, "61 minutes")],
)  # fmt: skip
def test_a_span_is_never_said_shorter_than_it_is(seconds, words):
    assert span(seconds) == words
