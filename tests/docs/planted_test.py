#!/usr/bin/env python3
"""pages_test.py sees what is wrong: faults are planted in copies of the pages, and each must be told. Exit 0: all are; 1: one is not."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]

# File, what is replaced in it, by what, and what must be said of it.
PLANTED = (
    ("docs/architecture.md", "(exit-codes.md)", "(exit-code.md)", "exit-code.md leads nowhere"),
    ("docs/architecture.md", "../src/README.md#who-may-include-whom", "../src/README.md#who-may", "#who-may: no such heading"),
    ("docs/architecture.md", "(images/rooms.svg)", "(images/rooms.png)", "images/rooms.png leads nowhere"),
    ("docs/README.md", "[dates.md](dates.md)", "dates.md", "docs/README.md does not name dates.md"),
    ("docs/files.md", "`common/fold.tsv`, ", "", "does not name models/common/fold.tsv"),
    ("docs/files.md", "`LANGUAGE/rules/*.rules`", "`LANGUAGE/*.rules`", "does not name models/kk/rules/dates.rules"),
    ("docs/files.md", "`LANGUAGE/names.tsv`", "`LANGUAGE/names.tsv`, `LANGUAGE/surnames.tsv`", "models/LANGUAGE/surnames.tsv, of which there is none"),
    ("docs/exit-codes.md", "| `no_text` |", "| `no_words` |", "does not name the code no_text"),
    ("docs/exit-codes.md", "| `no_text` |", "| `no_words` |", "the code no_words, which nothing gives"),
    ("src/README.md", "| html | text, model |", "| html | text, model, lang |", "rooms.svg is not what src/README.md says"),
)
COPIED = ("docs", "src", "README.md", "CONTRIBUTING.md", "SECURITY.md", "scripts")


def said(folder):
    done = subprocess.run([sys.executable, ROOT / "tests/docs/pages_test.py", folder], capture_output=True, text=True)
    return done.stdout + done.stderr


def main():
    missed = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        for name in COPIED:
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, folder / name)
        for path in ROOT.iterdir():
            if path.name not in COPIED and path.name != "build":
                (folder / path.name).symlink_to(path)
        before = said(folder)
        for name, old, new, wanted in PLANTED:
            text = (ROOT / name).read_text("utf-8")
            (folder / name).write_text(text.replace(old, new, 1), "utf-8")
            if old not in text or wanted in before or wanted not in said(folder):
                missed.append(f"{name}: '{new}' for '{old}' is not told")
            (folder / name).write_text(text, "utf-8")
    print("\n".join(missed) or f"{len(PLANTED)} planted faults were told")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
