"""What a benchmark hands back, and the bench it works on."""
import dataclasses
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
    met: bool


@dataclasses.dataclass
class Result:
    title: str
    tables: list = dataclasses.field(default_factory=list)
    goals: list = dataclasses.field(default_factory=list)
    notes: list = dataclasses.field(default_factory=list)
    figures: dict = dataclasses.field(default_factory=dict)  # all that was measured, for results.json


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
