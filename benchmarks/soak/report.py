"""The tables of a soak, and whether all was as it must be."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.soak.crowd import MARK, CrowdedDiscord
from benchmarks.soak.host import Host

ACKNOWLEDGE = 3.0
GROWTH, SLACK = 1.05, 8_000_000
"""The memory at the end may be this much of that in the middle, and so many bytes more."""
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Check:
    """One thing that must hold."""

    name: str
    measured: str
    wanted: str
    holds: bool


def kinds_table(discord: CrowdedDiscord) -> Table:
    """A row a kind of interaction: how many, and how soon they were acknowledged."""
    table = Table(title="seconds from the interaction to the first response; of messages, to the answer")
    for column in ("kind", "count", "p50", "p99", "worst"):
        table.add_column(column, justify="left" if column == "kind" else "right")
    times: dict[str, list[float]] = defaultdict(list)
    for interaction in discord.interactions.all:
        times[discord.kinds[interaction.id]].append(
            np.inf if interaction.acknowledged is None else interaction.acknowledged
        )
    every = [t for each in times.values() for t in each]
    for identity, seconds in discord.finished.items():
        times[discord.kinds[identity]].append(seconds)
    for kind in sorted(times, key=lambda kind: -len(times[kind])):
        table.add_row(kind, *_figures(times[kind]))
    table.add_section()
    table.add_row("all interactions", *_figures(every), style="bold")
    return table


def _figures(times: list[float]) -> list[str]:
    p50, p99 = np.percentile(times, [50, 99], method="lower")
    return [f"{len(times):,}", *(f"{t:.3f}" for t in (p50, p99, max(times)))]


def so_far(discord: CrowdedDiscord, host: Host) -> str:
    """A line for who waits."""
    everything = discord.interactions.all
    times = [i.acknowledged for i in everything if i.acknowledged is not None]
    late = [i for i in everything if i.acknowledged is None and time.monotonic() - i.born > ACKNOWLEDGE]
    return (
        f"{len(everything):,} interactions, acknowledged within {max(times, default=0):.1f} s, {len(late)} not; "
        f"{host.resident() / MEGABYTE:.0f} MB"
    )


def memory(samples: list[int]) -> tuple[float, float, float]:
    """Mean megabytes of the first, the middle and the last tenth of the samples, the warming up left out."""
    warm = samples[len(samples) // 20 :]
    tenth = max(1, len(warm) // 10)
    middle = len(warm) // 2
    parts = warm[:tenth], warm[middle - tenth // 2 : middle - tenth // 2 + tenth], warm[-tenth:]
    start, mid, end = (float(np.mean(part)) / MEGABYTE for part in parts)
    return start, mid, end


def checks(discord: CrowdedDiscord, host: Host, broken: list[str], code: int, wanted: int) -> list[Check]:
    """All that must hold, with what was measured."""
    everything = discord.interactions.all
    late = [i for i in everything if i.acknowledged is None or i.acknowledged > ACKNOWLEDGE]
    left = [i for i in everything if not i.done]
    errors = host.errors(MARK)
    _, middle, end = memory(host.samples)
    most = middle * GROWTH + SLACK / MEGABYTE
    wrong = discord.not_injected()
    return [
        Check("interactions", f"{len(everything):,}", f"≥ {wanted:,}", len(everything) >= wanted),
        Check("not acknowledged within 3 s", str(len(late)), "0", not late),
        Check(
            "never answered",
            str(len(left) + discord.unanswered_messages()),
            "0",
            not left and not discord.unanswered_messages(),
        ),
        Check("errors in the log, injected ones left out", str(len(errors)), "0", not errors),
        Check("requests that Discord refuses", str(len(wrong)), "0", not wrong),
        Check("bodies against Discord's document", _held(discord), "0", not discord.faults),
        Check("what members could not do", str(len(broken)), "0", not broken),
        Check("gateway sessions resumed", str(discord.gateway.resumed), "2", discord.gateway.resumed == 2),
        Check("memory at the end, MB", f"{end:.0f}", f"≤ {most:.0f}", end <= most),
        Check("exit code after SIGTERM", str(code), "0", code == 0),
    ]


def _held(discord: CrowdedDiscord) -> str:
    return "not at hand" if discord.specification is None else str(len(discord.faults))


def verdict_table(found: list[Check]) -> Table:
    """A row a check."""
    table = Table(title="what must hold")
    for column in ("", "measured", "must be", "holds"):
        table.add_column(column, justify="left" if not column else "right")
    for check in found:
        table.add_row(
            check.name,
            check.measured,
            check.wanted,
            "yes" if check.holds else "NO",
            style=None if check.holds else "red",
        )
    return table


def show_faults(console: Console, discord: CrowdedDiscord, host: Host, broken: list[str]) -> None:
    """The first few of each kind of what went wrong, in full."""
    parts = {
        "errors in the log": host.errors(MARK),
        "refused": discord.not_injected(),
        "against the document": discord.faults,
        "what members could not do": broken,
        "late or never": [
            f"{discord.kinds[i.id]}: acknowledged {i.acknowledged}, done {i.done}, {i.data}"
            for i in discord.interactions.all
            if i.acknowledged is None or i.acknowledged > ACKNOWLEDGE or not i.done
        ],
    }
    for title, lines in parts.items():
        if lines:
            console.rule(f"{title}: {len(lines)}")
            for line in lines[:5]:
                console.print(line, markup=False, highlight=False)
