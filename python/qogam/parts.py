"""The parts of a document's findings: frozen dataclasses with the keys of the JSON Schema (`qogam.schema()`).

All `start` and `end` are half-open offsets in Unicode code points into `Document.text`, which is what Python's str counts:
`document.text[part.start:part.end] == part.text`. `confidence` is from 0 to 1, `by` the rule or model that a part rests on.
Names and posts are nominative. Days are "YYYY-MM-DD", which compare as strings.
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from .errors import InputError

Part = TypeVar("Part")

# Keys that are words of Python.
_RENAMED = {"from_": "from"}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from; what is not known is None."""

    path: str | None = None  #: File path, "file.jsonl:12" for a record, "-:3" for the third of an iterable.
    url: str | None = None  #: Address of the page.
    author: str | None = None  #: Who wrote it, as the page says.
    media_type: str | None = None  #: For example "text/plain".
    encoding: str | None = None  #: The encoding found, for example "windows-1251".
    sha256: str | None = None  #: Of the bytes received, in hex.


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication and what says so; both None where it is not known."""

    value: str | None = None  #: "YYYY-MM-DD".
    from_: str | None = None  #: metadata, dateline, url, header, text or option; the key "from".


@dataclass(frozen=True, slots=True)
class Furniture:
    """A piece of the page that is not the article, as it stood there."""

    text: str
    kind: str  #: rates, weather, ad, share, reactions, related, counter, navigation, caption or other.


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text."""

    start: int
    end: int
    lang: str  #: A language code, "und" where it could not be told.
    topics: tuple[str, ...] = ()  #: Ids of what it is about, best first.


@dataclass(frozen=True, slots=True)
class Field:
    """A piece of a law or an event."""

    name: str  #: What the rule calls it.
    value: str  #: Of a mention its nominative or value, of other words their nominative where there is one.


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text names something."""

    id: str  #: "m1", unique in the document.
    type: str  #: person, organization, position, location, date, money, law or event.
    start: int
    end: int
    text: str
    entity: str | None  #: Id of what it stands for.
    confidence: float
    by: str
    kind: str | None = None  #: Of a law or an event: what its rule calls it.
    fields: tuple[Field, ...] = ()  #: Of a law or an event: the pieces that its rule captured.


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organization or place of the document."""

    id: str  #: "e1", unique in the document.
    type: str  #: person, organization or location.
    kind: str  #: Finer: official, ngo, state_body, company, city and so on.
    name: str  #: As complete as the document gives it.
    aliases: tuple[str, ...]  #: Other forms in the document.
    parent: str | None  #: Id of the entity it is part of.
    mentions: tuple[str, ...]  #: Ids.


@dataclass(frozen=True, slots=True)
class Official:
    """A named person in a post of a state body."""

    person: str | None  #: Id of the entity.
    name: str
    position: str | None
    organization: str | None  #: The state body.
    organization_entity: str | None  #: Its id.
    status: str  #: current, former, acting or nominated.
    mentions: tuple[str, ...]  #: Ids.
    confidence: float
    by: str


@dataclass(frozen=True, slots=True)
class Representative:
    """Someone who stands for an NGO."""

    person: str | None  #: Id of the entity.
    name: str
    role: str | None


