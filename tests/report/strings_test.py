#!/usr/bin/env python3
"""Checks models/common/report.tsv against the page: every string is there, in every language, and used.

Exit 0: all holds; 1: something does not. Needs nothing but Python.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "src/report/page"
LANGUAGES = ("en", "ru", "kk")
# How many plural forms a text may have.
FORMS = {"en": (1, 2), "ru": (1, 3), "kk": (1, 2)}


def read_rows():
    rows, faults = {}, []
    for number, line in enumerate((ROOT / "models/common/report.tsv").read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        key, *texts = line.split("\t")
        if len(texts) != 3 or not all(text.strip() for text in texts):
            faults.append(f"report.tsv:{number}: {key} has not three texts")
        if key in rows:
            faults.append(f"report.tsv:{number}: {key} stands twice")
        rows[key] = texts
    return rows, faults


def fault_of_row(key, texts):
    forms = {language: text.split("|") for language, text in zip(LANGUAGES, texts)}
    names = {form: sorted(re.findall(r"\{(\w+)\}", form)) for all_ in forms.values() for form in all_}
    if not key.startswith("date.") and len({tuple(found) for found in names.values()}) > 1:
        yield f"{key}: placeholders differ: {names}"
    for language, all_ in forms.items():
        if len(all_) not in FORMS[language]:
            yield f"{key}: {len(all_)} plural forms in {language}"


def main():
    rows, faults = read_rows()
    rows.pop("key", None)
    for key, texts in rows.items():
        faults += fault_of_row(key, texts)
    script = "\n".join(path.read_text("utf-8") for path in sorted(PAGE.glob("*.js")))
    page = (PAGE / "page.html").read_text("utf-8")
    whole = (
        set(re.findall(r"'([a-z_]+\.[a-z_]+)'", script))
        | set(re.findall(r"\{\{say (\w+)\}\}", page))
        | {"search_fold"}
    )
    families = set(re.findall(r"`([a-z_]+[._](?:[a-z]+_)?)\$\{", script)) | {
        f"{name}." for name in re.findall(r"(?:valueText|valueOptions)\('([a-z_]+)'", script)
    }
    titles = {f"{name}.title" for name in ("commitments", "people", "bodies", "ngos", "topics", "articles")}
    for key in sorted(whole | titles):
        if (
            re.fullmatch(r"[a-z_]+\.[a-z_]+", key)
            and key not in rows
            and not key.endswith((".language", ".dt", ".js", ".example"))
        ):
            faults.append(f"{key} is used and not in report.tsv")
    for key in sorted(set(rows) - whole - titles):
        if not any(key.startswith(family) for family in families):
            faults.append(f"{key} is in report.tsv and never used")
    for path in sorted(PAGE.iterdir()):
        if re.search("[\u0400-\u052f]", path.read_text("utf-8")):
            faults.append(f"{path.name}: words belong into report.tsv")
    for key, (_, russian, _) in rows.items():
        if "наруш" in russian.lower():
            faults.append(f"{key}: a verdict, which is a person's to give")
    print("\n".join(faults) or f"{len(rows)} strings, all used, in three languages")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
