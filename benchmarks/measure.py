"""Times and memory of a whole process, as a person at a terminal waits for it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

# Linux counts in kilobytes, macOS in bytes.
_UNIT = 1 if sys.platform == "darwin" else 1024

# Seconds that one run may take.
LIMIT = 120
# No findings, findings, and findings of codespell.
_FINE = (0, 1, 65)


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds on the clock, seconds of processors, the peak of its memory."""

    wall: float
    cpu: float
    bytes: int
    exit_code: int


# A small process starts the command: the peak of a child is at least what its parent had.
_STARTER = """
import os, sys, time
start = time.perf_counter()
pid = os.spawnvp(os.P_NOWAIT, sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(pid, 0)
wall = time.perf_counter() - start
code = os.waitstatus_to_exitcode(status)
print(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, code, file=sys.stderr)
"""


def run(command: list[str], environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command once and return what it took. Its output goes nowhere.

    Raises:
        RuntimeError: it took longer than :data:`LIMIT`.
    """
    with subprocess.Popen(  # noqa: S603 - commands of our own
        [sys.executable, "-I", "-S", "-c", _STARTER, *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **(environment or {})},
        start_new_session=True,
    ) as process:
        try:
            _, errors = process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired as error:
            os.killpg(process.pid, signal.SIGKILL)
            raise RuntimeError(f"stopped after {LIMIT} s") from error
    wall, cpu, peak, code = errors.splitlines()[-1].split()
    return Cost(float(wall), float(cpu), int(peak) * _UNIT, int(code))


@dataclass(frozen=True)
class Summary:
    """Several runs of one command: the least and the median wall time, the least processor time."""

    best: float
    median: float
    cpu: float
    megabytes: float

    def __str__(self) -> str:
        return f"{self.best:.2f} | {self.median:.2f} | {self.cpu:.2f} | {self.megabytes:.0f}"


def repeat(command: list[str], runs: int, environment: Mapping[str, str] | None = None) -> Summary:
    """Run a command several times, after once for the caches.

    Raises:
        RuntimeError: it failed, or took too long.
    """
    costs = [run(command, environment) for _ in range(runs + 1)][1:]
    return summarize(command, costs)


def summarize(command: list[str], costs: Iterable[Cost]) -> Summary:
    """Return the summary of some runs.

    Raises:
        RuntimeError: one has failed.
    """
    done = list(costs)
    failed = [cost.exit_code for cost in done if cost.exit_code not in _FINE]
    if failed:
        raise RuntimeError(f"{command[0]} ended with {failed[0]}")
    walls = [cost.wall for cost in done]
    peak = max(cost.bytes for cost in done) / 1e6
    return Summary(min(walls), median(walls), min(cost.cpu for cost in done), peak)


def zhengming(*arguments: str | Path) -> list[str]:
    """Return the command line of Zhengming with some arguments."""
    return [sys.executable, "-m", "checker", *map(str, arguments)]
