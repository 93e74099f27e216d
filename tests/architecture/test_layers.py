"""The rooms look down only, and the command line needs no Qt."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

KEPT = {name: os.environ[name] for name in ("VOCCHECK_FONTS", "SYSTEMROOT", "LC_ALL") if name in os.environ}
WITHOUT_QT = """
import sys


class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is forbidden here", name=name)


sys.meta_path.insert(0, NoQt())
import main

sys.exit(main.main(sys.argv[1:]))
"""


def test_every_import_looks_the_right_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run(
        [linter, "--config", "setup.cfg", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def run_without_qt(*arguments: str, folder: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, *arguments],
        cwd=ROOT,
        env={**KEPT, "PATH": "", "VOCCHECK_WORKSPACE": str(folder), "PYTHONPATH": str(ROOT), "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("arguments", [("policies", "--json"), ("policy", "yiyang", "--json"), ("themes", "--json")])
def test_the_library_is_read_without_qt(arguments: tuple[str, ...]) -> None:
    run = run_without_qt(*arguments)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith(("[", "{"))


def test_the_whole_headless_job_runs_without_qt(tmp_path: Path) -> None:
    out = tmp_path / "out"
    demo = run_without_qt("demo", str(out))
    assert demo.returncode == 0, demo.stderr
    assert (out / "自评报告.pdf").read_bytes().startswith(b"%PDF")
    verified = run_without_qt("verify", folder=out)
    assert verified.returncode == 0, verified.stderr


def test_no_display_is_said_in_one_sentence() -> None:
    run = run_without_qt()
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert "demo" in run.stderr
