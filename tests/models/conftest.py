"""Disks that fill up quickly."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def _mounted(place: Path, size: str) -> Iterator[Path]:
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("a small disk can only be mounted by root")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with no room for a reserve."""
    with _mounted(tmp_path / "small", "2m") as place:
        yield place


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for a workspace and its reserve."""
    with _mounted(tmp_path / "disk", "16m") as place:
        yield place
