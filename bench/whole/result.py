"""What a benchmark hands back, and the bench it works on."""
import dataclasses
import os
import pathlib
import time

from whole.runs import Qogam


@dataclasses.dataclass
class Table:
    caption: str
    head: list
    rows: list


@dataclasses.dataclass
class Goal:
    what: str
    measured: str
    goal: str
    met: bool  # None: nobody can tell


@dataclasses.dataclass
class Result:
    title: str
    by_wall: bool = False   # its goals are of wall time, which other work on the machine spoils
    tables: list = dataclasses.field(default_factory=list)
    goals: list = dataclasses.field(default_factory=list)
    notes: list = dataclasses.field(default_factory=list)
    figures: dict = dataclasses.field(default_factory=dict)  # all that was measured, for results.json


class Others:
    """How many cores other programs keep busy (or a host takes away) from now on."""

    QUIET = 0.1  # cores

    def __init__(self):
        self.wall, self.all, self.own = time.monotonic(), *self.seconds()

    @staticmethod
    def seconds():
        """CPU seconds of the whole machine since its start, and those of this program and the ended ones it started."""
        with open("/proc/stat") as lines:
            user, nice, system, _, _, irq, softirq, steal = map(int, lines.readline().split()[1:9])
        return (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK"), sum(os.times()[:4])

    def cores(self):
        whole, own = self.seconds()
        return max(0.0, (whole - self.all - own + self.own) / (time.monotonic() - self.wall))

    def tell(self, result):
        """Adds to the result what others did meanwhile; goals of wall time stay open where it was much."""
        cores = self.cores()
        result.figures["cores_of_others"] = cores
        if cores < self.QUIET:
            return
        result.notes.append(f"Other work kept {cores:.2f} cores busy meanwhile: "
                            + ("wall times and their ratios say nothing." if result.by_wall else "CPU times are longer than on a quiet machine."))
        for goal in result.goals if result.by_wall else []:
            goal.met = None


class Budget:
    """Seconds that a benchmark may take; it asks before each further step and leaves out what does not fit."""

    def __init__(self, seconds):
        self.begin, self.seconds = time.monotonic(), seconds

    def spent(self):
        return time.monotonic() - self.begin

    def left(self):
        return self.seconds - self.spent()

    def allows(self, step=0):
        """Whether a step of so many seconds may still be begun."""
        return self.left() > step


@dataclasses.dataclass
class Bench:
    qogam: Qogam
    build: pathlib.Path
    input: pathlib.Path
    scratch: pathlib.Path   # gone after the run
    options: object         # of the command line
    budget: Budget

    def say(self, text):
        print(f"  {self.budget.spent():6.0f} s  {text}", flush=True)


def percent(share, digits=1):
    return f"{share * 100:.{digits}f} %"
