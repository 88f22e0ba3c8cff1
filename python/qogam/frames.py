"""Findings as tables of pandas, which is loaded only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .document import Document
from .errors import UsageError

if TYPE_CHECKING:
    import pandas

Row = dict[str, Any]
Tables = dict[str, tuple[list[str], Callable[[Document], Iterator[Row]]]]


def to_frames(documents: Iterable[Document]) -> dict[str, pandas.DataFrame]:
    """The findings of documents as tables, a row for each finding, in the order of the documents.

    Args:
        documents: any iterable, which is gone through once: `analyze_many(...)`, `load(...)`.

    Returns:
        "documents", "officials", "ngos", "dates", "topics", "quotes" and "commitments". The column `document` has the id of
        the document; the others are named as the fields of the dataclasses, but that a deadline is spread over
        `deadline_text`, `deadline_value`, `deadline_begin` and `deadline_end`, and an amount over `amount`, `amount_max` and
        `currency`. Days stay "YYYY-MM-DD", as some lie where pandas has no dates: `pandas.to_datetime(column,
        errors="coerce")`. All columns are there, even in an empty table.

    Raises:
        ImportError: where pandas is not installed.
    """
    return _frames(documents, _TABLES)


def table_of(documents: Iterable[Document], table: str) -> pandas.DataFrame:
    """One table of `to_frames()`. Raises UsageError for a name that none has."""
    if table not in _TABLES:
        raise UsageError(f"There is no table {table!r}. There are: {', '.join(_TABLES)}.")
    return _frames(documents, {table: _TABLES[table]})[table]


def _frames(documents: Iterable[Document], tables: Tables) -> dict[str, pandas.DataFrame]:
    """Only these tables: no other part of the documents is looked at."""
    pandas = _pandas()
    rows: dict[str, list[Row]] = {name: [] for name in tables}
    for document in documents:
        for name, (_, rows_of) in tables.items():
            rows[name].extend({"document": document.id, **row} for row in rows_of(document))
    return {name: pandas.DataFrame(rows[name], columns=["document", *columns]) for name, (columns, _) in tables.items()}


def _pandas() -> Any:
    try:
        import pandas
    except ImportError:
        raise ImportError("Tables need pandas, which is not installed: pip install 'qogam[frames]'") from None
    return pandas


def _values(part: object, names: Iterable[str]) -> Row:
    return {name: getattr(part, name) for name in names}


_DOCUMENT = ["title", "published", "language", "path", "url", "status", "error", "duplicate_of"]
_OFFICIAL = ["person", "name", "position", "organization", "organization_entity", "status", "confidence", "by"]
_NGO = ["organization", "name", "named", "confidence", "by"]
_DATE = ["start", "end", "text", "type", "value", "begin", "end_date", "approximate", "confidence", "by"]
_TOPIC = ["topic", "score", "evidence", "by"]
_QUOTE = ["id", "start", "end", "text", "speaker", "speaker_name", "cue", "direct", "topics", "confidence", "by"]
_COMMITMENT = [
    "id", "start", "end", "text", "kind", "actor", "actor_name", "said_by", "said_by_name", "ordered_by", "quote", "beneficiaries",
    "action", "cue", "topics", "confidence", "by",
]  # fmt: skip
_DEADLINE = ["text", "value", "begin", "end_date"]
_AMOUNT = ["amount", "amount_max", "currency"]


def _document_rows(document: Document) -> Iterator[Row]:
    error = document.error
    yield {
        **_values(document, ("title", "language", "status", "duplicate_of")),
        "published": document.published.value,
        "path": document.source.path,
        "url": document.source.url,
        "error": error.code if error else None,
    }


def _official_rows(document: Document) -> Iterator[Row]:
    for official in document.officials:
        yield _values(official, _OFFICIAL)


def _ngo_rows(document: Document) -> Iterator[Row]:
    for ngo in document.ngos:
        yield {**_values(ngo, _NGO), "representatives": tuple(person.name for person in ngo.representatives)}


def _date_rows(document: Document) -> Iterator[Row]:
    for date in document.dates:
        yield _values(date, _DATE)


def _topic_rows(document: Document) -> Iterator[Row]:
    for topic in document.topics:
        yield {"topic": topic.id, "score": topic.score, "evidence": len(topic.evidence), "by": topic.by}


def _quote_rows(document: Document) -> Iterator[Row]:
    for quote in document.quotes:
        yield _values(quote, _QUOTE)


def _commitment_rows(document: Document) -> Iterator[Row]:
    for commitment in document.commitments:
        deadline, amount = commitment.deadline, commitment.amount
        yield {
            **_values(commitment, _COMMITMENT),
            **{_column(name): getattr(deadline, name, None) for name in _DEADLINE},
            **{name: getattr(amount, name, None) for name in _AMOUNT},
        }


def _column(name: str) -> str:
    return "deadline_" + name.removesuffix("_date")


_TABLES: Tables = {
    "documents": (_DOCUMENT, _document_rows),
    "officials": (_OFFICIAL, _official_rows),
    "ngos": ([*_NGO, "representatives"], _ngo_rows),
    "dates": (_DATE, _date_rows),
    "topics": (_TOPIC, _topic_rows),
    "quotes": (_QUOTE, _quote_rows),
    "commitments": ([*_COMMITMENT, *map(_column, _DEADLINE), *_AMOUNT], _commitment_rows),
}
