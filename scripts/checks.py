"""Everything that must hold before a change is taken: format, lint, types, layers, tests."""

import os
import subprocess
import sys
import time
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_PROGRAMS = Path(sys.executable).parent

STEPS = {
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "lint": ["ruff", "check", "--quiet", "."],
    "types": ["mypy", "--strict"],
    "layers": ["lint-imports", "--config", "setup.cfg", "--no-timings"],
    "tests": ["pytest"],
}


def main(names: list[str]) -> int:
    """Run the named steps, all of them when none is named; stop at the first that fails and say which."""
    for name in names or STEPS:
        started = time.monotonic()
        print(f"── {name}: {' '.join(STEPS[name])}", flush=True)
        if code := subprocess.run(
            [_PROGRAMS / STEPS[name][0], *STEPS[name][1:]], cwd=_ROOT, env=_surroundings()
        ).returncode:
            print(f"── FAILED: {name} (exit {code}); the steps after it did not run", flush=True)
            return 1
        if name != "tests":  # pytest's own closing line is the last word of a check
            print(f"── {name}: passed in {time.monotonic() - started:.1f} s", flush=True)
    return 0


def _surroundings() -> dict[str, str]:
    locale = {"LC_ALL": "C.UTF-8"} if sys.platform.startswith("linux") else {}
    return {**os.environ, **locale, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
