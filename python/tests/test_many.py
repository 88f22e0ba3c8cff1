"""Many documents: order, threads, iterables that raise or are slow, and runs that end early."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest
import qogam
from support import FOLDER, Python, lines_of

TEXT = "Аким города Асет Исекешев обещал до 1 июля открыть школу. "


def test_order_and_bytes_are_the_same_for_any_number_of_threads(analyzer: qogam.Analyzer, articles: list[str]) -> None:
    records = [{"text": text * (1 + number % 5), "id": str(number)} for number, text in enumerate(articles)]
    one = list(analyzer.analyze_many(records, threads=1))
    assert [document.id for document in one] == [str(number) for number in range(len(records))]
    for threads in (0, 2, 5):
        assert lines_of(analyzer.analyze_many(iter(records), threads=threads)) == lines_of(one)


def test_nothing_gives_nothing(analyzer: qogam.Analyzer) -> None:
    assert list(analyzer.analyze_many([])) == []
    assert list(analyzer.analyze_many(qogam.read([]))) == []


def test_the_iterable_is_read_by_the_caller_and_not_far_ahead(analyzer: qogam.Analyzer) -> None:
    given = 0
    threads = set()

    def endless() -> Iterator[str]:
        nonlocal given
        while True:
            given += 1
            threads.add(threading.get_ident())
            yield TEXT

    run = analyzer.analyze_many(endless(), threads=2)
    ahead = 0
    for taken, _ in enumerate(itertools.islice(run, 1000), 1):
        ahead = max(ahead, given - taken)
    assert 0 < ahead < 150
    assert threads == {threading.get_ident()}
    run.close()


def test_what_the_iterable_raises_comes_after_the_results_before_it(analyzer: qogam.Analyzer) -> None:
    def broken() -> Iterator[str]:
        yield from [TEXT] * 20
        raise LookupError("no more")

    taken = []
    with pytest.raises(LookupError, match="no more"):
        for document in analyzer.analyze_many(broken(), threads=2):
            taken.append(document)
    assert len(taken) == 20


def test_an_interruption_in_the_iterable_comes_at_once(analyzer: qogam.Analyzer) -> None:
    def interrupted() -> Iterator[str]:
        yield TEXT
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(analyzer.analyze_many(interrupted()))


def test_a_slow_iterable_does_not_hold_up_results(analyzer: qogam.Analyzer) -> None:
    begin = time.monotonic()
    given: list[float] = []

    def slow() -> Iterator[str]:
        for _ in range(4):
            given.append(time.monotonic() - begin)
            yield TEXT
            time.sleep(1)

    taken = [time.monotonic() - begin for _ in analyzer.analyze_many(slow())]
    # From the second on a result is there before the next document is asked for.
    assert all(out < into + 0.9 for out, into in zip(taken[1:], given[1:], strict=True))


def test_the_gil_is_free_meanwhile(analyzer: qogam.Analyzer, articles: list[str]) -> None:
    done = threading.Event()
    counted = [0]

    def count() -> None:
        while not done.wait(0.001):
            counted[0] += 1

    text = "\n\n".join(articles) * 3
    counter = threading.Thread(target=count)
    counter.start()
    try:
        for work in (lambda: analyzer.analyze(text), lambda: next(analyzer.analyze_many([text], threads=1))):
            before = counted[0]
            work()
            # With the GIL held the other thread would make a step or two; with a free one hundreds, even where the machine is busy.
            assert counted[0] - before > 20
    finally:
        done.set()
        counter.join()


def test_several_runs_at_once(analyzer: qogam.Analyzer, articles: list[str]) -> None:
    expected = lines_of(analyzer.analyze_many(articles[:30]))
    found: dict[int, bytes] = {}

    def work(number: int) -> None:
        found[number] = lines_of(analyzer.analyze_many(articles[:30], threads=1 + number % 2))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found.values()) == {expected} and len(found) == 4


@pytest.mark.parametrize("taken", [0, 1, 50])
def test_a_run_that_is_left_ends(analyzer: qogam.Analyzer, articles: list[str], taken: int) -> None:
    before = _threads()
    run = analyzer.analyze_many(itertools.cycle(articles), threads=2)
    for _ in range(taken):
        next(run)
    run.close()
    assert next(run, None) is None
    # The thread of the run is gone; those of oneTBB stay for the next.
    assert _threads() <= before + 2


def test_a_reader_goes_on_behind_a_run_that_is_left(analyzer: qogam.Analyzer, root: os.PathLike[str]) -> None:
    reader = qogam.read(os.path.join(root, "corpora"))
    run = analyzer.analyze_many(reader, threads=1)
    first = next(run)
    run.close()
    rest = list(analyzer.analyze_many(reader))
    assert first.id not in [document.id for document in rest]
    assert len(rest) + 1 <= len(list(qogam.read(os.path.join(root, "corpora"))))


def _threads() -> int:
    return len(os.listdir("/proc/self/task"))


UNFINISHED = """
import itertools, sys, threading, qogam
text = sys.argv[1]
run = qogam.analyze_many(itertools.repeat(text), threads=2)
next(run)
"""

ENDS = {
    "is left in a global": "",
    "is left by an exception": "raise SystemExit(7)",
    "is in use by another thread": "threading.Thread(target=lambda: [None for _ in run], daemon=True).start()",
    "is in a ring": "ring = [run]; ring.append(ring); del run",
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
def test_the_interpreter_ends_while_a_run(python: Python, end: str) -> None:
    ended = python(UNFINISHED + end, TEXT * 20)
    assert ended.returncode == (7 if "SystemExit" in end else 0), ended.stderr
    assert ended.stderr == ""


INTERRUPTED = """
import itertools, sys, qogam
text = sys.argv[1]
def endless():
    yield text
    print("begun", flush=True)
    yield from itertools.repeat(text)
