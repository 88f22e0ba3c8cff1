"""A partition without Spark: rows that are no good, and programs that do not do as they should."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

pytest.importorskip("pyspark")

from spark_support import PROGRAM

import pyarrow as pa
from qogam.spark import columns, program as program_module, rows

JOB = rows.Job(("text", "id"), columns.COLUMNS, ("n",), True, False, 4096)
# Reads records and answers each as the program does, but for the findings.
STAND_IN = """
import json, sys
def answer(line):
    r = json.loads(line)
    return json.dumps({"schema": "qogam/1", "id": r["id"], "text": r["text"], "status": "ok"}, separators=(",", ":"))
"""


def batch_of(texts, ids=None, first=0):
    ids = ids or [f"r{first + n}" for n in range(len(texts))]
    texts = [t.encode() if isinstance(t, str) else t for t in texts]
    numbers = pa.array(range(first, first + len(texts)), pa.int32())
    # As Spark may hold them: a column of strings, with whatever bytes.
    body = pa.array(texts, pa.binary())
    body = pa.Array.from_buffers(pa.string(), len(body), body.buffers(), body.null_count)
    return pa.RecordBatch.from_arrays([body, pa.array(ids, pa.string()), numbers], ["_0", "_1", "n"])


def run(path, batches, job=JOB):
    return [row for batch in program_module.run_program(job, None, (str(path),), [], iter(batches)) for row in batch.to_pylist()]


@pytest.fixture
def stand_in(tmp_path):
    def make(code):
        path = tmp_path / "stand-in"
        path.write_text(f"#!{sys.executable}\n{STAND_IN}{code}", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    return make


GOOD = "for line in sys.stdin: print(answer(line))"
BAD = [  # text, id, code
    (None, "a", "missing_field"),
    (b"\xd0\xbf\xd1", "b", "not_text"),
    (b"\xed\xa0\x80", "c", "not_text"),
    ("x" * 4096, "d", "too_large"),
]


@pytest.mark.parametrize(("text", "id", "code"), BAD)
def test_bad_rows_are_error_rows_among_the_others(stand_in, text, id, code):
    found = run(stand_in(GOOD), [batch_of(["one", text, "two"], ["1", id, "2"]), batch_of([text], [id], 3)])
    assert [row["id"] for row in found] == ["1", id, "2", id]
    assert [row["n"] for row in found] == [0, 1, 2, 3]
    assert [row["status"] for row in found] == ["ok", "error", "ok", "error"]
    assert found[1]["error"]["code"] == code and found[1]["error"]["message"].startswith(f"{id} ")
    assert found[1]["officials"] == [] and found[1]["generator"] is None
    assert json.loads(found[1]["json"])["source"]["path"] == id


def test_bad_rows_keep_to_the_schema(program):
    jsonschema = pytest.importorskip("jsonschema")
    from columns_of_schema import schema_of

    for no_text in (False, True):
        line = rows.failed(JOB._replace(no_text=no_text), 'a "quoted" id', "too_large", "It is too large.")
        jsonschema.validate(json.loads(line), schema_of(program))
        assert (b'"text":' in line) != no_text


TEXTS = ["a\nb", "a\r\nb\n", "\u2028 \u2029 \x85", '"\\"', "\x00\x01", "{}", "\U0001f600", " ", "a\tb"]


def test_texts_with_line_ends_stay_one_row(stand_in):
    found = run(stand_in(GOOD), [batch_of(TEXTS)])
    assert [row["text"] for row in found] == TEXTS


def test_ids(stand_in):
    numbered = "seen = set()\nfor line in sys.stdin:\n r = json.loads(line); n = r['id'] + '#2' * (r['id'] in seen); seen.add(r['id']); print(answer(json.dumps({**r, 'id': n})))"
    ids = ["x", "x", 'say "x"', 'say "x"', "x#2", None, ""]
    found = run(stand_in(numbered), [batch_of(["t"] * 3, ids[:3]), batch_of(["t"] * 4, ids[3:], 3)])
    assert [row["id"] for row in found] == [*ids[:5], "0:5", "0:6"]
    assert [json.loads(row["json"])["id"] for row in found] == [row["id"] for row in found]


def test_no_rows(stand_in):
    assert run("/nonexistent", []) == []
    assert run(stand_in(GOOD), [batch_of([])]) == []


# More than pipes hold, by a program that answers only when it has read all.
def test_program_that_answers_late_does_not_block(stand_in):
    late = "lines = list(sys.stdin)\nfor line in lines: print(answer(line))"
    batches = [batch_of([f"{n} " + "x" * 3000] * 100, first=100 * n) for n in range(10)]
    assert len(run(stand_in(late), iter(batches))) == 1000


def test_large_batches_go_out_in_pieces(stand_in, monkeypatch):
    monkeypatch.setattr(rows, "PIECE", 1000)
    texts = [str(n) * 300 for n in range(10)]
    pieces = list(program_module.run_program(JOB, None, (str(stand_in(GOOD)),), [], iter([batch_of(texts)])))
    assert len(pieces) > 2
    assert [(r["text"], r["n"]) for p in pieces for r in p.to_pylist()] == list(zip(texts, range(10)))


FAULTS = [  # what a program does, what is said of it
    ("for n, line in enumerate(sys.stdin):\n print(answer(line), flush=True)\n if n == 120: os_kill()", "exit code -9"),
    ("for n, line in enumerate(sys.stdin):\n if n == 5: sys.exit('out of paper')\n print(answer(line))", "out of paper"),
    ("for line in sys.stdin: print(answer(line))\nsys.exit(3)", "did not end well (exit code 3)"),
    ("for line in sys.stdin: print(answer(line))\nprint(answer(line))", "more objects than there are rows"),
    ("for n, line in enumerate(sys.stdin):\n if n != 7: print(answer(line))", "out of step"),
    ("for n, line in enumerate(sys.stdin):\n if n < 149: print(answer(line))", "ended before its last row"),
    ("for line in sys.stdin: print('what?')", "came back as None"),
    ("pass", "ended before its last row"),
]


@pytest.mark.parametrize(("code", "says"), FAULTS)
def test_faults_of_the_program_end_the_task(stand_in, code, says):
    path = stand_in("import os, signal\ndef os_kill(): os.kill(os.getpid(), signal.SIGKILL)\n" + code)
    with pytest.raises(RuntimeError, match=".*") as caught:
        run(path, [batch_of(["x" * 2000] * 100), batch_of(["y"] * 50, first=100)])
    assert says in str(caught.value)


def test_messages_are_cut_to_the_last(stand_in):
    path = stand_in("sys.stderr.write('early ' + 'x' * 9000 + ' late'); sys.exit(4)")
    with pytest.raises(RuntimeError) as caught:
        run(path, [batch_of(["x"])])
    assert "late" in str(caught.value) and "early" not in str(caught.value) and len(str(caught.value)) < 5000


@pytest.mark.parametrize("path", ["/nonexistent/qogam", os.devnull])
def test_program_that_cannot_be_started(path):
    with pytest.raises(RuntimeError, match="ship=True"):
        run(path, [batch_of(["x"])])


def test_fault_of_the_rows_comes_through(stand_in):
    def batches():
        yield batch_of(["x"])
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk is gone"):
        run(stand_in(GOOD), batches())


def test_who_stops_early_leaves_no_process(stand_in):
    before = children()
    running = program_module.run_program(JOB, None, (str(stand_in(GOOD)),), [], (batch_of(["x"] * 50) for _ in range(10**6)))
    next(running)
    assert children() != before
    running.close()
    assert children() == before


def children():
    return Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()


def test_options_become_words():
    flags = program_module.flags
    assert flags({"only": ["dates", "topics"], "no_text": True, "plain": False, "min_score": 0.5, "published": ""}) == [
        "--only=dates,topics",
        "--no-text",
        "--min-score=0.5",
    ]
    assert flags({"lang": "kk", "max_doc_bytes": 5, "min_confidence": None}) == ["--lang=kk", "--max-doc-bytes=5"]
    with pytest.raises(TypeError, match="max_doc_bytes"):
        flags({"max_bytes": 5})


def test_the_plain_program(program):
    texts = ["Line one.\nLine two.", None, " \n ", b"\xff", "Third."]
    found = run_real(texts)
    assert [row["status"] for row in found] == ["ok", "error", "error", "error", "ok"]
    assert found[2]["error"]["code"] == "empty" and found[2]["error"]["message"].startswith("r2 ")
    assert found[0]["source"]["path"] == "r0"


def run_real(texts):
    words = ["analyze", "-", "--from=jsonl", "--field=path=path", "--doc-errors=ok", "--duplicates=0", "--jobs=1"]
    batches = program_module.run_program(JOB, None, (PROGRAM,), words, iter([batch_of(texts)]))
    return [row for batch in batches for row in batch.to_pylist()]
