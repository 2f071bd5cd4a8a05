"""How the bot bears months of a server: `python -m benchmarks.soak --interactions 10000 --rate 10`.

A fake Discord runs in this process, the real bot in another. Members of 50 guilds ask, read, press buttons, fill in
forms, write in passing and complete names, at random moments of a given rate, while moderators add, remove and reread
articles, the gateway is dropped twice, and one REST request in a hundred fails with 5xx or 429. Exits with 1 where an
interaction was acknowledged late or never answered, where the log holds an error that was not injected, or where memory
went on growing.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from rich.console import Console

from benchmarks.soak import report
from benchmarks.soak.crowd import CrowdedDiscord
from benchmarks.soak.host import Host
from benchmarks.soak.members import Members
from benchmarks.soak.moderators import Moderators

SETTLE = 45.0
"""Seconds at the end for what is still under way."""


def main() -> None:
    """Prints the tables; exits with 1 where something is not as it must be."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--interactions", type=int, default=10_000)
    ap.add_argument("--rate", type=float, default=10.0, help="interactions a second, on average")
    ap.add_argument("--open", type=int, default=40, help="at most so many under way: a slower machine sets the pace")
    ap.add_argument("--minutes", type=float, default=120.0, help="to end after, whatever there has been by then")
    ap.add_argument("--guilds", type=int, default=50)
    ap.add_argument("--members", type=int, default=10, help="in each guild")
    ap.add_argument("--failing", type=float, default=1.0, help="percent of the REST requests")
    ap.add_argument("--changes", type=float, default=3.0, help="seconds between two deeds of moderators")
    ap.add_argument("--reader", choices=("auto", "plain"), default="auto", help="as answers.reader in config.yaml")
    ap.add_argument("--seed", type=int, default=9)
    ap.add_argument("--log", type=Path, help="where the bot's log is to be kept")
    sys.exit(asyncio.run(soak(ap.parse_args())))


async def soak(options: argparse.Namespace) -> int:
    """Runs it; gives the exit code."""
    console, random = Console(), Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        host = Host(Path(folder), options.reader)
        async with CrowdedDiscord(options.guilds, options.members, random) as discord:
            await host.start(discord)
            watching = asyncio.create_task(host.watch(2.0))
            began, load = time.monotonic(), [os.getloadavg()[0]]
            broken = await _live(discord, host, random, options, console)
            load.append(os.getloadavg()[0])
            watching.cancel()
            discord.failing = 0.0
            used = host.processor_seconds()
            code = await host.stop()
            minutes = (time.monotonic() - began) / 60
            console.print(report.kinds_table(discord))
            start, middle, end = report.memory(host.samples)
            console.print(
                f"{minutes:.1f} minutes, {len(discord.requests):,} requests, "
                f"failed: {dict(sorted(discord.injected.items()))}, log records: {dict(host.levels())}\n"
                f"memory in MB: {start:.0f} at the start, {middle:.0f} in the middle, {end:.0f} at the end, "
                f"{max(host.samples) / report.MEGABYTE:.0f} at most\n"
                f"processor seconds: {used:.0f} for the bot, {time.process_time():.0f} for Discord and its members\n"
                f"load of this machine of {os.cpu_count()} cores: {load[0]:.1f} at the start, {load[1]:.1f} at the end",
                highlight=False,
            )
            found = report.checks(discord, host, broken, code, options.interactions)
            console.print(report.verdict_table(found))
            report.show_faults(console, discord, host, broken)
            if options.log:
                options.log.write_bytes(host.log_file.read_bytes())
            discord.faults.clear()  # told above
    return 0 if all(check.holds for check in found) else 1


async def _live(
    discord: CrowdedDiscord, host: Host, random: Random, options: argparse.Namespace, console: Console
) -> list[str]:
    """Lets members and moderators do as they do, until there were enough interactions; gives what they could not do."""
    members = Members(discord, next(host.seeds.glob("*.txt")), random)
    moderators = Moderators(members, host)
    first = discord.world.guilds[0]
    await members.read_help(next(user for user in first.permissions if not user.bot), first.channels[0])
    discord.failing = options.failing / 100
    working = asyncio.create_task(moderators.work(options.changes))
    under_way: set[asyncio.Task[None]] = set()
    drops, told = [1 / 3, 2 / 3], 0
    began, most = time.monotonic(), 60 * options.minutes
    while (count := len(discord.interactions.all)) < options.interactions and host.runs:
        done = max(count / options.interactions, (time.monotonic() - began) / most)
        if done >= 1:
            break
        if drops and done >= drops[0]:
            drops.pop(0)
            await discord.gateway.drop()
        if count >= told:
            told += max(1, options.interactions // 40)
            console.print(report.so_far(discord, host))
        task = asyncio.create_task(members.act())
        under_way.add(task)
        task.add_done_callback(under_way.discard)
        await asyncio.sleep(random.expovariate(options.rate))
        while len(under_way) >= options.open:
            await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
    working.cancel()
    if under_way:
        await asyncio.wait(under_way, timeout=SETTLE)
    for task in under_way:
        task.cancel()
    return [*members.broken, *moderators.broken]


if __name__ == "__main__":
    main()
