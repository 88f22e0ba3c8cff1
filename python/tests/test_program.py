"""The package gives what the program gives, byte for byte."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
import qogam
from support import Program, json_lines, lines_of

# Options of the analysis, and the words of the call that mean the same.
OPTIONS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, []),
    ({"plain": True, "no_text": True}, ["--plain", "--no-text"]),
    ({"only": ["dates", "quotes"]}, ["--only", "dates,quotes"]),
    ({"min_score": 0, "min_confidence": 0.1}, ["--min-score", "0", "--min-confidence", "0.1"]),
    ({"lang": "kk", "published": "2024-02-29"}, ["--lang", "kk", "--published", "2024-02-29"]),
    ({"max_doc_bytes": 2000}, ["--max-doc-bytes", "2000"]),
]


@pytest.mark.parametrize(("options", "words"), OPTIONS, ids=lambda value: " ".join(value) or None)
def test_files_as_the_program_reads_them(program: Program, root: Path, monkeypatch: pytest.MonkeyPatch, options: dict[str, Any], words: list[str]) -> None:
    monkeypatch.chdir(root)
    reading = {"max_doc_bytes": options["max_doc_bytes"]} if "max_doc_bytes" in options else {}
    found = qogam.analyze_many(qogam.read("corpora", **reading), threads=2, **options)
    assert lines_of(found) == program("analyze", "corpora", *words).stdout


@pytest.mark.parametrize("duplicates", [0, 1, 100])
def test_near_duplicates(program: Program, analyzer: qogam.Analyzer, articles: list[str], duplicates: int) -> None:
    records = [{"text": text, "id": f"{number}.{turn}"} for number, text in enumerate(articles[:20]) for turn in range(3)]
    found = list(analyzer.analyze_many(records, duplicates=duplicates))
    assert any(document.duplicate_of for document in found) == (duplicates > 0)
    assert lines_of(found) == program("analyze", "-", "--duplicates", str(duplicates), input=json_lines(list(records))).stdout


def test_dicts_are_lines_of_standard_input(program: Program, analyzer: qogam.Analyzer, articles: list[str]) -> None:
    records: list[object] = [
        {"text": articles[0], "id": "one", "title": "Заголовок", "published": "2024-04-19", "url": "https://example.org/1", "lang": "ru"},
        {"content": articles[1], "id": 17, "date": "2023-05-06T10:00:00", "language": "kk"},
        {"id": "no text", "title": "x"},
        {"text": 5},
        {"text": ""},
        {"text": " \n"},
        {"text": "<html><body><h1>Аким</h1><p>Аким города открыл школу 1 сентября.</p></body></html>"},
        {"id": "one", "text": "Второй с тем же id."},
        {},
    ]
    assert lines_of(analyzer.analyze_many(records, threads=2)) == program("analyze", "-", input=json_lines(records)).stdout
    for record in records[:1]:
        assert lines_of([analyzer.analyze(record)]) == program("analyze", "-", input=json_lines([record])).stdout


def test_fields_of_dicts_and_of_files(program: Program, tmp_path: Path, articles: list[str]) -> None:
    records: list[object] = [{"meta": {"body": text}, "key": f"k{number}"} for number, text in enumerate(articles[:3])]
    words = ["--field", "text=meta.body", "--field", "id=key"]
    fields = {"text": "meta.body", "id": "key"}
    found = qogam.Analyzer(fields=fields).analyze_many(records)
    assert lines_of(found) == program("analyze", "-", *words, input=json_lines(records)).stdout
    path = tmp_path / "news.jsonl"
    path.write_bytes(json_lines(records))
    assert lines_of(qogam.analyze_many(qogam.read(path, fields=fields))) == program("analyze", path, *words).stdout


@pytest.mark.parametrize("text", ["", " ", "Аким города открыл школу.", "<html><body><p>Аким города открыл школу.</p></body></html>"])
def test_text_is_standard_input(program: Program, analyzer: qogam.Analyzer, text: str) -> None:
    assert lines_of([analyzer.analyze(text)]) == program("analyze", "-", input=text.encode()).stdout


@pytest.mark.parametrize("data", ["Привет, мир города".encode("windows-1251"), b"\x7fELF\0\0\0", "Қала әкімі".encode("utf-16"), b"\xff\xfe\xd0 text"])
def test_bytes_are_standard_input(program: Program, analyzer: qogam.Analyzer, data: bytes) -> None:
    assert lines_of([analyzer.analyze(data)]) == program("analyze", "-", "--from", "text", input=data).stdout
    assert analyzer.analyze(bytearray(data)) == analyzer.analyze(data) == analyzer.analyze(memoryview(data))


def test_archives_patterns_and_what_is_missing(program: Program, analyzer: qogam.Analyzer, tmp_path: Path, articles: list[str]) -> None:
    with zipfile.ZipFile(tmp_path / "news.zip", "w") as archive:
        archive.writestr("a/1.txt", articles[0])
        archive.writestr("a/2.html", f"<html><body><p>{articles[1]}</p></body></html>")
        archive.writestr("a/picture.png", b"\x89PNG\r\n\x1a\n\0\0")
    (tmp_path / "b.txt").write_text(articles[2], "utf-8")
    (tmp_path / "empty").mkdir()
    paths = [tmp_path / "news.zip", tmp_path / "*.txt", tmp_path / "missing.txt", tmp_path / "empty"]
    reader = qogam.read(paths)
    found = list(analyzer.analyze_many(reader))
    assert lines_of(found) == program("analyze", *paths).stdout
    assert [document.error.code if document.error else None for document in found] == [None, None, None, "not_found", "directory_empty"]
    assert reader.passed_over == 1
    assert reader.notices == []


def test_a_reader_can_be_filtered(analyzer: qogam.Analyzer, root: Path) -> None:
    everything = list(qogam.read(root / "corpora/ru"))
    assert [d.id for d in analyzer.analyze_many(i for i in everything if i.id.startswith("ru-0"))] == [i.id for i in everything if i.id.startswith("ru-0")]
    assert analyzer.analyze(everything[0]) == analyzer.analyze(everything[0])
    assert everything[0].path.endswith(everything[0].id + ".txt") and everything[0].error is None and everything[0].url == ""


def test_version_and_schema(program: Program) -> None:
    assert program("--version").stdout.decode().startswith(f"qogam {qogam.__version__}\nmodels ")
    assert program("schema").stdout.decode().rstrip() == qogam.schema().rstrip()
