"""P10: a thumbnail of a 12-megapixel photograph, against the scaled decode alone and a full decode."""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# ruff: noqa: E402

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImageReader

from gui.pieces.pictures import thumbnail
from gui.widgets.thumb import PICTURE, WIDTH

ROUNDS, SIZE, PROMISE = 15, (4000, 3000), 1.2
WANTED = QSize(WIDTH * 2, PICTURE * 2)


def a_photograph(folder: Path) -> Path:
    """Save a photograph-like picture: soft areas, noise, an orientation."""
    noise = Image.effect_noise(SIZE, 40).convert("RGB")
    sky = Image.linear_gradient("L").resize(SIZE).convert("RGB")
    picture, path = Image.blend(noise, sky, 0.6), folder / "photograph.jpg"
    exif = picture.getexif()
    exif[0x0112] = 1
    picture.save(path, "JPEG", quality=88, exif=exif)
    return path


def ours(path: Path) -> None:
    assert not thumbnail(path, "image/jpeg").isNull()


def scaled_by_pillow(path: Path) -> None:
    """Draft decode, then the last step down: what a careful program does without Qt."""
    with Image.open(path) as picture:
        picture.draft("RGB", (WANTED.width(), WANTED.height()))
        picture.thumbnail((192, 144))


def scaled_by_qt(path: Path) -> None:
    reader = QImageReader(str(path))
    reader.setScaledSize(QSize(192, 144))
    assert not reader.read().isNull()


def whole(path: Path) -> None:
    assert not QImageReader(str(path)).read().isNull()


def took(way: Callable[[Path], None], path: Path) -> float:
    started = time.perf_counter()
    way(path)
    return time.perf_counter() - started


def main() -> None:
    app = QGuiApplication([])
    ways = {"scaled_qt": scaled_by_qt, "ours": ours, "scaled_pillow": scaled_by_pillow, "whole": whole}
    rounds: dict[str, list[float]] = {name: [] for name in ways}
    with tempfile.TemporaryDirectory() as place:
        path = a_photograph(Path(place))
        for way in ways.values():
            way(path)
        for _ in range(ROUNDS):
            for name, way in ways.items():
                rounds[name].append(took(way, path))
    typical = {name: statistics.median(times) for name, times in rounds.items()}
    floor = min(typical["scaled_qt"], typical["scaled_pillow"])
    said = " · ".join(f"{name} {seconds * 1000:.0f} ms" for name, seconds in typical.items())
    print(f"P10 thumbnail ratio={typical['ours'] / floor:.2f} promise<={PROMISE} ({said})")
    app.quit()


if __name__ == "__main__":
    main()
