"""A report printed by another process has the same bytes, but for the moment it names."""

import os
import re
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[3]
_MOMENT = re.compile(rb"D:\d{14}[^)]*\)|/ID\s*\[<\w+><\w+>\]")


def _run(seed: str, *arguments: str) -> None:
    seeded = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run([sys.executable, "main.py", *arguments], cwd=_ROOT, env=seeded, check=True, capture_output=True)


def test_the_order_of_a_set_shows_nowhere(tmp_path: Path) -> None:
    _run("0", "demo", str(tmp_path / "demo"), "--policy", "zibo-gaoxin")
    papers = []
    for seed in ("1", "2"):
        paper = tmp_path / f"{seed}.pdf"
        report = ["report", "--assessment", "1", "--kind", "self-assessment", "-o", str(paper)]
        _run(seed, "--workspace", str(tmp_path / "demo"), *report)
        papers.append(_MOMENT.sub(b"", paper.read_bytes()))
    assert papers[0] == papers[1]
