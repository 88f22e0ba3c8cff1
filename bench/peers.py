"""What the comparisons share: a virtual environment for peers, rates of our benchmarks, a table of medians."""
import json
import statistics
import subprocess
import venv


def peer_python(build, packages):
    """The interpreter of an environment under BUILD that has the packages; None where PyPI is out of reach."""
    folder = build / "bench" / "peers"
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages]
    return python if subprocess.run(install, stderr=subprocess.DEVNULL).returncode == 0 else None


def rates_of(benchmark, *arguments):
    """Bytes a second of each benchmark of a program."""
    run = subprocess.run([benchmark, *arguments, "--benchmark_format=json", "--benchmark_min_time=2"],
                         check=True, capture_output=True, text=True)
    return {b["name"]: b["bytes_per_second"] for b in json.loads(run.stdout)["benchmarks"]}


def in_turns(rounds, *runs):
    """Medians of the rates that the runs give, each called once a round."""
    rates = {}
    for _ in range(rounds):
        for run in runs:
            for name, rate in run().items():
                rates.setdefault(name, []).append(rate)
    return {name: statistics.median(all_of_it) for name, all_of_it in rates.items()}
