"""What a row costs in Spark beside the analysis itself, with two executor processes on this machine.

usage: scripts/test-spark --bench [ROWS]

prints for short rows (some 250 bytes) and for whole articles: the time of rows that only pass through Python
(mapInArrow with nothing in it), of both ways of the analysis, and of the plain program with two threads. A second pass
counts, as in the first Python workers start and read the knowledge.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python/tests/spark"))

import pyspark
import spark_support
from pyspark.sql import DataFrame
from qogam.spark import analyze, analyze_with_program

TASKS = 8


def short_rows(count: int) -> list[tuple[str, str]]:
    """Two sentences each, numbered so that none is another."""
    sentences = [s for _, text in spark_support.corpora() for s in re.split(r"(?<=[.!?])\s+", text) if 60 < len(s) < 90]
    pairs = ((sentences[n % len(sentences)], sentences[(7 * n + 3) % len(sentences)]) for n in range(count))
    return [(f"r{n}", f"{n}. {one} {other}") for n, (one, other) in enumerate(pairs)]


def long_rows(count: int) -> list[tuple[str, str]]:
    articles = [text for _, text in spark_support.corpora()]
    return [(f"r{n}", f"{articles[n % len(articles)]}\n\n{n}.") for n in range(count)]


def seconds(work: Callable[[], object]) -> float:
    begin = time.monotonic()
    work()
    return time.monotonic() - begin


def write_nowhere(df: DataFrame) -> None:
    df.write.format("noop").mode("overwrite").save()


def report(name: str, rows: list[tuple[str, str]], df: DataFrame) -> None:
    bytes_read = sum(len(text.encode()) for _, text in rows)
    print(f"\n{name}: {len(rows)} rows, {bytes_read / len(rows):.0f} bytes each, {TASKS} tasks")
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        source.write_text(spark_support.json_lines(rows), encoding="utf-8")
        words = [spark_support.PROGRAM, "analyze", source, "-o", target, "-j2", "--duplicates", "0", "--doc-errors", "ok"]
        ways: list[tuple[str, Callable[[], object]]] = [
            ("rows through Python only", lambda: write_nowhere(df.mapInArrow(lambda batches: batches, df.schema))),
            ("analyze", lambda: write_nowhere(analyze(df))),
            ("analyze, no columns but json", lambda: write_nowhere(analyze(df, columns=(), json=True))),
            ("analyze_with_program", lambda: write_nowhere(analyze_with_program(df, spark_support.PROGRAM))),
            ("the program, two threads", lambda: subprocess.run(words, check=True, stderr=subprocess.DEVNULL)),
        ]
        for label, work in ways:
            first, second = seconds(work), seconds(work)
            print(f"  {label:30} {second:7.2f} s  {1e6 * second / len(rows):7.0f} us a row  (first pass {first:.2f} s)", flush=True)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40_000
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_HOME": str(Path(pyspark.__file__).parent)}
    begin = time.monotonic()
    spark = spark_support.session_builder("local-cluster[2,1,1024]").config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    spark.range(1).count()
    print(f"Spark {spark.version} ready after {time.monotonic() - begin:.1f} s")
    for name, rows in (("short", short_rows(count)), ("articles", long_rows(count // 20))):
        with tempfile.TemporaryDirectory() as folder:
            spark.createDataFrame(rows, "id string, text string").repartition(TASKS).write.parquet(f"{folder}/rows")
            spark.conf.set("spark.sql.files.maxPartitionBytes", "1m")
            report(name, rows, spark.read.parquet(f"{folder}/rows"))
    spark.stop()


main()
