"""From the start of the process to the first record of a page, and to the version as the floor."""
import statistics
import subprocess
import sys
import threading
import time

from whole import texts
from whole.result import Goal, Result, Table

LIMIT = 20  # seconds for one start


def first_line_after(command):
    """Milliseconds until the first whole line on standard output."""
    begin = time.monotonic()
    child = subprocess.Popen([str(c) for c in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    timer = threading.Timer(LIMIT, child.kill)
    timer.start()
    line = child.stdout.readline()
    seconds = time.monotonic() - begin
    child.stdout.read()
    child.wait()
    timer.cancel()
    if not line.endswith(b"\n") or child.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: no line, or exit code {child.returncode}")
    return seconds * 1e3


def page_of(records):
    """An article of ordinary length: the one in the middle by size."""
    return sorted(records, key=lambda r: len(r["text"]))[len(records) // 2]["text"]


def run(bench):
    page = bench.scratch / "page.txt"
    text = page_of(list(texts.read(bench.input, bench.options.most)))
    page.write_text(text, encoding="utf-8")
    program, options = bench.qogam.program, bench.qogam.options
    commands = {"first record, -j1": [program, "analyze", "-j1", "--progress=never", *options, page],
                "first record, as many jobs as cores": [program, "analyze", "--progress=never", *options, page],
                "--version": [program, "--version"]}
    took = {name: [] for name in commands}
    for command in commands.values():
        bench.qogam.note(command)
        first_line_after(command)  # untimed: files come into memory
    for _ in range(bench.options.starts):
        for name, command in commands.items():
            took[name].append(first_line_after(command))
        if not bench.budget.allows():
            break

    result = Result("Start-up", by_wall=True)
    rows = [[name, f"{statistics.median(ms):.1f}", f"{min(ms):.1f}", f"{sorted(ms)[int(len(ms) * 0.9)]:.1f}"] for name, ms in took.items()]
    result.tables.append(Table(f"wall ms from the start of the process, a page of {len(text.encode())} bytes, {len(took['--version'])} starts",
                               ["what", "median", "least", "nine of ten"], rows))
    median = statistics.median(took["first record, as many jobs as cores"])
    result.goals.append(Goal("start-up to the first record", f"{median:.1f} ms", "<= 30 ms", median <= 30))
    result.figures = {"ms": took, "page_bytes": len(text.encode())}
    return result
