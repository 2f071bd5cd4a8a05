"""What somebody can do, and how often: one of several deeds, drawn by weight."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from random import Random

from tests.fake_discord import User
from tests.fake_discord.world import Channel

Deed = Callable[[User, Channel], Awaitable[None]]


async def do_one(
    deeds: Sequence[tuple[Deed, float]], random: Random, user: User, channels: Sequence[Channel], broken: list[str]
) -> None:
    """Does one; what the user could not do is added to `broken`, in words."""
    drawn, weights = zip(*deeds, strict=True)
    (deed,) = random.choices(drawn, weights)
    try:
        await deed(user, random.choice(channels))
    except TimeoutError:
        pass  # counted at the end by what was left unanswered
    except (LookupError, ValueError, AssertionError) as error:
        broken.append(f"{deed.__name__}: {error!r}")