try:
    for document in qogam.analyze_many(endless(), threads=2):
        pass
except KeyboardInterrupt:
    print("interrupted")
"""

ONE_LONG = """
import sys, qogam
print("begun", flush=True)
try:
    next(qogam.analyze_many([sys.argv[1] * 100], threads=1))
except KeyboardInterrupt:
    print("interrupted")
"""


@pytest.mark.parametrize("code", [INTERRUPTED, ONE_LONG], ids=["many", "one long"])
def test_control_c(code: str) -> None:
    child = subprocess.Popen([sys.executable, "-c", code, TEXT * 200], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=FOLDER)
    assert child.stdout and child.stdout.readline() == "begun\n"
    time.sleep(0.3)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out) == (0, "interrupted\n"), err


FORKED = """
import os, sys, qogam
analyzer = qogam.Analyzer()
list(analyzer.analyze_many([sys.argv[1]], threads=2))
child = os.fork()
if child == 0:
    try:
        list(analyzer.analyze_many([sys.argv[1]]))
        os._exit(1)
    except qogam.UsageError as error:
        os._exit(0 if analyzer.analyze(sys.argv[1]).ok and "spawn" in str(error) else 2)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


FORKED_MEANWHILE = """
import itertools, os, sys, qogam
run = qogam.analyze_many(itertools.repeat(sys.argv[1]), threads=2)
next(run)
child = os.fork()
if child == 0:
    try:
        next(run)
    except qogam.UsageError:
        run.close()
        sys.exit(0)
    sys.exit(1)
next(run)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


@pytest.mark.parametrize("code", [FORKED, FORKED_MEANWHILE], ids=["after a run", "in a run"])
def test_a_forked_process_is_told_and_does_not_hang(python: Python, code: str) -> None:
    ended = python("import warnings; warnings.simplefilter('ignore')\n" + code, TEXT)
    assert ended.returncode == 0, ended.stderr
