"""What the driver does before the workers begin: checks of the call and of them, and the choice of columns."""

# mypy: disable-error-code="import-not-found,import-untyped,no-untyped-call"
from __future__ import annotations

import importlib.metadata
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pyspark import SparkContext, cloudpickle
from pyspark.sql import DataFrame, functions
from pyspark.sql import types as spark_types

from .columns import COLUMNS, spark_type
from .rows import Job

ALWAYS = ("id", "status", "error")  # columns that a caller gets in any case
FIELDS = ("title", "published", "url", "language")  # what may be known of an article beside its text
MAX_DOCUMENT_BYTES = 64 << 20


class Plan(NamedTuple):
    rows: DataFrame
    schema: spark_types.StructType
    job: Job


def make_plan(
    df: DataFrame,
    text: str,
    id: str | None,
    fields: Mapping[str, str] | None,
    keep: Sequence[str],
    columns: Sequence[str] | None,
    json: bool,
    options: Mapping[str, Any],
) -> Plan:
    """What is sent to the workers, and what comes back. Raises ValueError."""
    known = {name for name, _ in df.dtypes}
    sources = {"text": text, "id": id or ("id" if "id" in known else None)}
    named = {name: name for name in FIELDS if name in known} if fields is None else dict(fields)
    _require(set(named) <= set(FIELDS), f"fields takes {', '.join(FIELDS)}, not {', '.join(sorted(named))}.")
    sources |= named
    wanted = {key: COLUMNS[key] for key in COLUMNS if columns is None or key in columns or key in ALWAYS}
    _require(set(columns or ()) <= set(COLUMNS), f"columns takes keys of the object: {', '.join(COLUMNS)}.")
    names = [*wanted, *(["json"] if json else [])]
    for name in keep:
        _require(name in known, f"keep names {name!r}, which is no column of the rows.")
        _require(name not in names, f"keep names {name!r}, as a column of the result is named; rename it before.")
    body = df.select(functions.col(text)).schema[0].dataType
    readable = isinstance(body, (spark_types.StringType, spark_types.BinaryType))
    _require(readable, f"Column {text!r} is {body.simpleString()}; the text has to be a string, or bytes in UTF-8.")
    used = {key: column for key, column in sources.items() if column is not None}
    sent_columns = [_cell(key, column).alias(f"_{n}") for n, (key, column) in enumerate(used.items())]
    rows = df.select(*sent_columns, *(df[name] for name in keep))
    schema = spark_types.StructType([spark_types.StructField(key, spark_type(shape)) for key, shape in wanted.items()])
    if json:
        schema = schema.add("json", spark_types.StringType())
    for name in keep:
        schema = schema.add(df.schema[name])
    limit = int(options.get("max_doc_bytes") or MAX_DOCUMENT_BYTES)
    return Plan(rows, schema, Job(tuple(used), wanted, tuple(keep), json, bool(options.get("no_text")), limit))


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise ValueError(message)


def _cell(key: str, column: str) -> Any:
    return functions.col(column) if key == "text" else functions.col(column).cast("string")


def context_of(df: DataFrame) -> SparkContext | None:
    """Nothing where the driver is a client of Spark Connect."""
    try:
        return df.sparkSession.sparkContext
    except Exception:
        return None


def sent(df: DataFrame, files: Sequence[str]) -> list[str]:
    """Has Spark send files or folders of the driver to each executor once, and gives the names they have there."""
    context = context_of(df)
    _require(context is not None, "Spark Connect sends no files; give paths that all executors have.")
    assert context is not None
    for path in files:
        context.addFile(path, recursive=os.path.isdir(path))
    return [os.path.basename(path.rstrip("/")) for path in files]


def send_by_value(*modules: str) -> None:
    """Has the functions of these modules travel to the workers as they are, which then need no file of them."""
    for name in modules:
        cloudpickle.register_pickle_by_value(sys.modules[name])


def check_workers(df: DataFrame, packages: tuple[str, ...]) -> None:
    """Runs a small task on the workers, once a session. Raises RuntimeError where their Python cannot do the work."""
    context = context_of(df)
    if context is None or (context.applicationId, packages) in _CHECKED:
        return
    send_by_value(__name__)
    here = interpreter(packages)
    try:
        tasks = min(context.defaultParallelism, 64)
        found = context.parallelize(range(tasks), tasks).map(lambda _: interpreter(packages)).collect()
    except Exception as error:
        if "PYTHON_VERSION_MISMATCH" not in str(error):
            raise
        raise RuntimeError(f"The workers run another Python than this driver, {here['python']}. {_ADVICE}") from error
    for there in found:
        for package in packages:
            if there[package] is None or (package == "qogam" and there[package] != here[package]):
                what = f"{package} {there[package]}" if there[package] else f"no {package}"
                raise RuntimeError(f"The workers run {there['python']}, which has {what}. {_ADVICE}")
    _CHECKED.add((context.applicationId, packages))


_CHECKED: set[tuple[str, tuple[str, ...]]] = set()
_ADVICE = (
    "Set the environment variable PYSPARK_PYTHON, before the session starts, to an interpreter that all nodes have, "
    "of the same version and with the same packages as the driver's."
)


def interpreter(packages: Iterable[str]) -> dict[str, str | None]:
    """The Python that runs this, with the versions of packages, None where one is missing."""
    found: dict[str, str | None] = {"python": f"Python {sys.version.split()[0]} ({sys.executable})"}
    for package in packages:
        try:
            found[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            found[package] = None
    return found
