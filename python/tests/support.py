"""What tests share beside fixtures."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import qogam

#: The project.
ROOT = Path(__file__).resolve().parents[2]

#: Where interpreters are started that are to find what is installed, and not the sources.
FOLDER = ROOT / "corpora"

#: `program(*words, input=b"")`: a run of the program, its output and exit code.
Program = Callable[..., "subprocess.CompletedProcess[bytes]"]

#: `python(code, *arguments)`: a run of an interpreter of its own.
Python = Callable[..., "subprocess.CompletedProcess[str]"]


def lines_of(documents: Iterable[qogam.Document]) -> bytes:
    """Documents as the program prints them."""
    return b"".join(bytes(document) + b"\n" for document in documents)


def json_lines(records: Iterable[object]) -> bytes:
    """Records as a file of JSON Lines."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()
