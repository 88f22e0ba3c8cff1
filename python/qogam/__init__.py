"""Qogam: who in government said or promised what, by when and to whom, from Russian and Kazakh civic news.

    import qogam

    document = qogam.analyze(text)                      # a str, bytes, or a dict with "text"
    for commitment in document.commitments:
        print(commitment.said_by_name, commitment.text, commitment.deadline)

    for document in qogam.analyze_many(qogam.read("news/"), threads=8):
        ...                                             # in order, in bounded memory, as quick as the program

    tables = qogam.to_frames(qogam.load("out.jsonl"))   # what `qogam analyze -o out.jsonl` wrote, as tables of pandas

Offsets are half-open and count Unicode code points: `document.text[m.start:m.end] == m.text`. What cannot be read gives a
document with `status` "error" in its place; what ends a call is a `qogam.Error` with the exit code of the program.
"""

from ._qogam import Input, Reader, schema
from ._qogam import version as _version
from .analyzer import Analyzer, analyze, analyze_many
from .document import Document, load
from .errors import Error, InputError, ModelError, UsageError
from .frames import to_frames
from .inputs import read
from .parts import (
    Commitment,
    CommitmentReport,
    DateMention,
    Deadline,
    Entity,
    Evidence,
    Field,
    Furniture,
    Generator,
    Mention,
    Money,
    Ngo,
    Official,
    Problem,
    Published,
    Quote,
    Representative,
    Sentence,
    Source,
    Topic,
)

__version__ = _version()

__all__ = [
    "Analyzer", "Commitment", "CommitmentReport", "DateMention", "Deadline", "Document", "Entity", "Error", "Evidence", "Field",
    "Furniture", "Generator", "Input", "InputError", "Mention", "ModelError", "Money", "Ngo", "Official", "Problem",
    "Published", "Quote", "Reader", "Representative", "Sentence", "Source", "Topic", "UsageError", "analyze",
    "analyze_many", "load", "read", "schema", "to_frames",
]  # fmt: skip
