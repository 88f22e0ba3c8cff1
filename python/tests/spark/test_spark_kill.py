"""A hundred thousand rows, of which one in a hundred is no good, while an executor dies in the middle of its work."""

import hashlib
import random
import re
import threading
import time

import pytest

pytest.importorskip("pyspark")

from spark_executors import executors, kill
from spark_support import json_lines, lines_of_program

import pyarrow as pa
import pyarrow.parquet
from pyspark.sql import functions
from qogam.spark import analyze, analyze_with_program

ROWS = 100_000
FILES = 25
LIMIT = 2000
BAD = [None, b"\xd0\xbf\xd1", b"x" * 3000]
CODES = ["missing_field", "not_text", "too_large"]


def text_of(number, sentences):
    chosen = random.Random(number)
    text = f"{number}. "
    while len(text.encode()) < 200:
        text += chosen.choice(sentences) + ("\n" if chosen.random() < 0.3 else " ")
    return text.encode()


@pytest.fixture(scope="module")
def rows(corpora):
    """(id, bytes) of all rows."""
    sentences = [s for _, text in corpora for s in re.split(r"(?<=[.!?])\s+", text) if 20 < len(s.encode()) < 160 and "\n" not in s]
    return [(f"r{n:06}", BAD[n // 100 % len(BAD)] if n % 100 == 7 else text_of(n, sentences)) for n in range(ROWS)]


@pytest.fixture(scope="module")
def table(spark, rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("rows")
    share = ROWS // FILES
    for n in range(FILES):
        ids, texts = zip(*rows[n * share : (n + 1) * share])
        part = pa.table({"id": pa.array(ids, pa.string()), "text": pa.array(texts, pa.binary())})
        pa.parquet.write_table(part, folder / f"part-{n:03}.parquet")
    spark.conf.set("spark.sql.files.maxPartitionBytes", "1m")
    return spark.read.parquet(str(folder))


@pytest.fixture(scope="module")
def expected(rows, tmp_path_factory):
    """Hashes of the objects of one process on this machine."""
    good = [(id, text) for n, (id, text) in enumerate(rows) if n % 100 != 7]
    lines = json_lines([(id, text.decode()) for id, text in good])
    begin = time.monotonic()
    made = lines_of_program(lines, tmp_path_factory.mktemp("single"))
    print(f"\none machine: {len(made)} rows in {time.monotonic() - begin:.1f} s")
    return {id: hashlib.sha256(line).hexdigest() for (id, _), line in zip(good, made, strict=True)}


def kill_one(spark, done):
    """Kills an executor that has done some tasks and has one in hand."""
    while not done.is_set():
        time.sleep(0.2)
        for id, executor in executors(spark).items():
            if executor["isActive"] and executor["completedTasks"] - done.before.get(id, 0) >= 2 and executor["activeTasks"] > 0:
                kill(spark, id)
                done.killed = id
                return


@pytest.mark.parametrize("way", ["package", "program"])
def test_result_is_whole_though_an_executor_dies(spark, program, table, rows, expected, way):
    df = analyze(table, json=True, max_doc_bytes=LIMIT) if way == "package" else analyze_with_program(table, program, json=True, max_doc_bytes=LIMIT)
    done = threading.Event()
    known = executors(spark)
    done.before = {id: e["completedTasks"] for id, e in known.items()}
    done.killed = None
    killer = threading.Thread(target=kill_one, args=(spark, done))
    begin = time.monotonic()
    killer.start()
    found = df.select("id", "status", functions.sha2("json", 256).alias("hash"), "error.code").collect()
    print(f"\nSpark with the {way}: {len(found)} rows in {time.monotonic() - begin:.1f} s, one executor killed")
    done.set()
    killer.join()
    assert done.killed is not None
    after = executors(spark)
    assert not after[done.killed]["isActive"]
    assert set(after) - set(known), "no other executor came in its place"
    assert len(found) == ROWS
    by_id = {row["id"]: row for row in found}
    assert len(by_id) == ROWS
    assert [id for id, hash in expected.items() if by_id[id]["hash"] != hash] == []
    bad = [(id, CODES[n // 100 % len(CODES)]) for n, (id, _) in enumerate(rows) if n % 100 == 7]
    assert [id for id, code in bad if (by_id[id]["status"], by_id[id]["code"]) != ("error", code)] == []
