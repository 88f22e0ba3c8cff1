"""Qogam beside a bare ICU pass and the peers on the same articles, in turns; CPU seconds of one thread."""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import threading

from peers import peer_python
from whole import texts
from whole.result import Result, Table

WORKER = pathlib.Path(__file__).with_name("peer_worker.py")
ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "NUMEXPR")}
PEERS = {  # of the worker: title, packages
    "razdel": ("razdel: sentences, tokens", ["razdel"]),
    "pymorphy3": ("razdel + pymorphy3: lemmas", ["razdel", "pymorphy3", "pymorphy3-dicts-ru"]),
    "natasha": ("Natasha: segment, morphology, syntax, NER, lemmas, normal forms", ["natasha", "setuptools<81"]),
    "pullenti": ("PullEnti 4.1 (Python), standard processor", ["pullenti==4.1", "setuptools<81"]),
    "dateparser": ("dateparser.search, Russian", ["dateparser"]),
}
LOADING = 180  # seconds in which a peer must be ready


class Peer:
    """A worker that stays loaded and makes one pass whenever it is asked; each answer has a limit of time."""

    def __init__(self, name, python, sample, scratch):
        self.title = PEERS[name][0]
        self.errors = scratch / f"{name}.err"
        with open(self.errors, "w") as errors:
            self.child = subprocess.Popen([python, WORKER, name, sample], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
                                          text=True, encoding="utf-8", env={**os.environ, **ONE_THREAD})
        self.passes = []
        self.ready = self.answer(LOADING)

    def answer(self, limit):
        """What it says next; None where it ends or takes too long."""
        timer = threading.Timer(limit, self.child.kill)
        timer.start()
        line = self.child.stdout.readline()
        timer.cancel()
        return json.loads(line) if line else None

    def go(self, seconds):
        """One more pass. It fails, and is left out from then on, where it counts otherwise than before."""
        self.child.stdin.write(f"{seconds}\n")
        self.child.stdin.flush()
        made = self.answer(60 + 20 * seconds)
        if made and made["counts"] and (not self.passes or made["counts"] == self.passes[0]["counts"]):
            self.passes.append(made)
            return True
        return False

    def why(self):
        """The last line of what it said on standard error."""
        said = self.errors.read_text(errors="replace").strip().splitlines()
        return said[-1] if said else "no answer in time, or two passes that count differently"

    def end(self):
        self.child.kill()
        self.child.wait()
        self.child.stdin.close()
        self.child.stdout.close()


# ---- checks before anything is timed -------------------------------------------------------

def check_output(qogam, source, records, scratch):
    """Qogam's output is one object a document, in order, without an error, and the same bytes once more."""
    outs = [scratch / "first.jsonl", scratch / "again.jsonl"]
    for out in outs:
        qogam.analyze(source, "-j1", out=out)
    with open(outs[0], encoding="utf-8") as lines:
        said = [json.loads(line) for line in lines]
    if [s["id"] for s in said] != [r["id"] for r in records] or any(s.get("status") == "error" for s in said):
        sys.exit("qogam analyze: the output is not one object for each document, without errors")
    if not any(s["entities"] for s in said):
        sys.exit("qogam analyze: not a single name is found")
    if outs[0].read_bytes() != outs[1].read_bytes():
        sys.exit("qogam analyze: two runs give different bytes")
    for out in outs:
        out.unlink()


def load_peers(bench, names, sample):
    """Workers that are ready, and a line for each that is left out."""
    loaded, left_out = {}, []
    os.environ.update(PIP_RETRIES="1", PIP_TIMEOUT="15")
    for name in names:
        title, packages = PEERS[name]
        try:
            python = peer_python(bench.build, packages)
        except (OSError, subprocess.CalledProcessError):  # no venv on this machine
            python = None
        if not python:
            left_out.append(f"{title}: left out; PyPI is out of reach, or it cannot be installed.")
            bench.say(left_out[-1])
            continue
        peer = Peer(name, python, sample, bench.scratch)
        bench.qogam.note([bench.build / "bench" / "peers" / "bin" / "python", WORKER, name, sample])
        if peer.ready:
            loaded[name] = peer
            bench.say(f"{title}: loaded in {peer.ready['ready']:.1f} CPU s")
        else:
            left_out.append(f"{title}: left out; {peer.why()}")
            peer.end()
    return loaded, left_out


# ---- timed ---------------------------------------------------------------------------------

class Ours:
    """CPU seconds of `qogam analyze -j1` over the file, the sample, the sample many times over, and one line."""

    def __init__(self, bench, files):
        self.bench, self.files, self.seconds = bench, files, {name: [] for name in files}

    def go(self):
        for name, file in self.files.items():
            self.seconds[name].append(self.bench.qogam.analyze(file, "-j1", out=self.bench.scratch / "out.jsonl").cpu)

    def median(self, name, with_start=False):
        start = 0 if with_start else statistics.median(self.seconds["one line"])
        return statistics.median(self.seconds[name]) - start


