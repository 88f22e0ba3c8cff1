"""The analysis itself: one document, or many on several threads."""

from __future__ import annotations

import datetime
import functools
import math
import os
from collections.abc import Generator, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ._qogam import Engine, Reader, Results
from .document import Document
from .errors import ModelError, UsageError
from .inputs import MAX_DOC_BYTES, Preparer, bytes_option

if TYPE_CHECKING:
    from .inputs import PathName

_MOST_THREADS = 1024
_MOST_DUPLICATES = 100_000_000

#: How many articles back near-duplicates are looked for, unless asked for otherwise.
DUPLICATES = 100_000


def models_path(given: PathName | None = None) -> bytes:
    """Where the knowledge is: `given`, else $QOGAM_MODELS, else what came with the package. Raises ModelError."""
    if given is not None:
        return os.fsencode(given)
    named = os.environ.get("QOGAM_MODELS")
    if named:
        return os.fsencode(named)
    own = Path(__file__).with_name("qogam.model")
    if not own.exists():
        raise ModelError(f"No knowledge found: QOGAM_MODELS is not set, and there is no {own}. Give models=FILE or folder.")
    return os.fsencode(own)


def _day(value: str | datetime.date | None) -> str:
    if value is None or value == "":
        return ""
    text = value.isoformat()[:10] if isinstance(value, datetime.date) else value
    try:
        if len(text) == 10 and datetime.date.fromisoformat(text).isoformat() == text:
            return text
    except (TypeError, ValueError):
        pass
    raise UsageError(f"published takes a day as YYYY-MM-DD, such as 2024-04-19, not {value!r}.")


def _share(name: str, value: float | None) -> float | None:
    if value is None:
        return None
    try:
        share = float(value)
    except (TypeError, ValueError):
        share = math.nan
    if not 0 <= share <= 1:
        raise UsageError(f"{name} takes a number from 0 to 1, not {value!r}.")
    return share


