"""One contestant sets one content in a process of its own: how long it took, how much memory it ever held."""

import importlib
import pickle
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_MODULES = {"ours": "ours", "platypus": "platypus", "typst": "typst_paper", "fpdf2": "fpdf_paper"}


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds for the paper alone, peak memory in megabytes, with that of a process it called in."""

    seconds: float
    megabytes: float


def measure(name: str, content: Path, target: Path) -> Run:
    """Let a contestant set what lies pickled in a file; a small one goes before the clock starts."""
    command = [sys.executable, "-m", "benchmarks.rivals.contest", name, str(content), str(target)]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise SystemExit(answer.stderr)
    seconds, megabytes = map(float, answer.stdout.split()[-2:])
    return Run(seconds, megabytes)


def _main(name: str, content: str, target: str) -> None:
    contestant = importlib.import_module(f"benchmarks.rivals.{_MODULES[name]}")
    given = pickle.loads(Path(content).read_bytes())
    contestant.warm()
    contestant.make(pickle.loads(Path(content).with_name(f"small-{Path(content).name}").read_bytes()))
    started = time.perf_counter()
    made = contestant.make(given)
    seconds = time.perf_counter() - started
    Path(target).write_bytes(made)
    peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(seconds, sum(peaks) / 1024)


if __name__ == "__main__":
    _main(*sys.argv[1:])
