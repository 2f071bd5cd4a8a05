"""The bot as a process of its own: its folder, its log, its memory."""

from __future__ import annotations

import asyncio
import itertools
import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.fake_discord import FakeDiscord

ROOT = Path(__file__).parents[2]
_RECORD = re.compile(r"^\[?\d{4}-[-\d]+ [:\d,]+\]? \[?([A-Z]+) *\]? ", re.MULTILINE)
_COLOURS = re.compile(r"\x1b\[[\d;]*m")


@dataclass
class Host:
    """`article-bot run` in a folder that is its own."""

    folder: Path
    reader: str
    samples: list[int] = field(default_factory=list)
    """Resident bytes, one every few seconds."""

    def __post_init__(self) -> None:
        self.seeds = self.folder / "seeds"
        shutil.copytree(ROOT / "seeds", self.seeds)
        # No cooldown: a second message within it is left without an answer on purpose, and would count as lost here.
        config = f"seeds: seeds\nstate: state\nanswers:\n  reader: {self.reader}\n  cooldown_seconds: 0\n"
        (self.folder / "config.yaml").write_text(config, "utf-8")
        self.log_file = self.folder / "log.txt"

    async def start(self, discord: FakeDiscord) -> None:
        """Returns once it is logged in."""
        environment = {
            **os.environ,
            "DISCORD_TOKEN": discord.world.token,
            "FAKE_DISCORD_API": discord.base,
            "FAKE_DISCORD_GATEWAY": discord.gateway.url,
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, "-m", "tests.bot.child", "--config", str(self.folder / "config.yaml"), "run"]
        with self.log_file.open("wb") as log:
            self._process = await asyncio.create_subprocess_exec(*command, env=environment, stderr=log)
        await discord.gateway.ready(120)

    async def stop(self) -> int:
        """Asks it to end, as a service manager does; gives the exit code."""
        if self._process.returncode is None:
            self._process.send_signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(30):
                return await self._process.wait()
        except TimeoutError:
            self._process.kill()
            return await self._process.wait()

    @property
    def runs(self) -> bool:
        """Whether it has not ended."""
        return self._process.returncode is None

    async def watch(self, seconds: float) -> None:
        """Notes the memory every so many seconds, until cancelled."""
        while True:
            self.samples.append(self.resident())
            await asyncio.sleep(seconds)

    def resident(self) -> int:
        """Bytes in memory now."""
        try:
            status = Path(f"/proc/{self._process.pid}/status").read_text("ascii")
        except OSError:
            done = subprocess.run(
                ["ps", "-o", "rss=", "-p", str(self._process.pid)], capture_output=True, text=True, check=False
            )
            return int(done.stdout or 0) * 1024
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) * 1024  # type: ignore[index]

    def processor_seconds(self) -> float:
        """What it has used so far; not a number where the system does not say."""
        try:
            fields = Path(f"/proc/{self._process.pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
        except OSError:
            return float("nan")
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def records(self) -> list[tuple[str, str]]:
        """The log: level and text of each record, tracebacks included; what stands before the first is a record too."""
        text = _COLOURS.sub("", self.log_file.read_text("utf-8", errors="replace"))
        starts = [m.start() for m in _RECORD.finditer(text)]
        parts = [text[start:end] for start, end in itertools.pairwise([0, *starts, len(text)])]
        levels = [_RECORD.match(part) for part in parts]
        return [
            (level[1] if level else "UNKNOWN", part.strip())
            for level, part in zip(levels, parts, strict=True)
            if part.strip()
        ]

    def errors(self, excused: str) -> list[str]:
        """Records of errors, and tracebacks, that do not hold the excuse."""
        grave = [
            words
            for level, words in self.records()
            if level in ("ERROR", "CRITICAL", "UNKNOWN") or "Traceback (most recent call last)" in words
        ]
        return [words for words in grave if excused not in words]

    def levels(self) -> Counter[str]:
        """How many records of each level."""
        return Counter(level for level, _ in self.records())
