"""A folder that nobody may write to, for as long as a test looks: a medium mounted to be read, or rights taken away."""

import os
import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_WRITING = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """Let a folder be read and not written to; whoever is root needs a mount for that."""
    with _mounted(folder) if os.geteuid() == 0 else _without_rights(folder):
        yield folder


@contextmanager
def _mounted(folder: Path) -> Iterator[None]:
    _mount("--bind", str(folder), str(folder))
    try:
        _mount("-o", "remount,bind,ro", str(folder))
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _mount(*arguments: str) -> None:
    try:
        is_done = subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        is_done = False
    if not is_done:
        pytest.skip("nothing can be mounted here")


@contextmanager
def _without_rights(folder: Path) -> Iterator[None]:
    places = [folder, *folder.rglob("*")]
    before = [(place, place.stat().st_mode) for place in places]
    for place, mode in before:
        place.chmod(mode & ~_WRITING)
    try:
        yield
    finally:
        for place, mode in before:
            place.chmod(mode)
