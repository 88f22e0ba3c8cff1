"""Runs of programs that are measured, each with a limit of time: CPU seconds, wall seconds, memory."""
import dataclasses
import os
import pathlib
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
MADE = "--doc-errors=ok"  # for corpora made of others, in which some articles may have no text but furniture


@dataclasses.dataclass
class Ran:
    cpu: float          # seconds of user + system
    wall: float         # seconds from start to end
    peak: float         # MB of resident memory at the most
    code: int           # exit code; negative: ended by a signal
    timed_out: bool
    samples: list       # (seconds since the start, MB resident, MB of them anonymous)


def memory_of(pid):
    """(resident, anonymous) MB of a process, None once it is gone."""
    try:
        with open(f"/proc/{pid}/status") as lines:
            values = {k: v for k, _, v in (line.partition(":") for line in lines)}
        return tuple(int(values[key].split()[0]) / 1024 for key in ("VmRSS", "RssAnon"))
    except (OSError, KeyError, ValueError):
        return None


class Running:
    """A program at work; end() waits for it. It is killed `limit` seconds after its start."""

    def __init__(self, command, limit, sample_every=None):
        self.begin = time.monotonic()
        self.child = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                      stderr=subprocess.PIPE)
        self.timed_out = False
        self.timer = threading.Timer(limit, self.give_up)
        self.timer.daemon = True
        self.timer.start()
        self.samples, self.said = [], b""
        self.watchers = [threading.Thread(target=self.listen, daemon=True)]
        if sample_every:
            self.watchers.append(threading.Thread(target=self.watch, args=(sample_every,), daemon=True))
        for watcher in self.watchers:
            watcher.start()

    def give_up(self):
        self.timed_out = True
        self.child.kill()

    def listen(self):
        self.said = self.child.stderr.read()

    def watch(self, every):
        while (memory := memory_of(self.child.pid)) and self.child.returncode is None:
            self.samples.append((time.monotonic() - self.begin, *memory))
            time.sleep(every)

    def end(self):
        _, status, usage = os.wait4(self.child.pid, 0)
        wall = time.monotonic() - self.begin
        self.child.returncode = os.waitstatus_to_exitcode(status)
        self.timer.cancel()
        for watcher in self.watchers:
            watcher.join(5)
        # What wait4 says of memory is never less than this program had itself when it started the other: both are small.
        return Ran(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, self.child.returncode, self.timed_out, self.samples)


class Qogam:
    """`qogam analyze` of one build, and what was called so far."""

    def __init__(self, build, options, limit):
        self.build, self.program, self.options, self.limit = build, build / "qogam", options, limit
        self.commands = []

    def note(self, command):
        """Keeps a command for commands.txt, without where this machine has its files."""
        words = [self.short(word) for word in command]
        line = " ".join(words)
        if line not in self.commands:
            self.commands.append(line)

    def short(self, word):
        word = str(word)
        if word.startswith("--") and "=" in word:  # --option=PATH
            option, value = word.split("=", 1)
            return f"{option}={self.short(value)}"
        if word.startswith(str(self.build)):
            path = pathlib.Path(word).relative_to(self.build)
            return f"SCRATCH/{path.name}" if "scratch-" in word else str("BUILD" / path)
        if word.startswith(str(ROOT) + os.sep):
            return os.path.relpath(word, ROOT)
        return pathlib.Path(word).name if word.startswith("/") and word != os.devnull else word

    def start(self, source, *options, out=None, sample_every=None, limit=None):
        command = [self.program, "analyze", "--from=jsonl", "--progress=never", *options, *self.options, source]
        if out:
            command += ["-o", out]
        self.note(command if out else [*command, ">", os.devnull])
        return Running(command, limit or self.limit, sample_every)

    def analyze(self, source, *options, may_fail=False, **more):
        """One run; ends the program where it fails, unless it may."""
        running = self.start(source, *options, **more)
        ran = running.end()
        if not may_fail:
            self.demand(running, ran, source)
        return ran

    def demand(self, running, ran, source):
        if ran.timed_out:
            sys.exit(f"qogam analyze {pathlib.Path(source).name}: not done after {self.limit} s (--limit)")
        if ran.code != 0:
            said = running.said.decode(errors="replace").strip().splitlines()
            sys.exit(f"qogam analyze {pathlib.Path(source).name}: exit code {ran.code}: " + "\n".join(said[:1] + said[-1:]))

    def says(self, *words):
        """What it prints for an option such as --version."""
        run = subprocess.run([self.program, *words], capture_output=True, text=True, timeout=30)
        return run.stdout.strip()