def _count(name: str, value: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise UsageError(f"{name} takes a whole number from 0 to {most}, not {value!r}.")
    return value


def _names(name: str, values: Sequence[str]) -> list[str]:
    if isinstance(values, str):
        raise UsageError(f"{name} takes a list of names, such as [{values!r}].")
    return [str(value) for value in values]


class Analyzer:
    """The analysis with its options. Loading takes some 50 milliseconds; the knowledge is mapped, and shared by all.

    Immutable: one serves any number of threads, and may be sent to other processes by pickle, which load their own.

    Args:
        models: the knowledge, a compiled file or a folder of models. None: $QOGAM_MODELS, else what came with the package.
        lang: the language of all documents, or "auto".
        published: their day of publication as "YYYY-MM-DD" or a date, which outranks what a page says. None: find it.
        plain: documents are clean text: nothing is removed or repaired.
        only: the findings to work out, such as ["dates", "quotes"]; empty: all of them.
        min_score: give all topics of this score or more, 0..1. None: those above the thresholds of the knowledge.
        min_confidence: give commitments of this confidence or more, 0..1. None: 0.5.
        no_text: leave the text out of the results.
        max_doc_bytes: longer documents become errors.
        topics: files of topics laid over those of `models`, which then has to be a folder.
        fields: for documents that are dicts, the keys that hold "text", "id", "title", "published", "url", "language" or "path".

    Raises:
        UsageError: for an option with a value that it cannot have.
        ModelError: for knowledge that cannot be read or trusted.
    """

    __slots__ = ("_engine", "_options", "_preparer")

    def __init__(
        self,
        models: PathName | None = None,
        *,
        lang: str = "auto",
        published: str | datetime.date | None = None,
        plain: bool = False,
        only: Sequence[str] = (),
        min_score: float | None = None,
        min_confidence: float | None = None,
        no_text: bool = False,
        max_doc_bytes: int = MAX_DOC_BYTES,
        topics: Sequence[PathName] = (),
        fields: Mapping[str, str] | None = None,
    ) -> None:
        self._options: dict[str, Any] = {
            "models": models, "lang": lang, "published": published, "plain": plain, "only": tuple(only) if not isinstance(only, str) else only,
            "min_score": min_score, "min_confidence": min_confidence, "no_text": no_text, "max_doc_bytes": max_doc_bytes,
            "topics": tuple(topics) if not isinstance(topics, (str, bytes)) else (topics,), "fields": dict(fields or {}),
        }  # fmt: skip
        limit = bytes_option("max_doc_bytes", max_doc_bytes)
        self._preparer = Preparer(fields, limit)
        self._preparer.one({})  # a field that there is not is told now, and not by each document
        self._engine = Engine(
            models_path(models),
            [os.fsencode(path) for path in self._options["topics"]],
            str(lang),
            _day(published),
            bool(plain),
            _names("only", only),
            _share("min_score", min_score),
            _share("min_confidence", min_confidence),
            bool(no_text),
            limit,
        )

    def analyze(self, document: object) -> Document:
        """The findings of one document.

        Args:
            document: a str (text or HTML), bytes as a file holds them, a dict with "text" and what else is known ("id",
                "title", "published", "url", "lang"), or an `Input` of `qogam.read()`.

        Returns:
            What `qogam analyze` prints for the same on its standard input. What cannot be read or analysed, whatever its
            type, gives a document with `status` "error".
        """
        return Document(self._engine.analyze(self._preparer.one(document)))

    def analyze_many(self, documents: Iterable[object], threads: int = 0, *, duplicates: int = DUPLICATES) -> Generator[Document, None, None]:
        """The findings of many documents, in their order, as they come.

        The third of `documents` gives what the third line of JSON Lines on the standard input of `qogam analyze` gives. They
        are taken from the iterable by the calling thread, some dozens ahead of the results, so that memory stays bounded;
        the analysis itself runs on threads of its own, without the GIL.

        Args:
            documents: an iterable of what `analyze()` takes, or `qogam.read(...)`, which is read by those threads.
            threads: how many; 0: one a core. The results are the same for any number.
            duplicates: how many documents back those in nearly the same words are looked for (`Document.duplicate_of`).

        Returns:
            A generator, one document for each. Closing it, or leaving it alone, ends the run.

        Raises:
            UsageError: for a number out of its range, or in a process forked from one that had called this.
            Exception: what the iterable raises, after the results of what it gave before.
        """
        _count("threads", threads, _MOST_THREADS)
        _count("duplicates", duplicates, _MOST_DUPLICATES)
        if isinstance(documents, (str, bytes, Mapping)):
            raise UsageError("analyze_many() takes an iterable of documents; analyze() takes one.")
        if isinstance(documents, Reader):
            run = self._engine.run_reader(documents, threads, duplicates)
        else:
            run = self._engine.run(self._preparer.many(documents), threads, duplicates)
        return _documents(run)

    @property
    def models_fingerprint(self) -> str:
        """Fingerprint of the knowledge, as results have it under 'generator'."""
        return self._engine.fingerprint

    def __repr__(self) -> str:
        defaults = {"lang": "auto", "max_doc_bytes": MAX_DOC_BYTES}
        told = {k: v for k, v in self._options.items() if v and v != defaults.get(k)}
        return f"Analyzer({', '.join(f'{k}={v!r}' for k, v in told.items())})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (_made, (self._options,))


def _made(options: dict[str, Any]) -> Analyzer:
    return Analyzer(**options)


def _documents(run: Results) -> Generator[Document, None, None]:
    try:
        for line in run:
            yield Document(line)
    finally:
        run.close()


@functools.lru_cache(maxsize=8)
def _kept(options: tuple[tuple[str, Any], ...], _models: str | None) -> Analyzer:
    return Analyzer(**dict(options))


def _analyzer(options: Mapping[str, Any]) -> Analyzer:
    """One for these options, kept for the next call where they can be compared."""
    key = {name: tuple(value) if isinstance(value, list) else value for name, value in options.items()}
    try:
        return _kept(tuple(sorted(key.items())), os.environ.get("QOGAM_MODELS"))
    except TypeError:  # a dict among them, or a name that Analyzer does not have
        return Analyzer(**options)


def analyze(document: object, **options: Any) -> Document:
    """`Analyzer(**options).analyze(document)`, the analyzer being kept for the next call with the same options."""
    return _analyzer(options).analyze(document)


def analyze_many(documents: Iterable[object], threads: int = 0, *, duplicates: int = DUPLICATES, **options: Any) -> Generator[Document, None, None]:
    """`Analyzer(**options).analyze_many(...)`, the analyzer being kept for the next call with the same options."""
    return _analyzer(options).analyze_many(documents, threads, duplicates=duplicates)
