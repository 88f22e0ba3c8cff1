#!/usr/bin/env python3
"""Checks the pages of documentation against the project: tests/docs/pages_test.py [ROOT]

Links in all *.md lead to files and headings that are there; docs/README.md and README.md name every page of docs/; docs/files.md names every
kind of file in models/, and none that is not there; docs/exit-codes.md names every code of a problem; the picture of the rooms is
that of src/README.md. Exit 0: all holds; 1: something does not. Needs nothing but Python.
"""
import fnmatch
import pathlib
import re
import subprocess
import sys
import urllib.parse

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
LEFT_OUT = {"build", "out", ".git", ".venv", "node_modules"}


def lines_outside_blocks(text):
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith("```"):
            inside = not inside
        elif not inside:
            yield number, line


def anchors(text):
    """Ids that GitHub gives the headings of a page."""
    seen = {}
    for _, line in lines_outside_blocks(text):
        if heading := re.match(r"#{1,6} +(.*?)(?: +#*)?$", line):
            words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading[1]).replace("`", "").strip().lower()
            name = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
            count = seen.get(name, 0)
            seen[name] = count + 1
            yield f"{name}-{count}" if count else name


def pages():
    for path in sorted(ROOT.rglob("*.md")):
        if not LEFT_OUT & set(path.relative_to(ROOT).parts):
            yield path


def faults_of_links(path):
    text = path.read_text("utf-8")
    for number, line in lines_outside_blocks(text):
        for link in re.findall(r"\]\(<?([^)\s>]+)>?(?: \"[^\"]*\")?\)", re.sub(r"`[^`]*`", "", line)):
            if re.match(r"[a-z]+:", link):
                continue
            name, _, anchor = urllib.parse.unquote(link).partition("#")
            goal = (path.parent / name).resolve() if name else path
            where = f"{path.relative_to(ROOT)}:{number}"
            if not goal.exists():
                yield f"{where}: {link} leads nowhere"
            elif anchor and (goal.suffix != ".md" or anchor not in anchors(goal.read_text("utf-8"))):
                yield f"{where}: {link}: no such heading there"


def faults_of_index():
    for page in sorted((ROOT / "docs").glob("*.md")):
        for index in ("README.md", "docs/README.md"):
            link = page.relative_to((ROOT / index).parent).as_posix()
            if f"]({link}" not in (ROOT / index).read_text("utf-8") and page != ROOT / index:
                yield f"{index} does not name {link}"


def files_named():
    """Patterns in the first column of the table of docs/files.md."""
    table = (ROOT / "docs/files.md").read_text("utf-8").split("| file | holds | made by | format |\n")[1].split("\n\n")[0]
    for row in table.split("\n")[1:]:
        yield from re.findall(r"`([^`]+)`", row.split("|")[1])


def faults_of_files():
    models = ROOT / "models"
    files = [path.relative_to(models).as_posix() for path in models.rglob("*") if path.is_file()]
    languages = [path.parent.name for path in models.glob("*/language.tsv")]
    # A star stands for a name, not for folders.
    expressions = {
        name: [re.compile(fnmatch.translate(name.replace("LANGUAGE", language)).replace(".*", "[^/]*")) for language in languages]
        for name in files_named()
    }
    for file in files:
        if not any(one.match(file) for ones in expressions.values() for one in ones):
            yield f"docs/files.md does not name models/{file}"
    for name, ones in expressions.items():
        if not any(one.match(file) for file in files for one in ones):
            yield f"docs/files.md names models/{name}, of which there is none"


def faults_of_codes():
    page = (ROOT / "docs/exit-codes.md").read_text("utf-8").split("## Codes of problems")[1]
    sources = {path: path.read_text("utf-8") for room in ("read", "html", "clean", "segment", "pipeline") for path in (ROOT / "src" / room).glob("*.cpp")}
    made = re.compile(r'(?:\bproblem\(|invalid_record\(|Failure\{|Problem\{|warnings\.push_back\(\{|error = \{|return \{)\s*"([a-z_]+)",')
    codes = {code for text in sources.values() for code in made.findall(text)}
    named = set(re.findall(r"`([a-z_]+)`", "\n".join(row.split("|")[1] for row in page.split("\n") if row.startswith("| `"))))
    for code in sorted(codes - named):
        yield f"docs/exit-codes.md does not name the code {code}"
    for code in sorted(named - codes):
        if not any(f'"{code}"' in text for text in sources.values()):
            yield f"docs/exit-codes.md names the code {code}, which nothing gives"


def faults_of_picture():
    done = subprocess.run([sys.executable, ROOT / "scripts/rooms-picture", "--check"], capture_output=True, text=True)
    if done.returncode:
        yield done.stderr.strip()


def main():
    faults = [fault for path in pages() for fault in faults_of_links(path)]
    for check in (faults_of_index, faults_of_files, faults_of_codes, faults_of_picture):
        faults += check()
    print("\n".join(faults) or f"{len(list(pages()))} pages: links, files, codes and the picture are right")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
