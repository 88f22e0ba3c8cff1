"""The dated folder of a run: machine, commands, figures, tables. No name of a machine and no path of it is written."""
import datetime
import json
import os
import pathlib
import platform
import re
import subprocess

from whole.runs import ROOT


QUICK = ["A quick run, which tells that all works: small sizes, one round. **No figure of it may be cited.**", ""]


def said_by(*command):
    """What a command prints; None where it fails."""
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=30, cwd=ROOT)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return run.stdout.strip() if run.returncode == 0 else None


def value_in(path, pattern):
    """The first group of the pattern in a file, or `unknown`."""
    try:
        found = re.search(pattern, pathlib.Path(path).read_text(errors="replace"), re.M)
    except OSError:
        return "unknown"
    return found.group(1).strip() if found else "unknown"


def commit():
    head = said_by("git", "rev-parse", "--short=12", "HEAD")
    changes = said_by("git", "status", "--porcelain", "--untracked-files=no")
    return (head or "unknown") + (" with changes" if changes else "")


def version_of(compiler):
    said = said_by(compiler, "--version")
    return said.splitlines()[0] if said else "unknown"


def machine(bench, load):
    """What the figures depend on."""
    cache = bench.build / "CMakeCache.txt"
    compiler = value_in(cache, r"^CMAKE_CXX_COMPILER:[A-Z]+=(.*)$")
    kilobytes = value_in("/proc/meminfo", r"^MemTotal:\s+(\d+)")
    return {
        "date": datetime.date.today().isoformat(),
        "processor": value_in("/proc/cpuinfo", r"^model name\s*:\s*(.*)$"),
        "cores": os.cpu_count(),
        "threads a core": {"0": "1", "1": "2"}.get(value_in("/sys/devices/system/cpu/smt/active", r"^([01])"), "unknown"),
        "memory": f"{int(kilobytes) / 2 ** 20:.0f} GB" if kilobytes.isdigit() else kilobytes,
        "load before": f"{load:.2f}",
        "kernel": f"{platform.system()} {platform.release()}",
        "compiler": version_of("c++" if compiler == "unknown" else compiler),
        "build type": value_in(cache, r"^CMAKE_BUILD_TYPE:[A-Z]+=(.*)$"),
        "Qogam": bench.qogam.says("--version").splitlines()[0],
        "source": commit(),
        "Python": platform.python_version(),
        "input": f"{bench.input.name}, {bench.input.stat().st_size} bytes",
    }


def row(cells):
    return "| " + " | ".join(str(c).replace("|", "\\|") for c in cells) + " |"


def markdown(facts, results, quick):
    """results.md: goals first, then the tables of each benchmark."""
    lines = ["# Whole runs, " + facts["date"], "", *QUICK * quick, row(["machine", ""]), "|---|---|"]
    lines += [row(fact) for fact in facts.items()]
    goals = [g for result in results.values() for g in result.goals]
    if goals:
        lines += ["", row(["goal", "wanted", "measured", "reached"]), "|---|---|---|---|"]
        lines += [row([g.what, g.goal, g.measured, {True: "yes", False: "**no**", None: "cannot be told"}[g.met]]) for g in goals]
    for result in results.values():
        lines += ["", "## " + result.title]
        for table in result.tables:
            lines += ["", table.caption + ":", "", row(table.head), "|" + "---|" * len(table.head), *map(row, table.rows)]
        if result.notes:
            lines += ["", *(f"- {note}" for note in result.notes)]
    return "\n".join(lines) + "\n"


def dated(out):
    """A new folder named for this minute."""
    name = datetime.datetime.now().strftime("%Y-%m-%d-%H%M")
    folder, n = out / name, 2
    while folder.exists():
        folder, n = out / f"{name}-{n}", n + 1
    folder.mkdir(parents=True)
    return folder


def write(bench, out, facts, call, results):
    """Writes the folder and returns it."""
    folder = dated(out)
    peers = results["peers"].figures.get("peers", {}) if "peers" in results else {}
    for peer in peers.values():
        facts.update({f"peer {p}": v for p, v in peer["ready"]["versions"].items()})
    icu = results["peers"].figures.get("icu", {}) if "peers" in results else {}
    for said in icu.values():
        facts["ICU"] = said[0]["icu"]
    (folder / "machine.txt").write_text("".join(f"{k}: {v}\n" for k, v in facts.items()), encoding="utf-8")
    (folder / "commands.txt").write_text(call + "\n\n" + "\n".join(bench.qogam.commands) + "\n", encoding="utf-8")
    figures = {name: {"goals": [vars(g) for g in r.goals], "notes": r.notes, "figures": r.figures} for name, r in results.items()}
    (folder / "results.json").write_text(json.dumps({"machine": facts, "results": figures}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (folder / "results.md").write_text(markdown(facts, results, bench.options.quick), encoding="utf-8")
    return folder
