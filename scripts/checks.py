"""Everything that must hold before a change is taken: format, lint, types, layers, tests."""

import os
import subprocess
import sys
import time
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent

_LAYERS = "from importlinter.cli import lint_imports_command; lint_imports_command()"

# Each for the environment's own Python, so that a clone may be moved: the programs in .venv/bin know their old place.
STEPS = {
    "format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "lint": ["-m", "ruff", "check", "--quiet", "."],
    "types": ["-m", "mypy", "--strict"],
    "layers": ["-c", _LAYERS, "--config", "setup.cfg"],
    "tests": ["-m", "pytest", "--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal"],
}


def main(names: list[str]) -> int:
    """Run the named steps, all of them when none is named; stop at the first that fails and say which."""
    if unknown := set(names) - set(STEPS):
        print(f"── no such step: {' '.join(sorted(unknown))}; there are {' '.join(STEPS)}")
        return 2
    return 0 if all(_passes(name) for name in names or STEPS) else 1


def _passes(name: str) -> bool:
    print(f"── {name}", flush=True)
    started = time.monotonic()
    code = subprocess.run([sys.executable, *STEPS[name]], cwd=_ROOT, env=_surroundings()).returncode
    if name != "tests":  # pytest's own closing line is the last word of a check, good or bad
        print(f"── {name}: {_verdict(code)} in {time.monotonic() - started:.1f} s", flush=True)
    return code == 0


def _verdict(code: int) -> str:
    return f"FAILED (exit {code}), so the steps after it did not run," if code else "passed"


def _surroundings() -> dict[str, str]:
    locale = {"LC_ALL": "C.UTF-8"} if sys.platform.startswith("linux") else {}
    return {**os.environ, **locale, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
