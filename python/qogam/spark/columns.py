"""The columns of a result: the keys of the object that Qogam writes, lists and objects in them included."""

# mypy: disable-error-code="import-not-found,import-untyped,no-untyped-call"
from __future__ import annotations

from typing import Any

import pyarrow as pa
from pyspark.sql import types as spark_types

# Made of the JSON Schema: begin
SCHEMA = "qogam/1"
COLUMNS: dict[str, Any] = {
    "schema": "string",
    "id": "string",
    "source": {"path": "string", "url": "string", "media_type": "string", "encoding": "string", "author": "string",
     "sha256": "string"},
    "language": "string",
    "title": "string",
    "published": {"value": "string", "from": "string"},
    "text": "string",
    "furniture": [{"text": "string", "kind": "string"}],
    "sentences": [{"start": "long", "end": "long", "lang": "string", "topics": ["string"]}],
    "mentions": [{"id": "string", "type": "string", "start": "long", "end": "long", "text": "string", "kind": "string",
     "fields": [{"name": "string", "value": "string"}], "entity": "string", "confidence": "double", "by": "string"}],
    "entities": [{"id": "string", "type": "string", "kind": "string", "name": "string", "aliases": ["string"],
     "parent": "string", "mentions": ["string"]}],
    "officials": [{"person": "string", "name": "string", "position": "string", "organization": "string",
     "organization_entity": "string", "status": "string", "mentions": ["string"], "confidence": "double", "by":
     "string"}],
    "ngos": [{"organization": "string", "name": "string", "named": "boolean", "representatives": [{"person": "string",
     "name": "string", "role": "string"}], "mentions": ["string"], "confidence": "double", "by": "string"}],
    "dates": [{"start": "long", "end": "long", "text": "string", "type": "string", "value": "string", "begin":
     "string", "end_date": "string", "approximate": "boolean", "confidence": "double", "by": "string"}],
    "money": [{"start": "long", "end": "long", "text": "string", "amount": "double", "amount_max": "double",
     "currency": "string", "confidence": "double", "by": "string"}],
    "topics": [{"id": "string", "score": "double", "evidence": [{"start": "long", "end": "long", "text": "string"}],
     "by": "string"}],
    "quotes": [{"id": "string", "start": "long", "end": "long", "text": "string", "speaker": "string", "speaker_name":
     "string", "cue": "string", "direct": "boolean", "topics": ["string"], "confidence": "double", "by": "string"}],
    "commitments": [{"id": "string", "start": "long", "end": "long", "text": "string", "kind": "string", "actor":
     "string", "actor_name": "string", "said_by": "string", "said_by_name": "string", "ordered_by": "string", "quote":
     "string", "beneficiaries": ["string"], "action": "string", "cue": "string", "deadline": {"text": "string",
     "value": "string", "begin": "string", "end_date": "string"}, "amount": {"start": "long", "end": "long", "text":
     "string", "amount": "double", "amount_max": "double", "currency": "string", "confidence": "double", "by":
     "string"}, "topics": ["string"], "confidence": "double", "by": "string"}],
    "commitment_reports": [{"start": "long", "end": "long", "text": "string", "says": "string", "confidence": "double",
     "by": "string"}],
    "duplicate_of": "string",
    "generator": {"version": "string", "models": "string"},
    "status": "string",
    "error": {"code": "string", "message": "string", "stage": "string"},
    "warnings": [{"code": "string", "message": "string", "stage": "string"}],
}
# Made of the JSON Schema: end

_ARROW = {"string": pa.string(), "long": pa.int64(), "double": pa.float64(), "boolean": pa.bool_()}
_SPARK = {
    "string": spark_types.StringType(),
    "long": spark_types.LongType(),
    "double": spark_types.DoubleType(),
    "boolean": spark_types.BooleanType(),
}


def spark_type(shape: Any) -> spark_types.DataType:
    """The type of a column for Spark; see COLUMNS."""
    if isinstance(shape, dict):
        return spark_types.StructType([spark_types.StructField(key, spark_type(inner)) for key, inner in shape.items()])
    return spark_types.ArrayType(spark_type(shape[0])) if isinstance(shape, list) else _SPARK[shape]


def arrow_type(shape: Any) -> pa.DataType:
    """The same for Arrow."""
    if isinstance(shape, dict):
        return pa.struct([(key, arrow_type(inner)) for key, inner in shape.items()])
    return pa.list_(arrow_type(shape[0])) if isinstance(shape, list) else _ARROW[shape]
