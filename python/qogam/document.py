"""One document with all that was found in it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar, cast

from . import parts
from .errors import InputError

if TYPE_CHECKING:
    import pandas

    from .inputs import PathName

Part = TypeVar("Part")

_SCHEMA = "qogam/1"


class Document:
    """The findings of one document, as `analyze()` and `load()` give them.

    Immutable. It keeps the JSON that it was made of and reads it when it is first asked for a part. Equal documents have
    equal JSON. Lists are tuples of the dataclasses in `qogam.parts`, and empty where there is nothing.
    """

    __slots__ = ("_json", "_parsed", "_made")

    def __init__(self, line: bytes) -> None:
        """From the bytes of an object that this version wrote; for anything else there is `from_json()`."""
        self._json = line
        self._parsed: dict[str, Any] | None = None
        self._made: dict[str, Any] = {}

    @classmethod
    def from_json(cls, text: str | bytes) -> Document:
        """A document from its JSON, such as a line that `qogam analyze` wrote. Raises InputError where it is none."""
        line = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)
        document = cls(line.strip())
        try:
            parsed = json.loads(document._json)
        except ValueError as reason:
            raise InputError(f"This is not the JSON of a document ({reason}).") from None
        if not isinstance(parsed, dict) or parsed.get("schema") != _SCHEMA:
            raise InputError(f"This JSON is not an object of the schema {_SCHEMA}, which 'qogam analyze' writes.")
        document._parsed = parsed
        return document

    # ---- as a whole

    def to_json(self, indent: int | None = None) -> str:
        """The JSON as `qogam analyze` prints it, without the line feed; with `indent` laid out for people."""
        return self._json.decode("utf-8") if indent is None else json.dumps(self._data, ensure_ascii=False, indent=indent)

    def to_dict(self) -> dict[str, Any]:
        """The JSON as dicts and lists, which belong to the caller."""
        parsed = json.loads(self._json)
        assert isinstance(parsed, dict)
        return parsed

    def to_frame(self, table: str = "commitments") -> pandas.DataFrame:
        """One table of `to_frames()`. Raises UsageError for a name that none has, ImportError without pandas."""
        from . import frames

        return frames.table_of([self], table)

    def to_frames(self) -> dict[str, pandas.DataFrame]:
        """The findings as tables of pandas: `qogam.to_frames([document])`."""
        from . import frames

        return frames.to_frames([self])

    def _repr_html_(self) -> str:
        """For notebooks: the text with its mentions coloured, and the findings below."""
        from . import html

        return html.page_of(self)

    def __bytes__(self) -> bytes:
        return self._json

    def __eq__(self, other: object) -> bool:
        return self._json == other._json if isinstance(other, Document) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._json)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Document, (self._json,))

    def __repr__(self) -> str:
        if self.error:
            return f"<Document {self.id!r}: error {self.error.code}>"
        counts = ((len(self._data[key]), key) for key in ("officials", "ngos", "dates", "quotes", "commitments"))
        return f"<Document {self.id!r}: {self.language}, {', '.join(f'{n} {key}' for n, key in counts)}>"

    # ---- what it is

    @property
    def schema(self) -> str:
        """Name and version of the format."""
        return str(self._data["schema"])

    @property
    def id(self) -> str:
        """Given by the input, or made from its path."""
        return str(self._data["id"])

    @property
    def source(self) -> parts.Source:
        """Where it came from."""
        return self._part("source", parts.Source)

    @property
    def language(self) -> str:
        """Code of its main language; "und" where it could not be told."""
        return str(self._data["language"])

    @property
    def title(self) -> str | None:
        """Its headline."""
        title: str | None = self._data["title"]
        return title

    @property
    def published(self) -> parts.Published:
        """Its day of publication and what says so."""
        return self._part("published", parts.Published)

    @property
    def text(self) -> str:
        """The cleaned article in Unicode NFC, which all offsets count in; empty where it was left out (`no_text`)."""
        return str(self._data.get("text", ""))

    @property
    def ok(self) -> bool:
        """Whether it could be read and analysed."""
        return self.status == "ok"

    @property
    def status(self) -> str:
        """ "ok", or "error": `error` says why, and all lists of findings are empty."""
        return str(self._data["status"])

    @property
    def error(self) -> parts.Problem | None:
        """Why it could not be read or analysed; None where it could."""
        return self._part("error", parts.Problem) if "error" in self._data else None

    @property
    def warnings(self) -> tuple[parts.Problem, ...]:
        """What may have spoilt the result."""
        return self._parts("warnings", parts.Problem)

    @property
    def generator(self) -> parts.Generator | None:
        """What made it; None in gold files."""
        return self._part("generator", parts.Generator) if "generator" in self._data else None

    @property
    def duplicate_of(self) -> str | None:
        """Id of an earlier document of the run in nearly the same words."""
        id: str | None = self._data["duplicate_of"]
        return id

    # ---- what was found

    @property
    def furniture(self) -> tuple[parts.Furniture, ...]:
        """What stood on the page and is not the article."""
        return self._parts("furniture", parts.Furniture)

    @property
    def sentences(self) -> tuple[parts.Sentence, ...]:
        """Sentences in the order of the text."""
        return self._parts("sentences", parts.Sentence)

    @property
    def mentions(self) -> tuple[parts.Mention, ...]:
        """Where the text names something, in its order."""
        return self._parts("mentions", parts.Mention)

    @property
    def entities(self) -> tuple[parts.Entity, ...]:
        """People, organizations and places that mentions stand for."""
        return self._parts("entities", parts.Entity)

    @property
    def officials(self) -> tuple[parts.Official, ...]:
        """Named people in posts of state bodies."""
        return self._parts("officials", parts.Official)

    @property
    def ngos(self) -> tuple[parts.Ngo, ...]:
        """Non-governmental organizations, by name or by generic words."""
        return self._parts("ngos", parts.Ngo)

    @property
    def dates(self) -> tuple[parts.DateMention, ...]:
        """Dates, times, durations, sets and ranges."""
        return self._parts("dates", parts.DateMention)

    @property
    def money(self) -> tuple[parts.Money, ...]:
        """Amounts of money."""
        return self._parts("money", parts.Money)

    @property
    def topics(self) -> tuple[parts.Topic, ...]:
        """The main topic, then the others by their score."""
        return self._parts("topics", parts.Topic)

    @property
    def quotes(self) -> tuple[parts.Quote, ...]:
        """What people are quoted to have said."""
        return self._parts("quotes", parts.Quote)

    @property
    def commitments(self) -> tuple[parts.Commitment, ...]:
        """What state bodies and officials will do, must do, plan, promised or were ordered to do."""
        return self._parts("commitments", parts.Commitment)

    @property
    def commitment_reports(self) -> tuple[parts.CommitmentReport, ...]:
        """What became of earlier commitments."""
        return self._parts("commitment_reports", parts.CommitmentReport)

    def entity(self, id: str | None) -> parts.Entity | None:
        """The entity of that id, such as `commitment.actor`; None where there is none."""
        return self._by_id("entities", self.entities).get(id)

    def mention(self, id: str | None) -> parts.Mention | None:
        """The mention of that id; None where there is none."""
        return self._by_id("mentions", self.mentions).get(id)

    # ---- reading the JSON

    @property
    def _data(self) -> dict[str, Any]:
        if self._parsed is None:
            self._parsed = self.to_dict()
        return self._parsed

    def _part(self, key: str, kind: type[Part]) -> Part:
        if key not in self._made:
            self._made[key] = parts.make(kind, self._data.get(key, {}))
        made: Part = self._made[key]
        return made

    def _parts(self, key: str, kind: type[Part]) -> tuple[Part, ...]:
        if key not in self._made:
            self._made[key] = parts.make_all(kind, self._data[key])
        made: tuple[Part, ...] = self._made[key]
        return made

    def _by_id(self, key: str, all_parts: tuple[Part, ...]) -> dict[str | None, Part]:
        """The parts by their ids, made once: each mention of a document may ask for its entity."""
        index = f"{key} by id"
        if index not in self._made:
            self._made[index] = {part.id: part for part in reversed(cast("tuple[Any, ...]", all_parts))}
        found: dict[str | None, Part] = self._made[index]
        return found


def load(path: PathName) -> Iterator[Document]:
    """The documents of a file that `qogam analyze -o` wrote, one a line, read as they are asked for.

    Raises InputError, when it is met, for a file that cannot be read and for a line that is no document.
    """
    name = os.fsdecode(path)
    try:
        with open(path, "rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _loaded(line, f"{name}:{number}")
    except OSError as reason:
        raise InputError(f"{name} cannot be read ({reason.strerror}); check the path.") from None


def _loaded(line: bytes, place: str) -> Document:
    try:
        return Document.from_json(line)
    except InputError as error:
        raise InputError(f"{place}: {error}") from None
