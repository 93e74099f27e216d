"""Pictures of the real program with the sample school, for docs/user: every screen, light and dark, large and small."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "user" / "screens"
NOW = datetime(2025, 11, 21, 14, 3).astimezone()


@dataclass(frozen=True, slots=True)
class Shot:
    """One size and theme; the size is in logical pixels, its screen is larger by the frame of a window."""

    name: str
    width: int
    height: int
    theme: str = "light"
    scale: int = 1

    @property
    def screen(self) -> dict[str, object]:
        """Describe the screen to Qt, which has its own of 800 × 800 otherwise: menus and dialogs keep to it."""
        size = {"width": self.width * self.scale, "height": (self.height + _BARS) * self.scale}
        return {"name": self.name, "x": 0, "y": 0, **size, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


_BARS = 20
"""The frame of the window, in logical pixels."""
SHOTS = (
    Shot("light", 1440, 868),
    Shot("dark", 1440, 868, theme="dark"),
    Shot("1366", 1366, 696),
    Shot("200", 960, 520, scale=2),
)


def main() -> None:
    """Fill a workspace with the sample school, then take each set of pictures in a process of its own."""
    if len(sys.argv) == 3:
        take(next(shot for shot in SHOTS if shot.name == sys.argv[1]), Path(sys.argv[2]))
        return
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "职评簿"
        fill_sample(workspace)
        for shot in SHOTS:
            screens = Path(folder) / f"{shot.name}.json"
            screens.write_text(json.dumps({"screens": [shot.screen]}), encoding="utf-8")
            scaled = {
                **os.environ,
                "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
                "QT_SCALE_FACTOR": str(shot.scale),
                "PYTHONPATH": str(ROOT),
            }
            subprocess.run([sys.executable, __file__, shot.name, workspace], check=True, env=scaled)
    for picture in sorted(TARGET.glob("*.png")):
        print(picture.relative_to(ROOT))


def fill_sample(folder: Path) -> None:
    """Let one person of the sample school fill in its checklist in one quarter of an hour."""
    sys.path.insert(0, str(ROOT))
    from services.sample.school import fill
    from services.workspace import Workspace

    ticks = count()
    with Workspace.open(
        folder, "李敏", NOW.date, now=lambda: NOW - timedelta(minutes=15) + timedelta(seconds=next(ticks))
    ) as workspace:
        fill(workspace, "yiyang")


def take(shot: Shot, workspace: Path) -> None:
    """Open the workspace in a window of this size and picture its screens."""
    sys.path.insert(0, str(ROOT))
    from scripts.scenes import SCENES
    from scripts.studio import Studio

    studio = Studio(shot.name, workspace, NOW, theme=shot.theme, size=(shot.width, shot.height))
    for scene in SCENES:
        scene(studio)
    studio.close()


if __name__ == "__main__":
    main()