def icu_pass(program, file, passes):
    run = subprocess.run([program, file, str(passes)], check=True, capture_output=True, text=True, timeout=300)
    said = json.loads(run.stdout)
    if said["words"] < 10 * said["documents"] or said["sentences"] < said["documents"]:
        sys.exit("icu_pass counts too few words or sentences")
    return said


def turns(bench, ours, peers, icu, left_out):
    """Rounds in which each system has its turn; what ICU said of each file."""
    said = {}
    for turn in range(bench.options.rounds):
        begin = bench.budget.spent()
        ours.go()
        for name, file in icu.items():
            said.setdefault(name, []).append(icu_pass(bench.build / "bench" / "icu_pass", file, 3))
        for name, peer in list(peers.items()):
            if not peer.go(bench.options.pass_seconds):
                left_out.append(f"{peer.title}: left out; {peer.why()}")
                peers.pop(name).end()
        bench.say(f"round {turn + 1} of {bench.options.rounds}")
        if not bench.budget.allows(bench.budget.spent() - begin):
            break
    return said


# ---- told ----------------------------------------------------------------------------------

def rates(bench, ours, sizes, peers, icu):
    """{title: (bytes timed, bytes a CPU second)}."""
    found = {}
    for name in ("whole file", "sample", "sample, many times over"):
        found[f"Qogam, all findings, {name}"] = sizes[name], sizes[name] / ours.median(name)
    found["Qogam, all findings, whole file, start-up counted"] = sizes["whole file"], sizes["whole file"] / ours.median("whole file", True)
    for name, said in icu.items():
        seconds = statistics.median(s for one in said for s in one["seconds"])
        found[f"bare ICU, words and sentences, {name}"] = said[0]["bytes"], said[0]["bytes"] / seconds
    for peer in peers.values():
        seconds = statistics.median(made["seconds"] for made in peer.passes)
        found[peer.title] = peer.passes[0]["bytes"], peer.passes[0]["bytes"] / seconds
    return found


def table(found):
    """Peers beside both rates of Qogam, ICU's pass over a file beside that over the same file."""
    whole, part = (found[f"Qogam, all findings, {name}"][1] for name in ("whole file", "sample"))
    rows = []
    for title, (count, rate) in found.items():
        ours = title.startswith("Qogam")
        on_part = "-" if ours or title.endswith("whole file") else f"{part / rate:.3g}"
        on_whole = "-" if ours or title.endswith("sample") else f"{whole / rate:.3g}"
        rows.append([title, f"{count / 1e3:.0f}", f"{rate / 1e3:.1f}", on_part, on_whole])
    return Table("KB of text a CPU second, one thread, start-up left out where nothing else is said; last, how many times as fast Qogam is",
                 ["system", "KB timed", "KB/s", "Qogam, sample", "Qogam, whole file"], rows)


def run(bench):
    qogam, scratch, options = bench.qogam, bench.scratch, bench.options
    whole = list(texts.read(bench.input, options.most))
    sample = texts.sample(whole, options.sample_bytes)
    lists = {"one line": whole[:1], "whole file": whole, "sample": sample,
             "sample, many times over": texts.repeated(sample, min(texts.size(whole), 20 * texts.size(sample)))}
    files, sizes = {}, {}
    for name, records in lists.items():
        files[name] = scratch / (name.replace(",", "").replace(" ", "-") + ".jsonl")
        _, sizes[name] = texts.write(files[name], records)
    check_output(qogam, files["sample"], sample, scratch)
    bench.say("Qogam's output is right in form and the same twice")

    icu, left_out = {}, []
    if (bench.build / "bench" / "icu_pass").exists():
        for name in ("whole file", "sample"):
            icu[name] = files[name].with_suffix(".nul")
            texts.write_for_icu(icu[name], lists[name])
        qogam.note([bench.build / "bench" / "icu_pass", icu["whole file"], "3"])
    else:
        left_out.append("bare ICU: left out; the build is one without -DQOGAM_BENCH=ON, and has no icu_pass.")
    names = [n for n in PEERS if n in options.peers]
    peers, without = load_peers(bench, names, files["sample"])
    left_out += without
    ours = Ours(bench, files)
    try:
        icu_said = turns(bench, ours, peers, icu, left_out)
    finally:
        for peer in peers.values():
            peer.end()

    found = rates(bench, ours, sizes, peers, icu_said)
    result = Result("Beside bare ICU and peers", tables=[table(found)])
    result.notes = [f"Start-up of Qogam (one line): {ours.median('one line', True):.3f} CPU s. Rounds: {len(ours.seconds['sample'])}; medians."] + left_out
    result.notes += [f"{p.title}: {p.passes[0]['documents']} documents, {p.passes[0]['counts']}"
                     + (f", {p.passes[0]['raised']} documents in which it raises left out" if p.passes[0]["raised"] else "") for p in peers.values()]
    result.figures = {"bytes": sizes, "qogam_cpu_seconds": ours.seconds, "icu": icu_said,
                      "peers": {n: {"ready": p.ready, "passes": p.passes} for n, p in peers.items()}, "rates": found}
    return result
