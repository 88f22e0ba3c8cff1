"""What the tests of Spark share: the program, a session, articles. See scripts/test-spark.

environment: QOGAM_PROGRAM, the plain program (build/release/qogam)
"""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = os.environ.get("QOGAM_PROGRAM", str(ROOT / "build/release/qogam"))


def corpora() -> list[tuple[str, str]]:
    """All articles of corpora/ as (id, text)."""
    files = sorted((ROOT / "corpora").rglob("*.txt"))
    return [(str(f.relative_to(ROOT / "corpora").with_suffix("")), f.read_text(encoding="utf-8")) for f in files]


def json_lines(rows: list[tuple[str, str]]) -> str:
    return "".join(json.dumps({"id": id, "text": text}, ensure_ascii=False) + "\n" for id, text in rows)


def session_builder(master: str) -> Any:
    from pyspark.sql import SparkSession

    settings = {
        "spark.executor.memory": "800m",
        "spark.driver.memory": "1g",
        "spark.ui.port": "0",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "100",
        "spark.sql.shuffle.partitions": "4",
        "spark.sql.warehouse.dir": "/nonexistent",
    }
    builder = SparkSession.builder.master(master)
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder


def lines_of_program(lines: str, folder: Path, *options: str) -> list[bytes]:
    """What the program makes of JSON Lines on its own, as Spark's rows are to be."""
    source = folder / "in.jsonl"
    source.write_text(lines, encoding="utf-8")
    words = [PROGRAM, "analyze", str(source), "--field", "path=id", "--duplicates", "0", "--doc-errors", "ok", *options]
    return subprocess.run(words, check=True, capture_output=True).stdout.splitlines()
