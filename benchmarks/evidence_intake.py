"""P9: taking files in as evidence (hash, copy, fsync), against writing the same bytes and waiting for them."""

import hashlib
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
# ruff: noqa: E402

from models.blobs import Blobs

ROUNDS, FILES, SIZE, PROMISE = 7, 8, 32 * 1024 * 1024, 2.2
PIECE = 1024 * 1024


def sources(folder: Path) -> list[Path]:
    folder.mkdir()
    paths = [folder / f"{number}.bin" for number in range(FILES)]
    for path in paths:
        path.write_bytes(os.urandom(SIZE))
    return paths


def floor(paths: list[Path], folder: Path) -> float:
    """Write the bytes, which are in memory already, and wait for each file."""
    folder.mkdir()
    contents = [memoryview(path.read_bytes()) for path in paths]
    started = time.perf_counter()
    for number, content in enumerate(contents):
        with (folder / str(number)).open("wb", buffering=0) as stream:
            for start in range(0, SIZE, PIECE):
                stream.write(content[start : start + PIECE])
            os.fsync(stream.fileno())
    return time.perf_counter() - started


def copied_then_hashed(paths: list[Path], folder: Path) -> float:
    """Copy, read again to hash, fsync, rename: the plain way."""
    folder.mkdir()
    started = time.perf_counter()
    for number, path in enumerate(paths):
        partial = folder / f"{number}.partial"
        shutil.copyfile(path, partial)
        with partial.open("rb+") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            os.fsync(stream.fileno())
        partial.rename(folder / digest)
    return time.perf_counter() - started


def ours(paths: list[Path], folder: Path) -> float:
    blobs = Blobs(folder)
    started = time.perf_counter()
    taken = [blobs.take_file(path, lambda _done, _total: None) for path in paths]
    took = time.perf_counter() - started
    for path, blob in zip(paths, taken, strict=True):
        assert blob.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert blobs.find(blob.sha256).stat().st_size == SIZE
    return took


def a_place_on_disk() -> Path:
    """Give a folder on the disk the repository lies on; the system's may be in memory."""
    place = ROOT / "out"
    place.mkdir(exist_ok=True)
    return place


def main() -> None:
    ways = {"floor": floor, "ours": ours, "copy_then_hash": copied_then_hashed}
    rounds: dict[str, list[float]] = {name: [] for name in ways}
    with tempfile.TemporaryDirectory(dir=a_place_on_disk()) as place:
        paths = sources(Path(place) / "sources")
        for _ in range(ROUNDS):
            for name, way in ways.items():
                folder = Path(place) / name
                rounds[name].append(way(paths, folder))
                shutil.rmtree(folder)
                os.sync()
    typical = {name: statistics.median(times) for name, times in rounds.items()}
    megabytes = FILES * SIZE / 1024 / 1024
    said = " · ".join(f"{name} {took:.2f} s, {megabytes / took:.0f} MB/s" for name, took in typical.items())
    print(f"P9 evidence_intake ratio={typical['ours'] / typical['floor']:.2f} promise<={PROMISE} ({said})")


if __name__ == "__main__":
    main()
