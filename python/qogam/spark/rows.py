"""What a worker does with its rows: records made of them, and columns made of what became of these.

Needs pyarrow and pyspark only.
"""

# mypy: disable-error-code="import-not-found,import-untyped,no-untyped-call"
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from json import dumps, loads
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.json
from pyspark import TaskContext

from .columns import COLUMNS, SCHEMA, arrow_type

PIECE = 32 << 20  # bytes of objects that go to Spark at once; a column of Arrow holds 2 GB at most


class Job(NamedTuple):
    """What a worker has to know."""

    keys: tuple[str, ...]  # of the record, one for each of the first columns of a batch
    columns: dict[str, Any]  # of the result, as in COLUMNS
    kept: tuple[str, ...]  # columns behind those of the record, which are handed on
    json: bool
    no_text: bool
    limit: int  # bytes of a record


class Row(NamedTuple):
    id: str
    record: bytes | None  # one line of JSON to be analysed,
    failed: bytes | None  # or the object that says why there is none


def rows_of(job: Job, batch: pa.RecordBatch, first: int) -> list[Row]:
    """The rows of a batch, of which the first has the number `first` in its partition."""
    context = TaskContext.get()
    partition = context.partitionId() if context else 0
    cells = [_bytes_of(batch.column(n)) for n in range(len(job.keys))]
    return [_row_of(job, dict(zip(job.keys, row)), f"{partition}:{first + n}") for n, row in enumerate(zip(*cells))]


def _bytes_of(column: pa.Array) -> list[bytes | None]:
    # Spark's strings may hold any bytes, over which to_pylist() of strings would stumble.
    large = pa.types.is_large_string(column.type) or pa.types.is_large_binary(column.type)
    values: list[bytes | None] = column.cast(pa.large_binary() if large else pa.binary()).to_pylist()
    return values


def _row_of(job: Job, cells: dict[str, bytes | None], place: str) -> Row:
    known = {key: value.decode("utf-8", "replace") for key, value in cells.items() if value and key != "text"}
    id = known.get("id") or place
    text = cells["text"]
    if text is None:
        return Row(id, None, failed(job, id, "missing_field", f"{id} has no text: it is null."))
    try:
        record = {**known, "id": id, "path": id, "text": text.decode("utf-8")}
    except UnicodeDecodeError as error:
        return Row(id, None, failed(job, id, "not_text", f"{id} is not UTF-8 at byte {error.start}; decode it first."))
    line = dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    if len(line) > job.limit:
        why = f"{id} is larger than {job.limit} bytes, the limit for one document; raise max_doc_bytes to read it."
        return Row(id, None, failed(job, id, "too_large", why))
    return Row(id, line, None)


def failed(job: Job, id: str, code: str, message: str) -> bytes:
    """The object of a document that cannot be given to an analysis."""
    found = {key: _nothing(shape) for key, shape in COLUMNS.items()}
    found |= {"schema": SCHEMA, "id": id, "language": "und", "text": "", "status": "error"}
    found["source"]["path"] = id
    found["error"] = {"code": code, "message": message, "stage": "read"}
    del found["generator"]
    if job.no_text:
        del found["text"]
    return dumps(found, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _nothing(shape: Any) -> Any:
    if isinstance(shape, dict):
        return {key: _nothing(inner) for key, inner in shape.items()}
    return [] if isinstance(shape, list) else None


_HEAD = re.compile(rb'\{"schema":"[^"]*","id":("(?:[^"\\]|\\.)*")')


def in_step(row: Row, line: bytes) -> bytes:
    """The object of `row` with its id, which in one run becomes ID#2 where another row has it too."""
    head = _HEAD.match(line)
    found = str(loads(head[1])) if head else None
    if found == row.id:
        return line
    if head and found and found.startswith(f"{row.id}#"):
        return line[: head.start(1)] + head[1][: head[1].rindex(b"#")] + b'"' + line[head.end(1) :]
    raise RuntimeError(f"The row {row.id!r} came back as {found!r}; rows and objects are out of step.")


def batches_of(job: Job, batch: pa.RecordBatch, objects: Iterable[bytes]) -> Iterator[pa.RecordBatch]:
    """The rows of a batch with their objects, in pieces that Arrow can hold. Raises RuntimeError for other numbers."""
    begin, size, lines = 0, 0, []
    for line in objects:
        lines.append(line)
        size += len(line)
        if size >= PIECE:
            yield _piece(job, batch.slice(begin, len(lines)), lines)
            begin, size, lines = begin + len(lines), 0, []
    if begin + len(lines) != batch.num_rows:
        raise RuntimeError(f"{batch.num_rows} rows went in, {begin + len(lines)} came out.")
    if lines:
        yield _piece(job, batch.slice(begin), lines)


def _piece(job: Job, batch: pa.RecordBatch, lines: list[bytes]) -> pa.RecordBatch:
    block = b"\n".join(lines)
    reading = pyarrow.json.ReadOptions(use_threads=False, block_size=len(block) + 1)
    schema = pa.schema([(key, arrow_type(shape)) for key, shape in job.columns.items()])
    parsing = pyarrow.json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="ignore")
    table = pyarrow.json.read_json(pa.BufferReader(block), reading, parsing)
    if table.num_rows != batch.num_rows or len(lines) != batch.num_rows:
        raise RuntimeError(f"{batch.num_rows} rows went in, {table.num_rows} came out.")
    arrays = [table.column(key).combine_chunks() for key in job.columns]
    names = list(job.columns)
    if job.json:
        arrays.append(pa.array([line.decode("utf-8") for line in lines], pa.string()))
        names.append("json")
    arrays += [batch.column(len(job.keys) + n) for n in range(len(job.kept))]
    return pa.RecordBatch.from_arrays(arrays, [*names, *job.kept])
