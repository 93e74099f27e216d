"""Run the scripts in `benchmarks/`, each in its own process, and lay what they measured side by side as a table."""

import operator
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent.parent / "benchmarks"
# P8 cold_start_to_paint ratio=1.31 promise<=1.5 (0.41 s against 0.31 s)
_LINE = re.compile(r"^(P\d+) (\S+) ratio=([\d.]+) promise(<=|>=)([\d.]+) ?(.*)$", re.MULTILINE)
_HOLDS = {"<=": operator.le, ">=": operator.ge}


@dataclass(frozen=True, slots=True)
class Measured:
    """One promise of the product and the ratio found in this run."""

    promise: str
    work: str
    ratio: float
    sign: str
    bound: float
    figures: str

    def is_kept(self) -> bool:
        """Tell whether the ratio is within what was promised."""
        return bool(_HOLDS[self.sign](self.ratio, self.bound))

    def __str__(self) -> str:
        kept = "kept" if self.is_kept() else "BROKEN"
        return f"{self.promise:4} {self.work:32} {self.ratio:8.3f} {self.sign} {self.bound:<6g} {kept:7} {self.figures}"


def main(names: list[str]) -> int:
    """Run the named scripts, all when none is named; 0 when every script ran and every promise was kept."""
    paths = [path for path in sorted(_FOLDER.glob("[!_]*.py")) if not names or path.stem in names]
    answers = [_answer(path) for path in paths]
    found = [row for answer in answers for row in read(answer.stdout)]
    print("\n".join(["", *map(str, found)]))
    return 0 if all(row.is_kept() for row in found) and not any(answer.returncode for answer in answers) else 1


def read(output: str) -> list[Measured]:
    """Read what a script printed: the lines that name a promise."""
    return [
        Measured(promise, work, float(ratio), sign, float(bound), figures)
        for promise, work, ratio, sign, bound, figures in _LINE.findall(output)
    ]


def _answer(path: Path) -> "subprocess.CompletedProcess[str]":
    print(f"── {path.stem}", flush=True)
    answer = subprocess.run([sys.executable, path], cwd=_FOLDER.parent, stdout=subprocess.PIPE, text=True)
    print(answer.stdout, end="", flush=True)
    return answer


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
