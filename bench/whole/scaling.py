"""Two jobs in one process against two processes side by side, and what of the work is serial."""
import json
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

    def busy(self, name):
        return [c / w for c, w in zip(self.cpu[name], self.wall[name])]

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
    ran = bench.qogam.analyze(whole, "-j2", f"--timings={out}", out=bench.scratch / "out.jsonl", may_fail=True)
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

    one_line = bench.scratch / "one-line.jsonl"
    texts.write(one_line, whole[:1])
    start = statistics.median(bench.qogam.analyze(one_line, "-j1").wall for _ in range(5))
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
    gain = statistics.median((c - start) / (a - start) for a, c in zip(rounds.wall["two jobs"], rounds.wall["one job"]))
    busy = statistics.median(a / b for a, b in zip(rounds.busy("two jobs"), rounds.busy("two processes")))
    said = timings(bench, path)
    by_clock, by_waiting, counted = serial_fraction(gain), serial_fraction(2 * busy), counted_fraction(said)
    # Two processes learn all words twice, which two jobs do not: their wall times alone would hide what is serial.
    serial, how = (counted, "counted by --timings") if counted is not None else (by_clock, "one job against two")

    result = Result("Scaling", by_wall=True)
    rows = [[name, f"{wall[name]:.2f}", f"{cpu[name]:.2f}", f"{cpu[name] / wall[name]:.2f}", f"{size / wall[name] / 1e3:.0f}"] for name in wall]
    result.tables.append(Table(f"{size / 1e6:.2f} MB of text, {len(rounds.wall['one job'])} rounds, medians, start-up counted",
                               ["run", "wall s", "CPU s", "cores busy", "KB/s wall"], rows))
    result.tables.append(Table("serial fraction", ["how", "of the work"], [
        ["one job against two by the clock, start-up left out (Karp-Flatt); caches and memory that cores share count as serial", percent(by_clock)],
        ["cores that two jobs keep busy against those of two processes", percent(by_waiting)],
        ["counted by --timings", percent(counted) if counted is not None else "-"]]))
    result.tables.append(Table(f"a model, not a measurement: speed-up by Amdahl's law with {percent(serial)} serial ({how})",
                               ["cores", *map(str, CORES)], [["times", *(f"{speed_up(max(serial, 0.0), n):.1f}" for n in CORES)]]))
    result.goals.append(Goal("two jobs to two processes side by side", f"{ratio:.3f}", ">= 0.95", ratio >= 0.95))
    result.goals.append(Goal(f"serial fraction, {how}", percent(serial), "<= 3 %", serial <= 0.03))
    result.figures = {"bytes": size, "wall_seconds": rounds.wall, "cpu_seconds": rounds.cpu, "start_up": start, "two_jobs_to_two_processes": ratio,
                      "one_job_to_two": gain, "serial": {"one_job_to_two": by_clock, "cores_busy": by_waiting, "counted": counted},
                      "timings": said}
    return result
