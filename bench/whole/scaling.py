"""Two jobs in one process against two processes side by side, and what of the work is serial."""
import json
import os
import statistics
import time

from whole import texts
from whole.result import Goal, Result, Table, percent

CORES = (1, 2, 4, 8, 16, 32)


def serial_fraction(speed_up, jobs=2):
    """Karp and Flatt's: the share of the work that must have been serial for such a speed-up."""
    return (1 / speed_up - 1 / jobs) / (1 - 1 / jobs)


def speed_up(serial, cores):
    """Amdahl's law."""
    return 1 / (serial + (1 - serial) / cores)


class Rounds:
    """Wall and CPU seconds of each way to do the whole file."""

    def __init__(self, bench, files, whole):
        self.bench, self.files, self.whole = bench, files, whole
        self.wall, self.cpu = {}, {}

    def keep(self, name, wall, cpu):
        self.wall.setdefault(name, []).append(wall)
        self.cpu.setdefault(name, []).append(cpu)

    def alone(self, name, jobs):
        ran = self.bench.qogam.analyze(self.whole, f"-j{jobs}", out=self.bench.scratch / "out.jsonl")
        self.keep(name, ran.wall, ran.cpu)

    def side_by_side(self):
        begin = time.monotonic()
        running = [self.bench.qogam.start(f, "-j1", out=self.bench.scratch / f"out-{f.name}") for f in self.files]
        ended = [r.end() for r in running]
        wall = time.monotonic() - begin
        for r, ran, file in zip(running, ended, self.files):
            self.bench.qogam.demand(r, ran, file)
        self.keep("two processes", wall, sum(e.cpu for e in ended))

    def go(self):
        self.alone("two jobs", 2)
        self.side_by_side()
        self.alone("one job", 1)


def timings(bench, whole):
    """What `--timings` says of a run of two jobs, where the build has that option; else None."""
    if "--timings" not in bench.qogam.says("analyze", "--help"):
        return None
    out = bench.scratch / "timings.json"
    ran = bench.qogam.analyze(whole, "-j2", "--timings", out, out=bench.scratch / "out.jsonl", may_fail=True)
    try:
        return json.loads(out.read_text()) if ran.code == 0 else None
    except (OSError, ValueError):
        return None


def counted_fraction(said):
    """The serial fraction that the program counted itself, where it gives one."""
    fraction = said.get("serial_fraction") if isinstance(said, dict) else None
    return fraction if isinstance(fraction, (int, float)) else None


def run(bench):
    whole = list(texts.read(bench.input, bench.options.most))
    path, files = bench.scratch / "whole.jsonl", [bench.scratch / f"half-{n}.jsonl" for n in (1, 2)]
    _, size = texts.write(path, whole)
    for file, half in zip(files, texts.halves(whole)):
        texts.write(file, half)

    rounds = Rounds(bench, files, path)
    for turn in range(bench.options.rounds):
        begin = bench.budget.spent()
        rounds.go()
        bench.say(f"round {turn + 1} of {bench.options.rounds}")
        if not bench.budget.allows(bench.budget.spent() - begin):
            break
    wall = {name: statistics.median(seconds) for name, seconds in rounds.wall.items()}
    cpu = {name: statistics.median(seconds) for name, seconds in rounds.cpu.items()}
    # Ratios are taken within a round, where both sides met the same other work on the machine.
    ratio = statistics.median(b / a for a, b in zip(rounds.wall["two jobs"], rounds.wall["two processes"]))
    gain = statistics.median(c / a for a, c in zip(rounds.wall["two jobs"], rounds.wall["one job"]))
    said = timings(bench, path)
    by_clock, by_peer, counted = serial_fraction(gain), serial_fraction(2 * ratio), counted_fraction(said)
    serial = counted if counted is not None else max(by_peer, 0.0)
    how = "counted by --timings" if counted is not None else "against two processes"

    result = Result("Scaling")
    busy = os.getloadavg()[0] - 2
    if busy > 0.5 or cpu["one job"] < 0.9 * wall["one job"]:
        result.notes.append("Other work ran on the machine at the same time: wall times, and all ratios of this table, say little.")
    rows = [[name, f"{wall[name]:.2f}", f"{cpu[name]:.2f}", f"{cpu[name] / wall[name]:.2f}", f"{size / wall[name] / 1e3:.0f}"] for name in wall]
    result.tables.append(Table(f"{size / 1e6:.2f} MB of text, {len(rounds.wall['one job'])} rounds, medians, start-up counted",
                               ["run", "wall s", "CPU s", "cores busy", "KB/s wall"], rows))
    result.tables.append(Table("serial fraction", ["how", "of the work"], [
        ["one job against two (Karp-Flatt), the machine's own limits counted", percent(by_clock)],
        ["two jobs against two processes, which share nothing but the machine", percent(by_peer)],
        ["counted by --timings", percent(counted) if counted is not None else "-"]]))
    result.tables.append(Table(f"a model, not a measurement: speed-up by Amdahl's law with {percent(serial)} serial ({how})",
                               ["cores", *map(str, CORES)], [["times", *(f"{speed_up(serial, n):.1f}" for n in CORES)]]))
    result.goals.append(Goal("two jobs to two processes side by side", f"{ratio:.3f}", ">= 0.95", ratio >= 0.95))
    result.goals.append(Goal(f"serial fraction, {how}", percent(serial), "<= 3 %", serial <= 0.03))
    result.figures = {"bytes": size, "wall_seconds": rounds.wall, "cpu_seconds": rounds.cpu, "two_jobs_to_two_processes": ratio,
                      "one_job_to_two": gain, "serial": {"one_job_to_two": by_clock, "to_two_processes": by_peer, "counted": counted},
                      "timings": said}
    return result
