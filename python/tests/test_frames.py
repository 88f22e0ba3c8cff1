"""Findings as tables of pandas."""

from __future__ import annotations

import pytest
import qogam
from support import Python

pandas = pytest.importorskip("pandas")

TABLES = ["documents", "officials", "ngos", "dates", "topics", "quotes", "commitments"]


def test_a_row_for_each_finding(results: list[qogam.Document]) -> None:
    frames = qogam.to_frames(iter(results))
    assert list(frames) == TABLES
    assert len(frames["documents"]) == len(results)
    for table in TABLES[1:]:
        counts = [len(getattr(document, table)) for document in results]
        assert len(frames[table]) == sum(counts) > 0
        ids = [document.id for document, count in zip(results, counts, strict=True) for _ in range(count)]
        assert list(frames[table]["document"]) == ids


def test_values_are_those_of_the_parts(results: list[qogam.Document]) -> None:
    frame = qogam.to_frames(results)["commitments"]
    commitments = [c for document in results for c in document.commitments]
    for row, commitment in zip(frame.to_dict("records"), commitments, strict=True):
        deadline = commitment.deadline
        assert (row["id"], row["text"], row["topics"]) == (commitment.id, commitment.text, commitment.topics)
        for column, value in (
            ("actor_name", commitment.actor_name),
            ("deadline_end", deadline and deadline.end_date),
            ("deadline_text", deadline and deadline.text),
            ("amount", commitment.amount and commitment.amount.amount),
        ):
            assert pandas.isna(row[column]) if value is None else row[column] == value


def test_empty_tables_have_their_columns(analyzer: qogam.Analyzer, results: list[qogam.Document]) -> None:
    full, none = qogam.to_frames(results), qogam.to_frames([])
    assert {name: list(frame.columns) for name, frame in none.items()} == {name: list(frame.columns) for name, frame in full.items()}
    assert all(len(frame) == 0 for frame in none.values())
    errors = qogam.to_frames([analyzer.analyze("")])
    assert list(errors["documents"]["error"]) == ["empty"] and len(errors["commitments"]) == 0


def test_one_document(results: list[qogam.Document]) -> None:
    document = next(d for d in results if d.commitments)
    assert document.to_frame().equals(document.to_frames()["commitments"])
    assert len(document.to_frame("dates")) == len(document.dates)
    with pytest.raises(qogam.UsageError, match="officials"):
        document.to_frame("people")


def test_tables_can_be_kept(results: list[qogam.Document], tmp_path: object) -> None:
    pytest.importorskip("pyarrow")
    for name, frame in qogam.to_frames(results).items():
        frame.to_parquet(f"{tmp_path}/{name}.parquet")
        assert len(pandas.read_parquet(f"{tmp_path}/{name}.parquet")) == len(frame)


def test_records_of_a_table_can_be_analysed(analyzer: qogam.Analyzer) -> None:
    table = pandas.DataFrame(
        {"id": [1, 2, 3], "text": ["Аким открыл школу.", None, "Аким закрыл школу."], "date": pandas.to_datetime(["2024-04-19", None, "2024-04-20"]), "title": ["a", None, float("nan")]}
    )
    found = list(analyzer.analyze_many(table.to_dict("records")))
    assert [d.id for d in found] == ["1", "2", "3"]
    assert [d.published.value for d in found] == ["2024-04-19", None, "2024-04-20"]
    assert [d.error.code if d.error else None for d in found] == [None, "missing_field", None]


def test_without_pandas(python: Python) -> None:
    code = (
        "import sys; sys.modules['pandas'] = None\n"
        "import qogam\n"
        "try: qogam.analyze('x').to_frame()\n"
        "except ImportError as error: print(error)"
    )
    ended = python(code)
    assert ended.returncode == 0, ended.stderr
    assert "pip install 'qogam[frames]'" in ended.stdout
