#!/usr/bin/env python3
"""How quick the Python package is beside the program.

usage: bench/python_speed.py BUILD NEWS.jsonl [--threads N] [--rounds N]

Run it with the interpreter that has the package of the same build: BUILD/python-venv/bin/python. In each round the program
and the package analyse the file in turns, in processes of their own, and write what they found to a file; the files must be
the same, byte for byte. What is printed are medians of the wall and CPU time, and of the speed to that of the program in the
same round, for documents that the package reads itself (`read`) and for dicts that Python makes of the lines (`dicts`).
Where other programs keep the machine busy only CPU time tells. Goal: 0.9 of either.
"""

from __future__ import annotations

import argparse
import filecmp
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

GOAL = 0.9

READ = """
import sys, qogam
with open(sys.argv[2], "wb") as out:
    for document in qogam.analyze_many(qogam.read(sys.argv[1]), threads=int(sys.argv[3])):
        out.write(bytes(document) + b"\\n")
"""

DICTS = """
import json, sys, qogam
with open(sys.argv[1], "rb") as lines, open(sys.argv[2], "wb") as out:
    for document in qogam.analyze_many(map(json.loads, lines), threads=int(sys.argv[3])):
        out.write(bytes(document) + b"\\n")
"""


def measured(command: list[str], stdin: Path | None = None) -> tuple[float, float]:
    """Wall and CPU seconds of a process that must end well."""
    with open(stdin or os.devnull, "rb") as given:
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdin=given, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime


def compared(build: Path, news: Path, threads: int, rounds: int, folder: Path) -> dict[str, list[tuple[float, float]]]:
    """The times of each way, a pair a round."""
    program = [str(build / "qogam"), "analyze", "-j", str(threads), "-o"]
    out = {way: folder / way for way in ("program", "program, stdin", "read", "dicts")}
    ways: dict[str, tuple[list[str], Path | None]] = {
        "program": ([*program, str(out["program"]), str(news)], None),
        "read": ([sys.executable, "-c", READ, str(news), str(out["read"]), str(threads)], None),
        # Dicts have no file: they are named as the records of standard input are.
        "program, stdin": ([*program, str(out["program, stdin"]), "-"], news),
        "dicts": ([sys.executable, "-c", DICTS, str(news), str(out["dicts"]), str(threads)], None),
    }
    times: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
    for _ in range(rounds):
        for way, (command, stdin) in ways.items():
            times[way].append(measured(command, stdin))
        for one, other in (("program", "read"), ("program, stdin", "dicts")):
            if not filecmp.cmp(out[one], out[other], shallow=False):
                sys.exit(f"{one} and {other} found different things")
    return times


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--rounds", type=int, default=5)
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        times = compared(words.build, words.news, words.threads, words.rounds, Path(folder))
    size = words.news.stat().st_size
    print(f"{size} bytes, {words.threads} threads, {words.rounds} rounds\n")
    print("| | wall s | CPU s | speed to the program's, wall | CPU |\n|---|---|---|---|---|")
    worst = 1.0
    for way, base in (("program", "program"), ("read", "program"), ("program, stdin", "program, stdin"), ("dicts", "program, stdin")):
        wall, cpu = (statistics.median(column) for column in zip(*times[way], strict=True))
        pairs = list(zip(times[base], times[way], strict=True))
        of_wall, of_cpu = (statistics.median(b[kind] / w[kind] for b, w in pairs) for kind in (0, 1))
        worst = min(worst, of_wall, of_cpu)
        print(f"| {way} | {wall:.2f} | {cpu:.2f} | {of_wall:.3f} | {of_cpu:.3f} |")
    print(f"\ngoal {GOAL}: {'reached' if worst >= GOAL else 'missed'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
