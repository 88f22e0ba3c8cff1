"""The package as such: words, docstrings, types, sizes, and the notebook."""

from __future__ import annotations

import ast
import contextlib
import importlib
import importlib.metadata
import inspect
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
import qogam
from qogam import _qogam

MODULES = ["qogam", "qogam._qogam", "qogam.analyzer", "qogam.document", "qogam.errors", "qogam.frames", "qogam.html", "qogam.inputs", "qogam.parts"]


def code_files(root: Path) -> list[Path]:
    return [p for folder in ("python/qogam", "python/native") for p in sorted((root / folder).rglob("*")) if p.suffix in (".py", ".pyi", ".cpp", ".h")]


def test_no_word_of_a_language_stands_in_code(root: Path) -> None:
    cyrillic = re.compile("[\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f]")
    for path in code_files(root):
        assert not cyrillic.search(path.read_text("utf-8")), path


def test_files_are_small(root: Path) -> None:
    for path in [*code_files(root), *(root / "python/tests").rglob("*.py")]:
        assert len(path.read_text("utf-8").splitlines()) <= 400, path


@pytest.mark.parametrize("name", [name for name in MODULES if name != "qogam._qogam"])
def test_all_that_is_public_has_a_docstring(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__
    for member, value in vars(module).items():
        if member.startswith("_") or getattr(value, "__module__", None) != name:
            continue
        if inspect.isclass(value) or inspect.isfunction(value):
            assert value.__doc__, f"{name}.{member}"
        if inspect.isclass(value):
            for inner, attribute in vars(value).items():
                if not inner.startswith("_") and (inspect.isfunction(attribute) or isinstance(attribute, (property, classmethod))):
                    assert attribute.__doc__, f"{name}.{member}.{inner}"


def test_all_names_what_there_is() -> None:
    assert sorted(qogam.__all__) == qogam.__all__
    for name in qogam.__all__:
        assert hasattr(qogam, name)


def parameters(function: object) -> list[str]:
    """Of a native function, as the first line of its docstring has them."""
    signature = str(getattr(function, "__doc__", "")).split(" -> ")[0]
    return re.findall(r"[(,] *(\w+)", re.sub(r"\[[^]]*\]", "", signature))


def test_the_stub_fits_the_native_module() -> None:
    stub = ast.parse((Path(qogam.__file__).parent / "_qogam.pyi").read_text("utf-8"))
    declared = {node.name: node for node in stub.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))}
    assert set(declared) == {name for name in vars(_qogam) if not name.startswith("_")}
    for name, node in declared.items():
        native = getattr(_qogam, name)
        members = {name: (node, native)} if isinstance(node, ast.FunctionDef) else {}
        if isinstance(node, ast.ClassDef):
            assert ast.get_docstring(node), name
            members = {inner.name: (inner, vars(native)[inner.name]) for inner in node.body if isinstance(inner, ast.FunctionDef)}
            assert {member for member in vars(native) if not member.startswith("_")} <= set(members), name
        for member, (function, value) in members.items():
            if not function.decorator_list and not member.startswith("__iter"):
                assert [a.arg for a in function.args.args] == parameters(value), f"{name}.{member}"
            assert member.startswith("__") or ast.get_docstring(function), f"{name}.{member}"


def test_types_hold(root: Path) -> None:
    pytest.importorskip("mypy", reason="mypy is not installed")
    own = [f"{root}/python/qogam/{name}" for name in ("__init__.py", "analyzer.py", "document.py", "errors.py", "frames.py", "html.py", "inputs.py", "parts.py")]
    words = ["--strict", "--ignore-missing-imports", "--follow-imports=silent", "--no-incremental", "--python-version", "3.10"]
    ended = subprocess.run([sys.executable, "-m", "mypy", *words, *own], capture_output=True, text=True, cwd=root / "python")
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_what_is_installed() -> None:
    files = {str(file) for file in importlib.metadata.files("qogam") or []}
    assert {"qogam/qogam.model", "qogam/py.typed", "qogam/_qogam.pyi"} <= files
    assert not [file for file in files if file.endswith((".a", ".h", ".cpp", "/qogam"))]
    assert importlib.metadata.version("qogam") == qogam.__version__


def test_the_notebook_runs(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nbformat = pytest.importorskip("nbformat")
    pytest.importorskip("pandas")
    folder = root / "python/notebooks"
    monkeypatch.chdir(folder)
    notebooks = sorted(folder.glob("*.ipynb"))
    assert notebooks
    for path in notebooks:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        assert str(root) not in path.read_text("utf-8") and "/home/" not in path.read_text("utf-8")
        variables: dict[str, object] = {"display": lambda value: None}
        for cell in notebook.cells:
            if cell.cell_type == "code":
                with contextlib.redirect_stdout(io.StringIO()):
                    exec(compile(cell.source, f"{path.name}: {cell.source[:40]}", "exec"), variables)
