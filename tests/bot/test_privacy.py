"""/privacy: in plain words what holds with the host's settings."""

from __future__ import annotations

import pytest

from bot.client import ArticleBot
from bot.commands.privacy import privacy_card
from bot.settings import Memory
from tests.fake_discord import FakeDiscord


async def test_it_is_told_in_private_in_servers_and_direct_messages(discord: FakeDiscord, bot: ArticleBot):
    world = discord.world
    for channel in (None, world.direct(world.ada)):
        reply = await discord.command(world.ada, "privacy", channel=channel)
        assert reply.message.private
        assert "Who asked what is kept nowhere" in reply.message.embed["description"]


@pytest.mark.parametrize(
    ("memory", "said", "unsaid"),
    [
        (
            Memory(),
            ["for 30 days after they were last asked", "deleted after 14 days", "for 12 weeks"],
            ["**I keep nothing.**"],
        ),
        (Memory(unanswered_days=1, grace_days=1), ["for 1 day after", "deleted after 1 day;"], ["1 days"]),
        (Memory(unanswered_days=0, grace_days=0), ["nothing but their number", "within a day"], ["last asked"]),
        (Memory(enabled=False), ["**I keep nothing.**"], ["server I keep"]),
    ],
)
def test_it_says_what_is_set(memory: Memory, said: list[str], unsaid: list[str]):
    text = privacy_card(memory).plain
    assert all(words in text for words in said)
    assert not any(words in text for words in unsaid)
    assert len(text) < 2000
