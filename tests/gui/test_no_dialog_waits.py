"""A check that fails while a dialog asks ends its test, and leaves no dialog waiting for an answer."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_FAILING = """
import pytest
from PySide6.QtCore import QTimer
from gui.widgets.dialog import ask

@pytest.fixture
def asks_at_the_end(qtbot):
    yield
    assert not ask(None, "还要退出吗？", "", act="退出", stay="不退出")

def fail():
    raise ValueError("the check")

def test_a_check_fails_in_front_of_a_dialog(qtbot):
    QTimer.singleShot(0, fail)
    ask(None, "收回？", "", act="收回", stay="不收回")

def test_a_check_fails_before_something_asks(asks_at_the_end):
    raise ValueError("the check")
"""


def test_a_failing_check_leaves_no_dialog_waiting(tmp_path: Path) -> None:
    shutil.copy(_ROOT / "tests" / "conftest.py", tmp_path)  # named as a plugin it would be overridden by pytest-qt
    written = tmp_path / "test_failing.py"
    written.write_text(_FAILING, encoding="utf-8")
    asked = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-c",
        str(_ROOT / "setup.cfg"),
        f"--rootdir={tmp_path}",
        str(written),
    ]
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        asked, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.stdout.count("\nFAILED ") == 2, ended.stdout + ended.stderr
