"""What all tests share: the program that the package is compared with, and the articles of the project."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import qogam
from support import FOLDER, ROOT, Program, Python


@pytest.fixture(scope="session")
def root() -> Path:
    """The project."""
    return ROOT


@pytest.fixture(scope="session")
def program() -> Program:
    """See support.Program; skipped where there is none."""
    path = os.environ.get("QOGAM_PROGRAM")
    if not path:
        pytest.skip("QOGAM_PROGRAM does not name the program to compare with")
    environment = {k: v for k, v in os.environ.items() if k != "QOGAM_MODELS"}

    def run(*words: str | Path, input: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([path, *map(str, words)], input=input, capture_output=True, env=environment, cwd=ROOT, timeout=300)

    return run


@pytest.fixture(scope="session")
def analyzer() -> qogam.Analyzer:
    """The analysis without options."""
    return qogam.Analyzer()


@pytest.fixture(scope="session")
def articles() -> list[str]:
    """The pages of all corpora, as they were scraped."""
    return [path.read_text("utf-8") for path in sorted((ROOT / "corpora").rglob("*.txt"))]


@pytest.fixture(scope="session")
def results(analyzer: qogam.Analyzer, articles: list[str]) -> list[qogam.Document]:
    """What is found in them."""
    return list(analyzer.analyze_many(articles, threads=2))


@pytest.fixture(scope="session")
def python() -> Python:
    """See support.Python."""

    def run(code: str, *arguments: str, timeout: float = 60) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=timeout, cwd=FOLDER)

    return run
