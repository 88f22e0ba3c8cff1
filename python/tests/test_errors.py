"""What ends a call, with the exit codes of the program; what spoils one document, in its place."""

from __future__ import annotations

import datetime
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import qogam
from support import Program

# Options that cannot be, and the words of the program's call for the same, where it has them.
WRONG: list[tuple[dict[str, Any], list[str] | None]] = [
    ({"lang": "xx"}, ["--lang", "xx"]),
    ({"only": ["nothing"]}, ["--only", "nothing"]),
    ({"published": "2024-13-01"}, ["--published", "2024-13-01"]),
    ({"published": "19.04.2024"}, ["--published", "19.04.2024"]),
    ({"min_score": 2}, ["--min-score", "2"]),
    ({"min_confidence": -1}, ["--min-confidence", "-1"]),
    ({"min_confidence": float("nan")}, None),
    ({"max_doc_bytes": 0}, ["--max-doc-bytes", "0"]),
    ({"fields": {"heading": "x"}}, ["--field", "heading=x"]),
    ({"models": "missing.model"}, ["--models", "missing.model"]),
    ({"models": __file__}, ["--models", __file__]),
    ({"topics": ["mine.txt"]}, ["--topics", "mine.txt"]),
    ({"only": "dates"}, None),
]


@pytest.mark.parametrize(("options", "words"), WRONG, ids=lambda value: str(value)[:40])
def test_options_that_cannot_be(program: Program, options: dict[str, Any], words: list[str] | None) -> None:
    with pytest.raises(qogam.Error) as caught:
        qogam.Analyzer(**options)
    assert caught.value.exit_code == type(caught.value).exit_code
    assert len(str(caught.value).split()) > 3
    if words is not None:
        assert program("analyze", "-", *words, input=b"text").returncode == caught.value.exit_code


def test_classes_have_the_codes_of_the_program() -> None:
    codes = {qogam.UsageError: 2, qogam.InputError: 3, qogam.ModelError: 4}
    for kind, code in codes.items():
        assert issubclass(kind, qogam.Error) and kind.exit_code == code
        assert kind.__doc__


@pytest.mark.parametrize(
    "call",
    [
        lambda a: a.analyze_many([], threads=-1),
        lambda a: a.analyze_many([], threads=2.0),
        lambda a: a.analyze_many([], duplicates=-1),
        lambda a: a.analyze_many("text"),
        lambda a: a.analyze_many({"text": "x"}),
        lambda a: qogam.read("-"),
        lambda a: qogam.read("x", format="doc"),
        lambda a: qogam.read("x", fields={"heading": "x"}),
        lambda a: qogam.read("x", max_doc_bytes=0),
    ],
)
def test_usage_is_told_at_once(analyzer: qogam.Analyzer, call: Callable[[qogam.Analyzer], object]) -> None:
    with pytest.raises(qogam.UsageError):
        call(analyzer)


def test_what_is_no_iterable_is_a_type_error(analyzer: qogam.Analyzer) -> None:
    with pytest.raises(TypeError):
        analyzer.analyze_many(5)  # type: ignore[arg-type]


def test_models_are_found_as_the_program_finds_them(monkeypatch: pytest.MonkeyPatch, root: Path, analyzer: qogam.Analyzer) -> None:
    monkeypatch.setenv("QOGAM_MODELS", "nowhere.model")
    with pytest.raises(qogam.ModelError, match=r"nowhere\.model"):
        qogam.Analyzer()
    with pytest.raises(qogam.ModelError):
        qogam.analyze("text")
    monkeypatch.delenv("QOGAM_MODELS")
    assert qogam.analyze("text") == analyzer.analyze("text")


class Odd:
    """Something that is no document."""


RING: dict[str, object] = {"text": "x"}
RING["self"] = RING
DEEP: dict[str, object] = {}
for _ in range(5000):
    DEEP = {"x": DEEP}

ODD: list[tuple[object, str]] = [
    (None, "invalid_json"),
    (5, "invalid_json"),
    (["text"], "invalid_json"),
    (Odd(), "invalid_json"),
    (RING, "invalid_json"),
    (DEEP, "invalid_json"),
    ({}, "missing_field"),
    ({"text": None}, "missing_field"),
    ({"text": Odd()}, "missing_field"),
    ({"text": float("nan")}, "missing_field"),
    ({("a", "b"): 1, "title": "x"}, "missing_field"),
    ({"text": ""}, "empty"),
    ("", "empty"),
    (b"", "empty"),
    (b"\0\1\2\3\0\0", "not_text"),
]


def test_what_is_no_document_stands_in_its_place(analyzer: qogam.Analyzer) -> None:
    items = [thing for item, _ in ODD for thing in (item, "Аким города.")]
    found = list(analyzer.analyze_many(items, threads=2))
    assert len(found) == len(items)
    for number, (document, (_, code)) in enumerate(zip(found[::2], ODD, strict=True)):
        assert document.error and document.error.code == code, number
        assert document.error.message.startswith(f"-:{2 * number + 1} "), document.error.message
        assert not document.ok and document.status == "error" and not document.commitments
        assert document.id == f"stdin:{2 * number + 1}"
    assert all(document.ok and document.error is None for document in found[1::2])
    for item, code in ODD:
        error = analyzer.analyze(item).error
        assert error is not None and error.code == code


def test_too_large_is_not_kept(analyzer: qogam.Analyzer) -> None:
    small = qogam.Analyzer(max_doc_bytes=10)
    for item in ("x" * 11, b"x" * 11, {"text": "x" * 11}):
        error = small.analyze(item).error
        assert error is not None and error.code == "too_large"
    assert small.analyze("x" * 10).ok


def test_values_that_json_has_no_form_for(analyzer: qogam.Analyzer) -> None:
    record = {"text": "Аким открыл школу.", "published": datetime.date(2024, 4, 19), "title": float("nan"), "id": 5, "raw": Odd(), "at": [float("inf")]}
    document = analyzer.analyze(record)
    assert document.ok and document.id == "5"
    assert (document.published.value, document.published.from_) == ("2024-04-19", "metadata")
    assert document == analyzer.analyze({"text": "Аким открыл школу.", "published": "2024-04-19", "id": 5})


def test_half_of_a_pair_is_told_of(analyzer: qogam.Analyzer) -> None:
    for item in ("Аким \ud83d города.", {"text": "Аким \ud83d города."}):
        document = analyzer.analyze(item)
        assert document.ok and document.text == "Аким \ufffd города."
        assert "invalid_bytes" in [warning.code for warning in document.warnings]


def test_analyzers_travel(analyzer: qogam.Analyzer) -> None:
    made = qogam.Analyzer(only=["dates"], no_text=True, published=datetime.date(2024, 4, 19))
    again = pickle.loads(pickle.dumps(made))
    text = "Аким открыл школу вчера."
    assert again.analyze(text) == made.analyze(text) != analyzer.analyze(text)
    assert repr(again) == repr(made) and "only=('dates',)" in repr(made)
    assert again.models_fingerprint == analyzer.models_fingerprint != ""
