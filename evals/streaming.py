"""How much memory and time a translation memory takes that is read window by window.

For each number of units a TMX of made-up text is written to a temporary folder and checked in a
process of its own, with rules that are cheap. One unit in a thousand has a fault.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from pathlib import Path

from checker.engine import run
from checker.request import Request
from checker.streaming import WINDOW

_RULES = ("repeated-word", "unpaired-mark")
_MEGABYTE = 1024 * 1024


def main() -> None:
    """Measure, and print a line for each number of units."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("units", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    arguments.add_argument("--select", nargs="+", default=list(_RULES))
    asked = arguments.parse_args()
    print(f"windows of {WINDOW // _MEGABYTE} MB; rules: {', '.join(asked.select)}")
    print("    units   MB file  findings  peak MB  units/s")
    for count in asked.units:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "memory.tmx"
            _write(path, count)
            process = multiprocessing.get_context("spawn").Process(
                target=_measure, args=(path, count, tuple(asked.select))
            )
            process.start()
            process.join()


def _write(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as stream:
        stream.write('<tmx version="1.4"><header srclang="zh-CN"/><body>\n')
        for at in range(count):
            english = f"In year {at} the county built {at % 97} kilometers of new rural roads."
            if at % 1000 == 999:
                english = english.replace("the county", "the the county")
            stream.write(
                f'<tu><tuv xml:lang="zh-CN"><seg>{at}年，新建农村公路{at % 97}公里。</seg></tuv>'
                f'<tuv xml:lang="en-GB"><seg>{english}</seg></tuv></tu>\n'
            )
        stream.write("</body></tmx>\n")


def _measure(path: Path, count: int, rules: tuple[str, ...]) -> None:
    start = time.perf_counter()
    result = run(Request((str(path),), overrides={"select": rules}))
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    size = path.stat().st_size / _MEGABYTE
    assert not result.problems  # noqa: S101 - what is measured is a file that can be used
    found = sum(len(one.spans) for one in result.findings)
    print(f"{count:9,} {size:9.1f} {found:9,} {peak:8,} {count / seconds:8,.0f}", flush=True)


if __name__ == "__main__":
    main()
