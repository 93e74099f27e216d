"""P8: from a cold start to the first paint and to a usable window, against a bare PySide6 window.

Ours is started by the door people use, `main.py`, over two folders: one with an assessment, and one that is not there
yet. It is usable when what work begins with has been painted and has the keyboard: the recent assessments, or in an
empty program the form of a new one. The promise is judged on the first of the two: a folder is laid once and opened
every day. It is complete when all the rest of the page stands, too. Before anything is measured a key is pressed at the
very moment the window says to be usable: Enter must open the assessment, a letter must stand in the form.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 7
PAINT, USABLE = 1.5, 2.5
SCREEN = {"name": "one", "x": 0, "y": 0, "width": 1440, "height": 900, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
Seen = dict[str, float]

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget


class Window(QWidget):
    def paintEvent(self, event):
        print("painted", flush=True)
        QTimer.singleShot(0, QApplication.quit)


application = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""

OURS = """
import sys
from functools import partial

import main
from gui.shell import program


def announce(what):
    print(what, flush=True)
    if what == "complete":
        from PySide6.QtWidgets import QApplication

        QApplication.quit()


program.run = partial(program.run, announce=announce)
sys.exit(main.main(["--workspace", sys.argv[1]]))
"""

PRESSED = """
import sys
from functools import partial

import main
from gui.shell import program


def announce(what):
    if what != "usable":
        return
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    window = QApplication.activeWindow()
    key = Qt.Key.Key_Return if sys.argv[2] == "open" else Qt.Key.Key_A
    QTest.keyClick(window.windowHandle(), key)
    written = getattr(window.focusWidget(), "currentText", str)()
    print("opened" if window.current_tab is not None else f"written {written}", flush=True)
    QTimer.singleShot(0, QApplication.quit)


program.run = partial(program.run, announce=announce)
sys.exit(main.main(["--workspace", sys.argv[1]]))
"""


def environment_in(folder: Path) -> dict[str, str]:
    """Give a screen as people have it and a desk nobody used; bytecode is kept, as wherever a program is installed."""
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}))
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ours = {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        "XDG_CONFIG_HOME": str(folder / "desk"),
    }
    return {**kept, **ours}


def said(script: str, environment: dict[str, str], *arguments: str | Path) -> Seen:
    """Run a script and note when it said what."""
    started = time.perf_counter()
    command = [sys.executable, "-c", script, *map(str, arguments)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    seen: Seen = {}
    for line in process.stdout:
        seen.setdefault(line.strip(), time.perf_counter() - started)
    assert process.wait() == 0, f"{command[2]} ended with {process.returncode}"
    return seen


def check(folder: Path, around: dict[str, str]) -> None:
    """See that a window which says to be usable is: whatever is pressed then does what it should."""
    assert "opened" in said(PRESSED, around, folder / "kept", "open")
    assert "written a" in said(PRESSED, around, folder / "typed", "type")


def measured(folder: Path, around: dict[str, str]) -> list[tuple[Seen, Seen, Seen]]:
    """Start the bare window, ours over the demonstration, and ours over a new folder in turn; the first turn warms."""

    def turn(number: int) -> tuple[Seen, Seen, Seen]:
        ours = said(OURS, around, folder / "kept")
        return said(BARE, around), ours, said(OURS, around, folder / f"new-{number}")

    return [turn(number) for number in range(ROUNDS + 1)][1:]


def report(rounds: list[tuple[Seen, Seen, Seen]]) -> None:
    def median(pick: Callable[[tuple[Seen, Seen, Seen]], float]) -> float:
        return statistics.median(map(pick, rounds))

    bare = median(lambda turn: turn[0]["painted"])
    rows = (
        ("cold_start_to_paint", median(lambda turn: turn[1]["painted"]), f"promise<={PAINT}"),
        ("cold_start_to_usable", median(lambda turn: turn[1]["usable"]), f"promise<={USABLE}"),
        ("cold_start_to_complete", median(lambda turn: turn[1]["complete"]), "not promised"),
        ("first_start_to_usable", median(lambda turn: turn[2]["usable"]), "not promised: a folder is laid once"),
    )
    for name, took, promise in rows:
        print(f"P8 {name} ratio={took / bare:.2f} {promise} ({took:.3f} s against {bare:.3f} s)")


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        demo = [sys.executable, "main.py", "demo", str(folder / "kept")]
        subprocess.run(demo, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        around = environment_in(folder)
        check(folder, around)
        report(measured(folder, around))


if __name__ == "__main__":
    main()
