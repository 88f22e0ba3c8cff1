"""The columns cover the JSON Schema, and hold what the objects say."""

import json

import pytest

pytest.importorskip("pyspark")

from columns_of_schema import columns_of, schema_of
from spark_support import json_lines, lines_of_program

import pyarrow as pa
from qogam.spark import columns, rows


def test_columns_are_those_of_the_schema(program):
    schema = schema_of(program)
    assert columns.COLUMNS == columns_of(schema), "run python/tests/spark/columns_of_schema.py"
    assert list(columns.COLUMNS) == list(schema["properties"])
    assert columns.SCHEMA == schema["properties"]["schema"]["const"]


@pytest.mark.parametrize("node", [{}, {"type": ["string", "number"]}, {"enum": ["a", 1]}, {"anyOf": [{"type": "string"}, {"type": "number"}]}])
def test_what_has_no_single_type_is_refused(node):
    schema = {"properties": {"schema": {"const": "x/1"}, "a": node}, "type": "object"}
    with pytest.raises(ValueError, match="no column"):
        columns_of(schema)


def test_spark_and_arrow_have_the_same_types():
    from pyspark.sql.pandas.types import from_arrow_type

    for key, shape in columns.COLUMNS.items():
        assert from_arrow_type(columns.arrow_type(shape)) == columns.spark_type(shape), key


def test_columns_say_what_the_objects_say(program, corpora, tmp_path):
    lines = lines_of_program(json_lines(corpora), tmp_path)
    assert len(lines) == len(corpora) > 100
    job = rows.Job(("id",), columns.COLUMNS, (), True, False, 1 << 26)
    batch = pa.RecordBatch.from_pydict({"_0": [id for id, _ in corpora]})
    found = pa.Table.from_batches(rows.batches_of(job, batch, lines)).to_pylist()
    for row, line in zip(found, lines, strict=True):
        assert row.pop("json").encode() == line
        assert row == completed(json.loads(line), columns.COLUMNS)


def completed(value, shape):
    """With null for each key that is not there."""
    if isinstance(shape, dict) and value is not None:
        assert set(value) <= set(shape)
        return {key: completed(value.get(key), inner) for key, inner in shape.items()}
    return [completed(inner, shape[0]) for inner in value] if isinstance(shape, list) and value is not None else value
