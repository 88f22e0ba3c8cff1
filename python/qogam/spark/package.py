"""The analysis inside the Python workers, by the package."""

# mypy: disable-error-code="import-not-found,import-untyped,no-untyped-call"
from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from json import dumps, loads
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql import DataFrame

from .plan import check_workers, make_plan, sent
from .rows import Job, batches_of, in_step, rows_of

if TYPE_CHECKING:
    from qogam import Analyzer
    from qogam._qogam import Input


def analyze(
    df: DataFrame,
    text: str = "text",
    id: str | None = None,
    *,
    fields: Mapping[str, str] | None = None,
    keep: Sequence[str] = (),
    columns: Sequence[str] | None = None,
    json: bool = False,
    threads: int = 1,
    models: str | None = None,
    **options: Any,
) -> DataFrame:
    """Analyses each row of `df` by the package, which has to be on every executor in the version of the driver.

    text      the column with the article: a string, or bytes in UTF-8
    id        the column with the id, which is carried as it is; else "id" where there is one, else PARTITION:ROW
    fields    columns for title, published, url and language; where not given, those of these names
    keep      columns of `df` that stand in the result behind those of the analysis
    columns   keys of the object that become columns, all of them where not given; id, status and error always do
    json      a last column `json` with the exact text of the object
    threads   of each task; not more than spark.task.cpus
    models    a file or folder of knowledge, which Spark sends to each executor once; else that of the package
    options   those of qogam.Analyzer; topics are files that all executors have

    Raises ValueError for a call that cannot be done, RuntimeError where the workers have another Python or package.
    """
    given = dumps(options, default=str)
    _analyzer(given)  # what is wrong with them is better said here than by a task
    plan = make_plan(df, text, id, fields, keep, columns, json, options)
    check_workers(df, ("pyarrow", "qogam"))
    name = sent(df, [models])[0] if models else None
    work = functools.partial(run_package, plan.job, given, name, threads)
    return plan.rows.mapInArrow(work, plan.schema)


@functools.lru_cache(maxsize=4)
def _analyzer(options: str, models: str | None = None) -> Analyzer:
    """One a process, as Python workers serve many tasks."""
    from qogam import Analyzer

    return Analyzer(models, **loads(options))


def run_package(
    job: Job, options: str, models: str | None, threads: int, batches: Iterator[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    """A partition. `models`: the name under which Spark sent them."""
    analyzer = _analyzer(options, SparkFiles.get(models) if models else None)
    first = 0
    for batch in batches:
        rows = rows_of(job, batch, first)
        first += batch.num_rows
        records = (_input_of(job, row.record) for row in rows if row.record)
        documents = analyzer.analyze_many(records, threads, duplicates=0)
        objects = (row.failed or in_step(row, next(documents).to_json().encode("utf-8")) for row in rows)
        yield from batches_of(job, batch, objects)


def _input_of(job: Job, record: bytes) -> Input:
    """A record as it is: the analysis reads JSON itself. Its id and path are in it."""
    from qogam._qogam import record_input

    return record_input(record.decode("utf-8"), "", "", job.limit, {"path": "path"})
