"""Start and end of `article-bot run`, as a process of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.fake_discord import FakeDiscord

ROOT = Path(__file__).parents[2]
QUESTION = "How much did the repairs cost?"


@asynccontextmanager
async def process(discord: FakeDiscord, folder: Path, token: str | None = None) -> AsyncIterator[Child]:
    """`article-bot run` on the seeds in `folder`; killed at the end where it still runs."""
    config = folder / "config.yaml"
    config.write_text("seeds: seeds\nstate: state\n", "utf-8")
    environment = {
        **os.environ,
        "DISCORD_TOKEN": token or discord.world.token,
        "FAKE_DISCORD_API": discord.base,
        "FAKE_DISCORD_GATEWAY": discord.gateway.url,
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "tests.bot.child", "--config", str(config), "run"]
    started = await asyncio.create_subprocess_exec(
        *command, cwd=folder, env=environment, stderr=asyncio.subprocess.PIPE
    )
    child = Child(started)
    try:
        yield child
    finally:
        await child.kill()


class Child:
    """A running process, and the log that it has written so far."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.log = ""
        self._news = asyncio.Event()
        self._reader = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self.process.stderr is not None
        async for line in self.process.stderr:
            self.log += line.decode()
            self._news.set()

    async def says(self, words: str) -> None:
        """Waits until the log holds the words."""
        async with asyncio.timeout(20):
            while words not in self.log:
                self._news.clear()
                await self._news.wait()

    async def end(self) -> int:
        """Waits for the exit code."""
        async with asyncio.timeout(20):
            code = await self.process.wait()
            await self._reader
        return code

    async def kill(self) -> None:
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()
        await self._reader


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.usefixtures("seeds")
async def test_a_signal_ends_it_in_order(discord: FakeDiscord, tmp_path: Path, number: signal.Signals):
    async with process(discord, tmp_path) as child:
        await discord.gateway.ready(20)
        asked = await discord.begin(discord.world.ada, "ask", question=QUESTION)
        child.process.send_signal(number)
        await asked.until(lambda i: i.done)
        assert await child.end() == 0
        assert "Traceback" not in child.log
        assert "stopping" in child.log


@pytest.mark.usefixtures("seeds")
async def test_a_gateway_out_of_reach_at_the_start_is_waited_for(tmp_path: Path):
    async with FakeDiscord(open_gateway=False) as discord, process(discord, tmp_path) as child:
        await child.says("Discord is out of reach")
        await child.says("trying again in")
        await discord.open_gateway()
        await discord.gateway.ready(20)
        reply = await discord.command(discord.world.ada, "ask", question=QUESTION)
        assert reply.message.embed["title"] == QUESTION
        assert "Traceback" not in child.log
        assert discord.commands.syncs == [None]


@pytest.mark.usefixtures("seeds")
async def test_a_stop_while_discord_is_out_of_reach_needs_no_patience(tmp_path: Path):
    async with FakeDiscord(open_gateway=False) as discord, process(discord, tmp_path) as child:
        await child.says("Discord is out of reach")
        child.process.terminate()
        assert await child.end() == 0


@pytest.mark.usefixtures("seeds")
async def test_an_api_out_of_reach_at_the_start_is_waited_for(discord: FakeDiscord, tmp_path: Path):
    for _ in range(5):  # as often as discord.py itself tries
        discord.fail_next("/users/@me", 503)
    async with process(discord, tmp_path) as child:
        await child.says("Discord is out of reach")
        assert "Traceback" not in child.log
        discord.forgive()
        await discord.gateway.ready(20)


@pytest.mark.usefixtures("seeds")
async def test_a_wrong_token_is_one_sentence_and_exit_2(discord: FakeDiscord, tmp_path: Path):
    async with process(discord, tmp_path, token="wrong") as child:
        assert await child.end() == 2
        assert "article-bot: Discord does not accept the token" in child.log
        assert "Traceback" not in child.log


@pytest.mark.usefixtures("seeds")
@pytest.mark.parametrize(("code", "sentence"), [(4004, "does not accept the token"), (4013, "for good")])
async def test_a_gateway_that_will_not_have_it_is_one_sentence_and_exit_2(
    discord: FakeDiscord, tmp_path: Path, code: int, sentence: str
):
    discord.gateway.reject_with = code
    async with process(discord, tmp_path) as child:
        assert await child.end() == 2
        assert sentence in child.log
        assert "Traceback" not in child.log


async def test_no_article_is_one_sentence_and_exit_2(discord: FakeDiscord, tmp_path: Path):
    (tmp_path / "seeds").mkdir()
    async with process(discord, tmp_path) as child:
        assert await child.end() == 2
        assert "no article in" in child.log
        assert "Traceback" not in child.log
