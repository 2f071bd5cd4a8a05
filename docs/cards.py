"""Pictures of the cards that the bot sends: the real bot on a fake Discord, its payloads drawn, shot with Chromium."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.articles import open_library
from bot.client import ArticleBot
from bot.cooldown import Cooldowns
from bot.settings import Settings
from docs.discord_page import message, page
from tests.fake_discord import FakeDiscord, Message, User
from tests.fake_discord.interactions import Interaction

ROOT = Path(__file__).parent.parent
_IN_VAIN = (
    "How many tanks did NATO send?",
    "how many tanks were sent by NATO",
    "Who is the king of Norway?",
    "What does membership cost?",
)
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


async def pages() -> dict[str, str]:
    """The pages to be shot, by the picture's name."""
    async with _running() as (discord, bot):
        world = discord.world

        def draw(shown: Message, used: str = "") -> str:
            names = {user.mention: f"@{user.name}" for guild in world.guilds for user in guild.permissions}
            return message(shown.payload(), used=used, files=discord.files, names=names)

        async def run(user: User, name: str, /, **options: Any) -> str:
            bot.cooldowns = Cooldowns()  # nobody waits for a picture
            done: Interaction = await discord.command(user, name, **options)
            return draw(done.message, f"/{name}")

        asked = await discord.say(world.ada, f"{world.bot.mention} Who visited Kyiv?")
        answered = await discord.spoken()
        bot.cooldowns = Cooldowns()
        further = await discord.say(world.ada, f"{world.bot.mention} What did he say about the war?")
        talk = [draw(asked), draw(answered), draw(further), draw(await discord.spoken())]
        refusal = await run(world.ada, "ask", question="How many tanks did NATO send to Ukraine?")
        for question in _IN_VAIN:
            await run(world.ada, "ask", question=question, private=True)
        return {
            "answer": page(await run(world.ada, "ask", question="Who leaked the Pentagon documents?")),
            "refusal": page(refusal),
            "quote": page(await run(world.ada, "quote", speaker="Stoltenberg", about="membership")),
            "person": page(await run(world.ada, "who", name="Burns")),
            "follow-up": page(*talk),
            "unanswered": page(await run(world.grace, "unanswered")),
            "settings": page(await run(world.grace, "settings")),
        }


@asynccontextmanager
async def _running() -> AsyncIterator[tuple[FakeDiscord, ArticleBot]]:
    """A fake Discord with the bot logged in, on the shipped article."""
    with tempfile.TemporaryDirectory() as state:
        settings = Settings.of({"seeds": str(ROOT / "seeds"), "state": state}, ROOT)
        async with FakeDiscord() as discord:
            discord.point_client()
            async with ArticleBot(settings, open_library(settings)) as bot:
                serving = asyncio.create_task(bot.start(discord.world.token))
                await discord.gateway.ready()
                yield discord, bot
                await bot.finish(10)
                await serving


def shoot(html: str, picture: Path) -> None:
    """Writes a page as a PNG, two pixels a point. Raises SystemExit where there is no browser."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        sys.exit("make pictures needs Chromium: install it from your distribution (apt install chromium)")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(html, "utf-8")
        base = [browser, "--headless", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2"]
        if getattr(os, "geteuid", lambda: 1)() == 0:
            base.append("--no-sandbox")  # which Chromium refuses to root
        seen = subprocess.run(
            [*base, "--window-size=600,800", "--dump-dom", source.as_uri()], capture_output=True, text=True, check=True
        )
        height = re.search(r'data-height="([\d.]+)"', seen.stdout)
        assert height is not None, "the page does not say how high it is"
        size = f"--window-size=600,{round(float(height[1]))}"
        subprocess.run([*base, size, f"--screenshot={picture}", source.as_uri()], capture_output=True, check=True)


def main(folder: Path) -> None:
    """Writes the pictures into a folder."""
    for name, html in asyncio.run(pages()).items():
        shoot(html, folder / f"{name}.png")
