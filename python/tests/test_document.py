"""Documents: their parts, offsets, and the way to JSON and back."""

from __future__ import annotations

import dataclasses
import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import qogam
from qogam import parts
from support import Program

LISTS = {
    "furniture": parts.Furniture, "sentences": parts.Sentence, "mentions": parts.Mention, "entities": parts.Entity, "officials": parts.Official,
    "ngos": parts.Ngo, "dates": parts.DateMention, "money": parts.Money, "topics": parts.Topic, "quotes": parts.Quote,
    "commitments": parts.Commitment, "commitment_reports": parts.CommitmentReport, "warnings": parts.Problem,
}  # fmt: skip
ONES = {"source": parts.Source, "published": parts.Published, "generator": parts.Generator, "error": parts.Problem}
PLAIN = {"schema", "id", "language", "title", "text", "duplicate_of", "status"}
ABSENT = {"text": (None,), "kind": (None,), "fields": ([],)}  # keys that may be missing, and what a part has there then
INSIDE = {"field": parts.Field, "representative": parts.Representative, "evidence": parts.Evidence, "deadline": parts.Deadline}


def keys_of(kind: type) -> set[str]:
    return {"from" if f.name == "from_" else f.name for f in dataclasses.fields(kind)}


def test_the_parts_have_the_keys_of_the_schema() -> None:
    schema = json.loads(qogam.schema())
    assert set(schema["properties"]) == set(LISTS) | set(ONES) | PLAIN
    kinds = {schema["properties"][key]["items"]["$ref"].split("/")[-1]: kind for key, kind in LISTS.items()}
    kinds |= {schema["properties"][key]["$ref"].split("/")[-1]: kind for key, kind in ONES.items()}
    kinds |= INSIDE
    objects = {name for name, one in schema["$defs"].items() if one.get("type") == "object"}
    assert set(kinds) == objects
    for name, kind in kinds.items():
        assert keys_of(kind) == set(schema["$defs"][name]["properties"]), name
        assert {f.name for f in dataclasses.fields(kind) if f.default is dataclasses.MISSING} <= set(schema["$defs"][name]["required"]), name


def plain(value: Any) -> Any:
    """A part as JSON has it."""
    if dataclasses.is_dataclass(value):
        fields = {("from" if f.name == "from_" else f.name): plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return {key: inner for key, inner in fields.items() if inner not in ABSENT.get(key, ())}
    return [plain(one) for one in value] if isinstance(value, tuple) else value


def test_nothing_of_the_json_is_lost(results: list[qogam.Document]) -> None:
    for document in results:
        data = document.to_dict()
        assert {key: plain(getattr(document, key)) for key in data} == data


def spans(document: qogam.Document) -> Iterator[Any]:
    for key in ("mentions", "dates", "money", "quotes", "commitments", "commitment_reports"):
        yield from getattr(document, key)
    yield from (commitment.amount for commitment in document.commitments if commitment.amount)


def test_offsets_are_those_of_str(results: list[qogam.Document]) -> None:
    seen = 0
    for document in results:
        for part in spans(document):
            assert document.text[part.start : part.end] == part.text
            seen += 1
        for inner in (*document.sentences, *(e for topic in document.topics for e in topic.evidence)):
            assert 0 <= inner.start < inner.end <= len(document.text)
    assert seen > 1000


def test_offsets_behind_characters_of_four_bytes(analyzer: qogam.Analyzer) -> None:
    document = analyzer.analyze("𝔘𝔫𝔦 👍 Аким города Асет Исекешев открыл школу 19 апреля 2024 года.")
    assert document.dates and document.officials
    for part in spans(document):
        assert document.text[part.start : part.end] == part.text


def test_entities_and_mentions_by_their_ids(results: list[qogam.Document]) -> None:
    for document in results:
        for official in document.officials:
            person = document.entity(official.person)
            assert person is not None and person.type == "person"
            for id in person.mentions:
                mention = document.mention(id)
                assert mention is not None and mention.entity == person.id
    assert results[0].entity(None) is None and results[0].mention("m99999") is None


def test_documents_do_not_change(results: list[qogam.Document]) -> None:
    document = next(d for d in results if d.commitments)
    with pytest.raises(dataclasses.FrozenInstanceError):
        document.commitments[0].kind = "plan"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        document.id = "other"  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        document.commitments[0].more = 1  # type: ignore[attr-defined]
    document.to_dict()["commitments"].clear()
    assert document.commitments and document.to_dict()["commitments"]
    assert document.commitments is document.commitments


def test_there_and_back(results: list[qogam.Document]) -> None:
    for document in results[:5]:
        for again in (
            qogam.Document.from_json(document.to_json()),
            qogam.Document.from_json(bytes(document) + b"\n"),
            pickle.loads(pickle.dumps(document)),
        ):
            assert again == document and hash(again) == hash(document) and again.to_json() == document.to_json()
            assert again.commitments == document.commitments
        assert json.loads(document.to_json(indent=1)) == document.to_dict()
    assert results[0] != results[1] and results[0] != "text"


def test_load_reads_what_the_program_wrote(program: Program, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    program("analyze", "corpora/ru", "missing.txt", "-o", out)
    found = list(qogam.load(out))
    assert b"".join(bytes(document) + b"\n" for document in found) == out.read_bytes()
    assert found[-1].error and found[-1].error.code == "not_found"
    assert found[0].published.from_ and found[0].generator and found[0].source.path


def test_gold_is_a_document_too(root: Path) -> None:
    for path in sorted((root / "corpora/ru").glob("*.gold.json")):
        gold = qogam.Document.from_json(path.read_bytes())
        assert gold.generator is None and all(c.by == "gold" for c in gold.commitments)


@pytest.mark.parametrize("text", ["", "{", "[]", "5", "{}", '{"schema": "other/1"}', b"\xff\xfe"])
def test_what_is_no_document(text: str | bytes, tmp_path: Path) -> None:
    with pytest.raises(qogam.InputError):
        qogam.Document.from_json(text)
    if text:
        path = tmp_path / "bad.jsonl"
        path.write_bytes(b"\n" + (text.encode() if isinstance(text, str) else text))
        with pytest.raises(qogam.InputError, match=r"bad\.jsonl:2: "):
            list(qogam.load(path))


def test_load_of_no_file(tmp_path: Path) -> None:
    with pytest.raises(qogam.InputError, match="cannot be read"):
        list(qogam.load(tmp_path / "missing.jsonl"))


def test_keys_of_later_versions_and_lost_ones(results: list[qogam.Document]) -> None:
    data = next(d for d in results if d.officials).to_dict()
    data["later"] = 1
    data["officials"][0]["later"] = 1
    assert qogam.Document.from_json(json.dumps(data)).officials[0].name
    del data["officials"][0]["name"]
    with pytest.raises(qogam.InputError, match="name"):
        qogam.Document.from_json(json.dumps(data)).officials  # noqa: B018


def test_repr_tells_what_is_there(analyzer: qogam.Analyzer) -> None:
    assert repr(analyzer.analyze("Аким Асет Исекешев открыл школу.")) == "<Document 'stdin': ru, 1 officials, 0 ngos, 0 dates, 0 quotes, 0 commitments>"
    assert repr(analyzer.analyze("")) == "<Document 'stdin': error empty>"


def test_no_text(analyzer: qogam.Analyzer) -> None:
    document = qogam.analyze("Аким Асет Исекешев открыл школу.", no_text=True)
    assert document.text == "" and "text" not in document.to_dict() and document.officials
