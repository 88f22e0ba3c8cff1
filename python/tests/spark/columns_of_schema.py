"""The columns of a DataFrame that the JSON Schema of the output asks for.

usage: python3 python/tests/spark/columns_of_schema.py PROGRAM

writes the part between two marks of python/qogam/spark/columns.py anew from what `PROGRAM schema` prints. A test
fails where the two differ.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

MODULE = Path(__file__).resolve().parents[2] / "qogam/spark/columns.py"
BEGIN, END = "# Made of the JSON Schema: begin\n", "# Made of the JSON Schema: end\n"
LEAVES = {"string": "string", "integer": "long", "number": "double", "boolean": "boolean"}


def columns_of(schema: dict[str, Any]) -> dict[str, Any]:
    """The shape of the object: a dict for an object, a list of one for a list, else the name of a type.

    Raises ValueError for what has no single type: a column has one.
    """
    shape = _shape(schema, schema)
    assert isinstance(shape, dict)
    return shape


def _shape(node: dict[str, Any], schema: dict[str, Any]) -> Any:
    if "$ref" in node:
        return _shape(schema["$defs"][node["$ref"].removeprefix("#/$defs/")], schema)
    if "anyOf" in node:
        shapes = [_shape(n, schema) for n in node["anyOf"] if n != {"type": "null"}]
        if len(shapes) == 1:
            return shapes[0]
    kinds = _kinds(node)
    if kinds == {"object"}:
        return {key: _shape(inner, schema) for key, inner in node["properties"].items()}
    if kinds == {"array"}:
        return [_shape(node["items"], schema)]
    if len(kinds) == 1 and kinds <= LEAVES.keys():
        return LEAVES[kinds.pop()]
    raise ValueError(f"no column can hold {json.dumps(node)}")


def _kinds(node: dict[str, Any]) -> set[str]:
    values = node.get("enum", [node["const"]] if "const" in node else [])
    if values:
        return {"string" if isinstance(value, str) else "?" for value in values if value is not None}
    kinds = node.get("type", "?")
    return set([kinds] if isinstance(kinds, str) else kinds) - {"null"}


def written(schema: dict[str, Any]) -> str:
    """The shape as Python, one line a key of the object, broken where it is long."""
    lines = [f'SCHEMA = "{schema["properties"]["schema"]["const"]}"\n', "COLUMNS: dict[str, Any] = {\n"]
    for key, shape in columns_of(schema).items():
        lines += [line + "\n" for line in _wrapped(f'"{key}": {json.dumps(shape)},')]
    return BEGIN + "".join(lines) + "}\n" + END


def _wrapped(text: str, width: int = 120) -> list[str]:
    lines, indent = [], "    "
    while len(indent + text) > width:
        cut = text.rindex(" ", 0, width - len(indent))
        lines.append(indent + text[:cut])
        text, indent = text[cut + 1 :], "     "
    return [*lines, indent + text]


def schema_of(program: str) -> dict[str, Any]:
    printed = subprocess.run([program, "schema"], check=True, capture_output=True).stdout
    schema = json.loads(printed)
    assert isinstance(schema, dict)
    return schema


if __name__ == "__main__":
    code = MODULE.read_text(encoding="utf-8")
    before, rest = code.split(BEGIN)
    MODULE.write_text(before + written(schema_of(sys.argv[1])) + rest.split(END)[1], encoding="utf-8")
