"""From what a program hands over to documents that can be analysed."""

from __future__ import annotations

import datetime
import json
import numbers
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Union

from . import _qogam
from ._qogam import Input, Reader
from .errors import UsageError

if TYPE_CHECKING:
    PathName = Union[str, bytes, os.PathLike[str], os.PathLike[bytes]]

#: The longest document in bytes, unless asked for otherwise.
MAX_DOC_BYTES = 64 << 20


def read(
    paths: PathName | Iterable[PathName],
    *,
    format: str = "auto",
    fields: Mapping[str, str] | None = None,
    max_doc_bytes: int = MAX_DOC_BYTES,
    max_expansion: int = 200,
) -> Reader:
    """The documents of files, folders, archives and patterns, for `analyze_many()`.

    They are read as `qogam analyze PATHS` reads them, while the analysis runs: text, HTML, JSON Lines, JSON, CSV, WARC and
    e-mails, in zip, tar, gzip and the like. What cannot be read becomes a document with an error in its place.

    Args:
        paths: one path or several. Folders are read with all that is below them, in sorted order.
        format: "auto", or the name of a format (`qogam list readers`) that all of them have.
        fields: the keys or columns of records that hold "text", "id", "title", "published", "url", "language" or "path".
        max_doc_bytes: longer documents become errors.
        max_expansion: packed inputs that swell more than so many times are refused.

    Returns:
        An iterator over `Input` objects, which can be filtered. Its `passed_over` and `notices` tell what was left out.

    Raises:
        UsageError: for an unknown format or field, or for "-", which only the program reads.
    """
    several = [paths] if isinstance(paths, (str, bytes, os.PathLike)) else paths
    names = [os.fsencode(path) for path in several]
    if b"-" in names:
        raise UsageError("'-' is standard input for the program only; read sys.stdin and give its text.")
    return Reader(names, format, dict(fields or {}), bytes_option("max_doc_bytes", max_doc_bytes), bytes_option("max_expansion", max_expansion))


def bytes_option(name: str, value: int) -> int:
    """`value`, or a UsageError where it is no positive int."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 1 << 63:
        raise UsageError(f"{name} takes a positive number, not {value!r}.")
    return value


def _plain_value(value: Any) -> Any:
    """What JSON has no form for. Only days, times and numbers mean something to a record; all else is as if not there."""
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat() if value == value else None
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, numbers.Real):
        number = float(value)
        return number if number - number == 0 else None
    return None


def _without_nan(value: Any) -> Any:
    """The same with None for floats that JSON has no form for."""
    if isinstance(value, float):
        return value if value - value == 0 else None
    if isinstance(value, Mapping):
        return {key: _without_nan(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_nan(inner) for inner in value]
    return value


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, skipkeys=True, separators=(",", ":"), default=_plain_value)


def _json_of(record: Mapping[Any, Any]) -> str:
    plain = record if isinstance(record, dict) else dict(record)
    try:
        return _ENCODER.encode(plain)
    except ValueError:  # NaN, which tables are full of; or a ring, which the second try tells
        return _ENCODER.encode(_without_nan(plain))


class Preparer:
    """Makes an `Input` of anything. Immutable."""

    def __init__(self, fields: Mapping[str, str] | None, max_doc_bytes: int) -> None:
        self._fields = dict(fields or {})
        self._limit = max_doc_bytes

    def one(self, item: object, place: str = "") -> Input:
        """The document of `item`, named as standard input is; `place` is ":3" for the third of many."""
        name, path = "stdin" + place, "-" + place
        if isinstance(item, Input):
            return item
        if isinstance(item, str):
            return _qogam.text_input(item, name, path, self._limit)
        if isinstance(item, Mapping):
            return self._record(item, place or ":1")
        if isinstance(item, (bytes, bytearray, memoryview)):
            return _qogam.bytes_input(bytes(item), name, path, self._limit)
        return self._no_record(name, path, f"it is of the Python type {type(item).__name__}")

    def many(self, items: Iterable[object]) -> Iterator[Input]:
        """The documents of all items, numbered from 1. Raises TypeError at once for what cannot be iterated over."""
        return (self.one(item, f":{number}") for number, item in enumerate(items, 1))

    def _record(self, record: Mapping[Any, Any], place: str) -> Input:
        name, path = "stdin" + place, "-" + place
        try:
            text = _json_of(record)
        except (ValueError, TypeError, RecursionError) as reason:
            return self._no_record(name, path, str(reason) or type(reason).__name__)
        return _qogam.record_input(text, name, path, self._limit, self._fields)

    @staticmethod
    def _no_record(name: str, path: str, reason: str) -> Input:
        message = f"{path} is not a JSON object ({reason}); give a str, bytes, a dict, or what qogam.read() gives."
        return _qogam.failed_input(name, path, "invalid_json", message)
