"""The analysis by the plain program: one process a partition.

Executors need the program, Python with pyarrow, and nothing of this folder.
"""

# mypy: disable-error-code="import-not-found,import-untyped,no-untyped-call"
from __future__ import annotations

import contextlib
import functools
import itertools
import os
import queue
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql import DataFrame

from . import columns as columns_module
from . import rows as rows_module
from .plan import check_workers, make_plan, send_by_value, sent
from .rows import Job, batches_of, in_step, rows_of

FLAGS = {  # options of the analysis, and those of the program
    "lang": "--lang",
    "published": "--published",
    "plain": "--plain",
    "only": "--only",
    "min_score": "--min-score",
    "min_confidence": "--min-confidence",
    "no_text": "--no-text",
    "max_doc_bytes": "--max-doc-bytes",
}
TAIL = 4096  # bytes of the program's messages that an exception repeats


def analyze_with_program(
    df: DataFrame,
    program: str = "qogam",
    models: str | None = None,
    *,
    text: str = "text",
    id: str | None = None,
    fields: Mapping[str, str] | None = None,
    keep: Sequence[str] = (),
    columns: Sequence[str] | None = None,
    json: bool = False,
    threads: int = 1,
    ship: bool = False,
    **options: Any,
) -> DataFrame:
    """Analyses each row of `df` with the plain program: one process a partition, kept busy from its first row to its last.

    program   a path that all executors have, or a name on their PATH
    models    the knowledge, where it does not lie beside the program
    text      the column with the article: a string, or bytes in UTF-8
    id        the column with the id, which is carried as it is; else "id" where there is one, else PARTITION:ROW
    fields    columns for title, published, url and language; where not given, those of these names
    keep      columns of `df` that stand in the result behind those of the analysis
    columns   keys of the object that become columns, all of them where not given; id, status and error always do
    json      a last column `json` with the exact text of the object
    threads   of each process; not more than spark.task.cpus
    ship      `program` and `models` are files of the driver, which Spark sends to each executor once
    options   lang, published, plain, only, min_score, min_confidence, no_text, max_doc_bytes, as of qogam.Analyzer

    Raises ValueError for a call that cannot be done, RuntimeError where the workers have another Python.
    """
    plan = make_plan(df, text, id, fields, keep, columns, json, options)
    check_workers(df, ("pyarrow",))
    files = (program,) if models is None else (program, models)
    words = ["analyze", "-", "--from=jsonl", "--field=path=path", "--doc-errors=ok", "--duplicates=0", f"--jobs={threads}"]
    words += flags(options)
    send_by_value(__name__, rows_module.__name__, columns_module.__name__)
    work = functools.partial(run_program, plan.job, sent(df, files) if ship else None, files, words)
    return plan.rows.mapInArrow(work, plan.schema)


def flags(options: Mapping[str, Any]) -> list[str]:
    """Options of the analysis as words for the program. Raises TypeError for one there is not."""
    words = []
    for name, value in options.items():
        if name not in FLAGS:
            raise TypeError(f"There is no option {name!r}; the options are {', '.join(FLAGS)}.")
        if isinstance(value, bool):
            words += [FLAGS[name]] * value
        elif value not in (None, "", (), []):
            words.append(f"{FLAGS[name]}={','.join(value) if isinstance(value, (list, tuple)) else value}")
    return words


def run_program(
    job: Job, names: Sequence[str] | None, files: Sequence[str], words: Sequence[str], batches: Iterator[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    """A partition by one process. `names`: what Spark sent `files` as, or None where they are paths of the executor."""
    first = next(batches, None)
    if first is None:
        return
    program, *models = [SparkFiles.get(name) for name in names] if names else files
    process = Process([program, *words, *(f"--models={path}" for path in models)])
    ready: queue.SimpleQueue[Any] = queue.SimpleQueue()
    # The program answers when it has read a good deal, so that who only writes and then reads would wait for ever.
    arguments = (process, job, itertools.chain([first], batches), ready)
    threading.Thread(target=feed, args=arguments, daemon=True).start()
    try:
        while (item := ready.get()) is not None:
            if isinstance(item, BaseException):
                raise item
            batch, rows = item
            yield from batches_of(job, batch, (row.failed or in_step(row, process.line()) for row in rows))
        process.finish()
    finally:
        process.end()


def feed(process: Process, job: Job, batches: Iterator[pa.RecordBatch], ready: queue.SimpleQueue[Any]) -> None:
    """Writes all records, telling `ready` of each batch before; None is the end, an exception what ended it."""
    first = 0
    try:
        for batch in batches:
            rows = rows_of(job, batch, first)
            first += batch.num_rows
            ready.put((batch, rows))
            process.write(row.record for row in rows if row.record)
    except BrokenPipeError:
        pass  # who reads the objects will find the end of the process
    except BaseException as error:
        ready.put(error)
    process.close_input()
    ready.put(None)


class Process:
    """One process of the program. write() and close_input() are for one thread, the rest for another."""

    def __init__(self, words: Sequence[str]) -> None:
        self.name = words[0]
        self.messages = tempfile.TemporaryFile()
        try:
            self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.messages)
        except OSError as error:
            advice = "give a path that all executors have, or ship=True for a file of the driver"
            raise RuntimeError(f"{self.name} cannot be started on this executor ({error.strerror}); {advice}.") from error
        assert self.process.stdin and self.process.stdout
        self.input, self.output = self.process.stdin, self.process.stdout

    def write(self, records: Iterable[bytes]) -> None:
        for record in records:
            self.input.write(record + b"\n")

    def close_input(self) -> None:
        with contextlib.suppress(BrokenPipeError):
            self.input.close()

    def line(self) -> bytes:
        line = self.output.readline()
        if not line.endswith(b"\n"):
            self.fail("ended before its last row")
        return line[:-1]

    def finish(self) -> None:
        if self.output.read(1):
            self.fail("wrote more objects than there are rows")
        if self.process.wait() != 0:
            self.fail("did not end well")

    def fail(self, what: str) -> None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=10)  # its output ends a moment before it does
        self.end()
        self.messages.seek(0, os.SEEK_END)
        self.messages.seek(max(0, self.messages.tell() - TAIL))
        tail = self.messages.read().decode("utf-8", "replace").strip() or "(none)"
        raise RuntimeError(f"{self.name} {what} (exit code {self.process.returncode}). Its last messages:\n{tail}")

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.output.close()
