"""A Discord on loopback for the real client: gateway v10 and REST v10, with Discord's own refusals.

async with FakeDiscord() as discord:
    discord.point_client()
    ...                                       # start a client
    await discord.gateway.ready()
    reply = await discord.command(discord.world.ada, "ask", question="Who came?")
    print(reply.message.embed["description"])
"""

from tests.fake_discord.interactions import Interaction
from tests.fake_discord.markdown import Shown, shown
from tests.fake_discord.messages import Message
from tests.fake_discord.server import FakeDiscord
from tests.fake_discord.world import Guild, User, World

__all__ = ["FakeDiscord", "Guild", "Interaction", "Message", "Shown", "User", "World", "shown"]
