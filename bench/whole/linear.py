"""CPU seconds over corpora of growing size, and one long document against the same bytes as short ones."""
import statistics

from whole import texts
from whole.result import Goal, Result, Table, percent
from whole.runs import MADE


def line_through(points):
    """(constant, slope) of the line with the least relative squares; both sides of a thousandfold count alike."""
    weights = [1 / y ** 2 for _, y in points]
    total = sum(weights)
    mean_x = sum(w * x for w, (x, _) in zip(weights, points)) / total
    mean_y = sum(w * y for w, (_, y) in zip(weights, points)) / total
    square = sum(w * (x - mean_x) ** 2 for w, (x, _) in zip(weights, points))
    slope = sum(w * (x - mean_x) * (y - mean_y) for w, (x, y) in zip(weights, points)) / square
    return mean_y - slope * mean_x, slope


def extrapolated(points):
    """What the line through the first two points says of the last."""
    (x1, y1), (x2, y2), (x, _) = points[0], points[1], points[-1]
    return y1 + (y2 - y1) / (x2 - x1) * (x - x1)


def cpu_of(bench, source, limit):
    """Median CPU seconds of as many runs as are asked for; long runs are made once."""
    took = []
    for _ in range(bench.options.rounds):
        took.append(bench.qogam.analyze(source, "-j1", MADE, limit=limit).cpu)
        if took[0] > 60 or not bench.budget.allows(took[0]):
            break
    return statistics.median(took)


def corpora(bench, base, result):
    """Adds the growing corpora to the result."""
    source, points, documents, cost = bench.scratch / "corpus.jsonl", [], [], 0.0
    for number in bench.options.sizes:
        if not bench.budget.allows(cost * number):
            result.notes.append(f"{number} documents: left out, they do not fit into the time given (--budget).")
            continue
        _, size = texts.write(source, texts.varied(base, number, bench.options.cut))
        took = cpu_of(bench, source, max(60.0, bench.budget.left() * 2))
        source.unlink()
        points.append((size, took))
        documents.append(number)
        cost = took / number * 1.2
        bench.say(f"{number} documents, {size / 1e6:.1f} MB: {took:.2f} CPU s")
    result.figures["corpora"] = [{"documents": n, "bytes": b, "cpu": s} for n, (b, s) in zip(documents, points)]
    if len(points) < 2:
        return
    constant, slope = line_through(points)
    off = [s / (constant + slope * b) - 1 for b, s in points]
    rows = [[str(n), f"{b / 1e6:.1f}", f"{s:.2f}", f"{s / n * 1e3:.3f}", f"{b / s / 1e3:.0f}", f"{o * 100:+.1f} %"]
            for n, (b, s), o in zip(documents, points, off)]
    result.tables.append(Table(f"CPU seconds, -j1; the line is {constant:.3f} s + {slope * 1e6:.3f} s/MB",
                               ["documents", "MB", "CPU s", "ms a document", "KB/s", "off the line"], rows))
    worst = max(map(abs, off))
    result.goals.append(Goal(f"cost of {documents[0]} to {documents[-1]} documents off a line", percent(worst), "<= 5 %", worst <= 0.05))
    result.figures["line"] = {"constant": constant, "slope": slope, "off": off}
    if len(points) > 2:
        beyond = points[-1][1] / extrapolated(points) - 1
        result.notes.append(f"{documents[-1]} documents cost {beyond * 100:+.1f} % of what a line through the first two sizes says of them.")
        result.figures["line"]["last_to_extrapolation"] = beyond


def one_long(bench, base, result):
    """Adds one document of many bytes against the same bytes as they come."""
    want, records, size = bench.options.long_bytes, [], 0
    for record in texts.varied(base, 10 ** 9):
        records.append(record)
        size += texts.size([record])
        if size >= want:
            break
    many, single, nothing = (bench.scratch / f"{name}.jsonl" for name in ("many", "single", "nothing"))
    texts.write(many, records)
    texts.write(single, [{"id": "long", "text": "\n".join(r["text"] for r in records)}])
    texts.write(nothing, records[:1])
    limit = max(60.0, bench.budget.left() * 2)
    start, short = cpu_of(bench, nothing, limit), cpu_of(bench, many, limit)
    ran = bench.qogam.analyze(single, "-j1", limit=limit, may_fail=True)
    result.figures["one_long"] = {"bytes": size, "documents": len(records), "many_cpu": short, "single_cpu": ran.cpu, "start_cpu": start,
                                  "peak_mb": ran.peak, "timed_out": ran.timed_out, "code": ran.code}
    if ran.code != 0:
        result.goals.append(Goal("one long document to the same bytes as short ones", "not done in time" if ran.timed_out else f"exit code {ran.code}",
                                 "<= 2 times", False))
        return
    ratio = (ran.cpu - start) / (short - start)
    result.tables.append(Table("one long document; start-up left out of the ratio", ["what", "CPU s", "peak MB"], [
        [f"{len(records)} documents of {size / 1e6:.1f} MB together", f"{short:.2f}", "-"],
        ["the same as one", f"{ran.cpu:.2f}", f"{ran.peak:.0f}"], ["ratio", f"{ratio:.2f}", "-"]]))
    result.goals.append(Goal(f"a document of {size / 1e6:.1f} MB to the same bytes as short ones", f"{ratio:.2f} times", "<= 2 times", ratio <= 2))
    bench.say(f"one document of {size / 1e6:.1f} MB: {ran.cpu:.2f} CPU s, as {len(records)} documents {short:.2f}")


def run(bench):
    base = list(texts.read(bench.input, bench.options.most))
    result = Result("Linear cost")
    one_long(bench, base, result)
    corpora(bench, base, result)
    return result
