"""P8: from a cold start to the first paint and to a usable window, against a bare PySide6 window."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 7
PAINT, USABLE = 1.5, 2.5

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget


class Window(QWidget):
    def paintEvent(self, event):
        print("painted", flush=True)
        QTimer.singleShot(0, QApplication.quit)


application = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""

OURS = """
import sys
from pathlib import Path
from gui.shell import program

program.run(Path(sys.argv[1]), "", announce=lambda what: print(what, flush=True), ends_when_usable=True)
"""


def environment_with(bytecode: Path) -> dict[str, str]:
    """Have bytecode kept, as it is wherever the program is installed; the first round makes it and is not counted."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ours = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(bytecode)}
    return {**kept, **ours}


def timed(script: str, environment: dict[str, str], *arguments: str) -> dict[str, float]:
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    seen: dict[str, float] = {}
    for line in process.stdout:
        seen.setdefault(line.strip(), time.perf_counter() - started)
    assert process.wait() == 0
    return seen


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "main.py", "demo", folder], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        around = environment_with(Path(folder) / "bytecode")
        rounds = [(timed(BARE, around), timed(OURS, around, folder)) for _ in range(ROUNDS + 1)][1:]
    bare = statistics.median(first["painted"] for first, _ in rounds)
    painted = statistics.median(ours["painted"] for _, ours in rounds)
    usable = statistics.median(ours["usable"] for _, ours in rounds)
    print(f"P8 cold_start_to_paint ratio={painted / bare:.2f} promise<={PAINT} ({painted:.3f} s against {bare:.3f} s)")
    print(f"P8 cold_start_to_usable ratio={usable / bare:.2f} promise<={USABLE} ({usable:.3f} s against {bare:.3f} s)")


if __name__ == "__main__":
    main()
