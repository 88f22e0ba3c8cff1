"""Real executors: the same objects as on one machine, whatever happens to tasks."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pyspark")

from spark_executors import failed_tasks
from spark_support import ROOT, json_lines, lines_of_program

from qogam.spark import analyze, analyze_with_program

BAD = [None, b"\xd0\xbf\xd1", " \n\t", "x" * 5000, "", b"\xff\xfe"]
LIMIT = 4096


def by_package(df, program, **options):
    return analyze(df, **options)


def by_program(df, program, **options):
    return analyze_with_program(df, program, **options)


WAYS = pytest.mark.parametrize("way", [by_package, by_program])


@pytest.fixture(scope="module")
def articles(spark, corpora):
    return spark.createDataFrame(corpora, "id string, text string").repartition(4, "id")


def by_id(df):
    return {row["id"]: row["json"].encode() for row in df.select("id", "json").collect()}


@WAYS
def test_objects_are_those_of_one_machine(spark, program, articles, corpora, tmp_path, way):
    single = lines_of_program(json_lines(corpora), tmp_path)
    expected = {id: line for (id, _), line in zip(corpora, single, strict=True)}
    df = way(articles, program, json=True)
    found = by_id(df)
    assert found.keys() == expected.keys()
    assert [id for id in expected if found[id] != expected[id]] == []


@WAYS
def test_columns_can_be_asked_for(spark, program, articles, corpora, way):
    renamed = articles.withColumnRenamed("text", "body")
    df = way(renamed, program, text="body", keep=["body"], columns=["officials", "published"], only=["officials"])
    assert df.columns == ["id", "published", "officials", "status", "error", "body"]
    rows = {row["id"]: row for row in df.collect()}
    assert {id: row["body"] for id, row in rows.items()} == dict(corpora)
    assert sum(len(row["officials"]) for row in rows.values()) > 50
    names = df.selectExpr("explode(officials.name) name").distinct().count()
    assert names > 20


@WAYS
def test_fields_are_those_of_records(spark, program, tmp_path, way):
    rows = [("a", "Text of one.", "Head of one", "2024-04-19", "https://example.org/1"), ("b", "Text of two.", None, None, None)]
    df = spark.createDataFrame(rows, "id string, text string, title string, day string, url string").selectExpr("id", "text", "title", "date(day) published", "url")
    keys = ("id", "text", "title", "published", "url")
    records = [{k: v for k, v in zip(keys, row) if v is not None} for row in rows]
    expected = lines_of_program("".join(json.dumps(r) + "\n" for r in records), tmp_path)
    assert by_id(way(df, program, json=True)) == dict(zip("ab", expected))
    first = way(df.withColumnRenamed("title", "head"), program, fields={"title": "head"}).first()
    assert first["title"] == "Head of one" and first["published"]["value"] is None


@WAYS
def test_rows_in_are_rows_out(spark, program, way):
    texts = [BAD[n // 3 % len(BAD)] if n % 3 == 0 else f"Line {n}.\r\nAnd \u2028 another\n." for n in range(300)]
    data = [(f"r{n}", t.encode() if isinstance(t, str) else t) for n, t in enumerate(texts)]
    # Strings with whatever bytes, as files of others may have them.
    df = spark.createDataFrame(data, "id string, raw binary").selectExpr("id", "cast(raw as string) text").repartition(3)
    rows = {row["id"]: row for row in way(df, program, json=True, max_doc_bytes=LIMIT).collect()}
    assert len(rows) == len(data)
    codes = {None: "missing_field", b"\xd0\xbf\xd1": "not_text", "x" * 5000: "too_large", b"\xff\xfe": "not_text"}
    for n, text in enumerate(texts):
        row = rows[f"r{n}"]
        assert row["status"] == ("error" if n % 3 == 0 else "ok"), row
        if n % 3 == 0:
            assert row["error"]["code"] == codes.get(text, "empty"), row
        assert json.loads(row["json"])["status"] == row["status"]


def test_both_ways_give_the_same_error_rows(spark, program):
    data = [(f"r{n}", t.encode() if isinstance(t, str) else t) for n, t in enumerate(BAD)]
    df = spark.createDataFrame(data, "id string, text binary")
    one, other = (by_id(way(df, program, json=True, max_doc_bytes=LIMIT)) for way in (by_package, by_program))
    assert one == other and len(one) == len(BAD)


@pytest.mark.parametrize("call", [
    {"text": "number"},
    {"keep": ["nothing"]},
    {"keep": ["officials"]},
    {"columns": ["officers"]},
    {"fields": {"author": "text"}},
    {"fields": {"text": "officials"}},
])
@WAYS
def test_calls_that_cannot_be_done(spark, program, way, call):
    df = spark.createDataFrame([("a", 1, "x")], "text string, number int, officials string")
    with pytest.raises(ValueError):
        way(df, program, **call)


def wrapper(folder, program, first_time):
    """The program, but for the first process that is started: this one does something else."""
    path = folder / "wrapper"
    path.write_text(f"#!/bin/sh\nif mkdir '{folder}/begun' 2>/dev/null; then {first_time}; fi\nexec '{program}' \"$@\"\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


DEATHS = ["head -n 3 | '{program}' \"$@\"; kill -9 $$", "head -c 30000 >/dev/null; exit 3", "'{program}' \"$@\"; exit 4"]


@pytest.mark.parametrize("death", DEATHS)
def test_dead_child_is_a_task_tried_again(spark, program, articles, corpora, tmp_path, death):
    path = wrapper(tmp_path, program, death.format(program=program))
    before = failed_tasks(spark)
    found = by_id(analyze_with_program(articles, path, json=True))
    assert failed_tasks(spark) == before + 1
    assert found == by_id(analyze_with_program(articles, program, json=True))
    assert len(found) == len(corpora)


def test_program_that_always_fails_says_so(spark, program, articles):
    with pytest.raises(Exception, match="did you mean|Did you mean") as caught:
        analyze_with_program(articles, program, only=["quots"]).count()
    assert "exit code 2" in str(caught.value) and "quotes" in str(caught.value)


def test_program_and_models_are_sent(spark, program, articles, corpora, tmp_path):
    models = Path(program).parent / "qogam.model"
    shutil.copy(program, tmp_path / "sent-program")
    df = analyze_with_program(articles, str(tmp_path / "sent-program"), str(models), ship=True, json=True)
    assert len(by_id(df)) == len(corpora)


# Copied under another name, which no executor has.
def test_executors_need_no_file_of_the_folder(spark, program, articles, corpora, tmp_path):
    shutil.copytree(ROOT / "python/qogam/spark", tmp_path / "copied_spark")
    sys.path.insert(0, str(tmp_path))
    try:
        import copied_spark

        assert "qogam" not in copied_spark.analyze_with_program.__module__
        found = by_id(copied_spark.analyze_with_program(articles, program, json=True))
    finally:
        sys.path.remove(str(tmp_path))
    assert found == by_id(analyze_with_program(articles, program, json=True))


WRONG = """
import sys
sys.path.insert(0, {here!r})
from spark_support import session_builder
from qogam.spark import analyze_with_program
spark = session_builder("local[1]").getOrCreate()
df = spark.createDataFrame([("x",)], "text string")
try:
    analyze_with_program(df, {program!r}).count()
except RuntimeError as error:
    print("said:", error)
"""


def test_workers_with_another_python(program, tmp_path):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "bare")], check=True)
    bare = tmp_path / "bare/bin/python"
    env = os.environ | {"PYSPARK_PYTHON": str(bare), "PYSPARK_DRIVER_PYTHON": sys.executable}
    code = WRONG.format(here=str(Path(__file__).parent), program=program)
    done = subprocess.run([sys.executable, "-c", code], env=env, cwd=tmp_path, capture_output=True, text=True, timeout=200)
    said = [line for line in done.stdout.splitlines() if line.startswith("said:")]
    assert said, done.stderr[-3000:]
    assert "no pyarrow" in said[0] and "PYSPARK_PYTHON" in said[0] and str(bare) in said[0]
