"""Hostile texts at growing sizes: how the cost grows, and which of it is flagged."""
import json
import math
import random
import statistics
import sys

from whole.hostile import KINDS
from whole.result import Goal, Result, Table

FLAGGED = 1.3     # an exponent above it, with …
SECONDS = 1.0     # … more than so many CPU seconds, is called quadratic
MEANS = 0.05      # CPU seconds less than these say nothing of growth


def exponent(smaller, larger, factor):
    """How the cost grows with the size: 1 linear, 2 quadratic; None where the times are too short to tell."""
    return math.log(larger / smaller, factor) if smaller > MEANS and larger > MEANS else None


def write_one(path, kind, size):
    text = KINDS[kind](random.Random(kind), size)
    path.write_text(json.dumps({"id": kind, "text": text}, ensure_ascii=False) + "\n", encoding="utf-8")
    return len(text.encode())


def measure(bench, kind, start):
    """[(bytes, CPU seconds without start-up, peak MB, how it ended)] of growing sizes; stops where one is not done in time."""
    source, found = bench.scratch / "hostile.jsonl", []
    for size in bench.options.hostile_bytes:
        written = write_one(source, kind, size)
        ran = bench.qogam.analyze(source, "-j1", may_fail=True, limit=bench.options.hostile_limit)
        how = "not done in time" if ran.timed_out else "" if ran.code == 0 else f"exit code {ran.code}"
        found.append((written, max(ran.cpu - start, 0.0), ran.peak, how))
        if ran.timed_out:
            break
    return found


def again(bench, kind, start, found):
    """The same sizes once more, the lesser time of both: what else the machine did must not be called growth."""
    once_more = measure(bench, kind, start)
    return [min(pair, key=lambda run: run[1]) for pair in zip(found, once_more)]


def judge(found):
    """(exponent of the last two sizes, whether it is flagged)."""
    (_, seconds, _, how) = found[-1]
    grows = None
    if len(found) > 1:
        grows = exponent(found[-2][1], seconds, found[-1][0] / found[-2][0])
    slow = how == "not done in time"
    crashed = any(h.startswith("exit code -") for *_, h in found)
    return grows, slow or crashed or (grows is not None and grows > FLAGGED and seconds > SECONDS)


def start_up(bench):
    source = bench.scratch / "hostile.jsonl"
    write_one(source, "dates", 20)
    return statistics.median(bench.qogam.analyze(source, "-j1").cpu for _ in range(3))


def kinds_of(bench):
    """Those whose name has one of the words asked for; all where none is."""
    wanted = bench.options.kinds
    kinds = [k for k in KINDS if not wanted or any(w in k for w in wanted)]
    if not kinds:
        sys.exit("scripts/bench: no kind of hostile text has such a name; there are: " + "; ".join(KINDS))
    return kinds


def run(bench):
    start, kinds = start_up(bench), kinds_of(bench)
    result, rows, flagged, longest = Result("Adversarial inputs"), {}, [], 0.0
    left_out = 0
    for done, kind in enumerate(kinds):
        if not bench.budget.allows(longest):
            left_out = len(kinds) - done
            result.notes.append(f"{left_out} kinds left out for want of time (--budget): " + "; ".join(kinds[done:]))
            break
        begin = bench.budget.spent()
        found = measure(bench, kind, start)
        longest = max(longest, bench.budget.spent() - begin)
        grows, bad = judge(found)
        if bad and not found[-1][3] and bench.budget.allows(bench.budget.spent() - begin):
            found = again(bench, kind, start, found)
            grows, bad = judge(found)
        flagged += [kind] if bad else []
        size, seconds, peak, how = found[-1]
        rows[kind] = [kind, *(f"{s:.2f}" for _, s, _, _ in found), *["-"] * (len(bench.options.hostile_bytes) - len(found)),
                     f"{size / seconds / 1e3:.0f}" if seconds > MEANS else "-", f"{peak:.0f}", f"{grows:.2f}" if grows is not None else "-",
                     ", ".join(w for w in ("flagged" if bad else "", how) if w)]
        bench.say(f"{kind}: " + ", ".join(f"{s:.2f}" for _, s, _, _ in found) + " s" + (f", exponent {grows:.2f}" if grows else "") + (", flagged" if bad else ""))
        result.figures[kind] = {"runs": found, "exponent": grows, "flagged": bad}
    slowest = sorted(rows, key=lambda kind: -result.figures[kind]["runs"][-1][1])
    sizes = [f"s, {size / 1e6:g} MB" for size in bench.options.hostile_bytes]
    result.tables.append(Table("CPU seconds, -j1, start-up left out; the exponent is of the last two sizes",
                               ["text", *sizes, "KB/s", "peak MB", "exponent", ""], [rows[kind] for kind in slowest]))
    measured = f"{len(flagged)} of {len(rows)}" + (f", {left_out} left out" if left_out else "") + (": " if flagged else "") + "; ".join(flagged)
    result.goals.append(Goal("hostile texts whose cost grows faster than their size", measured, "0", False if flagged else None if left_out else True))
    return result