@dataclass(frozen=True, slots=True)
class Ngo:
    """A non-governmental organization, or the generic words for such."""

    organization: str | None  #: Id of the entity.
    name: str
    named: bool  #: False for generic words.
    representatives: tuple[Representative, ...]
    mentions: tuple[str, ...]  #: Ids.
    confidence: float
    by: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time."""

    start: int
    end: int
    text: str
    type: str  #: date, time, duration, set or range.
    value: str | None  #: TIMEX3 or ISO 8601, for example "2024-04-19", "2016/2020", "P2Y"; None where not resolved.
    begin: str | None  #: First day meant.
    end_date: str | None  #: Last day meant, inclusive.
    approximate: bool
    confidence: float
    by: str


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money."""

    start: int
    end: int
    text: str
    amount: float  #: In units of the currency; the lower bound of a range.
    amount_max: float | None  #: The upper bound of a range.
    currency: str  #: ISO 4217.
    confidence: float
    by: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that speaks for a topic."""

    start: int
    end: int
    text: str | None = None  #: In gold files only.


@dataclass(frozen=True, slots=True)
class Topic:
    """Something the document is about."""

    id: str  #: An id of `qogam list topics`.
    score: float
    evidence: tuple[Evidence, ...]
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody is quoted to have said, without the quotation marks."""

    id: str  #: "q1", unique in the document.
    start: int
    end: int
    text: str
    speaker: str | None  #: Id of the entity.
    speaker_name: str | None
    cue: str | None  #: The verb of speech.
    direct: bool  #: False for reported speech.
    topics: tuple[str, ...]  #: Ids.
    confidence: float
    by: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when something is to be done."""

    text: str
    value: str | None  #: TIMEX3 or ISO 8601.
    begin: str | None  #: First day meant.
    end_date: str | None  #: Last day meant, inclusive.


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a state body or an official will do, must do, plans, promised or was ordered to do."""

    id: str  #: "c1", unique in the document.
    start: int
    end: int
    text: str
    kind: str  #: promise, order, plan or obligation.
    actor: str | None  #: Id of who is to act.
    actor_name: str | None  #: None where only "we" stands.
    said_by: str | None  #: Id of who says so.
    said_by_name: str | None
    ordered_by: str | None  #: Name of who gave the order.
    quote: str | None  #: Id of the quote it stands in.
    beneficiaries: tuple[str, ...]  #: For whom it is done.
    action: str | None  #: The lemma of the verb, its object and place as they stand.
    deadline: Deadline | None
    amount: Money | None
    topics: tuple[str, ...]  #: Ids.
    confidence: float
    by: str
    cue: str | None = None  #: The words that the rule saw.


@dataclass(frozen=True, slots=True)
class CommitmentReport:
    """What the document says became of an earlier commitment."""

    start: int
    end: int
    text: str
    says: str  #: done, moved, failed or repeated.
    confidence: float
    by: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What spoilt or may have spoilt a document."""

    code: str  #: Short and stable.
    message: str  #: One full sentence.
    stage: str  #: The stage that found it.


@dataclass(frozen=True, slots=True)
class Generator:
    """What made the findings."""

    version: str  #: Of the program or library.
    models: str  #: Fingerprint of the knowledge.


def make(kind: type[Part], data: Mapping[str, Any]) -> Part:
    """A part from its JSON object. Keys that this version does not know are passed over; InputError where one is missing."""
    if not isinstance(data, Mapping):
        raise InputError(f"The object has {data!r} where there should be the keys of {kind.__name__}.")
    values = {}
    for name, key, convert, needed in _fields(typing.cast("Any", kind)):
        if key in data:
            values[name] = convert(data[key])
        elif needed:
            raise InputError(f"The object has a {kind.__name__} without the key '{key}'.")
    return kind(**values)


def make_all(kind: type[Part], data: Any) -> tuple[Part, ...]:
    """The parts of a JSON list."""
    return tuple(make(kind, one) for one in data)


_Convert = Callable[[Any], Any]


@functools.cache
def _fields(kind: Any) -> tuple[tuple[str, str, _Convert, bool], ...]:
    hints = typing.get_type_hints(kind)
    return tuple(
        (f.name, _RENAMED.get(f.name, f.name), _converter(hints[f.name]), f.default is dataclasses.MISSING)
        for f in dataclasses.fields(kind)
    )


def _converter(hint: Any) -> _Convert:
    """From the value of a key to that of a field with this type."""
    arguments = typing.get_args(hint)
    if isinstance(hint, types.UnionType):
        inner = _converter(arguments[0])
        return lambda value: None if value is None else inner(value)
    if typing.get_origin(hint) is tuple:
        each = _converter(arguments[0])
        return lambda value: tuple(each(one) for one in value)
    if dataclasses.is_dataclass(hint):
        return functools.partial(make, typing.cast("type[object]", hint))
    return lambda value: value
