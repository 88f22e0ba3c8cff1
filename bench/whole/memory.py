"""Resident memory over corpora of growing size."""
from whole import texts
from whole.result import Goal, Result, Table
from whole.runs import MADE

KEPT = 200         # samples of each run that stay in results.json
MANY = 400_000     # documents; from so many on memory must not grow, as the window in which near-duplicates are looked for is full


def growth(samples):
    """(MB at half time, most of the second half, MB that the anonymous part grew in it by a fitted line)."""
    if len(samples) < 8:
        return None
    half = samples[-1][0] / 2
    first = [s for s in samples if s[0] <= half]
    second = [s for s in samples if s[0] > half]
    mean_t = sum(t for t, _, _ in second) / len(second)
    mean_m = sum(m for _, _, m in second) / len(second)
    square = sum((t - mean_t) ** 2 for t, _, _ in second)
    slope = sum((t - mean_t) * (m - mean_m) for t, _, m in second) / square if square else 0.0
    return first[-1][1], max(m for _, m, _ in second), slope * (second[-1][0] - second[0][0])


def thinned(samples):
    step = max(1, len(samples) // KEPT)
    return [[round(x, 2) for x in s] for s in samples[::step]]


def run(bench):
    options = bench.options
    base = list(texts.read(bench.input, options.most))
    jobs = [f"-j{options.jobs}"] if options.jobs else []
    source, rows, figures, skipped, cost = bench.scratch / "corpus.jsonl", [], [], [], 0.0
    for number in options.sizes:
        if not bench.budget.allows(cost * number):
            skipped.append(f"{number} documents: left out, they do not fit into the time given (--budget).")
            continue
        documents, size = texts.write(source, texts.varied(base, number, options.cut))
        ran = bench.qogam.analyze(source, *jobs, MADE, sample_every=0.2, limit=max(30.0, bench.budget.left() * 2))
        source.unlink()
        cost = ran.wall / documents * 1.2
        grown = growth(ran.samples)
        told = [f"{grown[0]:.1f}", f"{grown[1]:.1f}", f"{grown[2]:+.1f}"] if grown else ["-", "-", "-"]
        rows.append([str(documents), f"{size / 1e6:.1f}", f"{ran.wall:.1f}", f"{ran.peak:.1f}", *told])
        figures.append({"documents": documents, "bytes": size, "wall": ran.wall, "cpu": ran.cpu, "peak_mb": ran.peak,
                        "second_half": grown, "samples": thinned(ran.samples)})
        bench.say(f"{documents} documents: {ran.peak:.1f} MB at the most")

    result = Result("Memory", notes=skipped, figures={"runs": figures, "jobs": options.jobs, "cut": options.cut})
    result.notes.append("Resident memory counts the pages of the model's file and of the input that the system keeps mapped; "
                        "the growth in the second half is that of the anonymous part, by a line fitted through it.")
    result.tables.append(Table(f"resident MB, {'-j' + str(options.jobs) if options.jobs else 'as many jobs as cores'}",
                               ["documents", "MB of text", "wall s", "peak", "at half time", "most of the second half", "grown in it"], rows))
    if figures:
        most, last = max(f["peak_mb"] for f in figures), figures[-1]
        result.goals.append(Goal("resident memory at any size", f"{most:.0f} MB at {last['documents']} documents and fewer", "<= 200 MB", most <= 200))
        if last["second_half"] and last["documents"] >= MANY:
            grown = last["second_half"][2]
            result.goals.append(Goal(f"growth in the second half of {last['documents']} documents", f"{grown:+.1f} MB", "< 2 MB", grown < 2))
        else:
            result.notes.append(f"Whether memory stops growing takes {MANY} documents or more: --documents=1000000, with --cut=500 in a quarter of the time.")
    return result
